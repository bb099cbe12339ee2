"""A coverage-guided search for a file that makes the reader stumble.

Run with ``python benchmarks/fuzz_loading.py [SECONDS]``; it needs ``pip install atheris``. A file
is to be read, or refused with problems that have their places; whatever is read has to survive the
way to the canonical form and back. An input that begins as JSON is a file; any other says what to
change in a sound one. At the end it prints how many inputs were tried and what became of them.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

try:
    import atheris
except ImportError:
    sys.exit("the search needs atheris: pip install atheris")

with atheris.instrument_imports(include=["relations"]):
    from relations import storage
    from relations.checks import pages
    from relations.errors import DataError, FormatError
    from relations.storage.formatting import _canonical
    from relations.storage.loading import look_through_text
    from relations.storage.reading import decoded

SECONDS = int(sys.argv[1]) if len(sys.argv) > 1 else 60
ENDS = time.monotonic() + SECONDS - 1
tried = {"read": 0, "with problems": 0, "refused": 0}


def small() -> dict[str, object]:
    """A data file with the first few entries of each group of the shipped one."""
    document = json.loads(storage.shipped_path().read_text(encoding="utf-8"))
    return {key: value[:1] if isinstance(value, list) else value for key, value in document.items()}


def words() -> list[str]:
    """The keys and words of the schema, for the search to put in."""
    from relations.schema import schema

    found: set[str] = set()
    for made in schema()["$defs"].values():
        found |= set(made.get("properties", ())) | set(made.get("enum", ()))
    more = ["2021-13", "2021?", "[2017,2018]", "/..", "\\\\ud800", "NaN", "1e999", "null", "true"]
    return sorted(found) + more


def shaken(choices: bytes) -> bytes:
    """A sound file in which some values were changed, taken out or put in."""
    chosen = atheris.FuzzedDataProvider(choices)
    document = json.loads(WHOLE)
    for _ in range(chosen.ConsumeIntInRange(1, 6)):
        around, step = document, chosen.PickValueInList(sorted(document))
        while isinstance(around[step], dict | list) and around[step] and chosen.ConsumeBool():
            around = around[step]
            step = chosen.PickValueInList(
                list(around) if isinstance(around, dict) else list(range(len(around)))
            )
        change(around, step, chosen)
        if not document:
            break
    return json.dumps(document).encode()


def change(around: Any, step: Any, chosen: Any) -> None:  # noqa: ANN401 - JSON of any sort
    """Change what is at a step, take it out, or put something beside it."""
    values = [None, True, 0, -1, 1e300, 10**99, "", " ", [], {}, [[]], {"edtf": "2021"}, *WORDS]
    value = chosen.PickValueInList([*values, chosen.ConsumeUnicodeNoSurrogates(12)])
    match chosen.ConsumeIntInRange(0, 2):
        case 0:
            around[step] = value
        case 1:
            del around[step]
        case _ if isinstance(around, dict):
            around[chosen.PickValueInList(WORDS)] = value
        case _:
            around.append(around[step])


def report_at_the_end() -> None:
    """The search ends the process itself, so that the counts are told just before."""
    global ENDS  # noqa: PLW0603 - the search calls us, and keeps nothing for us
    if time.monotonic() > ENDS:
        ENDS = float("inf")
        print(sum(tried.values()), "inputs:", tried, flush=True)


def look(content: bytes) -> None:
    """Read a file; an error that is none of ours is a find."""
    report_at_the_end()
    if not content.startswith(b"{"):
        content = shaken(content)
    try:
        seen = look_through_text(decoded(content, "f"), "f")
    except FormatError:
        tried["refused"] += 1
        return
    except DataError as error:
        placed(error.problems)
        tried["refused"] += 1
        return
    placed(seen.problems)
    tried["with problems" if seen.problems else "read"] += 1
    if seen.dataset is not None:
        canonical = _canonical(content, "f")
        if _canonical(canonical, "f") != canonical:
            raise AssertionError("the canonical form has another canonical form")


WORDS = words()
WHOLE = json.dumps(small(), ensure_ascii=False)


def placed(problems: tuple[object, ...]) -> None:
    """Every problem has its code, its page and its place, and can be printed."""
    for problem in problems:
        if not (problem.line and problem.column and problem.code in pages.codes()):  # type: ignore[attr-defined]  # problems
            raise AssertionError(f"without a place or a page: {problem}")
        if len(str(problem)) > 20_000:
            raise AssertionError("told at too great length")


def main() -> None:
    """Search for a while."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder)
        (corpus / "whole").write_text(WHOLE, encoding="utf-8")
        for number in range(64):
            (corpus / f"change-{number}").write_bytes(bytes([number * 4 % 120, *range(number, 99)]))
        for key, value in small().items():
            part = {"format": 1, "edition": small()["edition"], key: value}
            (corpus / key).write_text(json.dumps(part, ensure_ascii=False), encoding="utf-8")
        dictionary = corpus / "words.dict"
        dictionary.write_text("".join(f'"{word}"\n' for word in words()), encoding="utf-8")
        atheris.Setup(
            [
                sys.argv[0],
                str(corpus),
                f"-dict={dictionary}",
                f"-max_total_time={SECONDS}",
                "-max_len=20000",
                "-rss_limit_mb=2000",
                "-timeout=20",
                "-verbosity=0",
                f"-artifact_prefix={tempfile.gettempdir()}/relations-",
                "-print_final_stats=1",
            ],
            look,
        )
        atheris.Fuzz()


if __name__ == "__main__":
    main()
