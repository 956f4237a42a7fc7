"""The vocabulary of constructions: which slots a line may have, and what a line says.

A line is read around its ``cue``. What stands right of it is an optional run of ``source``, ``target`` and
``aside*`` up to one fixed point (``comp``, ``colon``, ``quotation``, ``prep``, ``noun``, ``end``, ``here``;
``said`` is any that the verb takes), then the quote itself (``clause``, ``nominal``, ``quotation``); ``from``
stands before a source whose words somebody else passes on. What stands left of the cue is matched backwards;
asides there are found with the source before them.
"""

from __future__ import annotations

from quotecli.grammar import Construction, Place

FIXED = frozenset({"comp", "colon", "quotation", "prep", "noun", "end", "here"})
SAID = FIXED - {"end", "here"}
LEFT = frozenset(
    {
        "source",
        "from",
        "document",
        "aside*",
        "relative",
        "as",
        "comma?",
        "pause",
        "quotation",
        "clause",
        "start",
    }
)
RIGHT = FIXED | {"source", "source?", "target", "aside*", "agency?", "from", "said", "clause", "nominal"}
SLOTS = LEFT | RIGHT | {"cue"}


def construction(
    name: str, line: tuple[str, ...], moods: frozenset[str], categories: frozenset[str], place: Place
) -> Construction:
    """Take a line of slots apart. Raises ValueError, in words for the author of the line."""
    left, right, fixed = _parts(line)
    gap = right[: right.index(fixed)]
    source = "after" if "source" in gap else "maybe" if "source?" in gap else "none"
    return Construction(
        id=name,
        line=line,
        moods=moods,
        categories=categories,
        left=tuple(slot for slot in left if slot != "aside*"),
        source="before" if {"source", "from", "document"} & set(left) else source,
        target="target" in gap,
        relayed="from" in gap,
        fixed=SAID if fixed == "said" else frozenset({fixed}),
        quote="before" if {"clause", "quotation"} & set(left) else "after",
        place=place,
    )


def _parts(line: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """What stands left of the cue, what stands right of it, and the fixed point there."""
    unknown = [slot for slot in line if slot not in SLOTS]
    if unknown:
        raise ValueError(f"no such slot: {unknown[0]} (slots are {', '.join(sorted(SLOTS))})")
    if line.count("cue") != 1:
        raise ValueError("a line has exactly one cue")
    at = line.index("cue")
    left, right = line[:at], line[at + 1 :]
    for side, slots, allowed in (("left", left, LEFT), ("right", right, RIGHT)):
        astray = [slot for slot in slots if slot not in allowed]
        if astray:
            raise ValueError(
                f"{astray[0]} cannot stand {side} of the cue (there: {', '.join(sorted(allowed))})"
            )
    fixed = next((slot for slot in right if slot in FIXED or slot == "said"), None)
    if fixed is None:
        raise ValueError(
            "a fixed point is missing after the cue: comp, colon, quotation, prep, noun, end or said"
        )
    return left, right, fixed
