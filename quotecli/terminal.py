"""Text that strangers wrote, made harmless for a terminal."""

from __future__ import annotations

_SPACES = "\t\n\r"
_DANGEROUS = (
    (0x00, 0x1F),  # C0: escape sequences begin here
    (0x7F, 0x9F),  # C1: and here
    (0x2028, 0x202E),  # line separators, bidi embeddings and overrides
    (0x2066, 0x2069),  # bidi isolates
    (0xD800, 0xDFFF),  # halves of characters
)


def printable(text: str) -> str:
    """``text`` with control characters and bidi overrides spelled out, such as ``\\x1b``.

    Line breaks and tabs become spaces: they are common, and a cell or a message has no use for them.
    """
    return text if text.isprintable() else "".join(map(_shown, text))


def _shown(char: str) -> str:
    if char in _SPACES:
        return " "
    code = ord(char)
    if any(first <= code <= last for first, last in _DANGEROUS):
        return f"\\u{code:04x}" if code > 0xFF else f"\\x{code:02x}"
    return char
