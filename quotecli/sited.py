"""What follows names and is no part of them: a place, what is spoken of; and how many somebody is about.

All positions are token positions.
"""

from __future__ import annotations

from quotecli.grammar import Grammar
from quotecli.model import Layout
from quotecli.owned import Owned


class Sited(Owned):
    """Finds the names of people of one article that something else follows."""

    def __init__(self, layout: Layout, grammar: Grammar) -> None:
        super().__init__(layout, grammar)
        self.quotations, bit = layout.quotations, grammar.bits
        self.punctuation, self.finite = bit["pauses"], bit["finite"]
        self.preposition, self.of = bit["prepositions"], bit["of-words"]
        self.about, self.name = bit["from-words"], bit["given-names"]
        self.organ, self.place = bit["bodies"], bit["countries"]
        self.where = bit["office-prepositions"] | self.of
        self.what_word, self.regard = bit["what-words"], bit["regards"]
        self.this = bit["demonstratives"]
        self.quantity, self.number = bit["quantities"], bit["quantities"] | bit["numbers"]
        self.with_pronoun, self.wanting = bit["prepositions-with-pronoun"], bit["participles-wanting"]
        self.in_name = self.name | bit["name-particles"]
        self.counts = bit["quantities"] | bit["ones"]

    def sited(self, at: int, stop: int) -> bool:
        """Whether a place, or what is spoken of, follows a full name (سالم العلي | من عمان، على القرار)."""
        if at < 2 or at + 1 >= stop or not self.kinds[at] & self.preposition or not self._full_name(at):
            return False
        if self.kinds[at] & self.about or self.kinds[at + 1] & self.finite:
            return False
        there = not self.kinds[at] & self.where or self.kinds[at + 1] & self.place
        return bool(there) and self.to_comma(at, stop) == stop

    def of_noun(self, at: int, stop: int) -> bool:
        """Whether a preposition with a pronoun belongs to the noun before it, or a name comes next.

        (الحكومة المعترف بها، وكيل المحكمة ورئيس المكتب بها، سالم العلي)
        """
        named = at + 2 < stop and self.kinds[at + 1] & self.punctuation and self.kinds[at + 2] & self.name
        return bool(self.kinds[at - 1] & self.wanting or named)

    def _full_name(self, stop: int) -> bool:
        """Whether a person's name of two words or more ends here, not in the name of a body."""
        first = stop
        while first > 0 and self._in_name(first - 1):
            first -= 1
        given = any(self.kinds[at] & self.name for at in range(first, stop - 1))
        return given and not self.kinds[first - 1] & self.organ

    def _in_name(self, at: int) -> bool:
        return self.words[at].isalpha() and not self.kinds[at] & ~self.in_name

    def of_them(self, at: int) -> bool:
        """Whether it is told here of whom somebody is one, or some are (واحد منهم، كثير منهن)."""
        word = self.words[at]
        pronoun = word.endswith(self.possessives) and self.lexicon.get(word[:2], 0) & self.of
        return bool(self.kinds[at - 1] & self.counts and pronoun and len(word) > 3)

    def named_at(self, at: int) -> bool:
        """Whether a name stands here, after which عن brings what is spoken of (قال فلان عن المباراة)."""
        word = self.words[at]
        return not self.kinds[at] & ~self.name and word.isalpha() and not word.startswith(self.article)

    def to_comma(self, at: int, stop: int) -> int:
        """The next mark of punctuation outside quotations, or ``stop``."""
        while at < stop and not self.kinds[at] & self.punctuation:
            if at in self.quotations:
                at = min(self.quotations[at].close, stop - 1)
            at += 1
        return at

    def regard_at(self, at: int) -> int:
        """The verb of a remark on what is spoken of (فيما يخص كذا، في ما يتعلق بكذا), or ``at``."""
        verb = at + 1 + bool(self.kinds[at] & self.preposition and not self.kinds[at] & self.what_word)
        there = verb < len(self.kinds) and self.kinds[verb - 1] & self.what_word
        return verb if there and self.kinds[verb] & self.regard and self.kinds[verb] & self.finite else at

    def approximate(self, at: int) -> bool:
        """Whether a word for about stands here before a number (نحو عشرين، حوالي 60)."""
        after = at + 1 if at + 1 < len(self.words) else at
        number = self.words[after].isdigit() or self.kinds[after] & self.number
        about = self.kinds[at] & self.quantity and not self.kinds[after] & self.this  # من هذا
        return bool(about and number) and not self.kinds[after] & self.preposition
