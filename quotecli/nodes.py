"""One entry of a pattern file, from YAML's nodes to values, by the schema of its folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import chain, product
from math import prod
from typing import Any, Protocol

from quotecli.grammar import Place
from quotecli.schema import EXAMPLE_KEYS, SCHEMAS, Entry, Key

_TAG = "tag:yaml.org,2002:"
_MOST_EXPRESSIONS = 10_000


class Mark(Protocol):
    """A place in a file, counted from 0, whichever of yaml's two parsers tells it."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


class Node(Protocol):
    """A node of yaml's; ``id`` is scalar, sequence or mapping, and says what ``value`` holds."""

    id: str
    tag: str
    value: Any
    style: str | None
    start_mark: Mark


class Nodes:
    """Values of the nodes of one file; ``fault`` is told what is wrong, and where."""

    def __init__(self, file: str, kind: str, fault: Callable[[Mark, str], None]) -> None:
        self.file, self.kind, self.fault = file, kind, fault

    def entry(self, node: Node) -> Entry:
        """An entry; one that a fault was told of is not to be used."""
        values = self._mapping(node, SCHEMAS[self.kind])
        name = str(values.get("id") or next(iter(values.values()), ""))
        return Entry(self.kind, name, values, Place(self.file, node.start_mark.line + 1))

    def _mapping(self, node: Node, schema: Mapping[str, Key]) -> dict[str, object]:
        if node.id != "mapping":
            self.fault(node.start_mark, f"an entry here has keys: {', '.join(schema)}")
            return {}
        known = f" (known: {', '.join(schema)})"
        values: dict[str, object] = {}
        for name, value in self._pairs(node, schema, known):
            values[name] = self._value(value, schema[name].kind)
        for name, key_schema in schema.items():
            if key_schema.needed and name not in values:
                self.fault(node.start_mark, f"key '{name}' is missing")
        return {name: values[name] for name in schema if name in values}

    def _pairs(self, node: Node, keys: Mapping[str, Key], known: str) -> list[tuple[str, Node]]:
        """The pairs of a mapping whose keys are among ``keys``, each once."""
        pairs: dict[str, Node] = {}
        for key, value in node.value:
            name = key.value if key.id == "scalar" else "[...]"
            if name not in keys:
                self.fault(key.start_mark, f"unknown key '{name}'{known}")
            elif name in pairs:
                self.fault(key.start_mark, f"key '{name}' stands here twice")
            else:
                pairs[name] = value
        return list(pairs.items())

    def _value(self, node: Node, kind: str) -> object:
        read: dict[str, Callable[[Node], object]] = {
            "text": self._text, "texts": self._texts, "words": self._words, "flag": self._flag,
            "examples": self._examples,
        }  # fmt: skip
        return read[kind](node)

    def _text(self, node: Node) -> str:
        if node.id != "scalar":
            self.fault(node.start_mark, "one value is wanted here")
            return ""
        text = str(node.value)
        if not text.strip():
            self.fault(node.start_mark, "a value is missing here")
        elif not node.style and node.tag != f"{_TAG}str":
            self.fault(node.start_mark, f"'{text}' is not text to YAML: put it in quotes")
        return text

    def _texts(self, node: Node) -> tuple[str, ...]:
        if node.id != "sequence" or not node.value:
            self.fault(node.start_mark, "a list is wanted here, such as [a, b]")
            return ()
        return tuple(self._text(item) for item in node.value)

    def _words(self, node: Node) -> tuple[str, ...]:
        """Texts; a list among them stands for expressions, one for each choice that its parts leave."""
        if node.id != "sequence" or not node.value:
            return self._texts(node)
        return tuple(chain.from_iterable(self._expressions(item) for item in node.value))

    def _expressions(self, node: Node) -> Iterable[str]:
        parts = node.value if node.id == "sequence" else [node]
        choices = [self._texts(part) if part.id == "sequence" else (self._text(part),) for part in parts]
        if prod(map(len, choices)) <= _MOST_EXPRESSIONS:
            return map(" ".join, product(*choices))
        self.fault(node.start_mark, f"more than {_MOST_EXPRESSIONS:,} expressions in one: split it")
        return ()

    def _flag(self, node: Node) -> bool:
        if node.tag != f"{_TAG}bool":
            self.fault(node.start_mark, "true or false is wanted here")
        return str(node.value).lower() in {"true", "yes", "on"}

    def _examples(self, node: Node) -> tuple[tuple[int, dict[str, object]], ...]:
        if node.id != "sequence" or not node.value:
            self.fault(node.start_mark, "at least one example is wanted here, each beginning with '- text:'")
            return ()
        return tuple((item.start_mark.line + 1, self._example(item)) for item in node.value)

    def _example(self, node: Node) -> dict[str, object]:
        values = self._record(node, EXAMPLE_KEYS)
        if node.id == "mapping" and "text" not in values:
            self.fault(node.start_mark, "an example needs its text")
        return values

    def _record(self, node: Node, keys: Mapping[str, Key]) -> dict[str, object]:
        if node.id != "mapping":
            self.fault(node.start_mark, "an example has keys: " + ", ".join(keys))
            return {}
        return {name: self._part(name, value) for name, value in self._pairs(node, keys, " in an example")}

    def _part(self, name: str, node: Node) -> object:
        if name == "quotes":
            return self._quotes(node)
        absent = node.tag == f"{_TAG}null" and EXAMPLE_KEYS[name].kind == "field"
        return None if absent else self._text(node)

    def _quotes(self, node: Node) -> tuple[dict[str, object], ...]:
        fields = {name: key for name, key in EXAMPLE_KEYS.items() if key.kind == "field"}
        if node.id != "sequence" or not node.value:
            self.fault(node.start_mark, "a list is wanted here, each item of it beginning with '- cue:'")
            return ()
        return tuple(self._record(item, fields) for item in node.value)
