"""Which state of the data this is, so that a paper can be traced to it."""

from __future__ import annotations

import datetime

from attrs import field, frozen

from relations.model.source import Release
from relations.model.validators import a_digest, not_blank


@frozen(kw_only=True)
class Overlaid:
    """An overlay that was laid over the data: its name, and who may know of it."""

    name: str = field(validator=not_blank)
    release: Release = Release.PUBLIC


@frozen(kw_only=True)
class Edition:
    """The title block of a data file.

    ``date`` is the cut-off: nothing later was considered. ``cite_as`` is how to cite the whole.
    ``released`` is the day on which this edition was given out, and ``digest`` is ``sha256:`` and
    the hash of its content then. ``overlays`` names the overlays that were laid over the data, and
    ``view`` says in words what was left out when these are not all the data ("known from ...
    alone"); the library writes both, never a curator.
    """

    name: str = field(validator=not_blank)
    date: datetime.date
    title: str = field(validator=not_blank)
    licence: str = field(validator=not_blank)
    publisher: str = field(validator=not_blank)
    cite_as: str | None = None
    released: datetime.date | None = None
    digest: str | None = field(default=None, validator=a_digest)
    overlays: tuple[Overlaid, ...] = ()
    view: str | None = None

    @property
    def full_name(self) -> str:
        """The name, and those of the overlays that lie over it: "2026.1 + Desk notes"."""
        return " + ".join((self.name, *(overlay.name for overlay in self.overlays)))
