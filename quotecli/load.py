"""YAML files to entries, or every fault at once with file, line and column; entries to a Grammar."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Protocol

import yaml

from quotecli.build import build
from quotecli.errors import Fault, PatternError
from quotecli.grammar import Entry, Grammar, Place
from quotecli.schema import EXAMPLE_KEYS, SCHEMAS, Key

_LARGEST = 1_000_000
_DEEPEST = 20
_MOST_EVENTS = 400_000
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def built_in() -> Path:
    """The folder of built-in patterns: inside an installed package, beside it in a checkout.

    An editable install may leave an old copy inside; the checkout beside it wins.
    """
    package = Path(__file__).resolve().parent
    checkout = package.parent
    return checkout / "patterns" if (checkout / "pyproject.toml").is_file() else package / "patterns"


def load(*folders: Path) -> Grammar:
    """The built-in patterns, then those in ``folders``: an entry of a known id replaces the earlier one.

    Raises PatternError, with every fault at once.
    """
    faults: list[Fault] = []
    entries: dict[tuple[str, str], Entry] = {}
    for folder in (built_in(), *folders):
        for entry in _entries(folder, faults):
            entries[entry.kind, entry.id] = entry
    if not faults:
        grammar = build(list(entries.values()), faults)
    if faults:
        raise PatternError(tuple(sorted(faults)))
    return grammar


def _entries(folder: Path, faults: list[Fault]) -> Iterator[Entry]:
    if not folder.is_dir():
        faults.append(Fault(str(folder), 0, 0, "no such folder of patterns"))
        return
    for kind in SCHEMAS:
        for path in sorted((folder / kind).glob("*.yaml")):
            yield from _File(path, kind, faults).entries()


class _Mark(Protocol):
    """A place in a file, counted from 0, whichever of yaml's two parsers tells it."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


class _File:
    """One pattern file being read."""

    def __init__(self, path: Path, kind: str, faults: list[Fault]) -> None:
        self.path, self.kind, self.faults = path, kind, faults

    def fault(self, mark: _Mark | None, message: str) -> None:
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        self.faults.append(Fault(str(self.path), line, column, message))

    def entries(self) -> Iterator[Entry]:
        root = self._compose()
        if root is None:
            return
        if not isinstance(root, yaml.SequenceNode):
            self.fault(root.start_mark, "a pattern file is a list: each entry begins with '- '")
            return
        for node in root.value:
            entry = self._entry(node)
            if entry:
                yield entry

    def _compose(self) -> yaml.Node | None:
        try:
            text = self.path.read_bytes().decode("utf-8-sig")
            if len(text) > _LARGEST:
                self.fault(None, f"larger than {_LARGEST:,} characters: split the file")
                return None
            return yaml.compose(text, Loader=_LOADER) if self._harmless(text) else None
        except UnicodeDecodeError as error:
            self.fault(None, f"not UTF-8 at byte {error.start}: save the file as UTF-8")
        except OSError as error:
            self.fault(None, str(error.strerror))
        except yaml.MarkedYAMLError as error:
            self.fault(error.problem_mark, f"YAML: {error.problem} (a value with ': ' in it needs quotes)")
        except yaml.YAMLError as error:
            self.fault(None, f"YAML: {error}")
        return None

    def _harmless(self, text: str) -> bool:
        """Refuse, before anything is built, what could cost memory or time: aliases, tags, depth, mass."""
        depth = 0
        for count, event in enumerate(yaml.parse(text, Loader=_LOADER)):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            tagged = isinstance(event, yaml.NodeEvent) and getattr(event, "tag", None)
            if isinstance(event, yaml.AliasEvent) or tagged or depth > _DEEPEST or count > _MOST_EVENTS:
                self.fault(
                    event.start_mark, "aliases, tags, deep nesting and huge files are not allowed in patterns"
                )
                return False
        return True

    def _entry(self, node: yaml.Node) -> Entry | None:
        before = len(self.faults)
        values = self._mapping(node, SCHEMAS[self.kind])
        if len(self.faults) > before:
            return None
        name = str(values.get("id") or next(iter(values.values())))
        return Entry(self.kind, name, values, Place(str(self.path), node.start_mark.line + 1))

    def _mapping(self, node: yaml.Node, schema: Mapping[str, Key]) -> dict[str, object]:
        if not isinstance(node, yaml.MappingNode):
            self.fault(node.start_mark, f"an entry here has keys: {', '.join(schema)}")
            return {}
        values: dict[str, object] = {}
        for key, value in node.value:
            if key.value not in schema:
                self.fault(key.start_mark, f"unknown key '{key.value}' (known: {', '.join(schema)})")
            elif key.value in values:
                self.fault(key.start_mark, f"key '{key.value}' stands here twice")
            else:
                values[key.value] = self._value(value, schema[key.value].kind)
        for name, key_schema in schema.items():
            if key_schema.needed and name not in values:
                self.fault(node.start_mark, f"key '{name}' is missing")
        return values

    def _value(self, node: yaml.Node, kind: str) -> object:
        read: dict[str, Callable[[yaml.Node], object]] = {
            "text": self._text, "texts": self._texts, "flag": self._flag, "examples": self._examples,
        }  # fmt: skip
        return read[kind](node)

    def _text(self, node: yaml.Node) -> str:
        if not isinstance(node, yaml.ScalarNode):
            self.fault(node.start_mark, "one value is wanted here")
            return ""
        if not node.style and node.tag != "tag:yaml.org,2002:str":
            self.fault(node.start_mark, f"'{node.value}' is not text to YAML: put it in quotes")
        return str(node.value)

    def _texts(self, node: yaml.Node) -> tuple[str, ...]:
        if not isinstance(node, yaml.SequenceNode):
            self.fault(node.start_mark, "a list is wanted here, such as [a, b]")
            return ()
        return tuple(self._text(item) for item in node.value)

    def _flag(self, node: yaml.Node) -> bool:
        if node.tag != "tag:yaml.org,2002:bool":
            self.fault(node.start_mark, "true or false is wanted here")
        return str(node.value).lower() in {"true", "yes", "on"}

    def _examples(self, node: yaml.Node) -> tuple[tuple[int, dict[str, object]], ...]:
        if not isinstance(node, yaml.SequenceNode) or not node.value:
            self.fault(node.start_mark, "at least one example is wanted here, each beginning with '- text:'")
            return ()
        return tuple((item.start_mark.line + 1, self._example(item)) for item in node.value)

    def _example(self, node: yaml.Node) -> dict[str, object]:
        if not isinstance(node, yaml.MappingNode):
            self.fault(node.start_mark, "an example has keys: " + ", ".join(sorted(EXAMPLE_KEYS)))
            return {}
        values: dict[str, object] = {}
        for key, value in node.value:
            if key.value not in EXAMPLE_KEYS:
                self.fault(key.start_mark, f"unknown key '{key.value}' in an example")
            elif key.value == "quotes":
                values["quotes"] = tuple(self._example(item) for item in value.value)
            else:
                values[key.value] = self._nullable(value)
        if "todo" not in values and "text" not in values and "quote" not in values:
            self.fault(node.start_mark, "an example needs its text")
        return values

    def _nullable(self, node: yaml.Node) -> str | None:
        return None if node.tag == "tag:yaml.org,2002:null" else self._text(node)
