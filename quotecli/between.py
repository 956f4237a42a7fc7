"""What stands between a cue and what was said, where the construction alone cannot tell."""

from __future__ import annotations

from quotecli.agree import Agreement
from quotecli.category import PROMISE, WARN
from quotecli.clause import Trial
from quotecli.frame import tells
from quotecli.grammar import Grammar, Reading
from quotecli.model import Layout, Range
from quotecli.phrase import Gap
from quotecli.speaker import Speakers
from quotecli.speech import Speech

_DIRECTED = 8
"""Words in the name of whom a promise or an accusation is directed at, at most."""
_SPEECH = 3
"""Words in marks, at least, that a medium passes on; fewer are a name."""


class Between:
    """Judges the gaps between cues and fixed points in one article."""

    def __init__(self, layout: Layout, grammar: Grammar, agreement: Agreement, speakers: Speakers) -> None:
        self.words, self.kinds, self.readings = layout.words, layout.kinds, grammar.readings
        self.agreement, self.speakers, self.speech = agreement, speakers, Speech(layout, grammar)
        self.quotations, bit = layout.quotations, grammar.bits
        self.press, self.possessives = bit["outlets"] | bit["agencies"], self.speakers.possessives
        self.pause, self.resumer = bit["pauses"], bit["resumers"]
        self.preposition, self.text = bit["prepositions"], bit["occasions"] | bit["documents"]
        self.saying, self.finite = bit["sayings"], bit["finite"]
        self.joined_prepositions = grammar.letters["prepositions-joined"]
        self.people, self.article = bit["offices-plural"], grammar.article
        self.known = bit["persons"] | bit["nominal-heads"]
        self.joined = grammar.letters["conjunctions-joined"]
        (self.to,) = grammar.letters["preposition-to"]
        self.leading = self.preposition | bit["asides-led"]
        self.tanwin = grammar.letters["accusative-endings"]
        self.plural = grammar.letters["feminine-endings"][1]

    def only_said(self, trial: Trial, phrase: Range | None) -> bool:
        """Whether nothing but what was said can follow, whatever stands between (قال الوالي لأهله: «...»).

        ``phrase`` is what may be the source, here as below.
        """
        point = trial.point
        if trial.construction.target or trial.construction.left or not tells(trial.reading):
            return False
        clause = point.kind == "comp"
        if clause and (point.after >= len(self.kinds) or self.kinds[point.after] & self.finite):
            return False
        spoken = point.kind == "colon" and point.after in self.quotations
        if not (clause or spoken or self.speech.certain(point.after)):
            return False
        next_to = phrase and phrase[0] == trial.cue.stop and trial.reading.verb.frame.words
        next_to = next_to and not trial.reading.form.suffix
        if not (phrase is None or next_to or self._person(phrase)):
            return False
        between = range(trial.cue.stop, point.start)
        return not any(self.kinds[at] & self.saying or self._takes(at, clause) for at in between)

    def said_otherwise(self, trial: Trial, phrase: Range | None) -> bool:
        """Whether what follows is no statement of the noun, or said by a participle (دافع عنه، قائلا إن)."""
        between, noun = range(trial.cue.stop, trial.point.start), trial.reading.mood == "noun"
        if noun and trial.point.kind in {"noun", "prep"} and not self.stated_by(trial, phrase):
            return True
        if trial.reading.mood == "own-noun" and trial.point.kind == "noun":
            led = trial.reading.form.prefix or self.kinds[trial.cue.start - 1] & self.leading
            return not led or self.words[trial.point.start].endswith(self.tanwin)  # استبعاده استعدادا
        if noun and trial.point.kind == "colon":
            quoted = trial.point.after in self.quotations and trial.reading.verb.frame.words
            return not (quoted and phrase and self._person(phrase))
        if trial.construction.relayed and phrase and trial.point.kind != "comp":
            quotation = self.quotations.get(trial.point.after)
            if quotation and (quotation.length < _SPEECH or self._takes(quotation.close + 1, True)):
                return True
            marked = trial.point.after in self.quotations or any(
                self.kinds[at] & self.press for at in between
            )
            owned = self.words[phrase[1] - 1].endswith(self.possessives)
            return not marked or owned or self._noun_says(phrase[1], trial.point.start)
        return trial.reading.mood == "noun" and any(self.kinds[at] & self.saying for at in between)

    def _noun_says(self, start: int, stop: int) -> bool:
        """Whether a verbal noun after its speaker, no preposition before it, says it (عن فلان قوله)."""
        ends = {start, stop - 1} if start < stop else set()
        return any(self._takes(at, False) and not self.kinds[at - 1] & self.preposition for at in ends)

    def of_thing(self, reading: Reading, subject: Range) -> bool:
        """Whether the noun phrase before a verb is its subject, and cannot speak (الجدل يشير إلى خلافات)."""
        form = reading.form
        active = form.finite and form.voice == "active" and form.text not in reading.verb.impersonal
        agrees = active and self.agreement.full(form, self.agreement.features(subject))
        mute = not self.speakers.may_speak(subject, reading) and not self.speakers.speechless(subject)
        return agrees and mute

    def late(self, trial: Trial, gap: Gap) -> Gap:
        """Without a source that follows an aside, and belongs to that if the verb does not agree with it."""
        phrase, legal = gap
        form = trial.reading.form
        if not phrase or phrase[0] == trial.cue.stop or not (legal and tells(trial.reading)):
            return gap
        agrees = self.agreement.after_verb(form, self.agreement.features(phrase))
        return gap if agrees or self.agreement.woman(form, phrase) else (None, legal)

    def said_by(self, trial: Trial, source: Range) -> bool:
        """Whether only who says it can stand here, whatever the word (قال البرنامج إن، بحسب القانون فإن)."""
        if trial.reading.mood == "phrase":
            return trial.cue.start == trial.sentence.start and self._resumed(source[1])
        after = trial.construction.source == "after" and source[0] == trial.cue.stop
        clause = after and (trial.point.kind == "comp" or self._speech_of(trial.point.after, source))
        head = source[0]
        program = self.kinds[head] & self.text and self.words[head].startswith(self.article)
        telling = tells(trial.reading) and (trial.reading.verb.frame.words or program)
        joined = self.words[source[0]].startswith(self.joined) and not self.kinds[source[0]]
        return bool(clause and telling and not joined) and not self.speakers.speechless(source)

    def _speech_of(self, at: int, source: Range) -> bool:
        """Whether speech in marks begins here, after no object of the verb (not: قال كلمته: «...»)."""
        word = self.words[source[0]]
        other = self.kinds[source[0]] and not (word.startswith(self.article) or self._person(source))
        return at in self.quotations and not (other or word.endswith(self.possessives))

    def _resumed(self, at: int) -> bool:
        """Whether the main clause opens here, perhaps after a comma, with a word for it (فإن)."""
        while at < len(self.kinds) and self.kinds[at] & self.pause:
            at += 1
        return at < len(self.kinds) and bool(self.kinds[at] & self.resumer)

    def _person(self, phrase: Range) -> bool:
        """Whether a phrase is headed by a person, a body or a country, perhaps somebody's (رئيسها)."""
        head = self.agreement.head(phrase)
        return self.speakers.person(head) or self.speakers.owned_person(head)

    def _takes(self, at: int, clause: bool) -> bool:
        """Whether a noun or a participle takes what comes after it, not the verb before (جدد تأكيده أن)."""
        moods = {one.mood for one in self.readings.get(self.words[at], ())} if at < len(self.words) else set()
        return "own-noun" in moods or (clause and "participle" in moods)

    def stated_by(self, trial: Trial, phrase: Range | None) -> bool:
        """Whether a verbal noun has both its speaker and what it states (بعد إعلان الشركة إفلاسها).

        As a subject or an object it may stand before the object of the verb (أثار إعلان الشركة غضبا). Of one
        act, but for a promise, the noun after it may be whom it is directed at (دعوة البرلمان إلى كذا).
        """
        cue, form, first = trial.cue, trial.reading.form, trial.point.start
        if not phrase or not self._person(phrase):
            return False
        if trial.point.kind == "prep":
            return self.words[cue.start].endswith(self.plural) or self._own_act(trial, phrase)
        led = form.prefix or (cue.start and self.kinds[cue.start - 1] & self.preposition)
        other = self.preposition | self.text
        apart = any(self.kinds[at] & other for at in range(cue.stop, first))
        return bool(led) and not apart and not self.words[first].startswith(self.joined)

    def _own_act(self, trial: Trial, phrase: Range) -> bool:
        """Whether whoever comes after a verbal noun acts, and nothing is directed at them.

        (إصرار الوزير على كذا، تهديد الرئيس بكذا; not: تحذير الشرطة من كذا، تهديد السكان بكذا)
        """
        frame, category = trial.reading.verb.frame, trial.reading.verb.category
        if category == PROMISE or not (frame.target_preps or frame.target_clause):
            return True
        several = self.kinds[self.agreement.head(phrase)] & self.people
        return category == WARN and trial.point.word in self.joined_prepositions and not several

    def qualified(self, trial: Trial, phrase: Range | None, legal: bool) -> Gap:
        """The source after a cue, but none where only adjectives of a verbal noun stand there.

        (تهديداته السابقة بكذا), or whom it is directed at (اتهامه للشركة بكذا)
        """
        point, frame = trial.point, trial.reading.verb.frame
        if trial.reading.mood != "own-noun" or not trial.reading.form.suffix:
            return phrase, legal
        if point.kind in {"prep", "comp"} and self._directed(trial):
            return None, True
        if point.kind == "prep" and point.word not in frame.preps:
            return None, bool(phrase and legal and self._person(phrase))
        if point.kind != "prep" or not phrase:
            return phrase, legal
        named = any(
            not self.words[at].startswith(self.article) or self.kinds[at] & self.known
            for at in range(*phrase)
        )
        return phrase if named else None, legal

    def _directed(self, trial: Trial) -> bool:
        """Whether only a noun with ل stands between a verbal noun and what it states (اتهامه للشركة بكذا)."""
        at, stop = trial.cue.stop, trial.point.start
        if not at < stop <= at + _DIRECTED or not self.words[at].startswith(self.to):
            return False
        other = self.pause | self.finite | self.preposition
        return not any(self.kinds[n] & other for n in range(at + 1, stop))
