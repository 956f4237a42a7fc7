"""Whom a statement without a source goes back to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from quotecli.author import Authors
from quotecli.category import ADD
from quotecli.grammar import Form, Grammar
from quotecli.model import Candidate, Layout, Range, Sentence
from quotecli.name import Names
from quotecli.noun import Nouns

_CLAUSES = 60
"""Words before a cue in which the clause is looked for that it goes on with."""
_ANTECEDENT = 5
"""Words before a relative pronoun in which whom it stands for is looked for."""
_NEAR = 12
"""Words before a cue in which a relative clause stands that it goes on with."""


class Subjects(Authors):
    """Finds whom statements without a source go back to, in one article."""

    def __init__(
        self, layout: Layout, grammar: Grammar, names: Names, nouns: Nouns, sources: Iterable[Range]
    ) -> None:
        super().__init__(layout, grammar, names, nouns, sources)
        self.sentences, bit = layout.sentences, grammar.bits
        self.from_pronoun = bit["from-pronouns"]
        self.who, self.pause = bit["whos"], bit["pauses"]
        self.which = bit["relatives-singular"]
        self.particle = bit["kana"] | bit["verb-particles"]
        self.topic = bit["topics"]
        self.actor = names.personal_head | bit["bodies"] | bit["countries"] | bit["outlets"]

    def owner(self, candidate: Candidate) -> Range | None:
        """Whose words a clause goes with that tells what was said in them (تصريحات فلان التي أكد فيها)."""
        object_of = candidate.reading.form.suffix  # what a clause goes with is no subject (الذي وصفته)
        relative = "relative" in candidate.construction.left and not object_of
        if not relative and not self._of_document(candidate):
            return self._topic(candidate) or self._antecedent(candidate)
        return self._owner(candidate) or (None if relative else self._writer(candidate))

    def _topic(self, candidate: Candidate) -> Range | None:
        """Whom a clause is about that a verb with a conjunction goes on with (، أما فلان، فقال إن ...)."""
        cue, first = candidate.cue, candidate.sentence.start
        if not cue.lead or not candidate.reading.form.finite:
            return None
        for at in range(cue.start - 1, max(first, cue.start - _NEAR), -1):
            if self.kinds[at] & self.topic:
                end = self.phrases.source_end(at + 1, cue.start)
                phrase = self.names.core(Range((at + 1, end)))
                whole = end > at + 1 and self.phrases.asides(end, cue.start) >= cue.start
                fits = whole and self.may_speak(phrase) and self._agrees(phrase, candidate.reading.form)
                return self._full(phrase) if fits else None
        return None

    def _antecedent(self, candidate: Candidate) -> Range | None:
        """Whom a relative clause goes with (أصيب برصاص الجيش الذي أفاد بأن)."""
        at, form = candidate.cue.start - 1, candidate.reading.form
        while self.kinds[at] & self.particle:
            at -= 1
        if candidate.cue.lead or form.suffix or not self.kinds[at] & self.which:
            return None
        stop = at - bool(self.kinds[at - 1] & self.pause)
        near = range(stop - 1, max(candidate.sentence.start, stop - _ANTECEDENT) - 1, -1)
        first = next((n for n in near if self.kinds[n] & self.actor), None)
        apart = self.pause | self.governs  # الحزب من التزوير، الذي
        if first is None or any(self.kinds[n] & apart for n in range(first, stop)):
            return None
        phrase = self.names.core(Range((first, stop)))
        return self._full(phrase) if self.agreement.full(form, self.agreement.features(phrase)) else None

    def nobody(self, candidate: Candidate) -> bool:
        """Whether nobody in particular speaks: it is believed, those who say, a confirmation.

        (يعتقد أن، هناك من يقول إن، حصل على تأكيد بأن; but: إنه يعتقد أن)
        """
        reading, cue = candidate.reading, candidate.cue
        before = self.kinds[cue.start - 1] if cue.start and not cue.lead else 0
        if reading.form.finite:
            passive = reading.form.text in reading.verb.impersonal and not before & self.comp_pronoun
            return bool(passive or (before & self.who and not reading.form.suffix))
        return reading.mood == "noun" and not reading.form.definite

    def relayed(self, candidate: Candidate) -> bool:
        """Whether the sentence's subject passes on the words of another (نقلت عنه الوكالة قوله إن ...)."""
        first, cue = candidate.sentence.start, candidate.cue
        words = range(max(first, cue.start - _NEAR), cue.start)
        own = candidate.reading.mood == "own-noun"
        return own and any(self.kinds[at] & self.from_pronoun for at in words)

    def issuer(self, candidate: Candidate) -> Range | None:
        """Whose document it is that something stands in (أصدر الحزب بيانا جاء فيه)."""
        if not candidate.source or "document" not in candidate.construction.left:
            return None
        return self.clause(candidate.sentence.start, candidate.source[0], candidate.reading.form)

    def subject(self, candidate: Candidate) -> Range | None:
        """The subject of the sentence, or of the nearest clause that the cue goes on with."""
        start, stop, form = candidate.sentence.start, candidate.cue.start, candidate.reading.form
        return self._of_relative(candidate) or self.clause(start, stop, form) or self._nearest(candidate)

    def _of_relative(self, candidate: Candidate) -> Range | None:
        """Whom a relative clause tells of that a verb goes on with (بسبب فلان الذي هاجم الوزير ودعا إلى)."""
        cue, first = candidate.cue, candidate.sentence.start
        if not candidate.reading.form.finite or not cue.lead:
            return None
        for at in range(cue.start - 1, max(first, cue.start - _NEAR), -1):
            if self.kinds[at] & self.pause:
                return None
            if self.kinds[at] & self.relative:
                person = self.mentions.titles.before(at - 1)
                full = self.mentions.fullest(person)
                known = full[1] - full[0] > 1 and self.names.personal(full)
                return full if known and self._agrees(full, candidate.reading.form) else None
        return None

    def _nearest(self, candidate: Candidate) -> Range | None:
        """The subject of the nearest clause before a cue that goes on with it (وهاجم فلان كذا، وقال)."""
        form, first, cue = candidate.reading.form, candidate.sentence.start, candidate.cue
        if form.finite and not cue.lead:
            return None
        for at in range(cue.start - 2, max(first, cue.start - _CLAUSES), -1):
            if self.kinds[at] & self.pause:
                subject = self.clause(at + 1, cue.start, form)
                if subject:
                    return subject
        return None

    def doer(self, candidate: Candidate) -> Range | None:
        """The subject of the nearest verb in the sentence, wherever it stands (بعدما خرج فلان، متهما)."""
        first, cue = candidate.sentence.start, candidate.cue
        for at in range(cue.start - 2, max(first, cue.start - _CLAUSES), -1):
            if self.kinds[at] & self.verb and not self.words[at].startswith(self.article):
                subject = self.clause(at, cue.start, candidate.reading.form)
                if subject:
                    return subject
        return None

    def between(self, candidate: Candidate, spoken: int, aside: bool) -> Range | None:
        """Who acts in the sentence before, of the same paragraph, if nobody has spoken since ``spoken``.

        (أكد الوزير أن ... . ودافع المدرب عن الحكم. وقال: ...); what is added is said by who spoke last.
        """
        reading, sentence = candidate.reading, candidate.sentence
        before = self._sentence_before(sentence)
        far = before and before.paragraph != sentence.paragraph and not aside
        apart = not before or before.start <= spoken or far
        if not before or apart or reading.verb.category == ADD or not reading.form.finite:
            return None
        subject = self.clause(before.start, before.stop, reading.form)
        return subject if subject and self._acts_itself(self.names.head(subject)) else None

    def _acts_itself(self, head: int) -> bool:
        """Whether a noun is a person, a body or a country, or the name of a source."""
        return bool(self.kinds[head] & self.actor) or self.mentions.known(self.mentions.keys[head])

    def before(self, sentence: Sentence, form: Form) -> Range | None:
        """The subject of the sentence before, for the first statement of all."""
        before = self._sentence_before(sentence)
        return self.clause(before.start, before.stop, form) if before else None

    def _sentence_before(self, sentence: Sentence) -> Sentence | None:
        at = bisect_left(self.sentences, sentence.start, key=lambda one: one.start)
        return self.sentences[at - 1] if at else None
