"""Attributions to quotes with speakers, by a short ordered list of named rules."""

from __future__ import annotations

from dataclasses import dataclass

from quotecli.agree import Agreement, Features
from quotecli.grammar import Form, Grammar
from quotecli.mention import Mentions
from quotecli.model import Attribution, Candidate, Layout, Quote, Range, Sentence
from quotecli.phrase import Phrases

_MEMORY = 60
"""Speakers that a verb without a subject may go back to."""


@dataclass(frozen=True, slots=True)
class _Speaker:
    """Someone who may be meant later on by a verb without a subject."""

    phrase: Range
    features: Features
    at: int
    embedded: bool


def resolve(layout: Layout, attributions: list[Attribution], grammar: Grammar) -> list[Quote]:
    """Name the speaker of each attribution; the rule that did is in ``speaker_by``."""
    resolver = _Resolver(layout, attributions, grammar)
    return [resolver.quote(one) for one in attributions]


class _Resolver:
    def __init__(self, layout: Layout, attributions: list[Attribution], grammar: Grammar) -> None:
        self.layout, self.attributions = layout, attributions
        self.agreement = Agreement(layout, grammar)
        self.phrases = Phrases(layout, grammar)
        self.kinds = layout.kinds
        self.sources = [one.candidate.source for one in attributions if one.candidate and one.candidate.source]
        self.mentions = Mentions(layout, grammar, self.sources)
        self.reach = 0
        self.known = {self.mentions.keys[at] for source in self.sources for at in range(*source)}
        self.speakers: list[_Speaker] = []
        bit = grammar.bits
        self.verb = bit["finite-verbs"] | bit["reporting"] | bit["finite-verbs-ambiguous"]
        self.opener, self.article = bit["conjunctions"] | bit["particles"] | bit["kana"], grammar.article
        self.subject_stop = bit["prepositions"] | bit["prepositions-bound"] | bit["nominal-heads"] | self.verb
        self.personal = self.phrases.heads | bit["given-names-masculine"] | bit["given-names-feminine"]
        self.personal |= bit["countries-feminine"] | bit["countries-masculine"]

    def quote(self, one: Attribution) -> Quote:
        """The record of one attribution; remembers its speaker for the next ones."""
        speaker, rule = self._speaker(one)
        text, candidate = self.layout.article.text, one.candidate
        spans = tuple(self.layout.span(part) for part in one.quote)
        cue = source = None
        if candidate:
            cue = self.layout.span(Range((candidate.cue.start, candidate.cue.stop)), candidate.cue.lead)
            source = self.layout.span(candidate.source) if candidate.source else None
        verb = candidate.reading.verb if candidate and candidate.reading else None
        return Quote(
            file=self.layout.article.name,
            quote=" … ".join(text[start:end] for start, end in spans),
            speaker=self.mentions.name(speaker) if speaker else None,
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

    def _speaker(self, one: Attribution) -> tuple[Range | None, str]:
        candidate = one.candidate
        if candidate is None:
            last = self.speakers[-1].phrase if self.speakers else None
            return last, "continued" if last else "none"
        if candidate.source:
            phrase, rule = self._named(candidate)
        else:
            found = self._elided(candidate)
            phrase, rule = (found, "elided") if found else (None, "none")
        if phrase:
            self._remember(one, candidate, phrase)
        return phrase, rule

    def _remember(self, one: Attribution, candidate: Candidate, phrase: Range) -> None:
        seen = self.agreement.features(candidate.source or phrase)
        form = candidate.reading.form
        vso = form.mood in {"perfect", "imperfect"}
        gender = seen.gender or (form.gender if vso else "")
        number = seen.number or "s"
        at = candidate.cue.start
        embedded = at < self.reach
        if one.quote[0][0] > at:
            self.reach = max(self.reach, one.quote[-1][1])
        if not self._may_speak(phrase):
            return
        self.speakers.append(_Speaker(phrase, Features(gender, number), at, embedded))

    def _named(self, candidate: Candidate) -> tuple[Range, str]:
        source = candidate.source
        assert source
        if self.mentions.personal(source):
            full = self.mentions.fullest(source)
            return full, "named" if full == source else "short-name"
        before = self.mentions.earlier(source)
        if before:
            return self.mentions.fullest(before), "common-noun"
        return self.mentions.core(source), "named"

    def _elided(self, candidate: Candidate) -> Range | None:
        form, sentence = candidate.reading.form, candidate.sentence
        if form.voice == "passive" or form.text in candidate.reading.verb.impersonal:
            return None
        for speaker in reversed(self.speakers[-_MEMORY:]):
            if speaker.at < sentence.start:
                break
            if not speaker.embedded and self._agrees(form, speaker.features):
                return speaker.phrase
        subject = self._subject(candidate, sentence)
        if subject:
            return subject
        for speaker in reversed(self.speakers[-_MEMORY:]):
            if not speaker.embedded and self._agrees(form, speaker.features):
                return speaker.phrase
        return None

    def _agrees(self, form: Form, features: Features) -> bool:
        return self.agreement.full(form, features)

    def _subject(self, candidate: Candidate, sentence: Sentence) -> Range | None:
        """The subject of the verb that opens the sentence, if it may speak and the cue's form agrees with it."""
        stop = candidate.cue.start
        at = self.phrases.asides(sentence.start, stop)
        while at < stop and self.kinds[at] & self.opener:
            at += 1
        if at >= stop:
            return None
        verbal = self.kinds[at] & self.verb and not self.layout.words[at].startswith(self.article)
        start = self.phrases.asides(at + 1, stop) if verbal else at
        if start >= stop or not self.phrases.can_start(start):
            return None
        stop = next((n for n in range(start, stop) if self.kinds[n] & self.subject_stop), stop)
        phrase = Range((start, self.phrases.source_end(start, stop)))
        split = self.phrases.split(phrase)
        phrase = self.mentions.core(Range((phrase[0], split)) if split else phrase)
        if phrase[1] <= phrase[0] or not self._may_speak(phrase):
            return None
        return self._full(phrase) if self._agrees(candidate.reading.form, self.agreement.features(phrase)) else None

    def _may_speak(self, phrase: Range) -> bool:
        head = self.mentions.head(phrase)
        if self.kinds[head] & self.personal:
            return True
        return bool(self.mentions.proper(phrase)) and self.mentions.keys[head] in self.known

    def _full(self, phrase: Range) -> Range:
        if self.mentions.personal(phrase):
            return self.mentions.fullest(phrase)
        return self.mentions.earlier(phrase) or self.mentions.core(phrase)
