"""How long reading a date takes: ours, read anew and read again, beside python-edtf.

Run with ``python benchmarks/dates.py``. Both libraries read the same texts in the same run, in
turns; each figure is the median of the rounds, in microseconds. A closed interval or a choice is
one text that holds two dates, so what reading it anew takes is also given for each date in it.
"""

from __future__ import annotations

import random
import statistics
import time
import warnings
from collections.abc import Callable, Sequence
from typing import NamedTuple

from relations.model.dates import EdtfDate

ROUNDS = 7
THEIR_SAMPLE = 40
"""How many texts a round gives to python-edtf, which is slow; it has no cache."""

OUR_SAMPLE = 4000

Form = Callable[[random.Random], str]


def _day(source: random.Random) -> str:
    return f"{_year(source)}-{source.randint(1, 12):02}-{source.randint(1, 28):02}"


def _month(source: random.Random) -> str:
    return f"{_year(source)}-{source.randint(1, 12):02}"


def _year(source: random.Random) -> str:
    return f"{source.randint(1, 9999):04}"


def _qualified(source: random.Random) -> str:
    return _month(source) + source.choice("~?%")


def _interval(source: random.Random) -> str:
    return "/".join(sorted([_day(source), _day(source)]))


def _open(source: random.Random) -> str:
    return _month(source) + "~/.."


def _choice(source: random.Random) -> str:
    return f"[{_day(source)},{_day(source)}]"


class Measured(NamedTuple):
    """A form of date to measure: how a text of it is made, and how many dates that text holds."""

    make: Form
    dates: int = 1


FORMS = {
    "day": Measured(_day),
    "month": Measured(_month),
    "year": Measured(_year),
    "approximate or uncertain": Measured(_qualified),
    "interval": Measured(_interval, dates=2),
    "open interval": Measured(_open),
    "one of two": Measured(_choice, dates=2),
}


def main() -> None:
    """Measure each form and print a line for it."""
    theirs = _their_parser()
    print(f"microseconds, median of {ROUNDS} rounds; python-edtf and the ratio are for one text")
    print(f"{'':31}{'ours, anew':^20}{'again':>8}")
    print(f"{'form':26}{'dates':>5}{'a text':>10}{'a date':>10}{'a text':>8}", end="")
    print(f"{'python-edtf':>15}{'ratio':>9}")
    for name, form in FORMS.items():
        anew, again, other = _measure(_rounds(form.make), theirs)
        compared = f"{other:15.0f}{other / anew:8.0f}x" if other else f"{'not installed':>15}"
        ours = f"{anew:10.2f}{anew / form.dates:10.2f}{again:8.3f}"
        print(f"{name:26}{form.dates:5}{ours}{compared}")


def _rounds(form: Form) -> list[list[str]]:
    """For each round its texts, no text twice in a round."""
    source = random.Random(2014)  # noqa: S311 - no secret is made
    rounds = []
    for _ in range(ROUNDS):
        texts = list(dict.fromkeys(form(source) for _ in range(OUR_SAMPLE)))
        rounds.append(texts)
    return rounds


def _measure(
    rounds: list[list[str]], theirs: Callable[[str], object] | None
) -> tuple[float, float, float | None]:
    """The median times of reading anew, of reading again, and of python-edtf."""
    anew, again, other = [], [], []
    for texts in rounds:
        _forget()
        anew.append(_time(EdtfDate.parse, texts))
        again.append(_time(EdtfDate.parse, texts))
        if theirs is not None:
            other.append(_time(theirs, texts[:THEIR_SAMPLE]))
    return (
        statistics.median(anew),
        statistics.median(again),
        statistics.median(other or [0]) or None,
    )


def _forget() -> None:
    """Empty the cache, so that every text of the next round is read anew."""
    from relations.model import dates

    dates._cached.cache_clear()  # noqa: SLF001 - measuring what the cache saves


def _time(parse: Callable[[str], object], texts: Sequence[str]) -> float:
    """The microseconds that one text takes."""
    begun = time.perf_counter_ns()
    for text in texts:
        parse(text)
    return (time.perf_counter_ns() - begun) / len(texts) / 1000


def _their_parser() -> Callable[[str], object] | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from edtf import parse_edtf
    except ImportError:
        return None
    parser: Callable[[str], object] = parse_edtf
    return parser


if __name__ == "__main__":
    main()
