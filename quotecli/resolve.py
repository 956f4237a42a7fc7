"""Attributions to quotes with speakers, by a short ordered list of named rules."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from quotecli.agree import Agreement, Features
from quotecli.grammar import Form, Grammar
from quotecli.mention import Mentions
from quotecli.model import Attribution, Candidate, Layout, Quote, Range, Sentence
from quotecli.name import Names
from quotecli.phrase import Phrases
from quotecli.speaker import Speakers

_NEAR = 12
"""Words before a relative clause in which the document is looked for that it goes with."""
_MEMORY = 60
"""Speakers that a verb without a subject may go back to."""


def resolve(layout: Layout, attributions: Sequence[Attribution], grammar: Grammar) -> list[Quote]:
    """Name the speaker of each attribution; the rule that did is in ``speaker_by``."""
    if not attributions:
        return []
    resolver = _Resolver(layout, attributions, grammar)
    return [_quote(layout, one, *resolver.speaker(one)) for one in attributions]


@dataclass(frozen=True, slots=True)
class _Known:
    """Someone who may be meant later on by a verb without a subject; ``at`` is the cue of their statement.

    One named in an according-to phrase stands ``aside``: no verb of that sentence is theirs.
    """

    phrase: Range
    features: Features
    at: int
    aside: bool


class _Resolver:
    """Walks through the attributions of one article and remembers who has spoken."""

    def __init__(self, layout: Layout, attributions: Sequence[Attribution], grammar: Grammar) -> None:
        self.words, self.kinds, self.sentences = layout.words, layout.kinds, layout.sentences
        self.phrases, self.agreement = Phrases(layout, grammar), Agreement(layout, grammar)
        self.speakers, self.names = (
            Speakers(layout, grammar, self.agreement),
            Names(layout, grammar, self.agreement),
        )
        sources = [one.source for one in attributions if one.source]
        self.mentions = Mentions(layout, grammar, self.names, self.phrases, sources)
        self.in_sources = {self.mentions.keys[at] for source in sources for at in range(*source)}
        self.last: Range | None = None
        """Who has just spoken, as far as that is known."""
        self.known: list[_Known] = []
        self.reach = 0
        """Where the quotes so far end: whoever speaks before that is quoted by somebody."""
        bit, self.article = grammar.bits, grammar.article
        self.with_pronoun = bit["prepositions-with-pronoun"]
        self.pause = bit["pauses"]
        self.document = bit["occasions"] | bit["documents"]
        self.bound = bit["prepositions-bound"]
        self.opener = bit["conjunctions"] | bit["particles"] | bit["kana"] | bit["negatives"]
        self.relative = bit["relatives"]
        self.verb = bit["finite"] | bit["finite-verbs-ambiguous"]
        self.subject_stop = bit["prepositions"] | bit["prepositions-bound"] | bit["nominal-heads"] | self.verb
        self.within = bit["office-prepositions"]

    def speaker(self, one: Attribution) -> tuple[str | None, str]:
        """The name of who speaks, and the rule that found it."""
        candidate = one.candidate
        if candidate is None:
            phrase, rule = self.last, "continued"
        elif candidate.source:
            phrase, rule = self._named(candidate.source)
        else:
            phrase, rule = self._elided(candidate), "elided"
        if candidate:
            self._remember(one, candidate, phrase)
        governed = bool(candidate and self._governed(candidate, phrase))
        return (self.names.name(phrase, governed), rule) if phrase else (None, "none")

    def _governed(self, candidate: Candidate, phrase: Range | None) -> bool:
        """Whether the speaker's first word has the preposition that an according-to phrase takes."""
        source, preps = candidate.source, candidate.reading.verb.frame.preps
        if not source or not phrase or candidate.reading.form.mood != "phrase" or phrase[0] != source[0]:
            return False
        return self.words[source[0]][0] in preps

    def _remember(self, one: Attribution, candidate: Candidate, phrase: Range | None) -> None:
        at, form = candidate.cue.start, candidate.reading.form
        embedded = at < self.reach
        if one.quote[0][0] > at:
            self.reach = max(self.reach, one.quote[-1][1])
        if embedded:
            return
        self.last = phrase
        plain = form.finite and candidate.source and not candidate.nominal
        if phrase and (plain or self._may_speak(phrase)):
            seen = self.agreement.features(candidate.source or phrase)
            gender = seen.gender or (form.gender if form.finite else "")
            aside = form.mood == "phrase" or "as" in candidate.construction.left
            self.known.append(_Known(phrase, Features(gender, seen.number or "s"), at, aside))

    def _named(self, source: Range) -> tuple[Range, str]:
        if self.names.personal(source):
            full = self.mentions.fullest(source)
            return full, "named" if full == source else "short-name"
        person = self.mentions.surname(source)
        if person:
            return person, "short-name"
        before = self.mentions.earlier(source)
        if before:
            return self.mentions.fullest(before), "common-noun"
        return self.names.core(source), "named"

    def _elided(self, candidate: Candidate) -> Range | None:
        form, sentence = candidate.reading.form, candidate.sentence
        if form.voice == "passive" or form.text in candidate.reading.verb.impersonal:
            return None
        if "relative" in candidate.construction.left or self._of_document(candidate):
            owner = self._owner(candidate)
            if owner:
                return owner
        recent = reversed(self.known[-_MEMORY:])
        last = next((one for one in recent if self.agreement.full(form, one.features)), None)
        if last and last.at >= sentence.start and not last.aside:
            return last.phrase
        subject = self._subject(sentence.start, candidate.cue.start, form) or self._nearest(candidate)
        return subject or (last.phrase if last else self._subject_before(sentence, form))

    def _nearest(self, candidate: Candidate) -> Range | None:
        """The subject of the nearest clause before a cue that goes on with it (..., وهاجم فلان الحكم، وقال ...)."""
        form, first, cue = candidate.reading.form, candidate.sentence.start, candidate.cue
        if form.finite and not cue.lead:
            return None
        for at in range(cue.start - 2, first, -1):
            if self.kinds[at] & self.pause:
                subject = self._subject(at + 1, cue.start, form)
                if subject:
                    return subject
        return None

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
        first = next((at for at in range(start, stop) if self.kinds[at] & self.names.leads), stop)
        end = next((at for at in range(first, stop) if self.kinds[at] & self.relative), stop)
        phrase = Range((first, end))
        return self.mentions.fullest(phrase) if first < end and self.names.personal(phrase) else None

    def _subject_before(self, sentence: Sentence, form: Form) -> Range | None:
        """The subject of the sentence before, for the first statement of all."""
        at = bisect_left(self.sentences, sentence.start, key=lambda one: one.start)
        before = self.sentences[at - 1] if at else sentence
        return self._subject(before.start, before.stop, form) if before is not sentence else None

    def _subject(self, start: int, stop: int, form: Form) -> Range | None:
        """The subject of the verb that opens the sentence, if it may speak and ``form`` agrees with it."""
        at = self.phrases.asides(start, stop)
        while at < stop and self.kinds[at] & self.opener:
            at += 1
        if at >= stop:
            return None
        verbal = self.kinds[at] & self.verb and not self.words[at].startswith(self.article)
        first = self.phrases.asides(at + 1, stop) if verbal else at
        if first >= stop or not self.phrases.can_start(first):
            return None
        stop = next((n for n in range(first, stop) if self._ends_subject(n)), stop)
        phrase = Range((first, self.phrases.source_end(first, stop)))
        phrase = self.names.core(Range((first, self.phrases.split(phrase) or phrase[1])))
        if phrase[1] <= phrase[0] or not self._may_speak(phrase):
            return None
        return self._full(phrase) if self.agreement.full(form, self.agreement.features(phrase)) else None

    def _ends_subject(self, at: int) -> bool:
        """Whether no subject goes on here; the preposition of an office is part of it (المتحدث باسم)."""
        kind = self.kinds[at]
        return bool(kind & self.subject_stop) and not (kind & self.bound and kind & self.within)

    def _may_speak(self, phrase: Range) -> bool:
        """Whether the phrase tells a person or body, or is the name of someone who is a source elsewhere."""
        head = self.names.head(phrase)
        phrase = self.mentions.titles.office(phrase)
        if self.speakers.person(head) or self._titled(phrase) or self._titled(self.mentions.fullest(phrase)):
            return True
        return self.mentions.keys[head] in self.in_sources and bool(self.names.proper(phrase))

    def _titled(self, phrase: Range) -> bool:
        return any(self.kinds[at] & self.names.leads for at in range(*phrase))

    def _full(self, phrase: Range) -> Range:
        if self.names.personal(phrase):
            return self.mentions.fullest(phrase)
        return self.mentions.earlier(phrase) or self.names.core(phrase)


def _quote(layout: Layout, one: Attribution, speaker: str | None, rule: str) -> Quote:
    text, candidate = layout.article.text, one.candidate
    spans = tuple(layout.span(part) for part in one.quote)
    cue = (
        layout.span(Range((candidate.cue.start, candidate.cue.stop)), candidate.cue.lead)
        if candidate
        else None
    )
    source = one.source and layout.span(one.source)
    verb = candidate and candidate.reading.verb
    return Quote(
        file=layout.article.name,
        quote=" … ".join(text[start:end] for start, end in spans),
        speaker=speaker,
        source=text[source[0] : source[1]] if source else None,
        cue=text[cue[0] : cue[1]] if cue else None,
        verb=verb.lemma if verb else None,
        category=verb.category if verb else None,
        kind=one.kind,
        speaker_by=rule,
        pattern=candidate.construction.id if candidate else "continued",
        quote_spans=spans,
        cue_span=cue,
        source_span=source,
    )
