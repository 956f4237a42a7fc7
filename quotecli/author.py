"""Whose words a document holds: who writes it, or whose it is."""

from __future__ import annotations

from collections.abc import Iterable

from quotecli.doer import Doers
from quotecli.grammar import Grammar
from quotecli.model import Candidate, Layout, Range
from quotecli.name import Names
from quotecli.noun import Nouns

_NEAR = 12
"""Words before a clause in which the document is looked for that it goes with."""


class Authors(Doers):
    """Finds whose words the documents of one article hold."""

    def __init__(
        self, layout: Layout, grammar: Grammar, names: Names, nouns: Nouns, sources: Iterable[Range]
    ) -> None:
        super().__init__(layout, grammar, names, nouns, sources)
        self.object_stem, bit = grammar.object_stem, grammar.bits
        self.document, self.with_pronoun = (
            bit["occasions"] | bit["documents"],
            bit["prepositions-with-pronoun"],
        )
        self.comp, self.relative = bit["complementizers"], bit["relatives"]
        self.against = bit["prepositions"] & ~(bit["of-words"] | bit["from-words"])
        self.passes = bit["bound-to"] | bit["outlets"] | bit["agencies"]

    def _writer(self, candidate: Candidate) -> Range | None:
        """Who brings out the document that a clause goes with (نشر الحزب بيانا نفى فيه كذا)."""
        start, form = self._document(candidate), candidate.reading.form
        for at in range(start - 2, max(candidate.sentence.start, start - _NEAR) - 1, -1):
            if self.kinds[at] & self.verb and not self.words[at].startswith(self.article):
                return self.clause(at, start, form)
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
        return next((at for at in places if self.kinds[at] & self.document or self._object(at)), start)

    def _object(self, at: int) -> bool:
        """Whether a document stands here as an indefinite object (نشر بيانا)."""
        return bool(self.object_stem(self.words[at]) & self.document)

    def _owner(self, candidate: Candidate) -> Range | None:
        """Whose words a relative clause goes with (تصريحات الوزير فلان التي أكد فيها)."""
        start, stop = self._document(candidate), candidate.cue.start
        first = next((at for at in range(start + 1, stop) if self._owns(at)), stop)
        end = next((at for at in range(first, stop) if self.kinds[at] & self.relative), stop)
        if first >= end or self._addressed(start + 1, first):
            return None
        return self._full(Range((first, self.phrases.source_end(first, end))))

    def _addressed(self, start: int, first: int) -> bool:
        """Whether a document is only sent to somebody, against them or printed by them (بيان وجهه لفلان)."""
        between = [self.kinds[at] for at in range(start, first)]
        if any(kind & self.comp for kind in between):
            return False  # رسالة قال إنها لفلان
        sent = first > start and not between[-1] and self.words[first - 1].endswith(self.phrases.possessives)
        passed = self.kinds[first] & self.passes and (sent or any(kind & self.verb for kind in between))
        return bool(passed) or any(kind & self.against for kind in between)

    def _owns(self, at: int) -> bool:
        """Whether a person or a body begins here, whose words a document before it can hold."""
        named = self.mentions.known(self.mentions.keys[at]) and not self.kinds[at]
        person = self.speakers.person(at) and not self.mentions.titles.qualifies(at)
        return (person or named) and not self.kinds[at] & self.document
