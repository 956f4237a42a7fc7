"""Nouns that a preposition joined on to them governs (طالب بالحوار), and names that only look alike."""

from __future__ import annotations

from functools import partial

from quotecli.category import DEMAND, REVEAL
from quotecli.grammar import Frame, Grammar, Reading
from quotecli.model import Cue, Layout
from quotecli.span import ahead

_LATER = 25
"""Words in which what a verb governs is looked for after a name that begins like a preposition."""
_NEAR = 6
"""Words in which what a verb governs follows the body that somebody is of."""
_NAME = 5
"""Letters of the longest names that look like a preposition with the article (بالمر)."""


class Governed:
    """Finds the nouns with a joined preposition that the verbs of one article govern."""

    def __init__(self, layout: Layout, grammar: Grammar) -> None:
        self.words, self.kinds, self.lexicon = layout.words, layout.kinds, grammar.kinds
        self.ahead = partial(ahead, layout)
        self.article, self.to, bit = grammar.article, grammar.to_the[0], grammar.bits
        self.comp, self.comma, self.preposition = bit["complementizers"], bit["commas"], bit["prepositions"]
        self.bound, self.nominal = bit["prepositions-bound"], bit["nominal-heads"]
        self.given, self.adverb = bit["given-names"], bit["adverbs"] | bit["dates"] | bit["commas"]
        self.cue, self.state = bit["cues"], bit["countries"] | bit["bodies"]
        self.country, self.office = bit["countries"], bit["ranks"]
        self.not_governed = bit["not-bound"] | bit["countries"] | bit["sayings"]
        self.person, self.whole = bit["persons"], bit["bodies"] | bit["outlets"]
        self.with_pronoun = bit["prepositions-with-pronoun"]
        self.delivered, self.relative = bit["delivered"], bit["relatives"]
        self.addressed = bit["outlets"] | bit["agencies"] | bit["addressees"]
        self.naming = (
            bit["persons"] | bit["given-names-masculine"] | bit["given-names-feminine"] | bit["cues"]
        )

    def at(self, at: int, cue: Cue, reading: Reading) -> bool:
        """Whether the verb governs the noun at one token after the cue, and that tells what was said."""
        word, kind, frame = self.words[at], self.kinds[at], reading.verb.frame
        orders = frame.event and reading.verb.category == DEMAND
        if not frame.governs(word[0]) or len(word) <= (2 if kind & self.bound else 3):
            return False
        if at > cue.stop and self.kinds[cue.stop] & self.with_pronoun and self.words[cue.stop][0] == word[0]:
            return False  # ما صرح به المسؤول بكذا
        if (kind | self.lexicon.get(word[1:], 0) & self.country) & self.not_governed or (
            word[0] == self.to and kind & self.addressed
        ):
            return False
        if reading.verb.category == REVEAL and self._recognized(word):
            return False
        noun = (not kind & ~self.cue or self._charged(at, reading)) and self._governed(at, cue)
        if not (kind & self.bound or noun or (orders and kind & self.adverb)):
            return False
        if (frame.clause and self._whose(at, cue)) or self._of_body(at):
            return False
        return self._ordered(at, cue) if orders else self._told(word, frame)

    def _whose(self, at: int, cue: Cue) -> bool:
        """Whether it is told whose somebody is, before what is said (أفاد مسؤول بوزارة النقل بأن، بكذا)."""
        stem = self.lexicon.get(self.words[at][1:].removeprefix(self.article), 0)
        led = any(self.kinds[n] & self.person for n in range(cue.stop, at))
        if not stem & self.whole or stem & self.nominal or not led:
            return False
        for n in self.ahead(at, _LATER):
            later = self.kinds[n - 1] & self.comma and self.words[n][0] == self.words[at][0]
            if self.kinds[n] & self.comp or (later and self._verbal(self.words[n])):
                return True  # طالب عضو بمجلس كذا، أمس، بفتح كذا
        return self._comes_again(at)

    def _of_body(self, at: int) -> bool:
        """Whether it is told of what body somebody is, and what is governed follows (قيادي بالحركة بكذا)."""
        word, before = self.words[at], self.words[at - 1]
        stem = self.lexicon.get(word[1:].removeprefix(self.article), 0)
        office = self.kinds[at - 1] & self.office and not before.startswith(self.article)
        return bool(office and stem & self.whole) and self._comes_again(at)

    def _comes_again(self, at: int) -> bool:
        """Whether, soon after a body and before any relative clause, another noun has its preposition."""
        for n in self.ahead(at, _NEAR):
            if self.kinds[n] & self.relative or self._again(n, self.words[at][0]):
                return not self.kinds[n] & self.relative
        return False

    def _told(self, word: str, frame: Frame) -> bool:
        """Whether what the verb takes after a joined preposition may be told (not: أبلغ بالهاتف)."""
        return (word[0] != self.to and not frame.event) or self._verbal(word)

    def _ordered(self, at: int, cue: Cue) -> bool:
        """Whether an act is ordered, and nothing sent or charged (وجه بوقف العمل؛ وجه إليه تهمة بالسرقة)."""
        sent = any(
            self.kinds[n] & self.delivered and not self.kinds[n - 1] & self.preposition
            for n in range(cue.stop, at)
        )
        relative = cue.start and self.kinds[cue.start - 1] & (self.relative | self.preposition)
        following = self.words[at + 1] if at + 1 < len(self.words) else ""
        act = following if self.kinds[at] & self.adverb else self.words[at][1:]  # بسرعة الانتهاء من كذا
        named = self.lexicon.get(act, 0) | self.lexicon.get(act.removeprefix(self.article), 0)
        return not sent and not relative and bool(named & self.nominal)

    def _verbal(self, word: str) -> bool:
        """Whether a word with a joined preposition is a verbal noun, and no part of a name (دعا للتعاون)."""
        stems = word[2:], word[1:], word[1:].removeprefix(self.article)
        return any(
            self.lexicon.get(stem, 0) & self.nominal for stem in stems[not word.startswith(self.to * 2) :]
        )

    def _recognized(self, word: str) -> bool:
        """Whether a country or a body is recognized, and nothing admitted (اعترفت بالدولة الجديدة)."""
        stems = word[1:], word[1:].removeprefix(self.article)
        return any(self.lexicon.get(stem, 0) & self.state for stem in stems)

    def _governed(self, at: int, cue: Cue) -> bool:
        """Whether an unknown word is a noun with a preposition joined on, and not a name that begins so."""
        word, before = self.words[at], self.words[at - 1]
        if word.startswith(self.article, 1) and len(word) > _NAME:
            return True
        after = self.words[at + 1] if at + 1 < len(self.words) else ""
        if at == cue.stop:
            return not self._foreign(at, word, after)
        if self.kinds[at - 1] & self.given and not self.lexicon.get(word[1:], 0) & ~self.naming:
            return False  # a surname (اتهم سالم بركان الشركة بكذا)
        return before.startswith(self.article) or after.startswith(self.article)

    def _foreign(self, at: int, word: str, after: str) -> bool:
        """Whether a word is of a foreign name, and what a verb governs comes later (أقر براين هولم بكذا)."""
        if self.lexicon.get(word[1:], 0) & ~self.naming or not after or after.startswith(self.article):
            return False
        if self.kinds[at + 1] & self.bound and after[0] == word[0]:
            return True
        if self.kinds[at + 1] & ~(self.comma | self.given):
            return False
        later = self.ahead(at + 1, _LATER - 1)
        return any(self.kinds[n] & self.comp or self._again(n, word[0]) for n in later)

    def _again(self, at: int, preposition: str) -> bool:
        """Whether a known noun stands here with the preposition."""
        word = self.words[at]
        return word[0] == preposition and bool(
            self.kinds[at] & self.bound or word.startswith(self.article, 1)
        )

    def _charged(self, at: int, reading: Reading) -> bool:
        """Whether a word is no preposition here but what somebody is charged with, or promises.

        (اتهمه بالتعاون مع ...)
        """
        frame, promised = reading.verb.frame, reading.verb.category == "promise"
        takes = frame.target_preps | frame.preps if promised else frame.target_preps
        return bool(self.kinds[at] & self.preposition) and self.words[at][0] in takes
