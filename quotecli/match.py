"""Sentence and cues to candidates: at each cue, the first construction that fits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from quotecli.agree import Agreement
from quotecli.before import Left
from quotecli.between import Between
from quotecli.clause import Clauses, Trial
from quotecli.frame import Shares, addresses, allows, tells
from quotecli.grammar import Construction, Grammar
from quotecli.homograph import Homographs
from quotecli.model import HEADLINE, Candidate, Cue, Layout, Range, Sentence
from quotecli.phrase import Gap, Phrases
from quotecli.points import Points
from quotecli.speaker import Speakers


def match(
    layout: Layout, cues: Mapping[Sentence, Iterable[Cue]], phrases: Phrases, grammar: Grammar
) -> list[Candidate]:
    """One candidate at most for each cue, in order."""
    matcher = Matcher(layout, phrases, grammar)
    return [found for sentence, marked in cues.items() for found in matcher.match(sentence, marked)]


class Matcher:
    """Tries the constructions of a grammar at the cues of one article."""

    def __init__(self, layout: Layout, phrases: Phrases, grammar: Grammar) -> None:
        self.kinds, self.paragraphs, self.dispatch = layout.kinds, layout.paragraphs, grammar.dispatch
        self.phrases, self.agreement = phrases, Agreement(layout, grammar)
        self.points, self.left = Points(layout, grammar, phrases), Left(layout, grammar, phrases)
        self.clauses = Clauses(layout, grammar, self.left)
        self.homographs = Homographs(layout, grammar, self.left)
        self.shares = Shares(phrases, self.agreement)
        self.speakers = Speakers(layout, grammar, self.agreement)
        self.between = Between(layout, grammar, self.agreement, self.speakers)
        bit = grammar.bits
        self.gaps: dict[tuple[int, int], Gap] = {}
        self.said, self.from_word = bit["said-nouns"], bit["from-words"]
        self.words, self.pause = layout.words, bit["pauses"]
        self.resumer = bit["resumers"]
        self.joined, self.possessives = grammar.letters["conjunctions-joined"], grammar.letters["possessives"]

    def match(self, sentence: Sentence, cues: Iterable[Cue]) -> list[Candidate]:
        """One candidate at most for each cue of a sentence, in order."""
        found: list[Candidate] = []
        for cue in cues:
            headline = cue.readings[0].mood == "colon"
            skipped = headline and (found or not self._heading(sentence))
            candidate = None if skipped else self._at(cue, sentence)
            if candidate:
                found.append(candidate)
        return found

    def _heading(self, sentence: Sentence) -> bool:
        """Whether the sentence is, or begins or ends, a short paragraph: a headline may have two parts."""
        start, stop = self.paragraphs[sentence.paragraph]
        return (sentence.start == start or stop - sentence.stop <= 1) and stop - start <= HEADLINE

    def _at(self, cue: Cue, sentence: Sentence) -> Candidate | None:
        first = cue.start <= sentence.start
        if self.homographs.byline(cue, sentence) if first else self.homographs.no_cue(cue, sentence):
            return None
        for reading in cue.readings:
            form = reading.form
            if form.person == 1 or (form.mood == "participle" and not form.case):
                continue
            if self.clauses.no_third_person(cue, reading):
                continue
            for point in self.points.after(cue, reading, sentence):
                for construction in self.dispatch.get((reading.mood, point.kind), ()):
                    if allows(construction, reading, point):
                        candidate = self._fit(Trial(construction, cue, reading, point, sentence))
                        if candidate:
                            return candidate
        return None

    def _fit(self, trial: Trial) -> Candidate | None:
        construction, reading, point = trial.construction, trial.reading, trial.point
        if construction.left and not self.left.match(construction.left, trial.cue, trial.sentence):
            return None
        phrase, legal = self.between.qualified(trial, *self._phrase(trial))
        if self.between.said_otherwise(trial, phrase):
            return None
        if phrase and reading.form.definite:
            return None  # it refers back to what was said before (النفي الروسي أن، المزاعم التي أن)
        beside = construction.target and construction.source == "after" and phrase
        legal = legal or self.between.only_said(trial, phrase)
        if not (legal or beside) or (construction.relayed and not phrase):
            return None
        if phrase and reading.mood == "phrase" and self.kinds[phrase[0]] & self.said:
            named = phrase[1] - phrase[0] > 1 and not self.words[phrase[0]].endswith(self.possessives)
            return self._candidate(trial, Range((phrase[0] + 1, phrase[1])) if named else None)
        subject = self.clauses.has_subject(trial.cue, reading, trial.sentence)
        if construction.source == "after" and (subject or (phrase and self._subject_before(trial, phrase))):
            return None
        whole = legal and phrase and self.between.said_by(trial, phrase)
        share = self.shares.share
        source, legal = (phrase, True) if whole else share(construction, reading, phrase, point, legal)
        if subject and construction.target:
            legal = phrase is not None
        said = whole or not source or self.between.said_by(trial, source)
        if not legal or not (said or (source and self.speakers.may_speak(source, reading))):
            return None
        return None if self._without(trial) else self._candidate(trial, source)

    def _without(self, trial: Trial) -> bool:
        """Whether the verb may not go without a source: where none may stand, or a thing is its subject."""
        if trial.construction.source != "none" or not self.clauses.free(trial):
            return trial.construction.source == "none"
        aside = trial.construction.left or self.clauses.resumed(trial.cue)
        left = None if aside else self.left.match(("source",), trial.cue, trial.sentence)
        return bool(left and left.source and self.between.of_thing(trial.reading, left.source))

    def _subject_before(self, trial: Trial, phrase: Range) -> bool:
        """Whether the verb has its subject before it, and no other after it (باريس تدعو برلين إلى كذا)."""
        cue, reading, construction = trial.cue, trial.reading, trial.construction
        other = construction.left or construction.target or construction.relayed or reading.form.suffix
        first = cue.start == trial.sentence.start or self.words[cue.start].startswith(self.joined)
        if other or first or not reading.form.finite:
            return False
        stated = trial.point.kind == "comp" or tells(reading)
        person = self.speakers.person(self.agreement.head(phrase))
        if not (addresses(reading, trial.point) if person else not stated):
            return False
        left = self.left.match(("source",), cue, trial.sentence)
        if not left or not left.source:
            return False
        head = self.agreement.head(left.source)
        named = trial.point.kind == "noun" and not self.kinds[head]  # سالمي يكشف سر خلافه
        agrees = self.agreement.full(reading.form, self.agreement.features(left.source))
        return agrees and (named or self.speakers.person(head))

    def _phrase(self, trial: Trial) -> Gap:
        """The phrase between the cue and the fixed point, or after the عن between them."""
        start, stop = trial.cue.stop, trial.point.start
        if trial.construction.relayed or (
            "as" in trial.construction.left and trial.reading.verb.frame.relays
        ):
            named = next((at + 1 for at in range(start, stop) if self.kinds[at] & self.from_word), None)
            start = named or (stop if trial.construction.relayed else start)
        if trial.reading.mood == "phrase" and start < stop:
            return self.phrases.named_by(start, stop)
        if (start, stop) not in self.gaps:
            self.gaps[start, stop] = self.phrases.gap(start, stop)
        return self.between.late(trial, self.gaps[start, stop])

    def _candidate(self, trial: Trial, source: Range | None) -> Candidate | None:
        cue, construction, point = trial.cue, trial.construction, trial.point
        left = self.left.match(construction.left, cue, trial.sentence)
        if left is None or (construction.source == "before" and self.clauses.inferred(trial)):
            return None
        form = trial.reading.form
        nominal = point.kind in {"noun", "quotation"} or "as" in construction.left
        if nominal and self.clauses.nameless(trial, source or left.source):
            return None
        if nominal and form.text in trial.reading.verb.impersonal and "relative" in construction.left:
            return None
        if construction.source == "before":
            source, legal = self._source_before(trial, left.source)
            if not legal:
                return None
        said = left.said if construction.quote == "before" else Range((point.after, trial.sentence.stop))
        if not said or said[0] >= said[1] or (point.kind == "end" and self._goes_on(construction, said[0])):
            return None
        rest = None
        if construction.quote == "before" and point.kind == "quotation":
            rest = Range((point.after, trial.sentence.stop))
        return Candidate(
            cue, trial.reading, construction, source, said, point.kind, left.start, trial.sentence, rest
        )

    def _goes_on(self, construction: Construction, start: int) -> bool:
        """Whether the writer goes on after what covers the clause before it (كما قال فلان، وهذا ...)."""
        while start < len(self.kinds) - 1 and self.kinds[start] & self.pause:
            start += 1
        apart = "as" in construction.left and construction.quote != "before"
        return apart and self.words[start].startswith(self.joined) and not self.kinds[start] & self.resumer

    def _source_before(self, trial: Trial, source: Range | None) -> Gap:
        """The source before a cue, and whether it may be that; a relative clause may do without one."""
        form, relative = trial.reading.form, "relative" in trial.construction.left
        passive = form.voice == "passive" or self.clauses.nameless(trial, source)
        if source is None or passive or (relative and not self._of_antecedent(trial, source)):
            return None, relative
        agrees = self.agreement.joint(form, source)
        return source, agrees and self.speakers.may_speak(source, trial.reading)

    def _of_antecedent(self, trial: Trial, source: Range) -> bool:
        """Whether the verb of a relative clause is that of the noun it goes with (المادة التي | تدرسها)."""
        pronoun = self.agreement.relative(self.left.relative_at(trial.cue, trial.sentence))
        agrees = self.agreement.full(trial.reading.form, pronoun)
        return agrees and self.speakers.speaks(source, trial.cue.stop, trial.reading)
