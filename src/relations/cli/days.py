"""The day on which a person does something to the data, which may be another than today."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def on_day(what: str) -> Callable[[F], F]:
    """The option ``--on``, today if it is left out; ``what`` says of what it is the day."""
    return click.option(
        "--on",
        callback=_read,
        metavar="DAY",
        help=f"{what}, as YYYY-MM-DD.  [default: today]",
    )


def _read(_ctx: click.Context, _option: click.Parameter, text: str | None) -> datetime.date:
    try:
        return today() if text is None else datetime.date.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(f"{text!r} is not a day such as 2026-11-26") from None


def today() -> datetime.date:
    """The day where the person sits."""
    return datetime.datetime.now().astimezone().date()
