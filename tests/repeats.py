"""Regular expressions that may take exponential time: a repeat in a repeat that can share text many ways."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_SAMPLE = "".join(map(chr, [*range(0x20, 0x7F), *range(0x600, 0x700), 0xA0, 0x200F, 0x2028, 9, 10, 13]))


@dataclass
class _Group:
    """What a group begins with, and what in it is repeated and can give back; None for more than a letter."""

    atomic: bool = False
    parts: int = 0
    first: str | None = None
    repeated: list[str | None] = field(default_factory=list)

    def add(self, atom: str | None, varies: bool, inner: list[str | None]) -> None:
        if not self.parts and not varies:
            self.first = atom
        self.parts += 1
        self.repeated += [*inner, *([atom] if varies else [])]

    def shares(self) -> bool:
        """Whether one round of the group could have been part of another."""
        return any(atom is None or self.first is None or _overlap(self.first, atom) for atom in self.repeated)


def ambiguous(pattern: str) -> bool:
    """Whether a repeat that can give back stands inside another, and no letter tells their rounds apart."""
    groups, at = [_Group()], 0
    while at < len(pattern):
        if pattern[at] == "(":
            groups.append(_Group(atomic=pattern.startswith("(?>", at)))
            at = re.compile(r"\((\?(P?<\w+>|[:>]|<?[=!]))?").match(pattern, at).end()  # type: ignore[union-attr]
            continue
        if pattern[at] == "|":
            groups[-1].add(None, False, [])
            groups[-1].first, at = None, at + 1
            continue
        group = groups.pop() if pattern[at] == ")" and len(groups) > 1 else None
        end = _atom_end(pattern, at)
        length, varies = _repeat(pattern, end)
        if group and varies and not group.atomic and group.shares():
            return True
        inner = [] if group is None or group.atomic else group.repeated
        groups[-1].add(None if group else pattern[at:end], varies, inner)
        at = end + length
    return False


def _overlap(one: str, other: str) -> bool:
    try:
        left, right = re.compile(one), re.compile(other)
    except re.error:  # a construct that only the regex package has
        return True
    return any(left.fullmatch(char) and right.fullmatch(char) for char in _SAMPLE)


def _atom_end(pattern: str, at: int) -> int:
    if pattern[at] == "\\":
        return at + 2
    if pattern[at] != "[":
        return at + 1
    at += 1 + pattern.startswith("^", at + 1)
    at += pattern.startswith("]", at)
    while at < len(pattern) and pattern[at] != "]":
        at += 2 if pattern[at] == "\\" else 1
    return at + 1


def _repeat(pattern: str, at: int) -> tuple[int, bool]:
    """Length of the quantifier at ``at``, 0 if there is none, and whether it can give back what it took."""
    if pattern[at : at + 1] in ("*", "+"):
        length = 1
    elif pattern[at : at + 1] == "{" and pattern[at + 1 : at + 2].isdigit() and "}" in pattern[at:]:
        length = pattern.index("}", at) + 1 - at
    else:
        return int(pattern[at : at + 1] == "?"), False
    after = pattern[at + length : at + length + 1]
    varies = length == 1 or "," in pattern[at : at + length]
    return length + (after in ("+", "?") and after != ""), varies and after != "+"
