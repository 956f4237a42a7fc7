"""What a common noun stands for: the holder of an office, the longer phrase of an earlier mention."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

from quotecli.grammar import Grammar
from quotecli.holder import Holders
from quotecli.mention import MOST, Mentions, length
from quotecli.model import Layout, Range
from quotecli.name import Names
from quotecli.speech import NAME

_NOUN = 3
"""Words before such a name among which its noun is."""
_PHRASE = 7
"""Words in the phrase that a common noun in the text is taken to begin."""


class Nouns:
    """Looks up what the common nouns of one article stand for."""

    def __init__(self, layout: Layout, grammar: Grammar, names: Names, mentions: Mentions) -> None:
        self.words, self.kinds, self.names = layout.words, layout.kinds, names
        self.mentions, self.titles, self.keys = mentions, mentions.titles, mentions.keys
        self.holders = Holders(layout, grammar, names, mentions)
        self.article = names.article
        self.not_phrase = names.breaks | names.comma | names.bound | names.nominal | names.this
        self.nominative = grammar.letters["nominative-endings"]
        self.nameable = grammar.bits["heads"] & ~grammar.bits["ranks"]
        self.adjective = self.holders.nisba
        self.in_marks: dict[tuple[str, ...], list[Range]] = defaultdict(list)
        for one in layout.quotations.values():
            if one.closed and one.length <= NAME:
                self.in_marks[tuple(self.keys[one.open + 1 : one.close])].append(
                    Range((one.open, one.close + 1))
                )
        self.settled: dict[tuple[str, ...], Range] = {}
        """What a phrase has been taken for before."""
        self.quotations, self.lexicon = layout.quotations, grammar.kinds

    def marked(self, phrase: Range) -> Range | None:
        """For a name in marks alone, the name with its noun elsewhere (صحيفة «صدى الوادي»)."""
        one = self.quotations.get(phrase[0])
        if not one or one.close + 1 != phrase[1]:
            return None
        named = self.in_marks.get(tuple(self.keys[one.open + 1 : one.close]), ())
        full = [self._with_noun(other) for other in named if other != phrase]
        return max((other for other in full if other), key=length, default=None)

    def _with_noun(self, marked: Range) -> Range | None:
        """A name in marks with the noun before it and the adjective after it, if it has a noun."""
        start, stop = marked
        for at in range(start - 1, max(start - _NOUN, 0) - 1, -1):
            word = self.words[at]
            apart = self.kinds[at] & self.names.breaks or word in self.names.prepositions
            if apart or not self.names.adjacent(at):
                return None
            if self.kinds[at] & self.nameable and not self._led(word):
                while stop < len(self.words) and self._qualifies(stop):
                    stop += 1
                return Range((at, stop))
        return None

    def _led(self, word: str) -> bool:
        """Whether a conjunction is written on to a noun (وصحيفة), and is not its first letter (وكالة)."""
        return word.startswith(self.titles.joined) and bool(self.lexicon.get(word[1:], 0) & self.nameable)

    def _qualifies(self, at: int) -> bool:
        """Whether an adjective with the article goes on with a name in marks (صحيفة «...» السودانية)."""
        word = self.words[at]
        return word.startswith(self.article) and word.endswith(self.adjective) and self.names.adjacent(at - 1)

    def referent(self, phrase: Range) -> Range | None:
        """Whom or what a common noun stands for, by its fullest name, if the article has one."""
        holder = self.holders.holder(phrase)
        before = None if holder else self._first(phrase)
        return holder or (self.mentions.fullest(before) if before else None)

    def _first(self, phrase: Range) -> Range | None:
        """The longest earlier phrase, by way of others (الصحيفة، الصحيفة المحلية، صحيفة «...» المحلية)."""
        before = self.earlier(phrase)
        longer = self.earlier(before) if before and before[1] <= phrase[0] else None
        return longer if longer and before and self._same(before, longer) else before

    def _same(self, short: Range, full: Range) -> bool:
        """Whether a longer phrase has more than the short one only adjectives or a name in marks."""
        known = {self.keys[at] for at in range(*short)}
        more = [at for at in range(*full) if self.keys[at] not in known]
        marked = {n for at in more if at in self.quotations for n in range(at, self.quotations[at].close + 1)}
        return bool(more) and all(at in marked or self._qualifies(at) for at in more)

    def earlier(self, phrase: Range) -> Range | None:
        """For a common noun, the earlier, longer phrase of the same head; else the last one in the text."""
        head = self.names.head(phrase)
        annexed = self.words[head + 1 : phrase[1]][:1]
        definite = self.kinds[head] & self.names.bound or any(
            word.startswith(self.article) for word in (self.words[head], *annexed)
        )
        counted = self.kinds[phrase[0]] & self.names.quantity
        if counted or (not definite and head == phrase[0]):
            return None
        words = tuple(self.keys[head : phrase[1]])
        before = self._source_before(phrase, head) or self._text_before(phrase, head)
        if before and words in self.settled and self.words[before[0]].startswith(self.article):
            return self.settled[words]  # no other that the text brings in (صحيفة كذا)
        if before:
            self.settled[words] = before
        return before

    def _wanted(self, start: int, stop: int) -> set[str]:
        """What an earlier phrase has to have: all but words for the same (المصدر ذاته)."""
        return {self.keys[at] for at in range(start, stop) if not self.kinds[at] & self.names.same}

    def _source_before(self, phrase: Range, head: int) -> Range | None:
        wanted = self._wanted(head, phrase[1])
        recent = [other for other in self.mentions.headed[self.keys[head]] if other[0] < phrase[0]]
        recent = recent[-MOST:][::-1]
        for other in recent:
            longer = length(other) > len(wanted) or phrase[0] < head
            if longer and wanted <= set(self.keys[self.names.head(other) : other[1]]):
                return self._alone(self.names.core(other))
        return None

    def _text_before(self, phrase: Range, head: int) -> Range | None:
        if not self.kinds[head] & self.names.common:
            return None
        wanted = self._wanted(head, phrase[1])
        places = self.mentions.where(self.keys[head])
        here = bisect_left(places, phrase[0])
        for at in reversed(places[max(0, here - MOST) : here]):
            stop = self._phrase_end(at)
            stop = self._seam(at, stop)
            if self.holders.under(at):
                continue
            if stop - at > max(length(phrase), 1) and wanted <= set(self.keys[at:stop]):
                return Range((at, stop))
        return None

    def _no_more_of_plural(self, head: int, at: int) -> bool:
        """Whether a word is no adjective of people, which would end like them (الباحثون | الآثار)."""
        plural = self.words[head].startswith(self.article) and self.words[head].endswith(self.nominative)
        return plural and not self.words[at].endswith(self.nominative)

    def _named(self, head: int, at: int) -> bool:
        """Whether the name of what a noun is called stands here in marks (شركة «صدى»)."""
        marked = self.quotations.get(at) if self.kinds[head] & self.nameable else None
        if not marked or not marked.closed or marked.length > NAME:
            return False
        word = self.words[at + 1]
        return at == head + 1 or not word.startswith((self.article, *self.names.prepositions))

    def _seam(self, start: int, stop: int) -> int:
        """Where, of two definite noun phrases side by side, the second begins (نفت المملكة | الاتهامات)."""
        at = self.titles.phrases.split(Range((start, stop))) or stop
        pair = self.words[at - 1 : at + 1]
        return at if at < stop and all(word.startswith(self.article) for word in pair) else stop

    def _alone(self, phrase: Range) -> Range:
        """A phrase without the second body that is named beside the first (الشرطة | وهيئة الأسواق)."""
        for at in range(phrase[0] + 1, phrase[1]):
            if self.words[at][0] in self.titles.joined and self.kinds[at] & self.titles.heads:
                return Range((phrase[0], at))
        return phrase

    def _phrase_end(self, at: int) -> int:
        """Where the noun phrase that a common noun begins ends."""
        stop, limit = at + 1, min(len(self.words), at + _PHRASE)
        definite = (self.names.to_the, self.article)
        owner = self.words[at].startswith(definite) and not self.kinds[at] & self.names.leads
        while stop < limit and self.names.adjacent(stop - 1):
            if self._named(at, stop):
                stop = self.quotations[stop].close + 1
                while stop < limit and self._qualifies(stop):
                    stop += 1
                break
            if not self.words[stop][0].isalpha():
                break
            if self.kinds[stop] & (self.not_phrase | self.names.leads) or self.titles.and_the(stop):
                break
            other = self.titles.phrases.object_at(stop) and not self._qualifies(stop)
            if other or self._no_more_of_plural(at, stop):
                break
            if owner and not self.words[stop].startswith(self.article):
                break  # the name after it is not its own (الرئيسة التنفيذية للشركة فلانة)
            stop += 1
        return stop
