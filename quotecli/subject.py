"""Whom a statement without a source goes back to: subjects of clauses, owners of documents."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from quotecli.agree import Agreement
from quotecli.grammar import Form, Grammar
from quotecli.model import Candidate, Layout, Range, Sentence
from quotecli.name import Names
from quotecli.noun import Nouns
from quotecli.phrase import Phrases
from quotecli.speaker import Speakers

_CLAUSES = 60
"""Words before a cue in which the clause is looked for that it goes on with."""
_NAME = 3
"""Words in marks that are part of a subject, as a name."""
_NEAR = 12
"""Words before a relative clause in which the document is looked for that it goes with."""


class Subjects:
    """Finds the subjects of the clauses of one article; ``sources`` are those of its attributions."""

    def __init__(
        self, layout: Layout, grammar: Grammar, names: Names, nouns: Nouns, sources: Iterable[Range]
    ) -> None:
        self.words, self.kinds, self.sentences = layout.words, layout.kinds, layout.sentences
        self.names, self.nouns, self.mentions = names, nouns, nouns.mentions
        self.phrases, self.agreement = Phrases(layout, grammar), Agreement(layout, grammar)
        self.speakers = Speakers(layout, grammar, self.agreement)
        self.in_sources = {self.mentions.keys[at] for source in sources for at in range(*source)}
        bit, self.article = grammar.bits, grammar.article
        self.document, self.within_body = (
            bit["occasions"] | bit["documents"],
            bit["bodies"] | bit["portfolios"],
        )
        self.with_pronoun, self.from_pronoun = bit["prepositions-with-pronoun"], bit["from-pronouns"]
        self.listed = bit["finite-verbs"] & ~bit["finite-verbs-ambiguous"]
        self.opens, self.pause = sorted(layout.quotations), bit["pauses"]
        self.bound, self.within = bit["prepositions-bound"], bit["office-prepositions"]
        self.opener = bit["conjunctions"] | bit["particles"] | bit["kana"] | bit["negatives"]
        self.also = bit["conjunctions"] | bit["as-words"]
        self.lexicon, self.governing = grammar.kinds, bit["bodies"] | bit["documents"] | bit["quantities"]
        self.comp, self.bare, self.who = bit["complementizers"], bit["complementizers-bare"], bit["whos"]
        self.relative, self.verb = bit["relatives"], bit["finite"] | bit["finite-verbs-ambiguous"]
        self.stop = bit["prepositions"] | self.bound | bit["nominal-heads"] | bit["negatives"] | self.verb

    def owner(self, candidate: Candidate) -> Range | None:
        """Whose words a clause goes with that tells what was said in them (تصريحات فلان التي أكد فيها)."""
        object_of = candidate.reading.form.suffix  # what a clause goes with is no subject (الذي وصفته)
        relative = "relative" in candidate.construction.left and not object_of
        return self._owner(candidate) if relative or self._of_document(candidate) else None

    def nobody(self, candidate: Candidate) -> bool:
        """Whether nobody in particular speaks: it is believed, those who say, a confirmation.

        (يعتقد أن، هناك من يقول إن، حصل على تأكيد بأن; but: إنه يعتقد أن)
        """
        reading, cue = candidate.reading, candidate.cue
        before = self.kinds[cue.start - 1] if cue.start and not cue.lead else 0
        if reading.form.finite:
            pronoun = before & self.comp and not before & self.bare
            one = before & self.who and not reading.form.suffix
            return bool(one) or (reading.form.text in reading.verb.impersonal and not pronoun)
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
        return self._subject(candidate.sentence.start, candidate.source[0], candidate.reading.form)

    def subject(self, candidate: Candidate) -> Range | None:
        """The subject of the sentence, or of the nearest clause that the cue goes on with."""
        start, stop, form = candidate.sentence.start, candidate.cue.start, candidate.reading.form
        return self._subject(start, stop, form) or self._nearest(candidate)

    def _of_document(self, candidate: Candidate) -> bool:
        """Whether a verb tells what was said in a document named before it (تصريحات لفلان أكد فيها أن)."""
        after = candidate.cue.stop
        resumed = after < len(self.kinds) and self.kinds[after] & self.with_pronoun
        return bool(resumed) and not candidate.cue.lead and self._document(candidate) < candidate.start

    def _document(self, candidate: Candidate) -> int:
        """Where the document begins that a relative clause goes with; the clause itself if there is none."""
        start = candidate.start
        places = range(start - 1, max(candidate.sentence.start, start - _NEAR) - 1, -1)
        return next((at for at in places if self.kinds[at] & self.document), start)

    def _owner(self, candidate: Candidate) -> Range | None:
        """Whose words a relative clause goes with (تصريحات الوزير فلان التي أكد فيها)."""
        start, stop = self._document(candidate), candidate.cue.start
        first = next((at for at in range(start + 1, stop) if self._owns(at)), stop)
        end = next((at for at in range(first, stop) if self.kinds[at] & self.relative), stop)
        if first >= end:
            return None
        return self._full(Range((first, self.phrases.source_end(first, end))))

    def _owns(self, at: int) -> bool:
        """Whether a person or a body begins here, whose words a document before it can hold."""
        return self.speakers.person(at) and not self.kinds[at] & self.document

    def _nearest(self, candidate: Candidate) -> Range | None:
        """The subject of the nearest clause before a cue that goes on with it (وهاجم فلان كذا، وقال)."""
        form, first, cue = candidate.reading.form, candidate.sentence.start, candidate.cue
        if form.finite and not cue.lead:
            return None
        for at in range(cue.start - 2, max(first, cue.start - _CLAUSES), -1):
            if self.kinds[at] & self.pause:
                subject = self._subject(at + 1, cue.start, form)
                if subject:
                    return subject
        return None

    def before(self, sentence: Sentence, form: Form) -> Range | None:
        """The subject of the sentence before, for the first statement of all."""
        at = bisect_left(self.sentences, sentence.start, key=lambda one: one.start)
        before = self.sentences[at - 1] if at else sentence
        return self._subject(before.start, before.stop, form) if before is not sentence else None

    def _subject(self, start: int, stop: int, form: Form) -> Range | None:
        """The subject of the verb that opens the sentence, if it may speak and ``form`` agrees with it."""
        also = self.kinds[start] & self.also == self.also
        at = start if also else self.phrases.asides(start, stop)
        while at < stop and self.kinds[at] & self.opener:
            at += 1
        if at >= stop:
            return None
        kind, article = self.kinds[at], self.words[at].startswith(self.article)
        verbal = kind & self.verb and (kind & self.listed or not article)  # التقى
        verbal = verbal or self._verb_before_office(at, stop)
        first = self.phrases.asides(at + 1, stop) if verbal else at
        if first >= stop or not self.phrases.can_start(first):
            return None
        stop = next((n for n in range(first, stop) if self._ends_subject(n)), stop)
        phrase = Range((first, self.phrases.source_end(first, stop)))
        phrase = self.names.core(Range((first, self.phrases.split(phrase) or phrase[1])))
        phrase = self.mentions.trimmed(phrase)
        if phrase[1] <= phrase[0] or not (self.may_speak(phrase) or self._acts(phrase, form)):
            return None
        return self._full(phrase) if self.agreement.full(form, self.agreement.features(phrase)) else None

    def _verb_before_office(self, at: int, stop: int) -> bool:
        """Whether an unknown word, or one that may be a verb, has an office with the article after it.

        (وعارض السيناتور القرار)
        """
        word, kind = self.words[at], self.kinds[at]
        if at + 1 >= stop or not word.startswith(self.names.joined) or kind & self.names.title:
            return False
        office = self.words[at + 1].startswith(self.article) and self.kinds[at + 1] & self.names.title
        return bool(office) and not self.lexicon.get(word[1:], 0) & self.governing

    def _ends_subject(self, at: int) -> bool:
        """Whether no subject goes on here; the preposition of an office is part of it, as is a name in marks.

        (المتحدث باسم «...»); what stands in longer marks is said by somebody, and none.
        """
        opened = bisect_right(self.opens, at) - 1
        quotation = self.phrases.quotations[self.opens[opened]] if opened >= 0 else None
        if quotation and quotation.open <= at < quotation.close:
            return quotation.length > _NAME
        kind, after = self.kinds[at], self.kinds[at + 1] if at + 1 < len(self.kinds) else 0
        office = kind & self.within and (kind & self.bound or after & self.within_body)
        return bool(kind & self.stop) and not office

    def may_speak(self, phrase: Range) -> bool:
        """Whether the phrase tells a person or body, or is the name of someone who is a source elsewhere."""
        head = self.names.head(phrase)
        phrase = self.mentions.titles.office(phrase)
        if self.speakers.person(head) or self._titled(phrase) or self._titled(self.mentions.fullest(phrase)):
            return True
        return self.mentions.keys[head] in self.in_sources and bool(self.names.proper(phrase))

    def _acts(self, phrase: Range, form: Form) -> bool:
        """Whether a participle goes with a name that no list has (زار هولغر كروغ ...، مؤكدا)."""
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
