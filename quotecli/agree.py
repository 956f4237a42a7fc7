"""Gender and number of a noun phrase, as far as its head word tells, and whether a verb form agrees."""

from __future__ import annotations

from dataclasses import dataclass

from quotecli.grammar import Form, Grammar
from quotecli.model import Layout, Range


@dataclass(frozen=True, slots=True)
class Features:
    """``gender`` m, f or empty; ``number`` s, d, p or empty; empty where the word does not tell."""

    gender: str = ""
    number: str = ""


class Agreement:
    """Reads features off the tokens of one article."""

    def __init__(self, layout: Layout, grammar: Grammar) -> None:
        self.words, self.kinds = layout.words, layout.kinds
        bit = grammar.bits
        self.not_bound = bit["not-bound"]
        self.plural, self.things = bit["offices-plural"], bit["plurals-nonhuman"]
        self.quantity = bit["quantities"]
        self.which, self.which_feminine = bit["relatives-singular"], bit["relatives-feminine"]
        self.honorific, self.leads = bit["honorifics"], bit["leads"]
        self.country, self.country_feminine = bit["countries"], bit["countries-feminine"]
        self.name, self.name_feminine = bit["given-names"], bit["given-names-feminine"]
        self.not_feminine = bit["masculine-with-ta-marbuta"] | bit["given-names-masculine"] | bit["offices"]
        self.feminine = (
            bit["offices-feminine"] | bit["given-names-feminine"] | bit["feminine-without-ta-marbuta"]
        )  # fmt: skip
        self.masculine = (
            self.not_feminine | bit["titles"] | bit["bodies"] | bit["documents"] | bit["outlets"]
            | bit["sources"]
        )  # fmt: skip
        self.office_feminine, self.office = bit["offices-feminine"], bit["offices"]
        self.preposition = bit["prepositions"]
        self.person, self.joined = bit["persons"], grammar.letters["conjunctions-joined"]
        self.title, self.called = bit["titles"], bit["bodies-named"]
        self.accusative, self.one, self.article = bit["accusative"], bit["ones"], grammar.article
        self.oblique = grammar.letters["oblique-endings"]
        self.feminine_endings = grammar.letters["feminine-endings"]
        self.accusative_endings = grammar.letters["accusative-endings"]
        self.opener = bit["openers"]
        self._features: dict[Range, Features] = {}

    def head(self, phrase: Range) -> int:
        """The first word of a phrase that is no mere quantity or courtesy (عدد من، أحد، جلالة)."""
        at, stop = phrase
        while at < stop - 1 and (self._counts(at) or not self.words[at].isalpha()):
            at += 1
        return at

    def _counts(self, at: int) -> bool:
        kind = self.kinds[at]
        return bool(kind & self.quantity or (kind & self.honorific and self.kinds[at + 1] & self.leads))

    def features(self, phrase: Range) -> Features:
        """Features of the phrase's head; a verb may agree with the quantity before it (عدد من الشركات)."""
        features = self._features.get(phrase)
        if features is None:
            features = self._features[phrase] = self._of_phrase(phrase)
        return features

    def _of_phrase(self, phrase: Range) -> Features:
        features, first = self._of_head(phrase), phrase[0]
        counted = self.kinds[first] & self.quantity and not self.kinds[first] & self.one
        own = "f" if self.words[first].endswith(self.feminine_endings) else "m"
        if counted and features.gender not in (own, ""):
            return Features("", features.number)
        return features

    def joint(self, form: Form, phrase: Range) -> bool:
        """Whether a verb agrees with the phrase before it, with all that are joined there if in the plural.

        (موسكو ودمشق تتهمان)
        """
        first, stop = phrase
        led = next((at for at in range(first, stop) if self.kinds[at] & self.preposition), stop)
        several = form.number in {"d", "p"} and any(
            self.words[at].startswith(self.joined) and self.kinds[at] & self.person & ~self.name
            for at in range(first + 1, led)
        )
        return (several and bool(self.kinds[first] & self.person)) or self.full(form, self.features(phrase))

    def _of_head(self, phrase: Range) -> Features:
        at = self.head(phrase)
        kind, word = self.kinds[at], self.words[at]
        if at > phrase[0] and self.kinds[phrase[0]] & self.one:
            feminine = self.words[phrase[0]].endswith(self.feminine_endings)
            return Features("f" if feminine or self.kinds[phrase[0]] & self.feminine else "m", "s")
        if len(word) == 1 or (kind & self.name and (at == phrase[1] - 1 or kind & self.name_feminine)):
            return Features()
        if kind & self.country:
            return Features("f" if kind & self.country_feminine else "", "s")
        if kind & self.plural and kind & self.office:
            return Features("m", "s" if word.startswith(self.article) else "")  # المدعي، محامي
        led = at and self.kinds[at - 1] & self.opener
        if led and kind & self.plural and word.endswith(self.accusative_endings):
            return Features("m")  # لكن مسؤولا قال
        if kind & self.plural:
            return Features("f" if word.endswith(self.feminine_endings[1]) else "m", "p")
        if self._either(kind, word) or (kind & self.called and not kind & self.feminine):
            return Features("", "s")
        if kind & (self.feminine | self.things):
            return Features("f", "s")
        if word.endswith(self.feminine_endings) and kind & ~self.not_bound:
            return Features("m" if kind & self.not_feminine else "f", "s")
        if kind & self.masculine:
            return Features("m", "s")
        return Features()

    def relative(self, at: int) -> Features:
        """Features of a relative pronoun in the singular; empty for others."""
        if self.kinds[at] & self.which_feminine:
            return Features("f", "s")
        return Features("m", "s") if self.kinds[at] & self.which else Features()

    def _either(self, kind: int, word: str) -> bool:
        """Whether an office may be a man's or a woman's (عضو، محاميه for his lawyer or for محامية)."""
        spelled = kind & self.title and not word.endswith(self.feminine_endings[0])
        return bool(kind & self.office_feminine) and bool(kind & self.office or spelled)

    def nominative(self, phrase: Range) -> bool:
        """Whether the phrase can be a subject: its first word is no oblique plural and no accusative."""
        first = phrase[0]
        plural = self.kinds[first] & self.plural and not self.kinds[first] & self.office
        oblique = plural and self.words[first].endswith(self.oblique)
        return not (oblique or self.kinds[first] & self.accusative)

    @staticmethod
    def after_verb(form: Form, features: Features) -> bool:
        """A verb before its subject agrees in gender alone and stands in the singular, whatever the subject.

        Some write the plural before people in the plural (أكدوا المعلمون).
        """
        if features.number == "p":
            return form.number in {"s", "p", ""}
        return form.number in {"s", ""} and _same(form.gender, features.gender)

    def woman(self, form: Form, phrase: Range) -> bool:
        """Whether a woman bears an office's title in the masculine, as the verb tells (قالت رئيس اللجنة)."""
        if form.gender != "f" or form.number != "s" or not self.kinds[phrase[0]] & (self.office | self.title):
            return False
        names = (kind for kind in self.kinds[phrase[0] + 1 : phrase[1]] if kind & self.name)
        return bool(next(names, self.name_feminine) & self.name_feminine)

    @staticmethod
    def full(form: Form, features: Features) -> bool:
        """A verb after its subject, or with none, agrees in gender and number."""
        several = {"d": "p"}
        number = several.get(form.number, form.number), several.get(features.number, features.number)
        return _same(form.gender, features.gender) and _same(*number)


def _same(one: str, other: str) -> bool:
    """Whether two features are the same, as far as both are known."""
    return not (one and other) or one == other
