"""Seams: where one noun phrase is complete and another begins beside it.

Arabic puts subject and object side by side, with nothing between them (اتهم الوزير | الشركة). All positions
are token positions.
"""

from __future__ import annotations

from quotecli.grammar import Grammar
from quotecli.model import Layout, Range
from quotecli.objects import Objects


class Seams(Objects):
    """Finds the seams between the noun phrases of one article."""

    def __init__(self, layout: Layout, grammar: Grammar) -> None:
        super().__init__(layout, grammar)
        bit = grammar.bits
        self.second = bit["numbers"] | bit["heads"] | bit["demonstratives"] | bit["countries"]
        self.second |= bit["bodies-named"]
        self.address = bit["forms-of-address"]
        self.annexing = self.preposition | self.within | self.finite | bit["ones"] | bit["name-particles"]
        self.title, self.ordinal, self.all = bit["titles"], bit["numbers"], bit["universals"]
        self.reason = bit["reasons"]
        self.called, self.demonstrative = bit["called-upon"], bit["demonstratives"]
        self.folk = self.called | bit["offices-plural"]

    def split(self, phrase: Range) -> int | None:
        """Where, of two noun phrases side by side, the first ends (اتهم الوزير | الشركة بكذا)."""
        inside = phrase[0]
        for at in range(phrase[0] + 1, phrase[1]):
            kind = self.kinds[at]
            if at - 1 in self.quotations:
                inside = self.quotations[at - 1].close
            if at <= inside:
                continue
            before = self.kinds[at - 1]
            annexed = before & self.annexing or self._governs_next(at - 1) or self._addressed(at)
            free = not (kind & self.bound or annexed or self._joined(at))
            titled = (kind & self.named and before & self.leads) or self._surname(at, phrase[1])
            listed = kind & self.second and not titled and not self.words[at].endswith(self.nominative)
            other = (
                self.called_upon(at)
                or self._things(at)
                or self._deed(at)
                or self._after_plural(at)
                or self._after_full_name(at, phrase[0])
                or (listed and not self._adjective(at))
            )
            if other and free and self.complete(at) and not self._apposed(at, phrase):
                return at - 1 if self.kinds[at - 1] & self.comma else at
        return None

    def _governs_next(self, at: int) -> bool:
        """Whether an office stands here, a name besides, that governs the noun after it (مساعد الوزير)."""
        kind = self.kinds[at]
        return bool(kind & self.named and kind & self.leads) and not self.words[at].startswith(self.article)

    def _addressed(self, at: int) -> bool:
        """Whether an office goes with the courtesy before it (السيد الوزير)."""
        return bool(self.kinds[at - 1] & self.address and self.kinds[at] & self.leads)

    def _apposed(self, at: int, phrase: Range) -> bool:
        """Whether an office between commas, a title before a name or an ordinal goes with what stands before.

        (سالم العلي، وزير النقل، إلى؛ العاهل التونسي الملك سالم؛ النائب الأول؛ الملك فهد الثالث)
        """
        kind, definite = self.kinds[at], self.words[at].startswith(self.article)
        if self.kinds[at - 1] & self.comma:
            closed = phrase[1] < len(self.kinds) and self.kinds[phrase[1]] & self.comma
            return bool(closed and kind & self.leads) and not definite
        if definite and kind & self.ordinal and self.kinds[at - 1] & self.named:
            return True
        if not definite or not self.words[at - 1].startswith(self.article):
            return False
        named = at + 1 < phrase[1] and self.kinds[at + 1] & self.named
        body = kind & self.organ and not self.words[at - 1].endswith(self.feminine)
        origin = self.words[at - 1].endswith(self.nisba) and not self.kinds[at - 2] & self.named
        return bool(kind & (self.ordinal | self.rank) and not body) or bool(
            kind & self.title and named and origin
        )

    def _after_plural(self, at: int) -> bool:
        """Whether an unknown word with no article follows a definite plural (وصف المدعون | بانل)."""
        before, word = self.words[at - 1], self.words[at]
        plural = before.startswith(self.article) and before.endswith(self.nominative)
        bare = word.isalpha() and word[0] not in (*self.joined, self.article[0])
        return plural and bare and not self.kinds[at]

    def total(self, at: int) -> bool:
        """Whether a word of totality begins a phrase of its own, as an object does (دعا | جميع الدول إلى)."""
        after = self.words[at + 1] if at + 1 < len(self.words) else ""
        whole = after.startswith(self.article) or self.words[at].endswith(self.accusative)
        return bool(self.kinds[at] & self.all) and whole

    def called_upon(self, at: int) -> bool:
        """Whether a phrase begins here for those whom somebody calls upon (المجتمع الدولي، جميع الدول)."""
        return bool(self.kinds[at] & self.called) or self.total(at) or self._followers(at)

    def _followers(self, at: int) -> bool:
        """Whether somebody's people stand here, whom he calls upon himself (طالب | لاعبيه; not: معارضوه)."""
        owned = (one for one in self.possessives if self.words[at].endswith(one))
        stems = [self.words[at].removesuffix(one) for one in owned]
        stems = [stem for stem in stems if not stem.endswith(self.nominative[0][0])]
        stems += [stem[:-1] + self.feminine for stem in stems if stem.endswith(self.plural[-1])]
        stem = max((self.lexicon.get(stem, 0) & self.folk for stem in stems), default=0)
        return bool(stem & self.called or (stem and not self.kinds[at]))

    def is_thing(self, phrase: Range) -> bool:
        """Whether the phrase tells an event or a text, which no one is (وصف القرار بأنه ظالم)."""
        kind, stem = self.kinds[phrase[0]], self.stem(phrase[0])
        return bool((kind | stem & self.verbal) & (self.noun | self.demonstrative) and not kind & self.leads)

    def _surname(self, at: int, stop: int) -> bool:
        """Whether an office that ends a phrase, or stands before a comma, is a surname (سالم الحداد)."""
        given = self.kinds[at - 1] & self.named and not self.kinds[at - 1] & self.leads
        office, definite = given and self.kinds[at] & self.leads, self.words[at].startswith(self.article)
        return bool(office) and (at + 1 == stop or bool(definite and self.kinds[at + 1] & self.comma))

    def _after_full_name(self, at: int, start: int) -> bool:
        """Whether an unknown definite noun follows a name of two words or more (اتهم فلان بيرغ | الغرب)."""
        names = at - 2, at - 1
        if at - 2 < start or not self._unknown(at):
            return False
        bare = all(self._bare(n) and not self.kinds[n] & ~self.named for n in names)
        return bare and not self.kinds[at - 1]

    def after_name(self, phrase: Range, things: bool = False) -> int | None:
        """Where a source ends whose verb must have an object: at an office, a comma, an event.

        ``things`` tells that the object is never somebody.

        (اتهم فلان | وزير كذا، اتهم الوزير، فلان |، الغرب، وصف الوزير | القرار)
        """
        commas = [at for at in range(*phrase) if self.kinds[at] & self.comma]
        if commas and commas[-1] + 1 < phrase[1] and (len(commas) > 1 or self._unknown(commas[-1] + 1)):
            return commas[-1]
        for at in range(phrase[0] + 1, phrase[1]):
            word = self.words[at]
            other = not (word.startswith(self.article) or word.endswith(self.nominative))
            if self.kinds[at] & self.leads and other:
                return at
            if self.kinds[at - 1] & ~self.named or not self.words[at - 1].isalpha():
                break
        return next((at for at in range(phrase[0] + 1, phrase[1]) if self._ends(at, phrase[1], things)), None)

    def _ends(self, at: int, stop: int, things: bool) -> bool:
        """Whether an event, with its adjectives, is all that follows (الوزير | القرار الأخير)."""
        thing = self._event(at) or (things and at + 1 == stop and self._unknown(at))
        return thing and self.complete(at) and all(self.has_article(n, stop) for n in range(at, stop))

    def event_in(self, phrase: Range) -> int | None:
        """Where, after a definite noun, an event or a reason begins (عزا الوزير | ارتفاع كذا)."""
        other = self.named | self.leads | self.portfolio | self.bound
        for at in range(phrase[0] + 1, phrase[1]):
            noun = self.kinds[at] & (self.noun | self.reason) and not self.kinds[at] & other
            if noun and not self.words[at].startswith(self.article) and self.complete(at):
                return at - bool(self.kinds[at - 1] & self.comma)
        return None

    def _event(self, at: int) -> bool:
        """Whether a definite noun for an event or a text stands here (وصف الوزير | القرار بأنه ...)."""
        stem = self.stem(at)
        return bool(stem & self.noun) and not stem & (self.leads | self.portfolio)

    def _unknown(self, at: int) -> bool:
        """Whether an unknown definite noun stands here, and no adjective."""
        word = self.words[at]
        return not self.kinds[at] and word.startswith(self.article) and not word.endswith(self.nisba)

    def _things(self, at: int) -> bool:
        """Whether a definite plural of things stands here, which no adjective of a person is (الضربات)."""
        plural = self.words[at].startswith(self.article) and self.words[at].endswith(self.plural)
        return plural and not self.kinds[at] and self._name_over(at)

    def _deed(self, at: int) -> bool:
        """Whether a verbal noun begins a phrase of its own (وصف الوزير | إغلاق المعبر بأنه خطأ)."""
        kind = self.kinds[at]
        other = kind & (self.named | self.leads | self.organ | self.portfolio | self.bound | self.country)
        apart = not self.kinds[at - 1] & self.relative and self._name_over(at)
        return bool(kind & self.verbal) and not other and apart

    def _adjective(self, at: int) -> bool:
        """Whether a definite word in ي right after a definite noun qualifies it (الحزب الديمقراطي).

        After an office it may be whom the verb concerns (الوزير | النادي), but not after a second one.
        """
        pair = self.defined(at - 1), self.words[at].startswith(self.article)
        person = self.kinds[at - 1] & self.leads and self.words[at - 1].startswith(self.article)
        return all(pair) and not person and self.words[at].endswith(self.nisba)
