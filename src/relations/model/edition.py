"""Which state of the data this is, so that a paper can be traced to it."""

from __future__ import annotations

import datetime

from attrs import field, frozen

from relations.model.validators import not_blank


@frozen(kw_only=True)
class Edition:
    """The title block of a data file.

    ``date`` is the cut-off: nothing later was considered. ``view`` says in words what was left out
    when these are not all the data ("known from ... alone").
    """

    name: str = field(validator=not_blank)
    date: datetime.date
    title: str = field(validator=not_blank)
    licence: str = field(validator=not_blank)
    publisher: str = field(validator=not_blank)
    view: str | None = None
