"""What a party, person or place is called: by language, by form and by period."""

from __future__ import annotations

import enum
from collections.abc import Iterable

from attrs import field, frozen

from relations.model.dates import EdtfDate
from relations.model.validators import not_blank


class NameForm(enum.Enum):
    """What sort of name it is."""

    SHORT = "short"
    OFFICIAL = "official"
    ABBREVIATION = "abbreviation"
    SPELLING = "spelling"
    MISSPELLING = "misspelling"


@frozen(kw_only=True)
class Name:
    """One name. ``lang`` is a BCP 47 tag; ``period`` is when the name was in use, if bounded."""

    text: str = field(validator=not_blank)
    form: NameForm = NameForm.SHORT
    lang: str = "en"
    period: EdtfDate | None = None


def preferred_name(names: Iterable[Name], form: NameForm, lang: str) -> str | None:
    """The first name of this form in this language, or ``None``."""
    return next((name.text for name in names if name.form is form and name.lang == lang), None)
