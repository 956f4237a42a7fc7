"""The vocabulary of constructions: which slots a line may have, and where the fixed points after a cue lie.

A line is read around its ``cue``. What stands right of it is an optional run of ``source``, ``target`` and
``aside*`` up to one fixed point (``comp``, ``colon``, ``quotation``, ``prep``, ``noun``, ``from``, ``end``;
``said`` is any that the verb takes), then the quote itself (``clause``, ``nominal``, ``quotation``). What
stands left of it is matched backwards.
"""

from __future__ import annotations

from dataclasses import dataclass

from quotecli.grammar import Construction, Frame, Grammar, Place
from quotecli.model import Cue, Layout, Quotation, Range, Sentence
from quotecli.phrase import Phrases

GAP = frozenset({"source", "source?", "target", "aside*", "agency?"})
FIXED = frozenset({"comp", "colon", "quotation", "prep", "noun", "end", "here"})
SAID = FIXED - {"end", "here"}
LEFT = frozenset({"source", "from", "aside*", "relative", "as", "comma?", "pause", "quotation", "clause", "start"})
QUOTE = frozenset({"clause", "nominal", "quotation"})
SLOTS = GAP | FIXED | LEFT | QUOTE | {"cue", "said", "from"}
_FARTHEST = 45
"""Words between a cue and the fixed point that it may belong to."""


def construction(
    name: str, line: tuple[str, ...], moods: frozenset[str], categories: frozenset[str], place: Place
) -> Construction:
    """Take a line of slots apart. Raises ValueError, in words for the author of the line."""
    unknown = [slot for slot in line if slot not in SLOTS]
    if unknown:
        raise ValueError(f"no such slot: {unknown[0]} (slots are {', '.join(sorted(SLOTS))})")
    if line.count("cue") != 1:
        raise ValueError("a line has exactly one cue")
    at = line.index("cue")
    left, right = line[:at], line[at + 1 :]
    fixed = next((slot for slot in right if slot in FIXED or slot == "said"), None)
    if fixed is None:
        raise ValueError("a fixed point is missing after the cue: comp, colon, quotation, prep, noun, end or said")
    gap = right[: right.index(fixed)]
    source = "after" if "source" in gap else "maybe" if "source?" in gap else "none"
    return Construction(
        id=name,
        line=line,
        moods=moods,
        categories=categories,
        left=left,
        source="before" if {"source", "from"} & set(left) else source,
        target="target" in gap,
        relayed="from" in gap,
        fixed=SAID if fixed == "said" else frozenset({fixed}),
        quote="before" if {"clause", "quotation"} & set(left) else "after",
        place=place,
    )


@dataclass(frozen=True, slots=True)
class Point:
    """A fixed point: the gap before it ends at ``start``, what it introduces begins at ``after``."""

    kind: str
    start: int
    after: int
    word: str = ""


class Points:
    """Finds the fixed points that follow a cue."""

    def __init__(self, layout: Layout, grammar: Grammar, phrases: Phrases) -> None:
        self.words, self.kinds, self.quotations = layout.words, layout.kinds, layout.quotations
        self.phrases = phrases
        bit = grammar.bits
        self.colon, self.comma = bit["colons"], bit["commas"]
        self.comp, self.bare = bit["complementizers"], bit["complementizers-bare"]
        self.blocks = bit["before-subordinate"] | bit["finite-verbs"]
        self.preposition = bit["prepositions"]
        self.relative = bit["relatives"]
        self.stop = bit["finite-verbs"] | bit["reporting"] | bit["reporting-participles"] | bit["reporting-nouns"]
        self.nominal, self.bound = bit["nominal-heads"], bit["prepositions-bound"]
        self.named = bit["outlets"] | bit["bodies"] | bit["offices"] | bit["documents"]
        self.article, self.name = grammar.article, bit["given-names-masculine"] | bit["given-names-feminine"]
        self.led, self.resumer, self.negated = bit["asides-led"], bit["resumers"], bit["complementizers-negative"]
        self.title, self.remark = bit["title-words"], bit["parentheticals"] | bit["relatives"]
        self.not_bound, self.demonstrative = bit["not-bound"], bit["demonstratives"]

    def after(self, cue: Cue, frame: Frame, sentence: Sentence) -> list[Point]:
        """In order of place, as far as the cue can reach; ``end`` always last."""
        if self.kinds[cue.start] & self.colon:
            return [Point("here", cue.stop, cue.stop)]
        out: list[Point] = []
        at, limit = cue.stop, min(sentence.stop, cue.stop + _FARTHEST)
        relative = remark = False
        while at < limit:
            kind = self.kinds[at]
            quotation = self.quotations.get(at)
            if quotation:
                if self._speech(quotation, at, cue, limit):
                    out.append(Point("quotation", at, at))
                    break
                at = quotation.close + 1
                continue
            if kind & self.colon:
                out.append(self._colon(at, limit))
                break
            if kind & self.comp or self._negative(at, limit):
                if not self.kinds[at - 1] & self.blocks or at == cue.stop:
                    out.append(self._comp(at, cue))
                break
            relative = bool(kind & (self.relative | self.led)) or self.phrases.occasion_at(at, limit) or (relative and not kind & self.comma)
            if kind & self.stop and not relative:
                if not self.phrases.asyndetic(at):
                    break
                relative = True
            remark = (remark or bool(kind & self.remark)) and not kind & self.comma
            if not remark:
                out.extend(self._nominal(at, cue, frame))
            at += 1
        out.append(self._end(cue, min(at, limit)))
        return out

    def _colon(self, at: int, limit: int) -> Point:
        """A colon, or the complementizer right after one (قال الوزير: إن ...)."""
        after = at + 1
        if after < limit and self.kinds[after] & self.comp:
            return Point("comp", at, after + bool(self.kinds[after] & self.bare))
        return Point("colon", at, after)

    def _negative(self, at: int, limit: int) -> bool:
        """Whether the word is أن with لا in it (ألا يكون), and not إلا, which looks the same."""
        return bool(self.kinds[at] & self.negated) and at + 1 < limit and bool(self.kinds[at + 1] & self.stop)

    def _comp(self, at: int, cue: Cue) -> Point:
        start = at - 1 if at > cue.stop and self.kinds[at - 1] & self.preposition else at
        return Point("comp", start, at + bool(self.kinds[at] & self.bare))

    def _nominal(self, at: int, cue: Cue, frame: Frame) -> list[Point]:
        word, kind = self.words[at], self.kinds[at]
        preps = frame.preps | frame.target_preps
        if at + 1 < len(self.kinds) and self.kinds[at + 1] & self.comp:
            return []
        if word in preps:
            return [Point("prep", at, at + 1, word)]
        if word[0] in preps and len(word) > 3 and not kind & self.not_bound and self._is_bound(word, kind):
            return [Point("prep", at, at, word[0])]
        stated = (kind & self.nominal and not kind & self.bound) or (frame.double and kind & self.demonstrative)
        if (frame.noun or frame.double) and stated and self._phrase_over(at, cue):
            return [Point("noun", at, at)]
        return []

    def _is_bound(self, word: str, kind: int) -> bool:
        return bool(kind & self.bound) or not kind

    def _phrase_over(self, at: int, cue: Cue) -> bool:
        """Whether the noun phrase before ``at`` is complete, so that a new one may begin."""
        if self.phrases.asides(cue.stop, at) >= at:
            return True
        before = self.kinds[at - 1]
        complete = before & (self.name | self.comma) or not before or self.words[at - 1].startswith(self.article)
        return bool(complete) and not before & self.preposition

    def _speech(self, quotation: Quotation, at: int, cue: Cue, limit: int) -> bool:
        """Whether the words in marks are what was said, and not a name or a term inside the source."""
        length = sum(stop - start for start, stop in quotation.inside)
        named = at > cue.stop and bool(self.kinds[at - 1] & self.named)
        if self.kinds[at - 1] & self.title:
            return False
        if length >= 7 or (at == cue.stop and length >= 3):
            return True
        if length < 3 and (named or not self._last(quotation.close + 1, limit)):
            return False
        return not self._introduced(quotation.close + 1, limit)

    def _last(self, at: int, limit: int) -> bool:
        """Whether nothing but another statement follows."""
        while at < limit and self.kinds[at] & self.comma:
            at += 1
        return at >= limit or bool(self.kinds[at] & self.stop)

    def _introduced(self, at: int, limit: int) -> bool:
        """Whether what was said begins only later, after a complementizer, a colon or other marks."""
        relative = False
        for n in range(at, min(limit, at + 14)):
            kind = self.kinds[n]
            if kind & (self.comp | self.colon) or n in self.quotations:
                return True
            relative = bool(kind & self.relative) or (relative and not kind & self.comma)
            if kind & self.stop and not relative:
                return False
        return False

    def _end(self, cue: Cue, limit: int) -> Point:
        at = cue.stop
        while at < limit and not self.kinds[at] & (self.comma | self.resumer):
            at += 1
        return Point("end", at, at)


@dataclass(frozen=True, slots=True)
class Before:
    """What stands left of a cue: the first token of it, and the source and the quote if they are there."""

    start: int
    source: Range | None = None
    said: Range | None = None


class Left:
    """Matches, backwards, the slots that stand before a cue."""

    def __init__(self, layout: Layout, grammar: Grammar, phrases: Phrases) -> None:
        self.words, self.kinds, self.phrases = layout.words, layout.kinds, phrases
        self.quotations = layout.quotations
        self.closing = {quotation.close: quotation for quotation in layout.quotations.values() if quotation.closed}
        bit = grammar.bits
        self.as_word, self.as_noun, self.as_what = bit["as-words"], bit["as-nouns"], bit["as-what"]
        self.comma = bit["commas"] | bit["dashes"]
        self.particle, self.relative = bit["verb-particles"], bit["relatives"]
        self.boundary = bit["conjunctions"] | bit["complementizers"] | bit["colons"] | bit["kana"] | bit["particles"]
        self.finite = bit["finite-verbs"] | bit["reporting"]
        self.preposition, self.kana = bit["prepositions"], bit["kana"]
        self.title = bit["title-words"]
        self.topic, self.ambiguous, self.article = bit["topics"], bit["finite-verbs-ambiguous"], grammar.article
        self.ends, self.from_word = bit["sentence-ends"], bit["from-words"]

    def match(self, slots: tuple[str, ...], cue: Cue, sentence: Sentence) -> Before | None:
        """Match the slots, the last first; None if one does not stand there."""
        found: Before | None = Before(cue.start)
        for slot in reversed(slots):
            if found is None:
                return None
            found = getattr(self, "_" + slot.rstrip("?*"))(found, sentence, cue)
        return found

    def as_at(self, at: int) -> int:
        """How many words before ``at`` make the verb there an according-to phrase."""
        before = self.kinds[at - 1] if at else 0
        if before & self.as_word:
            return 1
        two = at > 1 and before & self.as_what and self.kinds[at - 2] & self.as_noun
        return 2 if two else 0

    def _as(self, found: Before, sentence: Sentence, cue: Cue) -> Before | None:
        width = self.as_at(found.start)
        return Before(found.start - width) if width and not cue.lead else None

    def _comma(self, found: Before, sentence: Sentence, cue: Cue) -> Before:
        at = found.start
        while at > sentence.start and self.kinds[at - 1] & self.comma:
            at -= 1
        return Before(at, found.source, found.said)

    def _pause(self, found: Before, sentence: Sentence, cue: Cue) -> Before | None:
        there = found.start > sentence.start and self.kinds[found.start - 1] & self.comma
        return self._comma(found, sentence, cue) if there and not cue.lead else None

    def _quotation(self, found: Before, sentence: Sentence, cue: Cue) -> Before | None:
        at = found.start - 1
        if at > 0 and self.kinds[at] & self.ends:
            at -= 1
        quotation = self.closing.get(at)
        if cue.lead or not quotation or at < sentence.start or sum(b - a for a, b in quotation.inside) < 2:
            return None
        if quotation.open > sentence.start and self.kinds[quotation.open - 1] & self.title:
            return None
        return Before(quotation.open, None, Range((quotation.open, quotation.close + 1)))

    def _clause(self, found: Before, sentence: Sentence, cue: Cue) -> Before | None:
        if found.start - sentence.start < 2:
            return None
        said = Range((sentence.start, found.start))
        if self.phrases.asides(*said) >= found.start - 1:
            return None
        quoted = self._quotation(found, sentence, cue)
        if quoted and quoted.said and quoted.start - sentence.start < 4:
            said = quoted.said
        return Before(found.start, None, said)

    def _start(self, found: Before, sentence: Sentence, cue: Cue) -> Before | None:
        return found if found.start == sentence.start else None

    def _from(self, found: Before, sentence: Sentence, cue: Cue) -> Before | None:
        """Whom a relayed statement is taken from: the phrase after عن, right before a verbal noun (قوله)."""
        at = found.start - 1
        while at > sentence.start and not self.kinds[at] & self.from_word and found.start - at < 20:
            at -= 1
        if not self.kinds[at] & self.from_word:
            return None
        source, legal = self.phrases.gap(at + 1, found.start)
        return Before(at, source) if source and legal else None

    def _aside(self, found: Before, sentence: Sentence, cue: Cue) -> Before:
        return found

    def _relative(self, found: Before, sentence: Sentence, cue: Cue) -> Before | None:
        at = self._particles(found.start, sentence)
        there = at > sentence.start and self.kinds[at - 1] & self.relative and not cue.lead
        return Before(at - 1) if there else None

    def _particles(self, at: int, sentence: Sentence) -> int:
        while at > sentence.start and self.kinds[at - 1] & (self.particle | self.kana):
            at -= 1
        return at

    def _source(self, found: Before, sentence: Sentence, cue: Cue) -> Before | None:
        """The noun phrase that ends before ``found``: what a clause that begins here could have as subject."""
        stop = self._particles(found.start, sentence)
        topic = bool(self.kinds[sentence.start] & self.topic)
        if (cue.lead and not topic) or stop == sentence.start:
            return None
        after_relative = bool(self.kinds[found.start] & self.relative)
        start = self._phrase_start(stop, sentence, after_relative)
        if start is None or start >= stop:
            return None
        source, legal = self.phrases.gap(start, stop)
        if source and after_relative:
            source = self._nearest(source)
        return Before(source[0], source) if source and legal else None

    def _nearest(self, source: Range) -> Range:
        """Of nouns in a chain, the person that a relative clause goes with (موقف الرئيس الذي قال)."""
        leads = [at for at in range(source[0] + 1, source[1]) if self.kinds[at] & self.phrases.leads]
        inside = leads and not self.kinds[source[0]] & self.phrases.leads
        return Range((leads[0], source[1])) if inside else source

    def _phrase_start(self, stop: int, sentence: Sentence, after_relative: bool) -> int | None:
        start = self._boundary(stop, sentence, after_relative)
        verbal = start is not None and start < stop - 1 and self.kinds[start] & self.ambiguous
        return None if verbal and not self.words[start or 0].startswith(self.article) else start

    def _boundary(self, stop: int, sentence: Sentence, after_relative: bool) -> int | None:
        at = stop - 1
        while at >= sentence.start:
            quotation = self.closing.get(at)
            if quotation:
                at = quotation.open - 1
                continue
            kind = self.kinds[at]
            inside = self.quotations.get(at)
            if kind & self.boundary or (inside and inside.close >= stop):
                break
            if kind & self.finite and not self._in_relative(at, sentence):
                return at + 1 if after_relative else None
            if after_relative and kind & (self.preposition | self.comma):
                break
            at -= 1
        return at + 1

    def _in_relative(self, at: int, sentence: Sentence) -> bool:
        nearest = max(sentence.start, at - 8)
        return any(self.kinds[n] & self.relative for n in range(nearest, at))
