from __future__ import annotations

from datetime import date
from pathlib import Path

from cli.commands import Run
from relations.model.review import Stage
from relations.storage import load


def test_review_writes_into_the_data(run: Run, data: Path) -> None:
    """The review is in the file, with name, day and remark."""
    told = run(
        "review",
        "lease",
        "--as",
        "checked",
        "--by",
        "A. Reader",
        "--on",
        "2026-07-01",
        "--note",
        "Seen.",
    )
    (review,) = load(data).record("lease").reviews
    assert (0, "lease: checked by A. Reader on 2026-07-01\n") == (told.exit_code, told.stdout)
    assert (Stage.CHECKED, "A. Reader", date(2026, 7, 1), "Seen.") == (
        review.stage,
        review.by,
        review.date,
        review.note,
    )


def test_a_review_is_of_today_unless_said(run: Run, data: Path) -> None:
    """Without a day it is the day on which it was written."""
    before = date.today()  # noqa: DTZ011 - the command asks the same clock
    run("review", "lease", "--as", "draft", "--by", "A. Reader")
    assert before <= load(data).record("lease").reviews[0].date <= date.today()  # noqa: DTZ011 - as above


def test_a_review_of_nothing_writes_nothing(run: Run, data: Path) -> None:
    """A misspelt identifier or a day that is none leaves the file as it was."""
    before = data.read_bytes()
    wrong = run("review", "leese", "--as", "draft", "--by", "A. Reader")
    no_day = run("review", "lease", "--as", "draft", "--by", "A. Reader", "--on", "2026-02-30")
    assert (2, 2, before) == (wrong.exit_code, no_day.exit_code, data.read_bytes())
    assert "did you mean 'lease'" in wrong.stderr
    assert "not a day such as" in no_day.stderr


def test_check_tells_of_a_void_review(run: Run, data: Path) -> None:
    """A later edit of the file by hand is told by the check."""
    run("review", "lease", "--as", "approved", "--by", "A. Reader", "--on", "2026-07-01")
    text = data.read_text(encoding="utf-8").replace("Lease of Cam Ranh", "Lease of the base")
    data.write_text(text, encoding="utf-8")
    told = run("check").stdout
    assert "it has changed since it was approved by A. Reader on 2026-07-01" in told


def test_the_schema_stays_in_the_file(run: Run, data: Path) -> None:
    """What tells an editor how to complete the file is not lost by a review."""
    text = data.read_text(encoding="utf-8")
    data.write_text(text.replace("{", '{"$schema": "relations.schema.json",', 1), encoding="utf-8")
    run("review", "lease", "--as", "draft", "--by", "A. Reader")
    assert '"$schema": "relations.schema.json"' in data.read_text(encoding="utf-8")
