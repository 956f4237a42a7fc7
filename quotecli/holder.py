"""Who holds an office: the name that stands beside a title elsewhere in the article."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from quotecli.grammar import Grammar
from quotecli.mention import MOST, Mentions, length
from quotecli.model import Layout, Range
from quotecli.name import Names
from quotecli.speech import NAME

_TITLE = 14
"""Words in a title before the name of who bears it."""
_NAME = 4
"""Words in that name."""


@dataclass(frozen=True, slots=True)
class _Held:
    """A title in the text, its words for comparing, and the fullest name of who bears it."""

    title: Range
    keys: frozenset[str]
    name: Range


class Holders:
    """Finds who bears the titles of one article."""

    def __init__(self, layout: Layout, grammar: Grammar, names: Names, mentions: Mentions) -> None:
        self.words, self.kinds, self.quotations = layout.words, layout.kinds, layout.quotations
        self.names, self.mentions, self.titles = names, mentions, mentions.titles
        bit = grammar.bits
        self.single, self.plural = self.titles.single, bit["offices-plural"]
        self.country, self.particle = bit["countries"], bit["name-particles"]
        self.name = bit["given-names"] | self.particle
        self.nisba = (*names.nisba, *(one + names.feminines[0] for one in names.nisba))
        self.others = self.plural | bit["bodies"]
        self.where = names.within | names.bound | bit["bodies"] | bit["portfolios"]
        self.no_title = names.breaks | names.nominal | names.comma
        self._held: dict[int, _Held | None] = {}

    def holder(self, phrase: Range) -> Range | None:
        """The fullest name of whoever bears the title that a phrase is (شيخ الجامع، الرئيس التنفيذي)."""
        head = self.names.head(phrase)
        if not self._is_title(phrase, head):
            return None
        words = [at for at in range(head, phrase[1]) if self.words[at].isalpha()]
        wanted = {self.mentions.keys[at] for at in words if not self.kinds[at] & self.names.same}
        held, national = self._bearers(head), head + 1 < phrase[1] and self._nisba(head + 1)
        exact = [one for one in held if wanted <= one.keys and not (national and self._over(one))]
        if exact:
            return self._nearest(exact, phrase[0], head)
        loose = wanted - {self.mentions.keys[at] for at in range(head, phrase[1]) if self._nisba(at)}
        alike = [one for one in held if loose <= one.keys and self._plain(one)]
        return alike[0].name if len({self._proper(one) for one in alike}) == 1 else None

    def _is_title(self, phrase: Range, head: int) -> bool:
        """Whether a phrase is one person's title, definite or annexed to a noun that is."""
        near = range(head, min(head + 3, phrase[1]))
        if head > phrase[0] or not self.kinds[head] & self.single or self.kinds[head] & self.plural:
            return False
        return any(
            self.words[at].startswith(self.names.article) or self.kinds[at] & self.country for at in near
        )

    def _nisba(self, at: int) -> bool:
        word = self.words[at]
        return word.startswith(self.names.article) and word.endswith(self.nisba) and not self.kinds[at]

    def _over(self, one: _Held) -> bool:
        """Whether a title is held over a body or others (رئيس الوزراء السوري is no الرئيس السوري)."""
        return bool(self.kinds[one.title[0] + 1] & self.others)

    def _plain(self, one: _Held) -> bool:
        """Whether a title says nothing of where it is held (الفنان؛ not: المتحدث باسم الوزارة)."""
        return not any(self.kinds[at] & self.where or self._nisba(at) for at in range(*one.title))

    def _proper(self, one: _Held) -> frozenset[str]:
        return frozenset(self.mentions.keys[at] for at in self.names.proper(one.name))

    def _nearest(self, held: list[_Held], at: int, head: int) -> Range:
        """Of several that bear a title, the last one before ``at``; with the article, if the title has it."""
        article = self.names.article
        if self.words[head].startswith(article):
            held = [one for one in held if self.words[one.title[0]].startswith(article)] or held
        before = [one for one in held if one.title[0] < at]
        return (before[-1] if before else held[0]).name

    def _bearers(self, head: int) -> list[_Held]:
        places = self.mentions.where(self.mentions.keys[head])
        near = bisect_left(places, head)
        places = places[max(0, near - MOST // 2) : near + MOST // 2]
        return [one for one in map(self._bearer, places) if one]

    def _bearer(self, at: int) -> _Held | None:
        if at not in self._held:
            self._held[at] = self._after(at) or self._before(at)
        return self._held[at]

    def _after(self, at: int) -> _Held | None:
        """A title with the name after it (مدير الميناء، سالم العلي؛ الرئيس فلان)."""
        if not self.kinds[at] & self.single or self.under(at):
            return None
        stop = self._title_end(at)
        name = self._name(stop + bool(self.kinds[stop] & self.names.comma)) if stop else None
        if not stop or not name or self.titles.owned(Range((at, name[1]))):
            return None
        full = self.titles.office(Range((at, name[1])))
        return self._held_by(full, name, Range((at, stop)))

    def _held_by(self, full: Range, name: Range, title: Range) -> _Held:
        keys = frozenset(self.mentions.keys[slice(*title)])
        first = length(name) == 1 and self.kinds[name[0]] & self.names.given  # others may have it, too
        return _Held(title, keys, full if first else max(full, self.mentions.fullest(name), key=length))

    def under(self, at: int) -> bool:
        """Whether a title belongs to the office of another (نائب | وزير الدفاع فلان)."""
        before = at > 0 and self.kinds[at] & self.kinds[at - 1] & self.single and self.names.adjacent(at - 1)
        return bool(before) and not self.words[at - 1].startswith(self.names.article)

    def _title_end(self, at: int) -> int | None:
        """Where the name, or a comma before it, follows the title that begins at ``at``."""
        stop, limit = at + 1, min(len(self.words) - 1, at + _TITLE)
        while stop < limit:
            kind, quotation = self.kinds[stop], self.quotations.get(stop)
            if not self.names.adjacent(stop - 1) and not kind & self.names.comma:
                return None
            if kind & self.names.comma:
                return stop if self._begins(stop + 1) else None
            if self._begins(stop):
                return stop
            if quotation and quotation.closed and quotation.length <= NAME:
                stop = quotation.close
            elif not self._goes_on(stop, kind):
                return None
            stop += 1
        return None

    def _goes_on(self, at: int, kind: int) -> bool:
        """Whether a word is part of a title; another's title inside it has the name (مستشار الرئيس فلان)."""
        if kind & self.names.within:
            return True
        word, other = self.words[at], self.titles.phrases.object_at(at) or self.titles.verbal(self.words[at])
        if kind & self.no_title or not word[0].isalpha() or other:
            return False
        if self.words[at - 1].startswith(self.names.article):
            led = kind & (self.names.bound | self.single) or self.words[at][0] in self.titles.joined
            return bool(led) or self.words[at].startswith(self.names.article)
        return not kind & self.single or bool(kind & self.titles.body)

    def _begins(self, at: int) -> bool:
        """Whether a name begins here: a given name, or one that a source in the article bears."""
        if not self.words[at].isalpha() or self.words[at].startswith(self.names.article):
            return False
        known = self.mentions.known(self.mentions.keys[at]) and not self.kinds[at] & self.names.common
        return bool(known) or bool(self.titles.given(at) and self.names.adjacent(at))

    def _name(self, start: int) -> Range:
        """The name that begins at ``start``: two words, and more where a source bears them or it goes on."""
        stop, limit = start + 1, min(start + _NAME, len(self.words))
        while stop < limit and self.names.adjacent(stop - 1) and self._names_on(stop, stop - start):
            stop += 1
        return Range((start, stop))

    def name_at(self, at: int) -> Range | None:
        """The name that begins at ``at``, if one does."""
        return self._name(at) if at < len(self.words) and self._begins(at) else None

    def _names_on(self, at: int, size: int) -> bool:
        kind, word = self.kinds[at], self.words[at]
        if not word.isalpha() or kind & self.no_title:
            return False
        particle = (kind | self.kinds[at - 1]) & self.particle
        if particle or self.mentions.known(self.mentions.keys[at]):
            return True
        if word.startswith(self.names.article):
            return size == 1 and self.names.surname(at)
        return size == 1 and not kind & ~self.name

    def _named(self, last: int) -> bool:
        """Whether a name ends here: one that a source bears, or a word after a given name."""
        before = self.kinds[last - 1]
        first = before & self.name and not self.words[last - 1].startswith(self.names.article)
        more = not self.kinds[last] & ~self.name or self.names.surname(last)
        name = (first and more) or (before & self.particle and self.names.adjacent(last - 1))
        return self.mentions.known(self.mentions.keys[last]) or bool(name)

    def _before(self, at: int) -> _Held | None:
        """A title set after the name (سالم العلي، مدير الميناء)."""
        last = at - 1 - bool(at and self.kinds[at - 1] & self.names.comma)
        if last < 1 or not self.words[last].isalpha() or self.kinds[last] & self.names.breaks:
            return None
        name = self.titles.before(last)
        full = self.titles.office(name) if self._named(last) and self.names.personal(name) else name
        return self._held_by(full, name, Range((at, full[1]))) if full[1] > at else None
