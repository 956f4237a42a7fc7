"""Where, after a cue, the writer speaks again: after a comma, or in a clause after a reported noun phrase."""

from __future__ import annotations

from quotecli.grammar import Grammar
from quotecli.model import Candidate, Layout
from quotecli.phrase import Phrases

_SPEECH = 3
"""Words in marks that are speech, after which what a comma sets off is the writer's."""

_NEAR = 5
"""Words after a verb in which stands what a source without a name refuses or asks for."""

_BEFORE = 9
"""Words after كان in which stands what tells that something had happened before."""


class Writer:
    """Tells of the words after a cue, in one article, whether the writer speaks again there."""

    def __init__(self, layout: Layout, grammar: Grammar, phrases: Phrases) -> None:
        self.words, self.kinds, self.phrases = layout.words, layout.kinds, phrases
        self.closed = layout.closed
        bit = grammar.bits
        self.pause, self.stop, self.bracket = bit["pauses"], bit["stops"], bit["brackets-open"]
        self.subordinate, self.comp = bit["asides-led"], bit["complementizers"]
        self.continuation = bit["continuations"] | bit["reporting-participles"]
        self.nominal_stop, self.joined = bit["nominal-stops"], grammar.letters["conjunctions-joined"]
        self.finite, self.reporting, self.readings = bit["finite"], bit["reporting"], grammar.readings
        self.person, self.past = bit["leads"], bit["verb-particles"]
        self.verb = bit["finite"] | bit["finite-verbs-ambiguous"]
        self.clausal = bit["finite"] | bit["relatives"] | bit["complementizers"]
        self.preposition, self.contrast, self.kana = bit["prepositions"], bit["contrasts"], bit["kana"]
        self.opening = bit["asides-led"] | bit["prepositions"] | bit["contrasts"]
        self.as_word, self.present = bit["as-words"], grammar.letters["imperfect-letters"]
        self.first_stops = grammar.sequences["stops"]
        self.regard = bit["regards"]
        self.relative, self.conjunction = bit["relatives"], bit["conjunctions"]
        self.lexicon = grammar.kinds
        self.what, self.negative = bit["what-words"], bit["negatives"]
        self.judging, self.occasion = bit["writer-nouns"], bit["occasions"]
        self.led = bit["asides-led"] | bit["as-nouns"]
        self.after_nominal = bit["finite"] | bit["nominal-ends"]
        self.after_speech = bit["speech-ends"]

    def speaks(self, at: int, start: int, stop: int, candidate: Candidate) -> bool:
        """Whether the words from ``at`` on are the writer's, in a quote that begins at ``start``."""
        if (
            self.kinds[at] & self.pause
            and at + 1 < stop
            and self._after_pause(at + 1, start, stop, candidate)
        ):
            return True
        if at > start and not self.kinds[at - 1] & self.bracket and self.stops(at, stop):
            return True
        nominal = candidate.nominal and at > start
        return nominal and (self._clause_begins(at) or self._verb_joins(at, start, candidate))

    def stops(self, at: int, stop: int) -> bool:
        """Whether words stand here that are hardly ever anybody's but the writer's (، في إشارة إلى كذا)."""
        if self.kinds[at] & self.stop:
            return True
        return self.words[at] in self.first_stops and self.phrases.sequence(at, stop, "stops") > at

    def _after_pause(self, at: int, start: int, stop: int, candidate: Candidate) -> bool:
        """Whether the writer speaks again at ``at``, after a comma or a dash (، وهو ما نفاه التجار)."""
        following = self.kinds[at]
        if candidate.nominal and self._after_noun(at, stop):
            return True
        if following & self.after_speech and self._spoken(at - 2, start):
            return True
        shared = candidate.reading.mood == "participle" and candidate.point == "comp"
        if shared and following & self.as_word and self._told(at + 1, stop):
            return True
        if self.phrases.sequence(at, stop, "continuations") > at or self._no_name(at, stop):
            return True
        if following & self.continuation or self._meanwhile(at, stop) or self._others(at, stop):
            return True
        if self._earlier(at, stop) or self._then(at, start, stop) or self._as_told(at, stop):
            return True
        return self._main_clause(at, stop, candidate)

    def _meanwhile(self, at: int, stop: int) -> bool:
        """Whether a preposition, a noun of the writer's and a verb stand here (، في وقت نفت فيه كذا)."""
        noun = at + 2 < stop and self.kinds[at] & self.preposition and self.kinds[at + 1] & self.judging
        if not noun or self.kinds[at + 1] & self.contrast:  # في حين is a contrast that may be the speaker's
            return False
        verb, present = self.kinds[at + 2] & self.finite, self.words[at + 2].startswith(self.present)
        return bool(verb or present) and not self.kinds[at + 2] & self.kana

    def _others(self, at: int, stop: int) -> bool:
        """Whether the writer sets against the quote what others do (، فيما دافع الوزير عن كذا)."""
        if at + 2 >= stop or not (self.kinds[at] & self.contrast and self.kinds[at] & self.what):
            return False  # neither فيما nor وفيما
        verb, subject = self.kinds[at + 1], self.kinds[at + 2]
        return bool(verb & self.kana or ((not verb or verb & self.verb) and subject & self.person))

    def _earlier(self, at: int, stop: int) -> bool:
        """Whether the writer tells what had happened before (، وكان الوزير قد غادر)."""
        if not self.kinds[at] & self.kana or not self.words[at].startswith(self.joined):
            return False
        for n in range(at + 1, min(stop, at + _BEFORE)):
            if self.kinds[n] & (self.past | self.reporting):
                return True
            if self.kinds[n] & self.pause:
                return False
        return False

    def _as_told(self, at: int, stop: int) -> bool:
        """Whether an according-to phrase with a verb begins here, whoever is its source (، وفقا لما ذكر)."""
        return self.phrases.as_told(at, stop) and at + 2 < stop and bool(self.kinds[at + 2] & self.reporting)

    def _then(self, at: int, start: int, stop: int) -> bool:
        """Whether the writer tells what came next (، قبل أن يغادر), of one who speaks of himself or again."""
        led = at + 2 < stop and self.kinds[at] & self.subordinate and self.kinds[at + 1] & self.comp
        himself = self.kinds[start] & self.comp
        return bool(led) and bool(himself or self.kinds[at + 2] & self.reporting)

    def _no_name(self, at: int, stop: int) -> bool:
        """Whether a verb is joined on here that tells of a source without a name (، ورفض كشف اسمه)."""
        verb = self.kinds[at] & self.verb and self.words[at].startswith(self.joined)
        near = range(at + 1, min(stop, at + _NEAR)) if verb else ()
        return any(self.phrases.sequence(n, stop, "unsaid") > n for n in near)

    def _told(self, at: int, stop: int) -> bool:
        """Whether a verb stands here that tells what has happened (، كما استغل الفرصة)."""
        verb = at < stop and self.kinds[at] & self.finite
        return bool(verb) and not self.words[at].startswith(self.present)

    def _after_noun(self, at: int, stop: int) -> bool:
        """Whether the words after a comma end a reported noun phrase (، وهو كذا، في خطوة كذا)."""
        following, further = self.kinds[at], self.kinds[at + 1] if at + 1 < stop else 0
        if further & self.regard or (following & self.what and further & self.negative):  # ما لم يوافق
            return False
        says = any(reading.form.finite for reading in self.readings.get(self.words[at], ()))
        if says and further & self.comp:  # ، ذكر أن
            return True
        if following & self.relative and following & self.conjunction:  # حيث
            return at + 1 < stop and self.words[at + 1].startswith(self.present)
        judged = following & self.preposition and further & self.judging
        return bool(
            following & self.after_nominal or judged or (following & self.led and further & self.occasion)
        ) or self._led_verb(at, stop)

    def _led_verb(self, at: int, stop: int) -> bool:
        """Whether a preposition is joined on here, and a verb comes after it (، وعلى ضوء ذلك شكلت لجنة)."""
        word = self.words[at]
        if not word.startswith(self.joined) or not self.lexicon.get(word[1:], 0) & self.preposition:
            return False
        for n in range(at + 2, min(stop, at + _NEAR)):
            if self.kinds[n] & (self.pause | self.relative | self.comp):
                return False
            if self.kinds[n] & self.finite and not self.words[n].startswith(self.joined):
                return True
        return False

    def _spoken(self, at: int, start: int) -> bool:
        """Whether a mark at ``at`` closes speech inside the quote that begins at ``start``."""
        quotation = self.closed.get(at)
        return bool(quotation and quotation.open >= start and quotation.length >= _SPEECH)

    def _main_clause(self, at: int, stop: int, candidate: Candidate) -> bool:
        """Whether the main clause comes after a quote in a subordinate one (فيما قال إن ...، رفض آخر)."""
        first, cue = candidate.sentence.start, candidate.cue.start
        led = first < cue and self.kinds[first] & self.opening and not candidate.according
        if (
            not led
            or at >= stop
            or not self.kinds[at] & self.finite
            or self.words[at].startswith(self.joined)
            or self._led_in(candidate)
        ):
            return False
        return not any(self.kinds[n] & self.pause for n in range(first, cue))

    def _led_in(self, candidate: Candidate) -> bool:
        """Whether what is said begins with a subordinate clause of its own (قال إنه بعد كذا، سيفعل)."""
        start = candidate.said[0]
        return any(kind & self.subordinate for kind in self.kinds[start : start + 2])

    def _clause_begins(self, at: int) -> bool:
        """Whether, with no comma, a clause follows a reported noun phrase (رغم، لكن، بعد أن)."""
        if self.kinds[at] & self.subordinate and at + 1 < len(self.kinds):
            return bool(self.kinds[at + 1] & self.comp)
        return bool(self.kinds[at] & self.nominal_stop)

    def _verb_joins(self, at: int, start: int, candidate: Candidate) -> bool:
        """Whether a verb is joined on that goes on with the cue, and no verb of the noun phrase does.

        (أعلن ترحيبه بالقرار واتهم الشركة)
        """
        if not self.kinds[at] & self.reporting or not self.words[at].startswith(self.joined):
            return False
        moods = {reading.mood for reading in self.readings.get(self.words[at][1:], ())}
        clause = any(self.kinds[n] & self.clausal for n in range(start, at))
        return candidate.reading.mood in moods and at - start > 1 and not clause
