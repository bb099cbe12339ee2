"""How far a record may be relied on, as a cell of the register, by the rule and its reason."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from relations.measures.confidence import Confidence, confidence, fields_of
from relations.model.confidence import OCCURRENCE, ConfidenceLevel
from relations.model.kinds import kind_of
from relations.model.record import Record
from relations.report.blocks import Content, Text, Tone
from relations.report.sections.entry import Cell
from relations.report.sections.material import Material
from relations.report.speech import message, messages
from relations.report.wording.accounts import field_words
from relations.report.wording.sentences import capital
from relations.report.wording.terms import term


def confidence_cell(record: Record, material: Material) -> Cell:
    """The confidence that the thing is; then the fields of which more or less holds."""
    found = {name: confidence(record, name, material.dataset) for name in fields_of(record)}
    whole = found.pop(OCCURRENCE)
    first: Content = (Text(capital(term(material.speech, whole.level)), Tone.STRONG),)
    others = [entry for entry in found.values() if entry.level is not whole.level]
    return ((*first, *_reason(whole, material)), *_others(others, record, material))


def _others(found: list[Confidence], record: Record, material: Material) -> Iterator[Content]:
    """The fields of each other level, one after the other."""
    speech = material.speech
    for level in ConfidenceLevel:
        fields = [
            field_words(speech, entry.field, kind_of(record))
            for entry in found
            if entry.level is level
        ]
        if fields:
            word = capital(term(speech, level))
            said = speech.say("{level}: {fields}", level=word, fields=speech.listed(fields))
            yield (Text(said),)


def _reason(found: Confidence, material: Material) -> Content:
    """Why an editor, or the rule where it is low, says so."""
    speech = material.speech
    if found.is_override:
        reason = material.written(found.reason, Tone.MUTED)
    elif found.reason in _DOUBTS:
        reason = Text(speech.say(found.reason), Tone.MUTED)
    elif found.level is ConfidenceLevel.LOW:
        reason = Text(speech.count(len(found.lineages), *_NEITHER), Tone.MUTED)
    else:
        return ()
    return Text(speech.say(": "), Tone.MUTED), reason


_DOUBTS: Final = frozenset(
    {
        message("its only account is doubted"),
        message("accounts differ, and nothing decides between them"),
        message("an estimate"),
        message("the date itself is in doubt"),
    }
)
"""The reasons that keep a field low whatever its sources, as the rule words them."""

_NEITHER: Final = messages(
    "{number} lineage, not official and no register for this",
    "{number} lineages, not official and no register for this",
)
