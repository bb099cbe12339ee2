"""``relations check``: everything that is wrong in data files, at once."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from relations.cli.exits import DATA_INVALID, NOT_STRICT
from relations.cli.helping import Command
from relations.cli.markdown import show_page
from relations.cli.opening import OVERLAYS
from relations.cli.terminal import counted

if TYPE_CHECKING:
    from relations.errors import Problem, Severity
    from relations.storage.loading import Seen


_PAGES: Final = "docs/reference/checks"
"""Where the pages on codes lie in the documentation."""


def _explain(ctx: click.Context, _option: click.Parameter, code: str | None) -> None:
    if code and not ctx.resilient_parsing:
        from relations.checks.pages import explanation

        show_page(explanation(code), _PAGES)
        ctx.exit()


@click.command(
    cls=Command,
    examples=(
        ("relations check my.json", "the errors and warnings of a file"),
        ("relations check --notes", "what is worth knowing of the library's own data"),
        ("relations check --explain bad-date", "what a code means, and what to do"),
    ),
)
@click.argument("files", metavar="[FILE...]", nargs=-1, type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="End with code 4 if there are warnings.")
@click.option("--notes", is_flag=True, help="Show what is no fault but worth knowing, too.")
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
@click.option(
    "--sarif",
    "sarif_file",
    type=click.Path(dir_okay=False, path_type=Path, allow_dash=True),
    metavar="FILE",
    help="Write everything to FILE as SARIF 2.1.0, for editors and CI; - is standard output.",
)
@click.option(
    "--explain",
    metavar="CODE",
    is_eager=True,
    expose_value=False,
    callback=_explain,
    help="Say what a code means and what to do, and exit.",
)
@click.pass_context
def check(
    ctx: click.Context,
    files: tuple[Path, ...],
    strict: bool,
    notes: bool,
    as_json: bool,
    sarif_file: Path | None,
) -> None:
    """Show all that is wrong in data files.

    Each problem has its line and column, and names the record and the field to open. Without FILE,
    the file of --data is looked at, or the one that comes with the library. Errors keep a file from
    loading; warnings leave it usable.
    """
    from relations.errors import Severity
    from relations.storage import shipped_path

    looked_at = files or (ctx.obj or shipped_path(),)
    seen = [_look_through(file) for file in looked_at]
    seen += [_laid_over(file, ctx.meta[OVERLAYS]) for file in looked_at if ctx.meta[OVERLAYS]]
    if sarif_file:
        _write_sarif(seen, sarif_file)
    if as_json:
        click.echo(json.dumps(_told(seen), ensure_ascii=False, indent=2))
    elif sarif_file is None or str(sarif_file) != "-":
        _show(seen, notes=notes)
    if _count(seen, Severity.ERROR):
        ctx.exit(DATA_INVALID)
    if strict and _count(seen, Severity.WARNING):
        ctx.exit(NOT_STRICT)


def _look_through(file: Path) -> Seen:
    """The problems of a file; that it cannot be read is one."""
    from relations.errors import DataError, FormatError, Problem
    from relations.storage.loading import Seen, look_through

    def refused(code: str, message: str) -> Seen:
        problem = Problem(code=code, message=message, file=str(file))
        return Seen(str(file), (problem,), None, 0)

    try:
        return look_through(file)
    except DataError as error:
        return Seen(str(file), error.problems, None, 0)
    except FormatError as error:
        return refused("unknown-format", str(error).removeprefix(f"{file}: "))
    except OSError as error:
        return refused("unreadable-file", f"cannot be read: {error.strerror}")


def _laid_over(file: Path, overlays: Sequence[Path]) -> Seen:
    """The problems of the overlays, as they lie over a file that is sound."""
    from relations.errors import DataError
    from relations.storage.loading import Seen, load

    names = ", ".join(map(str, overlays))
    try:
        dataset = load(file, *overlays)
    except DataError as error:
        mine = () if error.file == str(file) else error.problems
        return Seen(names, mine, None, 0)
    return Seen(names, (), dataset, len(dataset.records))


def _write_sarif(seen: Sequence[Seen], file: Path) -> None:
    from relations.cli.sarif import sarif
    from relations.files import write_atomically

    log = sarif(problem for one in seen for problem in one.problems)
    if str(file) == "-":
        click.echo(log, nl=False)
    else:
        write_atomically(file, log.encode())


def _show(seen: Sequence[Seen], *, notes: bool) -> None:
    from relations.errors import Severity

    for one in seen:
        for problem in one.problems:
            if notes or problem.severity is not Severity.NOTE:
                click.echo(problem)
    click.echo(_summary(seen, notes=notes))


def _summary(seen: Sequence[Seen], *, notes: bool) -> str:
    """The last line: how many of each sort, in how many records, and how to go on."""
    from relations.errors import Severity

    counts = [counted(_count(seen, kind), kind.value) for kind in Severity]
    if not _count(seen, Severity.NOTE):
        counts.pop()
    elif not notes:
        counts[-1] += " (--notes shows them)"
    records = counted(sum(one.records for one in seen), "record")
    files = f" of {len(seen)} files" if len(seen) > 1 else ""
    last = f"{', '.join(counts)} in {records}{files}."
    if not _count(seen, Severity.ERROR):
        return last
    code = next(p.code for one in seen for p in one.problems if p.severity is Severity.ERROR)
    return f"{last} Nothing was written. (relations check --explain {code})"


def _count(seen: Sequence[Seen], severity: Severity) -> int:
    return sum(problem.severity is severity for one in seen for problem in one.problems)


def _told(seen: Sequence[Seen]) -> dict[str, Any]:
    """The same for a program."""
    from relations.errors import Severity

    files = [
        {"file": one.file, "records": one.records, "problems": list(map(_as_json, one.problems))}
        for one in seen
    ]
    return {"files": files, **{f"{kind.value}s": _count(seen, kind) for kind in Severity}}


def _as_json(problem: Problem) -> dict[str, Any]:
    import attrs

    fields = attrs.asdict(problem) | {"severity": problem.severity.value}
    return {name: value for name, value in fields.items() if value not in (None, "")}
