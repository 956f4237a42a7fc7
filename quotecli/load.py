"""YAML files to entries, or every fault at once with file, line and column; entries to a Grammar."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from quotecli.build import build
from quotecli.errors import Fault, PatternError
from quotecli.grammar import Grammar
from quotecli.nodes import Mark, Nodes
from quotecli.schema import SCHEMAS, Entry

_LARGEST = 1_000_000
_DEEPEST = 20
_MOST_EVENTS = 400_000
_REFUSED = "aliases, tags, deep nesting and huge files are not allowed in patterns"
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
        entries.update(_unique(_entries(folder, faults), faults))
    grammar = None if faults else build(list(entries.values()), faults)
    if grammar is None or faults:
        raise PatternError(tuple(sorted(faults)))
    return grammar


def _unique(entries: Iterator[Entry], faults: list[Fault]) -> dict[tuple[str, str], Entry]:
    """The entries of one folder by what they are and their id, which no two may share."""
    found: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        first = found.setdefault((entry.kind, entry.id), entry)
        if first is not entry:
            message = f"'{entry.id}' stands at {first.place.file}:{first.place.line} already: join the two"
            if "id" in SCHEMAS[entry.kind]:
                message += ", or give this one an id"
            faults.append(Fault(entry.place.file, entry.place.line, 3, message))
    return found


def _entries(folder: Path, faults: list[Fault]) -> Iterator[Entry]:
    if not folder.is_dir():
        faults.append(Fault(str(folder), 0, 0, "no such folder of patterns"))
        return
    if not any((folder / kind).is_dir() for kind in SCHEMAS):
        names = ", ".join(SCHEMAS)
        faults.append(Fault(str(folder), 0, 0, f"no folder of patterns: it has none of the folders {names}"))
    for kind in SCHEMAS:
        for path in sorted((folder / kind).glob("*.yml")):
            faults.append(Fault(str(path), 0, 0, "not read: end the name in .yaml"))
        for path in sorted((folder / kind).glob("*.yaml")):
            yield from _File(path, kind, faults).entries()


class _File:
    """One pattern file being read."""

    def __init__(self, path: Path, kind: str, faults: list[Fault]) -> None:
        self.path, self.kind, self.faults = path, kind, faults

    def fault(self, mark: Mark | None, message: str) -> None:
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        self.faults.append(Fault(str(self.path), line, column, message))

    def entries(self) -> Iterator[Entry]:
        root = self._compose()
        if root is None:
            return
        if not isinstance(root, yaml.SequenceNode):
            self.fault(root.start_mark, "a pattern file is a list: each entry begins with '- '")
            return
        nodes = Nodes(str(self.path), self.kind, self.fault)
        for node in root.value:
            before = len(self.faults)
            entry = nodes.entry(node)
            if len(self.faults) == before:
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
            hint = " (a value with ': ' in it needs quotes)" if "mapping values" in str(error.problem) else ""
            deep = "nesting depth" in str(error.problem)  # libyaml 0.2.6 looks ahead, and may see it first
            self.fault(error.problem_mark, _REFUSED if deep else f"YAML: {error.problem}{hint}")
        return None

    def _harmless(self, text: str) -> bool:
        """Refuse, before anything is built, what could cost memory or time: aliases, tags, depth, mass."""
        odd = yaml.reader.Reader.NON_PRINTABLE.search(text)
        if odd:
            before = text[: odd.start()]
            line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
            message = f"control character U+{ord(odd[0]):04X}: take it out"
            self.faults.append(Fault(str(self.path), line, column, message))
            return False
        depth = 0
        for count, event in enumerate(yaml.parse(text, Loader=_LOADER)):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            tagged = isinstance(event, yaml.NodeEvent) and getattr(event, "tag", None)
            if isinstance(event, yaml.AliasEvent) or tagged or depth > _DEEPEST or count > _MOST_EVENTS:
                self.fault(event.start_mark, _REFUSED)
                return False
        return True
