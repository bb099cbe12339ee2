"""Where the lines of a paragraph end, so that they are few, even, and the last is not one word.

Lines are chosen together, as in Knuth and Plass, "Breaking paragraphs into lines" (1981), but for
a ragged edge: the fewest lines first, then the least uneven ones.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from relations.report.pdf.words import Word

_LINE_COST = 10.0
_SHORT_LAST_LINE, _SHORT_LAST_COST = 0.2, 0.35
_ONE_WORD_COST = 0.15
_EVEN = 0.88  # what a line fills that nobody would want to fill better
_EMPTIEST = 0.55  # what a line fills at least, unless its words are too wide
_SLACK = 0.001


def line_ends(run: Sequence[Word], room: float) -> list[int]:
    """The past-the-last word of each line, such that the lines are few and their edge is even."""
    count = len(run)
    starts = list(accumulate([word.reach for word in run], initial=0.0))
    if not count or starts[-1] - run[-1].gap <= room + _SLACK:
        return [count] if count else []
    edges = [start + word.width for start, word in zip(starts, run, strict=False)]  # where ink ends
    ends = _filled(starts, edges, room)
    if _is_even(run, ends, starts, edges, room):
        return ends
    back = _chosen(run, starts, edges, room)
    ends = [count]
    while back[ends[-1]]:
        ends.append(back[ends[-1]])
    return ends[::-1]


def _chosen(
    run: Sequence[Word], starts: Sequence[float], edges: Sequence[float], room: float
) -> list[int]:
    """For a line that ends before a word, or the end, the word that it had best begin with."""
    count = len(run)
    best, back = [0.0] * count, [0] * (count + 1)
    widest = room + _SLACK
    first = 0  # the earliest word that a line ending here can begin with
    for end in range(1, count):
        edge = edges[end - 1]
        while edge - starts[first] > widest and first < end - 1:
            first += 1
        least, chosen = best[first] + (1 - (edge - starts[first]) / room) ** 2, first
        for start in range(first + 1, end):
            share = (edge - starts[start]) / room
            if share < _EMPTIEST:
                break
            cost = best[start] + (1 - share) ** 2
            if cost < least:
                least, chosen = cost, start
        best[end] = least + _LINE_COST + run[end - 1].cost
        back[end] = chosen
    while edges[-1] - starts[first] > widest and first < count - 1:
        first += 1
    back[count] = min(
        range(first, count),
        key=lambda start: (
            best[start] + _last_cost((edges[-1] - starts[start]) / room, start, count)
        ),
    )
    return back


def _filled(starts: Sequence[float], edges: Sequence[float], room: float) -> list[int]:
    """The past-the-last word of each line if each takes as many words as go into it."""
    ends = [0]
    while ends[-1] < len(edges):
        first = ends[-1]
        ends.append(max(bisect_right(edges, starts[first] + room + _SLACK, first), first + 1))
    return ends[1:]


def _is_even(
    run: Sequence[Word],
    ends: Sequence[int],
    starts: Sequence[float],
    edges: Sequence[float],
    room: float,
) -> bool:
    """Whether lines are so even that looking for better ones is not worth the while."""
    start, least = 0, _EVEN * room
    for end in ends[:-1]:
        if run[end - 1].cost or edges[end - 1] - starts[start] < least:
            return False
        start = end
    last = ends[-1]
    return last - start > 1 and edges[last - 1] - starts[start] >= _SHORT_LAST_LINE * room


def _last_cost(share: float, start: int, end: int) -> float:
    """How bad a last line is that fills ``share`` of its room, being short or a single word."""
    if not start:
        return _LINE_COST
    short = _SHORT_LAST_COST if share < _SHORT_LAST_LINE else 0
    return _LINE_COST + short + (_ONE_WORD_COST if end - start == 1 else 0)
