"""The subject of one clause: who acts in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from quotecli.grammar import Form, Grammar
from quotecli.model import Candidate, Layout, Range
from quotecli.name import Names
from quotecli.noun import Nouns
from quotecli.speaker import Speakers

_NAME = 3
"""Words in marks that are part of a subject, as a name."""


class Doers:
    """Reads the subjects of the clauses of one article; ``sources`` are those of its attributions."""

    def __init__(
        self, layout: Layout, grammar: Grammar, names: Names, nouns: Nouns, sources: Iterable[Range]
    ) -> None:
        self.words, self.kinds, self.article = layout.words, layout.kinds, grammar.article
        self.names, self.nouns, self.mentions = names, nouns, nouns.mentions
        self.phrases, self.agreement = names.phrases, names.agreement
        self.speakers = Speakers(layout, grammar, self.agreement)
        self.in_sources = {self.mentions.keys[at] for source in sources for at in range(*source)}
        self.opens, self.lexicon, bit = sorted(layout.quotations), grammar.kinds, grammar.bits
        self.bound, self.within = bit["prepositions-bound"], bit["office-prepositions"]
        self.opener = bit["conjunctions"] | bit["particles"] | bit["kana"] | bit["negatives"]
        self.nominal = bit["nominal-heads"]
        self.quantity = bit["quantities"]
        self.negative = bit["negatives"]
        self.also = bit["conjunctions"] | bit["as-words"]
        self.governing = bit["bodies"] | bit["documents"] | bit["quantities"]
        self.plural, self.comp_bare = bit["offices-plural"], bit["complementizers-bare"]
        self.comp_pronoun = bit["complementizers-pronoun"]
        self.this, self.governs = bit["demonstratives"] | bit["nominal-ends"], bit["prepositions"]
        self.within_body = bit["bodies"] | bit["portfolios"]
        self.verb = bit["finite"] | bit["finite-verbs-ambiguous"]
        self.stop = bit["prepositions"] | self.bound | bit["nominal-heads"] | bit["negatives"] | self.verb

    def clause(self, start: int, stop: int, form: Form) -> Range | None:
        """The subject of the verb that opens the sentence, if it may speak and ``form`` agrees with it."""
        also = self.kinds[start] & self.also == self.also
        at = start if also else self.phrases.asides(start, stop)
        while at < stop and self.kinds[at] & self.opener:
            at += 1
        if at >= stop:
            return None
        verbal = self.kinds[at] & self.verb or self._negated(at) or self._verb_before_office(at, stop)
        first = self._after_verb(at + 1, stop) if verbal else at
        if first >= stop or not self.phrases.can_start(first) or self.kinds[first - 1] & self.governs:
            return None
        stop = next((n for n in range(first, stop) if self._ends_subject(n)), stop)
        phrase = Range((first, self.phrases.source_end(first, stop)))
        counted = bool(self.kinds[first] & self.quantity)  # آلاف المزارعين is one phrase
        split = self.phrases.split(Range((first + counted, phrase[1])))
        phrase = self.names.core(Range((first, split or phrase[1])))
        phrase = self.mentions.trimmed(phrase)
        if phrase[1] <= phrase[0]:
            return None
        if self._many(phrase, form):
            return self._full(phrase)
        if not (self.may_speak(phrase) or self._acts(phrase, form)):
            return None
        return self._full(phrase) if self._agrees(phrase, form) else None

    def inner(self, candidate: Candidate, start: int) -> Range | None:
        """The subject of the clause said from ``start`` on that a verb in it goes on with.

        (قال فلان إن الوزارة بدأت كذا ووعدت بكذا; not: قال إنه زار الوزارة ووعد بكذا)
        """
        cue, form = candidate.cue, candidate.reading.form
        pronoun = any(self.kinds[at] & self.comp_pronoun for at in range(start, cue.start))
        if not form.finite or not cue.lead or pronoun or not self.kinds[start - 1] & self.comp_bare:
            return None
        return self.clause(start, cue.start, form)

    def _agrees(self, phrase: Range, form: Form) -> bool:
        """Whether a verb may be the phrase's; the name of one person is no plural (لكن سالما ...، قالوا)."""
        several = any(self.words[at].startswith(self.names.joined) for at in range(*phrase))
        if form.number == "p" and self.names.personal(phrase) and not several:
            return bool(self.kinds[self.names.head(phrase)] & self.plural)
        return self.agreement.full(form, self.agreement.features(phrase))

    def _after_verb(self, at: int, stop: int) -> int:
        """Where the subject may begin after a verb, past what was said for short (أكد ذلك لـ«...»)."""
        at += at < stop and bool(self.kinds[at] & self.this)
        medium = self.phrases.quotations.get(at + 1)
        if medium and at < stop and self.words[at] in self.names.prepositions:
            at = medium.close + 1
        return self.phrases.asides(at, stop)

    def _negated(self, at: int) -> bool:
        """Whether an unknown word follows a negative, so that it is a verb (ولم تتأخر الشركة)."""
        return at > 0 and bool(self.kinds[at - 1] & self.negative) and not self.kinds[at]

    def _verb_before_office(self, at: int, stop: int) -> bool:
        """Whether an unknown word, or one that may be a verb, has an office with the article after it.

        Or the name of a source (وعارض السيناتور القرار، وأقال فلان الوزير).
        """
        word, kind = self.words[at], self.kinds[at]
        if at + 1 >= stop or not word.startswith(self.names.joined) or kind & self.names.title:
            return False
        if self.lexicon.get(word[1:], 0) & self.governing:
            return False
        office = self.words[at + 1].startswith(self.article) and self.kinds[at + 1] & self.names.title
        return bool(office or (not kind and self._has_name(at + 1)))

    def _has_name(self, at: int) -> bool:
        """Whether an unknown word is somebody's name, whom the article gives a fuller one elsewhere."""
        if self.kinds[at] or not self.words[at].isalpha() or self.words[at].startswith(self.article):
            return False
        full = self.mentions.fullest(Range((at, at + 1)))
        return full[1] - full[0] > 1 and self._titled(full)

    def _ends_subject(self, at: int) -> bool:
        """Whether no subject goes on here; the preposition of an office is part of it, as is a name in marks.

        (المتحدث باسم «...»); what stands in longer marks is said by somebody, and none.
        """
        opened = bisect_right(self.opens, at) - 1
        quotation = self.phrases.quotations[self.opens[opened]] if opened >= 0 else None
        if quotation and quotation.open <= at < quotation.close:
            return quotation.length > _NAME
        if self._annexed(at):
            return False
        kind, after = self.kinds[at], self.kinds[at + 1] if at + 1 < len(self.kinds) else 0
        office = kind & self.within and (kind & self.bound or after & self.within_body)
        return bool(kind & self.stop) and not office

    def _annexed(self, at: int) -> bool:
        """Whether a noun belongs to the indefinite office or body right before it (هيئة | تنظيم كذا)."""
        before = self.kinds[at - 1] & (self.names.leads | self.within_body) & ~self.names.given
        nominal = self.kinds[at] & self.nominal and not self.kinds[at] & (
            self.verb | self.governs | self.bound
        )
        return bool(before and nominal) and not self.words[at - 1].startswith(self.article)

    def may_speak(self, phrase: Range) -> bool:
        """Whether the phrase tells a person or body, or is the name of someone who is a source elsewhere."""
        head = self.names.head(phrase)
        phrase = self.mentions.titles.office(phrase)
        if self.speakers.person(head) or self._titled(phrase) or self._titled(self.mentions.fullest(phrase)):
            return True
        return self.mentions.keys[head] in self.in_sources and bool(self.names.proper(phrase))

    def _many(self, phrase: Range, form: Form) -> bool:
        """Whether a verb or participle in the plural goes with a number of people (تظاهر المئات، مطالبين)."""
        verbal = form.finite or form.mood == "participle"
        number = self.kinds[phrase[0]] & self.quantity and not self.kinds[phrase[0]] & self.this
        cut = phrase[1] < len(self.words) and self.kinds[phrase[1]] & self.governs  # العديد | من الناس
        return bool(verbal and number and not cut) and form.number == "p" and form.gender != "f"

    def _acts(self, phrase: Range, form: Form) -> bool:
        """Whether a participle goes with a name that no list has (زار هولم كروغر ...، مؤكدا)."""
        words = range(*phrase)
        unknown = not any(self.kinds[at] & ~self.names.given for at in words)
        bare = not any(self.words[at].startswith(self.article) for at in words)
        return form.mood == "participle" and unknown and bare and len(self.names.proper(phrase)) > 1

    def _titled(self, phrase: Range) -> bool:
        return any(self.kinds[at] & self.names.leads for at in range(*phrase))

    def _full(self, phrase: Range) -> Range:
        if self.names.personal(phrase):
            return self.mentions.fullest(phrase)
        return self.nouns.referent(phrase) or self.names.core(phrase)
