"""What rival accounts are about, in the words that the dossier has for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from relations.model.record import Record


def matter(field: str, record: Record | None) -> str:
    """The matter that a field of a record or a person is about: "the date of signature"."""
    from relations.model.kinds import kind_of
    from relations.report.speech import ENGLISH
    from relations.report.wording.accounts import field_words

    return field_words(ENGLISH, field, kind_of(record) if record else "")
