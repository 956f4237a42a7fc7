"""Words that are spelled like a cue and are none: a name, a noun, a preposition, a verb that is denied."""

from __future__ import annotations

from quotecli.before import Left
from quotecli.byline import Bylines
from quotecli.grammar import Grammar
from quotecli.model import Cue, Layout, Sentence

_CLAUSE = 5
"""Words between كان and what it says of its subject, at most."""
_NAMED = 8
"""Words from a verb that looks like a preposition to what is said."""
_FELT = 10
"""Words from a verb to what is felt."""
_PAIR = 15
"""Words between a preposition and its repetition."""
_SOURCE = 6
"""Words between a verb and the pronoun that takes up the ما before it."""


class Homographs(Bylines):
    """Tells cues from words that look like them, in one article."""

    def __init__(self, layout: Layout, grammar: Grammar, left: Left) -> None:
        super().__init__(layout, grammar)
        self.left = left
        self.readings, self.lexicon, bit = grammar.readings, grammar.kinds, grammar.bits
        self.name, self.leads, self.occasion = bit["given-names"], bit["leads"], bit["occasions"]
        self.negative, self.what = bit["negatives"], bit["what-words"]
        self.governs, self.within = bit["prepositions-nominal"], bit["office-prepositions"]
        self.comp_pronoun = bit["complementizers-pronoun"]
        self.comp, self.predicated = bit["complementizers"], bit["complementizers"] | bit["kana"]
        self.without, self.first, self.verbal = bit["withouts"], bit["first-persons"], bit["nominal-heads"]
        self.bound, self.mark = bit["prepositions-bound"], bit["marks"]
        self.relative, self.particle = bit["relatives"], bit["verb-particles"]
        self.adverb, self.pause = bit["adverbs"], bit["pauses"]
        self.modal, self.auxiliary = bit["modals"], bit["kana"] | bit["negatives"]
        self.person, self.article = bit["persons"], grammar.article
        self.feminine, self.saying = grammar.letters["feminine-endings"][0], bit["sayings"]
        self.kana, self.alternative = bit["kana"], bit["alternatives"]
        self.finite = bit["finite-verbs"]
        self.begins = bit["sentence-ends"] | bit["pauses"] | bit["particles"] | bit["as-words"]
        self.preposition, self.opens = bit["prepositions"], bit["openers"] | bit["what-words"] | bit["whos"]
        self.about, self.possessives = bit["from-words"], grammar.letters["possessives"]
        self.no_name = self.pause | self.mark | self.finite | self.relative | bit["cues"] | bit["dates"]
        self.joined = grammar.letters["conjunctions-joined"]
        self.no_verb = bit["prepositions"] | bit["prepositions-with-pronoun"] | bit["quantities"]

    def no_cue(self, cue: Cue, sentence: Sentence) -> bool:
        """Whether the word before the cue denies it, or tells that it is a name or a noun here."""
        before = self.kinds[cue.start - 1] if cue.start else 0
        if before & self.negative and not self._states(cue, before) and not self.left.as_at(cue.start):
            return True
        if before & self.comp and cue.start > 1 and self.kinds[cue.start - 2] & self.without:
            return True
        if before & self.first and cue.readings[0].form.finite:
            return True  # لكنني اعتقد
        if cue.lead:
            joined = before & (self.relative | self.particle | self.alternative)  # قد ورد، ضابط أو فرد
            return bool(self.kinds[cue.start] & self.adverb or joined) or self._again(cue, sentence)
        return self._name(cue, before) or self._noun(cue, before) or self._other(cue, before, sentence)

    def _states(self, cue: Cue, before: int) -> bool:
        """Whether a verb says something though a negative stands before it (ما قاله، لم يستبعد)."""
        resumed = any(reading.form.suffix for reading in cue.readings) or self._resumed(cue.stop)
        what = before & self.what and resumed
        return bool(what) or any(reading.verb.frame.negated for reading in cue.readings)

    def _again(self, cue: Cue, sentence: Sentence) -> bool:
        """Whether a preposition is only repeated (بين أهل القرية وبين أهل المدينة)."""
        word = self.words[cue.start][cue.lead :]
        near = self.words[max(sentence.start, cue.start - _PAIR) : cue.start]
        return bool(self.lexicon.get(word, 0) & self.no_verb) and word in near

    def _resumed(self, at: int) -> bool:
        """Whether a pronoun takes up the ما before the verb, which so denies nothing (ما قال إنه دليل)."""
        for kind in self.kinds[at : at + _SOURCE]:
            if kind & (self.comp | self.pause | self.finite | self.no_verb):
                return bool(kind & self.comp_pronoun)
        return False

    def _other(self, cue: Cue, before: int, sentence: Sentence) -> bool:
        """Whether the word is an adverb, is counted, is predicated, may only be said, or follows a verb.

        (التقى مجددا رئيس الوفد، 50 متهما، إنها واثقة، يمكن القول إن، لا يزال طالب)
        """
        form, word = cue.readings[0].form, self.words[cue.start - 1] if cue.start else ""
        if self.kinds[cue.start] & self.adverb:
            clause = any(kind & self.comp for kind in self.kinds[cue.stop : cue.stop + 2])
            again = form.mood == "participle" and form.gender == "m"  # أظهر مجددا أن
            return not before & self.pause and (again or not clause)
        if word.isdigit() and form.number == "d":
            return True  # 60 طالبا
        if form.mood == "participle":
            predicate = self._predicate(cue, before, sentence) or self._demanded(cue, before)
            return predicate or word.isdigit() or self._governed(cue, before)
        earlier = self.kinds[cue.start - 2] if cue.start > 1 else 0
        if form.mood == "noun":
            return bool(before & self.modal or (before | earlier) & self.first)
        able = earlier & self.modal and self.kinds[cue.start] & self.verbal
        return form.mood == "perfect" and bool(able or (before & self.finite and not before & self.auxiliary))

    def _predicate(self, cue: Cue, before: int, sentence: Sentence) -> bool:
        """Whether a participle says what something is (كانت الإجراءات مشددة على الطريق)."""
        if before & self.predicated or self._adjective(cue, before):
            return True
        if self._of_subject(cue, sentence):
            return True
        for at in range(cue.start - 1, max(sentence.start, cue.start - _CLAUSE) - 1, -1):
            if self.kinds[at] & (self.pause | self.mark | self.finite) and not self.kinds[at] & self.kana:
                return False
            if self.kinds[at] & self.kana:
                return True
        return False

    def _adjective(self, cue: Cue, before: int) -> bool:
        """Whether a participle qualifies an indefinite feminine noun before it (إجراءات أمنية مشددة)."""
        word, form = self.words[cue.start - 1], cue.readings[0].form
        bare = word.endswith(self.feminine) and not word.startswith(self.article)
        other = before & (self.person | self.pause | self.mark) or self.kinds[cue.start] & self.saying
        return bare and form.gender == "f" and not form.suffix and not other

    def _governed(self, cue: Cue, before: int) -> bool:
        """Whether a preposition governs a noun that looks like a participle (بعد مطالبة السكان بكذا)."""
        form = cue.readings[0].form
        plain = form.gender == "f" and not (form.suffix or self.kinds[cue.start] & self.saying)
        return bool(plain and before & self.preposition)

    def _demanded(self, cue: Cue, before: int) -> bool:
        """Whether a participle says what its subject is to do (الحكومة مطالبة بكذا), not what it states."""
        following = self.kinds[cue.stop] if cue.stop < len(self.kinds) else 0
        form = cue.readings[0].form
        charged = cue.readings[0].verb.frame.target_preps and form.gender == "f" and not form.suffix
        return bool(charged and following & (self.bound | self.mark)) and not before & (
            self.pause | self.mark
        )

    def _name(self, cue: Cue, before: int) -> bool:
        """Whether the word is a given name here: it stands where the subject of another verb does."""
        if not cue.start or not self.kinds[cue.start] & self.name:
            return False
        word = self.words[cue.start - 1]
        verb = self.readings.get(word) or self.readings.get(word[1:], ())
        return bool(before & (self.leads | self.finite)) or any(reading.form.finite for reading in verb)

    def _annexed(self, cue: Cue, before: int) -> bool:
        """Whether the word is a verbal noun that the one before it governs (بموجب طلب، إعلان طلب)."""
        only = all(one.form.finite and not one.form.suffix for one in cue.readings)
        noun = self.kinds[cue.start] & self.verbal and before & (self.verbal | self.preposition)
        return bool(only and noun) and not before & self.opens

    def _governs(self, cue: Cue) -> bool:
        """Whether what the verb governs follows, so that it is no preposition (عبر عن، عبر سابقا عن)."""
        near = self.words[cue.stop : cue.stop + 2]
        if any(reading.verb.frame.governs(word) for reading in cue.readings for word in near):
            return True
        alone = not cue.start or not self.kinds[cue.start - 1] & self.preposition  # من بين الأسباب أن
        if alone and self.kinds[cue.start] & self.preposition and self._clause_after(cue):
            return True
        far = range(cue.stop, min(cue.stop + _FELT, len(self.words) - 1))
        return any(self.kinds[at] & self.about and self._felt(at + 1) for at in far)

    def _clause_after(self, cue: Cue) -> bool:
        """Whether a noun phrase stands here, and what the verb takes right after it (بين المدير | أن كذا)."""
        for n in range(cue.stop, min(cue.stop + _NAMED, len(self.words))):
            kind, word = self.kinds[n], self.words[n]
            if kind & self.comp:
                frames = [reading.verb.frame for reading in cue.readings]
                return n > cue.stop and any(one.clause and not one.preps for one in frames)
            joined = word[0] in self.joined and n > cue.stop
            if kind & self.no_name or joined or word[0].isdigit():
                return False
        return False

    def _felt(self, at: int) -> bool:
        """Whether a noun for what somebody feels stands here (عبر د. سالم عن | سعادته)."""
        return bool(self.kinds[at] & self.verbal) and self.words[at].endswith(self.possessives)

    def _noun(self, cue: Cue, before: int) -> bool:
        """Whether the word is no verb here: it is a preposition or has one before it (على أمل، بين كذا)."""
        kind = self.kinds[cue.start]
        if cue.start and not before & self.begins and cue.readings[-1].verb.frame.person:
            return True
        if cue.readings[0].form.finite:
            no_verb = kind & self.no_verb and not self._governs(cue)
            return bool(before & self.governs or no_verb) or self._annexed(cue, before)
        stated = cue.readings[0].mood == "own-noun" and self.kinds[cue.stop : cue.stop + 1]
        if stated and stated[0] & self.comp:
            return False  # إلى القول إن
        states = cue.readings[0].verb.frame.noun and not before & self.within  # على إعلان فلان كذا
        return bool(before & self.governs and kind & self.occasion and not states)

    def _of_subject(self, cue: Cue, sentence: Sentence) -> bool:
        """Whether a feminine participle is what a noun and its adjective are said to be (إنها واثقة)."""
        article = self.words[cue.start - 1].startswith(self.article)
        near = next((at for at in (cue.start - 2, cue.start - 2 - article) if self.kinds[at] & self.comp), -1)
        between, other = range(near, cue.start), self.pause | self.finite | self.mark
        feminine = cue.readings[0].form.gender == "f" and near >= sentence.start
        return feminine and not any(self.kinds[at] & other for at in between)
