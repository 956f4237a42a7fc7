"""A fixed point: where what was said may begin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quotecli.grammar import Frame

QUESTION = "question"
"""What a fixed point of kind ``comp`` has as its word where a question begins."""


class Point(NamedTuple):
    """A fixed point: the gap before it ends at ``start``, what it introduces begins at ``after``.

    ``kind`` is a slot of that name, ``word`` the preposition of a ``prep``, or ``question`` for a ``comp``
    that is an interrogative.
    """

    kind: str
    start: int
    after: int
    word: str = ""


def opens(words: Sequence[str], at: int, frame: Frame) -> bool:
    """Whether the complementizer at ``at`` is one that the verb takes (انتهى التقرير إلى أن، قطع بأن)."""
    opening = tuple(frame.only)
    return not opening or words[at - 1] in opening or words[at].startswith(opening)
