"""The data that flows through the engine, in the order it comes into being."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import NamedTuple, NewType
from unicodedata import combining

from quotecli.grammar import Construction, Reading

Span = tuple[int, int]
"""Half-open offsets into the article's own text, in Unicode code points."""

Range = NewType("Range", tuple[int, int])
"""Half-open positions in the article's tokens; never to be mixed with a :data:`Span`."""

HEADLINE = 26
"""Words and marks in the longest headline."""


@dataclass(frozen=True, slots=True)
class Article:
    """A text to read and the name it is reported under."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Normalized:
    """Folded ``text``; ``drops`` holds, for each dropped character, where in ``text`` it is missing."""

    text: str
    original: str
    drops: tuple[int, ...]

    def start(self, at: int) -> int:
        """Offset in the original of the character at ``at``."""
        return at + bisect_right(self.drops, at)

    def end(self, at: int) -> int:
        """Offset in the original after the character before ``at``, its vowel marks included."""
        end, limit = self.start(at - 1) + 1, self.start(at)
        if end < limit and self.original[end - 1] in "&q":
            return limit  # a character as web pages write it (&quot;)
        while end < limit and combining(self.original[end]):
            end += 1
        return end

    def starts(self, places: list[int]) -> list[int]:
        """:meth:`start` of each; ``places`` ascend."""
        if not self.drops:
            return places
        moved: list[int] = []
        done, last = 0, len(self.drops)
        for dropped, drop in enumerate(self.drops):
            until = bisect_left(places, drop, done)
            moved += [at + dropped for at in places[done:until]]
            done = until
        return moved + [at + last for at in places[done:]]

    def ends(self, places: list[int]) -> list[int]:
        """:meth:`end` of each; ``places`` ascend."""
        dropped, starts = frozenset(self.drops), self.starts(places)
        moved = zip(places, starts, strict=True)
        return [self.end(at) if at in dropped else start for at, start in moved] if dropped else starts


@dataclass(frozen=True, slots=True)
class Quotation:
    """Text between marks: ``open`` and ``close`` are the marks' tokens, ``inside`` one range a paragraph.

    A quotation that never closes has the first token after it as ``close``.
    """

    open: int
    close: int
    inside: tuple[Range, ...]
    closed: bool

    @property
    def length(self) -> int:
        """How many tokens stand inside."""
        return sum(stop - start for start, stop in self.inside)


class Sentence(NamedTuple):
    """Tokens from ``start`` to before ``stop``, final punctuation left out; ``paragraph`` counts from 0."""

    start: int
    stop: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Layout:
    """An article cut up: its tokens as parallel lists, and the structure over them.

    A token is a word or a mark, spelled the one way that patterns are spelled; ``starts`` and ``ends`` are
    offsets into the article's text; ``kinds`` the word lists each token is in, as bits. ``quotations`` are
    keyed by their opening token; ``closed`` are those that close, keyed by their closing token.
    """

    article: Article
    words: list[str]
    starts: list[int]
    ends: list[int]
    kinds: list[int]
    paragraphs: tuple[Range, ...]
    sentences: tuple[Sentence, ...]
    quotations: dict[int, Quotation]
    closed: dict[int, Quotation]

    def span(self, tokens: Range) -> Span:
        """The one place where token positions become offsets."""
        return self.starts[tokens[0]], self.ends[tokens[1] - 1]


class Cue(NamedTuple):
    """A word that may attribute: tokens ``start`` to before ``stop``, ``lead`` letters (و، ف) before it."""

    start: int
    stop: int
    lead: int
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A cue that fits a construction.

    ``said`` runs as far as nothing has been decided; ``point`` is the kind of fixed point before it;
    ``start`` the first token of the whole attribution, left of the cue where the construction begins there;
    ``rest`` what is said after the cue where the cue interrupts it.
    """

    cue: Cue
    reading: Reading
    construction: Construction
    source: Range | None
    said: Range
    point: str
    start: int
    sentence: Sentence
    rest: Range | None = None

    @property
    def nominal(self) -> bool:
        """Whether what was said is a noun phrase."""
        return self.point in {"prep", "noun"}

    @property
    def according(self) -> bool:
        """Whether the cue only says whose words a clause is (بحسب فلان، كما قال فلان)."""
        return self.reading.mood == "phrase" or "as" in self.construction.left


@dataclass(frozen=True, slots=True)
class Attribution:
    """Cue, source and quote, each with its final extent; a quotation that goes on has no candidate."""

    candidate: Candidate | None
    quote: tuple[Range, ...]
    kind: str
    sentence: Sentence

    @property
    def source(self) -> Range | None:
        """The words that name the speaker at the cue."""
        return self.candidate.source if self.candidate else None

    @property
    def start(self) -> int:
        """The cue's token, or the first of a quotation that goes on."""
        return self.candidate.cue.start if self.candidate else self.quote[0][0]


@dataclass(frozen=True, slots=True)
class Quote:
    """Who said what: one attributed statement, the public record (schema 1).

    Offsets are Unicode code points, half-open, into the article's text; ``quote`` is the spans' text
    joined by `` … ``. ``kind`` is direct, mixed, indirect or nominal; ``speaker_by`` named, short-name,
    common-noun, pronoun, elided, continued or none.
    """

    file: str
    quote: str
    speaker: str | None
    source: str | None
    cue: str | None
    verb: str | None
    category: str | None
    kind: str
    speaker_by: str
    pattern: str
    quote_spans: tuple[Span, ...]
    cue_span: Span | None
    source_span: Span | None
