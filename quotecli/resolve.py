"""Attributions to quotes with speakers, by a short ordered list of named rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quotecli.agree import Agreement, Features
from quotecli.epithet import Epithets
from quotecli.frame import bears_clause
from quotecli.grammar import Grammar
from quotecli.mention import Mentions
from quotecli.model import Attribution, Candidate, Layout, Quote, Range
from quotecli.name import Names
from quotecli.noun import Nouns
from quotecli.phrase import Phrases
from quotecli.span import cue_span
from quotecli.subject import Subjects

_MEMORY = 60
"""Speakers that a verb without a subject may go back to."""


def resolve(
    layout: Layout, attributions: Sequence[Attribution], phrases: Phrases, grammar: Grammar
) -> list[Quote]:
    """Name the speaker of each attribution; the rule that did is in ``speaker_by``."""
    if not attributions:
        return []
    resolver = _Resolver(layout, attributions, phrases, grammar)
    return [_quote(layout, one, *resolver.speaker(one)) for one in attributions]


@dataclass(frozen=True, slots=True)
class _Known:
    """Someone who may be meant later on by a verb without a subject; ``at`` is the cue of their statement.

    One named in an according-to phrase or in a relative clause stands ``aside``: no verb of that sentence
    is theirs.
    """

    phrase: Range
    features: Features
    at: int
    aside: bool


class _Resolver:
    """Walks through the attributions of one article and remembers who has spoken."""

    def __init__(
        self, layout: Layout, attributions: Sequence[Attribution], phrases: Phrases, grammar: Grammar
    ) -> None:
        self.words, self.agreement = layout.words, Agreement(layout, grammar)
        self.kinds, self.courtesy = layout.kinds, grammar.bits["courtesies"]
        self.names = Names(layout, grammar, self.agreement, phrases)
        sources = [one.source for one in attributions if one.source]
        self.mentions = Mentions(layout, grammar, self.names, sources)
        self.nouns = Nouns(layout, grammar, self.names, self.mentions)
        self.epithets = Epithets(layout, grammar, self.names, self.nouns.holders)
        self.subjects = Subjects(layout, grammar, self.names, self.nouns, sources)
        self.last: Range | None = None
        """Who has just spoken, as far as that is known."""
        self.known: list[_Known] = []
        self.said = self.reach = 0
        """Where the quotes so far begin and end: whoever speaks before that is quoted by somebody."""

    def speaker(self, one: Attribution) -> tuple[str | None, str]:
        """The name of who speaks, and the rule that found it."""
        candidate = one.candidate
        if candidate is None:
            phrase, rule = self.last, "continued"
        elif candidate.source:
            phrase, rule = self._sourced(candidate, candidate.source)
        else:
            phrase, rule = self._elided(candidate), "elided"
        if candidate:
            self._remember(one, candidate, phrase)
        governed = bool(candidate and self._governed(candidate, phrase))
        return (self.names.name(phrase, governed), rule) if phrase else (None, "none")

    def _sourced(self, candidate: Candidate, source: Range) -> tuple[Range, str]:
        issuer = self.subjects.issuer(candidate)
        if issuer:
            return issuer, "named"
        courtesy = source[1] - source[0] == 1 and self.kinds[source[0]] & self.courtesy
        meant = self._elided(candidate) if courtesy else None
        return (meant, "pronoun") if meant else self._named(source)

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
            self.said = self.said if embedded else one.quote[0][0]
        if embedded or "document" in candidate.construction.left:
            return
        self.last = phrase
        plain = form.finite and candidate.source and not candidate.nominal
        if phrase and (plain or self.subjects.may_speak(phrase)):
            seen = self.agreement.features(candidate.source or phrase)
            clause = bears_clause(candidate.reading, candidate.point == "comp")
            woman = plain and clause and self.agreement.woman(form, candidate.source or phrase)
            gender = "f" if woman else seen.gender or (form.gender if form.finite else "")
            after = form.finite and candidate.source and candidate.source[1] <= at  # السكان يقولون
            features = Features(gender, seen.number or (form.number if after else "") or "s")
            aside = candidate.according or "relative" in candidate.construction.left
            spoken = bool(self.known) and self.known[-1].at >= one.sentence.start and not self.known[-1].aside
            place = len(self.known) - (aside and spoken)
            self.known.insert(place, _Known(phrase, features, at, aside))

    def _named(self, source: Range) -> tuple[Range, str]:
        marked = self.nouns.marked(source)
        if marked:
            return marked, "short-name"
        if self.names.personal(source):
            full = self.mentions.fullest(source)
            return full, "named" if full == source else "short-name"
        if self.words[source[0]][0].isdigit():
            return self.names.core(source), "named"
        person = self.mentions.surname(source)
        if person:
            return person, "short-name"
        referent = self.nouns.referent(source)
        if referent:
            return referent, "common-noun"
        meant = self.epithets.meant(
            source, ((one.phrase, one.features.gender) for one in reversed(self.known))
        )
        if meant:
            return meant, "common-noun"
        return self.names.core(source), "named"

    def _elided(self, candidate: Candidate) -> Range | None:
        form, sentence = candidate.reading.form, candidate.sentence
        if form.voice == "passive" or self.subjects.nobody(candidate):
            return None
        embedded = candidate.cue.start < self.reach
        owner = self.subjects.owner(candidate) or (
            self.subjects.inner(candidate, self.said) if embedded else None
        )
        if owner:
            return owner
        recent = reversed(self.known[-_MEMORY:])
        last = next((one for one in recent if self.agreement.full(form, one.features)), None)
        if last and last.at >= sentence.start and not last.aside:
            return last.phrase
        subject = None if self.subjects.relayed(candidate) else self.subjects.subject(candidate)
        if subject:
            return subject
        if last:
            return self.subjects.between(candidate, last.at, last.aside) or last.phrase
        acting = self.subjects.before(sentence, form) or self.subjects.doer(candidate)
        return acting or self._disagreeing(candidate)

    def _disagreeing(self, candidate: Candidate) -> Range | None:
        """Who has spoken in the same sentence, though a participle disagrees (أضافت ...، مشيرا إلى)."""
        last = self.known[-1] if self.known and candidate.reading.form.mood == "participle" else None
        return last.phrase if last and last.at >= candidate.sentence.start and not last.aside else None


def _quote(layout: Layout, one: Attribution, speaker: str | None, rule: str) -> Quote:
    text, candidate = layout.article.text, one.candidate
    spans = tuple(layout.span(part) for part in one.quote)
    cue = cue_span(layout, candidate.cue) if candidate else None
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
