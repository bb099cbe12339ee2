"""The house's layers, read from its import statements.

Each rule is a function from the house to a list of problems. It is applied to the house as it
stands, and to a small broken house, so that we know the rule sees what it forbids.
"""

from __future__ import annotations

import ast
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

SRC = Path(__file__).resolve().parent.parent / "src"
FACE = "relations"

# Top to bottom. A module may import what stands below its own layer, and its own folder; never a
# neighbour on the same layer. The longest name that fits a module decides where it stands.
LAYERS = (
    ("__main__",),
    ("cli",),
    ("press",),
    ("report.pdf", "report.html", "report.docx", "report.markdown"),
    ("display",),  # what a notebook shows of records, pairs, figures and dossiers
    ("report", "exporters", "merge", "schema", "verification"),
    ("editions", "reviews"),  # below the dossier, which prints what changed since an edition
    ("storage",),  # below the dossier, which prints the hash of the canonical form
    ("checks", "measures", "importers", "overlays", "migrations", "copies"),
    ("pairs",),
    ("words", "release", "canonical", "entries"),  # what several layers do with a dataset
    ("dataset",),
    ("selection",),
    ("views", "rivals", "index", "known_as", "successions"),
    ("gazetteer", "converter"),
    ("misfits",),
    ("model", "table"),
    ("extras",),
    ("errors", "files"),
)

# The only imports that lead upwards: each inside a function, so that nothing is loaded until the
# convenience is asked for (or for the type checker alone).
_SHOWN = (
    "a notebook asks the thing itself for its HTML, so that each has one line that leads to display"
)

DOORS = {
    ("relations.model.record", "relations.display.records"): _SHOWN,
    ("relations.selection", "relations.display.records"): _SHOWN,
    ("relations.dataset", "relations.display.records"): _SHOWN,
    ("relations.table", "relations.display.tables"): _SHOWN,
    ("relations.dataset", "relations.display.others"): _SHOWN,
    ("relations.pairs", "relations.display.others"): _SHOWN,
    ("relations.measures.figure", "relations.display.others"): _SHOWN,
    ("relations.report.build", "relations.display.others"): _SHOWN,
    ("relations.dataset", "relations.pairs"): (
        "Dataset.pair() is the question most readers open the data for; a pair needs its dataset"
    ),
    ("relations.dataset", "relations.measures.panel"): (
        "Dataset.panel() is where scholars begin; a panel counts the records of a dataset"
    ),
    ("relations.dataset", "relations.release"): (
        "Dataset.public() is a view like the others; what it leaves out is a matter of its own"
    ),
    ("relations.dataset", "relations.exporters.sql"): (
        "Dataset.to_duckdb() spares the reader who has a dataset from learning where SQL is made"
    ),
    ("relations.selection", "relations.exporters.references"): (
        "Selection.references() stands beside to_csv(): the sources of the same records"
    ),
    ("relations.dataset", "relations.exporters.graph"): (
        "Dataset.graph() stands beside to_duckdb(): the same records as a network"
    ),
    ("relations.dataset", "relations.exporters.parquet"): (
        "Dataset.to_parquet() stands beside to_duckdb(): the same tables in files"
    ),
    ("relations.selection", "relations.exporters.records"): (
        "Selection.to_frame() spares the reader who has records from learning what lays them out"
    ),
    ("relations.pairs", "relations.measures"): (
        "Pair.measure() spares the reader who has a pair from learning where measures are listed"
    ),
    ("relations.pairs", "relations.report.build"): (
        "Pair.dossier() spares the reader who has a pair from learning where dossiers are built"
    ),
    ("relations.pairs", "relations.report.options"): (
        "the words that Pair.dossier() takes are explained and checked where they are used"
    ),
    ("relations.report.fit", "relations.report.pdf.heights"): (
        "what page one and a brief have room for is settled by how high their lines stand"
    ),
    ("relations.report.build", "relations.report.pdf.render"): (
        "Dossier.to_pdf() spares the reader who has a dossier from learning where PDF is made"
    ),
}

# `import relations` must not pay for these.
HEAVY = frozenset(
    {
        "babel",
        "click",
        "duckdb",
        "networkx",
        "numpy",
        "pandas",
        "polars",
        "pyarrow",
        "reportlab",
        "uharfbuzz",
    }
)

# A name that says nothing collects everything.
VAGUE = frozenset({"common", "helper", "helpers", "misc", "util", "utils"})


# --- reading the house -------------------------------------------------------------------------


class Import(NamedTuple):
    """One import of one module of the house by another."""

    importer: str
    named: str  # the module the statement names
    target: str  # the module it reaches: `from a import b` reaches a.b where that is a module
    line: int
    when: str  # "import", "call" or "types"


class House(NamedTuple):
    """The modules found under a source folder, and the imports among them."""

    modules: Mapping[str, Path]
    imports: tuple[Import, ...]


def read_house(src: Path) -> House:
    """Read every module under ``src/relations``; nothing is imported."""
    modules = {_module_name(src, path): path for path in sorted((src / FACE).rglob("*.py"))}
    imports = (found for name in modules for found in _imports(name, modules))
    return House(modules, tuple(imports))


def _module_name(src: Path, path: Path) -> str:
    parts = path.relative_to(src).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports(importer: str, modules: Mapping[str, Path]) -> Iterator[Import]:
    path = modules[importer]
    tree = ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
    package = importer if path.name == "__init__.py" else importer.rpartition(".")[0]
    for node, when in _walk(tree, "import"):
        for named, target in _named(node, package, modules):
            if named == FACE or named.startswith(FACE + "."):
                yield Import(importer, named, target, getattr(node, "lineno", 0), when)


def _walk(node: ast.AST, when: str) -> Iterator[tuple[ast.AST, str]]:
    """Each node below, and whether it runs on import, on a call, or for the type checker."""
    for child in ast.iter_child_nodes(node):
        inner = when
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            inner = "call"
        elif isinstance(node, ast.If) and child in node.body and _is_type_checking(node.test):
            inner = "types"
        yield child, inner
        yield from _walk(child, inner)


def _is_type_checking(test: ast.expr) -> bool:
    return ast.unparse(test) in {"TYPE_CHECKING", "typing.TYPE_CHECKING"}


def _named(node: ast.AST, package: str, modules: Mapping[str, Path]) -> Iterable[tuple[str, str]]:
    """The module an import statement, or a call of ``import_module``, names and reaches."""
    if isinstance(node, ast.Import):
        return [(alias.name, alias.name) for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        named = _absolute(node, package)
        reached = [f"{named}.{alias.name}" for alias in node.names]
        return [(named, name if name in modules else named) for name in reached]
    if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
        name = node.args[0].value
        if ast.unparse(node.func).endswith("import_module") and isinstance(name, str):
            return [(name, name)]
    return []


def _absolute(node: ast.ImportFrom, package: str) -> str:
    if not node.level:
        return node.module or ""
    base = package.split(".")[: len(package.split(".")) - node.level + 1]
    return ".".join([*base, node.module] if node.module else base)


def layer_of(module: str) -> tuple[int, str] | None:
    """The number of a module's layer, from the top, and its folder there; None if it has none."""
    fitting = [
        (len(place), number, place)
        for number, layer in enumerate(LAYERS)
        for place in layer
        if f"{module}.".startswith(f"{FACE}.{place}.")
    ]
    if not fitting:
        return None
    _, number, place = max(fitting)
    return number, place


# --- the rules ---------------------------------------------------------------------------------


def _says(found: Import, problem: str) -> str:
    return f"{found.importer}, line {found.line}, imports {found.target}: {problem}"


def _is_door(found: Import) -> bool:
    return (found.importer, found.target) in DOORS and found.when != "import"


def modules_in_no_layer(house: House) -> list[str]:
    """A module must stand in a layer, or nobody knows what it may import."""
    return [
        f"{module} stands in no layer: give it a place in LAYERS"
        for module in house.modules
        if module != FACE and layer_of(module) is None
    ]


def imports_across_or_upwards(house: House) -> list[str]:
    """A module imports what is below it, or its own folder, or through a door."""
    problems = []
    for found in house.imports:
        here, there = layer_of(found.importer), layer_of(found.target)
        if here is None or there is None or here == there or _is_door(found):
            continue
        if here[0] == there[0]:
            problems.append(_says(found, f"{here[1]} and {there[1]} are neighbours"))
        elif here[0] > there[0]:
            problems.append(_says(found, f"{there[1]} stands above {here[1]}"))
    return problems


def imports_of_ancestors(house: House) -> list[str]:
    """A module does not import a package that contains it; so nothing imports the face."""
    return [
        _says(
            found,
            f"{found.named} contains the importer; write `from {found.named}.module import name`",
        )
        for found in house.imports
        if found.importer.startswith(f"{found.named}.")
    ]


def doors_unused(house: House) -> list[str]:
    """A door that nobody goes through must be walled up."""
    used = {(found.importer, found.target) for found in house.imports if found.when == "call"}
    return [
        f"{importer} has no function that imports {target}: remove the door"
        for importer, target in DOORS
        if importer in house.modules and (importer, target) not in used
    ]


def vague_names(house: House) -> list[str]:
    """A file or folder says in its name what it is for."""
    return [
        f"{module}: a name like this collects everything; say what it is for"
        for module in house.modules
        if VAGUE & {part.strip("_") for part in module.split(".")}
    ]


_IMPORT_AND_TELL = """
import json, sys
opened = []
def listen(event, args):
    if event == "open" and str(args[0]).endswith("relations.json"):
        opened.append(str(args[0]))
sys.addaudithook(listen)
import relations
roots = {name.partition(".")[0] for name in sys.modules}
print(json.dumps({"loaded": sorted(roots), "opened": opened, "from": relations.__file__}))
"""


def costs_of_import(src: Path) -> list[str]:
    """``import relations`` in a fresh interpreter loads nothing heavy and opens no data."""
    told = subprocess.run(
        [sys.executable, "-c", _IMPORT_AND_TELL],
        env={**os.environ, "PYTHONPATH": str(src)},
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    seen = json.loads(told)
    assert Path(seen["from"]).is_relative_to(src), "another copy of relations was imported"
    heavy = [f"import relations loads {name}" for name in seen["loaded"] if name in HEAVY]
    return heavy + [f"import relations opens {path}" for path in seen["opened"]]


# --- the house as it stands --------------------------------------------------------------------


@pytest.fixture(scope="module")
def house() -> House:
    """The house we live in."""
    return read_house(SRC)


def test_every_module_stands_in_a_layer(house: House) -> None:
    """Each module below the face has its place in the layers."""
    assert [] == modules_in_no_layer(house)


def test_imports_lead_downwards(house: House) -> None:
    """No module imports from above, nor from a neighbour, except through a named door."""
    assert [] == imports_across_or_upwards(house)


def test_no_module_imports_what_contains_it(house: House) -> None:
    """No module imports its own package, or one around it, and none imports the face."""
    assert [] == imports_of_ancestors(house)


def test_every_door_is_used(house: House) -> None:
    """Each named exception is an import inside a function that really exists."""
    assert [] == doors_unused(house)


def test_every_door_gives_its_reason() -> None:
    """An exception without a reason is not accepted."""
    assert all(reason.strip() for reason in DOORS.values())


def test_names_say_what_a_file_is_for(house: House) -> None:
    """No file is called utils, helpers, common or misc."""
    assert [] == vague_names(house)


def test_importing_the_face_is_light() -> None:
    """Neither ReportLab nor a table library nor a data file is touched by ``import relations``."""
    assert [] == costs_of_import(SRC)


# --- broken houses -----------------------------------------------------------------------------


def build(src: Path, files: Mapping[str, str]) -> House:
    """Write a small house and read it."""
    for name, text in {"__init__.py": "", **files}.items():
        path = src / FACE / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return read_house(src)


@pytest.mark.parametrize(
    ("file", "statement"),
    [
        ("model/dates.py", "from relations.dataset import Dataset"),
        ("model/dates.py", "import relations.cli.main"),
        ("errors.py", "from relations.model.dates import Dating"),
        ("dataset.py", "def load():\n    from relations.storage import load"),
        ("dataset.py", "class Dataset:\n    def load(self):\n        import relations.storage"),
        ("dataset.py", "if TYPE_CHECKING:\n    from relations.merge import Report"),
        ("dataset.py", "from relations.pairs import Pair"),
        ("dataset.py", "from importlib import import_module\nimport_module('relations.press')"),
        ("model/dates.py", "from ..dataset import Dataset"),
        ("report/blocks.py", "from relations.report.pdf.render import render"),
        ("report/blocks.py", "from relations.report import pdf"),
        ("pairs.py", "from relations.report.build import build_dossier"),
        ("pairs.py", "def dossier():\n    from relations.report.blocks import Document"),
    ],
)
def test_an_import_from_above_is_seen(tmp_path: Path, file: str, statement: str) -> None:
    """However it is written, an import that leads upwards is a problem."""
    house = build(tmp_path, {"report/pdf/__init__.py": "", file: statement})
    problems = imports_across_or_upwards(house)
    assert 1 == len(problems)
    assert "stands above" in problems[0]


@pytest.mark.parametrize(
    ("file", "statement"),
    [
        ("gazetteer.py", "from relations.converter import make_converter"),
        ("files.py", "from relations.errors import RelationsError"),
        ("converter.py", "import relations.gazetteer"),
        ("exporters/csv.py", "from relations.merge import merge"),
        ("checks/sources.py", "from relations.measures.shares import share"),
        ("report/html.py", "from relations.report.pdf.render import render"),
    ],
)
def test_an_import_from_a_neighbour_is_seen(tmp_path: Path, file: str, statement: str) -> None:
    """Two folders of one layer do not know one another."""
    (problem,) = imports_across_or_upwards(build(tmp_path, {file: statement}))
    assert "are neighbours" in problem


@pytest.mark.parametrize(
    ("file", "statement"),
    [
        ("model/dates.py", "from relations.errors import RelationsError"),
        ("model/dates.py", "from relations.model.source import Source"),
        ("model/dates.py", "from .source import Source"),
        ("report/html.py", "from relations.report.blocks import Document"),
        ("report/pdf/render.py", "from relations.report.pdf.faces import Face"),
        ("cli/main.py", "from relations.storage import load"),
        ("pairs.py", "def dossier():\n    from relations.report.build import build_dossier"),
        ("pairs.py", "if TYPE_CHECKING:\n    from relations.report.build import Dossier"),
        ("__init__.py", "def __getattr__(name):\n    from relations.storage import load"),
    ],
)
def test_an_import_from_below_is_fine(tmp_path: Path, file: str, statement: str) -> None:
    """What is below, what is in the same folder and what is behind a door may be imported."""
    house = build(tmp_path, {file: statement})
    assert 1 == len(house.imports)
    assert [] == imports_across_or_upwards(house)
    assert [] == imports_of_ancestors(house)


@pytest.mark.parametrize(
    ("file", "statement"),
    [
        ("dataset.py", "import relations"),
        ("dataset.py", "from relations import errors"),
        ("dataset.py", "from . import errors"),
        ("cli/main.py", "def main():\n    from relations import load"),
        ("model/dates.py", "from relations.model import Source"),
        ("model/dates.py", "from . import source"),
        ("report/pdf/render.py", "from relations.report import Dossier"),
    ],
)
def test_an_import_of_an_ancestor_is_seen(tmp_path: Path, file: str, statement: str) -> None:
    """A module that imports the package around it is a problem, lazily or not."""
    (problem,) = imports_of_ancestors(build(tmp_path, {file: statement}))
    assert "contains the importer" in problem


@pytest.mark.parametrize("module", ["atlas.py", "atlas/__init__.py", "reporting.py"])
def test_a_module_in_no_layer_is_seen(tmp_path: Path, module: str) -> None:
    """A new module must be given its place before it may be used."""
    (problem,) = modules_in_no_layer(build(tmp_path, {module: ""}))
    assert "give it a place" in problem


@pytest.mark.parametrize(
    "text",
    ["", "if TYPE_CHECKING:\n    from relations.pairs import Pair"],
)
def test_an_unused_door_is_seen(tmp_path: Path, text: str) -> None:
    """A door without a function that goes through it is a problem."""
    problems = doors_unused(build(tmp_path, {"dataset.py": text}))
    doors = [target for importer, target in DOORS if importer == "relations.dataset"]
    assert [
        f"relations.dataset has no function that imports {it}: remove the door" for it in doors
    ] == problems


@pytest.mark.parametrize("file", ["utils.py", "model/_helpers.py", "report/common/text.py"])
def test_a_vague_name_is_seen(tmp_path: Path, file: str) -> None:
    """A file or folder whose name says nothing is a problem."""
    assert 1 == len(vague_names(build(tmp_path, {file: ""})))


def test_a_heavy_import_is_seen(tmp_path: Path) -> None:
    """A face that loads a table library is a problem."""
    (tmp_path / "polars.py").write_text("")
    build(tmp_path, {"__init__.py": "import polars"})
    assert ["import relations loads polars"] == costs_of_import(tmp_path)


def test_reading_data_on_import_is_seen(tmp_path: Path) -> None:
    """A face that opens the data is a problem, whichever way it opens it."""
    data = tmp_path / "relations.json"
    data.write_text("{}")
    build(tmp_path, {"__init__.py": f"import pathlib\npathlib.Path({str(data)!r}).read_bytes()"})
    assert [f"import relations opens {data}"] == costs_of_import(tmp_path)


# --- the tests' own house ----------------------------------------------------------------------


def test_no_test_reaches_the_network() -> None:
    """A connection to another machine is refused before it is tried."""
    with socket.socket() as channel, pytest.raises(AssertionError, match="reach the network"):
        channel.connect(("192.0.2.1", 80))


def test_the_layers_are_drawn_as_they_are() -> None:
    """Who contributes is shown the layers that the house is held to."""
    page = (SRC.parent / "docs" / "CONTRIBUTING.md").read_text(encoding="utf-8")
    drawing = page.partition("## The layers")[2].partition("```text\n")[2].partition("```")[0]
    drawn = [set(line.split()) for line in drawing.splitlines()]
    assert [set(layer) for layer in LAYERS if layer != ("__main__",)] == drawn
