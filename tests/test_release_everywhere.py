"""Every output of the project, searched for what is restricted.

A new output has to be added to ``OUTPUTS``: the tests at the end hold the list against the
commands, the exporters and the methods that there are.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import attrs
import pypdf
import pytest

from builders import world
from cli.commands import invoke
from planted import SECRET, secret_world
from relations.cli.main import COMMANDS
from relations.dataset import Dataset
from relations.editions import FORMS, compare
from relations.exporters.figures import figures_table
from relations.exporters.graph import by_kind, gexf, graphml
from relations.exporters.parquet import to_parquet
from relations.exporters.relational import relational
from relations.exporters.sql import to_duckdb
from relations.measures import MEASURES
from relations.model.kinds import RECORD_TYPES
from relations.pairs import Pair
from relations.release import public
from relations.report.options import Length
from relations.storage import dumps, save

SRC: Final = Path(__file__).resolve().parents[1] / "src" / "relations"
_SECRET: Final = re.compile(rf"{SECRET}[-A-Za-z0-9]*", re.IGNORECASE)


def found(output: bytes | str) -> set[str]:
    """The secret words in an output, in whatever encoding they stand there."""
    if isinstance(output, str):
        return {word.lower() for word in _SECRET.findall(output)}
    texts = (output.decode(code, errors="ignore") for code in ("utf-8", "utf-16-be", "utf-16-le"))
    return {word.lower() for text in texts for word in _SECRET.findall(text)}


# -- what is put out -----------------------------------------------------------------------------


def pair(dataset: Dataset) -> Pair:
    """The pair whose dossier is made."""
    return dataset.pair("VNM", "RUS")


def pdfs(dataset: Dataset) -> Iterator[bytes | str]:
    """The dossier in every length: texts, properties, attachments, and all it is made of."""
    for length in Length:
        for since, hide in ((world(), False), (secret_world(), True)):
            dossier = pair(dataset).dossier(length=length.value, since=since, public=hide)
            yield from _in_pdf(dossier.to_pdf())


def _in_pdf(content: bytes) -> Iterator[bytes | str]:
    reader = pypdf.PdfReader(io.BytesIO(content))
    yield content
    yield str(reader.metadata)
    yield str(reader.outline)
    yield from (page.extract_text() for page in reader.pages)
    yield from (data for files in reader.attachments.values() for data in files)
    yield from (str(reader.attachments.keys()), str(reader.named_destinations.keys()))
    for number in range(1, len(reader.xref[0]) + 1):
        yield from _in_object(reader, number)


def _in_object(reader: pypdf.PdfReader, number: int) -> Iterator[bytes | str]:
    """An object of a PDF, uncompressed: its words, and its stream if it has one."""
    thing = pypdf.generic.IndirectObject(number, 0, reader).get_object()
    yield str(thing)
    if isinstance(thing, pypdf.generic.StreamObject):
        yield thing.get_data()


def displays(dataset: Dataset) -> Iterator[str]:
    """What a notebook shows of a dataset, a selection, a record, a pair, a figure, a dossier."""
    tied = pair(dataset)
    shown: list[Any] = [dataset, dataset.records, *dataset.records, tied, tied.dossier()]
    shown += [figure for figure in figures(dataset) if hasattr(figure, "_repr_html_")]
    yield from (thing._repr_html_() for thing in shown)


def figures(dataset: Dataset) -> Iterator[Any]:
    """What every measure finds of the pair."""
    for measure in MEASURES.values():
        yield measure(pair(dataset))


def tables(dataset: Dataset) -> Iterator[bytes | str]:
    """Records, panels and the whole, as tables."""
    for records in (dataset.records, *map(dataset.of_kind, RECORD_TYPES)):
        yield records.to_csv()
        yield json.dumps(records.to_dicts(), default=str)
        yield records.to_table().to_csv()
        yield str(records.to_frame("pandas").to_dict()) if records else ""
    yield dataset.panel(kinds=RECORD_TYPES, start=1979, end=2022).to_csv()
    yield from (table.to_csv() for table in relational(dataset))
    for name, measure in MEASURES.items():
        yield figures_table(name, measure(pair(dataset))).to_csv()


def databases(dataset: Dataset, folder: Path) -> Iterator[bytes]:
    """The files of Parquet and DuckDB."""
    (folder / "parquet").mkdir(parents=True, exist_ok=True)
    for path in to_parquet(dataset, folder / "parquet"):
        yield path.read_bytes()
        yield path.name.encode()
    file = folder / "all.duckdb"
    file.unlink(missing_ok=True)
    to_duckdb(dataset, file).close()
    yield file.read_bytes()


def networks(dataset: Dataset) -> Iterator[bytes]:
    """The parties and what ties them, in every form of file."""
    made = dataset.graph()
    for network in (made, by_kind(made)):
        yield from (gexf(network), graphml(network))


def comparisons(dataset: Dataset) -> Iterator[str]:
    """What changed from and to an empty world, in every form."""
    for old, new in ((world(), dataset), (dataset, world())):
        yield from (form(compare(old, new)) for form in FORMS.values())


OUTPUTS: Final[dict[str, Callable[[Dataset, Path], Iterator[bytes | str]]]] = {
    "canonical form": lambda dataset, _: iter([dumps(dataset)]),
    "dossiers in PDF": lambda dataset, _: pdfs(dataset),
    "displays of notebooks": lambda dataset, _: displays(dataset),
    "figures": lambda dataset, _: (repr(figure) for figure in figures(dataset)),
    "tables": lambda dataset, _: tables(dataset),
    "databases": databases,
    "comparisons": lambda dataset, _: comparisons(dataset),
    "networks": lambda dataset, _: networks(dataset),
    "references": lambda dataset, _: (
        dataset.records.references(form) for form in ("csl", "ris", "biblatex")
    ),
}

METHODS: Final = {
    "to_pdf": "dossiers in PDF",
    "to_csv": "tables",
    "to_dicts": "tables",
    "to_frame": "tables",
    "to_table": "tables",
    "to_parquet": "databases",
    "to_duckdb": "databases",
    "_repr_html_": "displays of notebooks",
}
"""The methods by which something is put out, and the output that covers each."""

EXPORTERS: Final = {
    "figures": "tables",
    "flat": "tables",
    "graph": "networks",
    "parquet": "databases",
    "records": "tables",
    "references": "references",
    "relational": "tables",
    "sql": "databases",
}


@pytest.fixture(scope="module")
def secrets() -> Dataset:
    """The world with a secret word in every place where a text can stand."""
    return secret_world()


@pytest.mark.parametrize("output", OUTPUTS)
def test_nothing_restricted_is_in_any_output(output: str, secrets: Dataset, tmp_path: Path) -> None:
    """No restricted word and no identifier of what is restricted is in what is public."""
    leaks = set().union(*map(found, OUTPUTS[output](secrets.public(), tmp_path)))
    assert set() == leaks


@pytest.mark.parametrize("output", OUTPUTS)
def test_the_search_finds_what_is_not_left_out(
    output: str, secrets: Dataset, tmp_path: Path
) -> None:
    """In the same outputs of all the data, restricted words are found."""
    assert set().union(*map(found, OUTPUTS[output](secrets, tmp_path)))


def test_every_word_of_the_world_is_searched_for(secrets: Dataset) -> None:
    """There are some hundreds of places where a text can stand, and each has its own word."""
    assert len(found(dumps(secrets))) > 300


# -- the command line ----------------------------------------------------------------------------

NAMES: Final = ("VNM", "RUS")
RUNS: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "pair": (NAMES,),
    "show": tuple(
        (name, *form)
        for name in ("open-meetings", "open-person", "first", "GEHEIM-PARTY")
        for form in ((), ("--json",))
    ),
    "list": ((), *((group,) for group in ("meetings", "sources", "persons", "places"))),
    "explain": tuple((measure, *NAMES) for measure in MEASURES),
    "evidence": ((), ("--topics", "--records"), ("open-meetings",)),
    "sources": (("check",), ("check", "--json")),
    "refs": tuple((*NAMES, "-f", form) for form in ("csl", "ris", "biblatex")),
    "export": (
        ("csv", "out"),
        ("parquet", "out"),
        ("duckdb", "out.duckdb"),
        ("panel", "--start", "2021", "--end", "2021", "out.csv"),
        ("graph", "out.gexf"),
        ("graph", "--by-kind", "out.graphml"),
    ),
    "diff": (("old.json", "new.json"),),
    "dossier": ((*NAMES, "-o", "-"),),
}
"""How each command that tells of the data is run."""

NOT_ABOUT_RELEASE: Final = {
    "check": "shows a curator what is wrong in a file, as it is",
    "fmt": "rewrites a file, whole as it is",
    "new": "prints an empty template and no data",
    "add": "writes into the data",
    "merge": "asks a curator about records, and writes into the data",
    "review": "writes into the data",
    "release": "writes into the data",
    "schema": "tells of the form of a file and of no data",
    "verify": "holds a paper against the data, and tells of the paper",
}


@pytest.mark.parametrize("command", RUNS)
def test_no_command_tells_what_is_restricted(
    command: str, secrets: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With --public, no command shows a restricted word; without it, most do."""
    # The planted world breaks rules that a file has to keep, so it is handed over as it is.
    monkeypatch.setattr("relations.storage.load", _loading(secrets))
    monkeypatch.chdir(tmp_path)
    save(world(), tmp_path / "old.json")
    save(world(), tmp_path / "new.json")
    told, kept = set(), set()
    for arguments in RUNS[command]:
        public_run = invoke("--public", command, *arguments)
        kept |= found(_without_arguments(public_run.stdout_bytes, arguments)) | _written(tmp_path)
        told |= found(invoke(command, *arguments).stdout_bytes) | _written(tmp_path)
        assert (2 if _asks_for_a_secret(arguments) else 0) == public_run.exit_code
    assert set() == kept
    assert told


def _asks_for_a_secret(arguments: tuple[str, ...]) -> bool:
    """Whether something restricted is asked for by name, which nobody in public knows of."""
    return any(map(found, arguments))


def _loading(secrets: Dataset) -> Callable[..., Dataset]:
    def load(path: object = None, *_: object) -> Dataset:
        return world() if str(path).endswith("old.json") else secrets

    return load


def _written(folder: Path) -> set[str]:
    """The secret words in what a command wrote, which is then removed."""
    words = set()
    for path in sorted(folder.rglob("out*"), reverse=True):
        files = sorted(path.iterdir()) if path.is_dir() else [path]
        for file in files:
            words |= found(file.read_bytes()) | found(file.name)
            file.unlink()
    return words


def _without_arguments(output: bytes, arguments: tuple[str, ...]) -> bytes:
    """What was said, without what was asked for by name."""
    for argument in arguments:
        output = output.replace(argument.encode(), b"")
    return output


# -- nothing is forgotten ------------------------------------------------------------------------


def test_every_command_is_searched_or_says_why_not() -> None:
    """A new command has to be run above, or to give its reason."""
    assert {command.name for command in COMMANDS} == set(RUNS) | set(NOT_ABOUT_RELEASE)


def test_every_exporter_is_searched() -> None:
    """A new exporter has to be covered by an output."""
    found = {path.stem for path in (SRC / "exporters").iterdir()}
    files = {name for name in found if not name.startswith("__")}
    assert files == set(EXPORTERS)
    assert set(EXPORTERS.values()) <= set(OUTPUTS)


def test_every_method_that_puts_out_is_searched() -> None:
    """A new ``to_…`` method has to be covered by an output."""
    methods = {
        name
        for path in SRC.rglob("*.py")
        for name in re.findall(r"def (to_\w+|_repr_html_)\(", path.read_text(encoding="utf-8"))
    }
    assert methods - {"to_write"} == set(METHODS)
    assert set(METHODS.values()) <= set(OUTPUTS)


def test_every_format_of_the_dossier_is_searched() -> None:
    """A new format of the dossier has to be covered by an output."""
    formats = {path.name.removesuffix(".py") for path in (SRC / "report").iterdir()}
    assert {"pdf"} == formats & {"pdf", "html", "docx", "markdown", "xlsx"}


def test_public_twice_is_public(secrets: Dataset) -> None:
    """What is public is its own public part."""
    once = public(secrets)
    assert dumps(once) == dumps(public(once))


def test_a_dataset_without_a_secret_has_none() -> None:
    """The world in which the secrets are planted has no such word of its own."""
    assert set() == found(dumps(attrs.evolve(world())))
