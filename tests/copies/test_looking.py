from __future__ import annotations

import ast
import hashlib
import json
from pathlib import Path

import attrs
import pytest

from builders import FIRST, SECOND, citation, record, saved, source, world
from cli.commands import invoke
from relations.copies.looking import Look, Page, Reached, look, missing, words_of
from relations.dataset import Dataset
from relations.model.agreement import Agreement
from relations.storage import load

SRC = Path(__file__).resolve().parents[2] / "src" / "relations"
QUOTE = "the treaty “of friendship” was signed – in Moscow"
PAGE = f"<html><p>On that day {QUOTE}.</p></html>"


def data(**changes: object) -> Dataset:
    """A world whose first source is quoted, with these changes to the source."""
    cited = attrs.evolve(citation("parties"), quote=QUOTE)
    first = attrs.evolve(source(FIRST), **changes)  # type: ignore[arg-type]  # fields of a source
    treaty = record(Agreement, "treaty", ("VNM", "RUS"), citations=(cited,))
    dataset = world(treaty, places=(), sources=(first, source(SECOND)))
    countries = (
        attrs.evolve(country, citations=(citation(source=SECOND),)) for country in dataset.countries
    )
    return attrs.evolve(dataset, countries=tuple(countries), organisations=())


def first(looks: tuple[Look, ...]) -> Look:
    """What was found out about the first source."""
    return next(one for one in looks if one.source.id == FIRST)


def kept(folder: Path, text: str, name: str = f"{FIRST}.html") -> Path:
    """A folder of copies with one in it."""
    (folder / "copies").mkdir(exist_ok=True)
    (folder / "copies" / name).write_text(text, encoding="utf-8")
    return folder / "copies"


def hash_of(text: str) -> str:
    """The hash of a copy, as a source gives it."""
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


# -- words ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("was signed in Moscow", "It was  signed\n in\u00a0Moscow."),
        ("“of friendship” – signed", 'a treaty "of friendship" - signed'),
        ("They met … in Moscow", "They met twice, and again, in Moscow"),
        ("ngày 3 tháng 11", "vào nga\u0300y 3 tha\u0301ng 11"),
    ],
)
def test_a_quotation_is_found(quote: str, text: str) -> None:
    """Spaces, and the form of quotes, dashes and accents, make no difference; an ellipsis skips."""
    assert () == missing((quote,), text)


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("was signed in Moscow", "It was signed in Hanoi."),
        ("Was signed", "It was signed"),
        ("in Moscow … They met", "They met in Moscow"),
        ("sixty-four tanks", "sixty four tanks"),
    ],
)
def test_other_words_are_not_the_quotation(quote: str, text: str) -> None:
    """A quotation is verbatim: other words, other letters or another order are not it."""
    assert (quote,) == missing((quote,), text)


def test_what_a_page_does_not_show_is_not_said() -> None:
    """Scripts and styles are no words, entities are letters, and blocks part words."""
    markup = "<style>p{}</style><p>S<b>ig</b>ned &amp; sealed</p><p>in</p><script>Moscow</script>"
    assert ["Signed", "&", "sealed", "in"] == words_of(markup).split()


# -- copies --------------------------------------------------------------------------------------


def test_quotations_are_looked_for_in_the_copy(tmp_path: Path) -> None:
    """A copy named by its source is read; one without the words is told with them."""
    good = first(look(data(), kept(tmp_path, PAGE)))
    assert ((), True) == (good.missing, good.is_borne_out)
    bad = first(look(data(), kept(tmp_path, "<p>Nothing of it.</p>")))
    assert ((QUOTE,), False) == (bad.missing, bad.is_borne_out)


def test_a_copy_is_known_by_its_hash_too(tmp_path: Path) -> None:
    """A copy of another name is found if the source gives its hash."""
    dataset = data(digest=hash_of(PAGE))
    found = first(look(dataset, kept(tmp_path, PAGE, "saved on tuesday.html")))
    assert ("saved on tuesday.html", False, ()) == (
        found.copy and found.copy.name,
        found.differs,
        found.missing,
    )


def test_a_copy_that_is_another_is_told(tmp_path: Path) -> None:
    """A copy whose hash is not that of the source was not what was quoted from."""
    found = first(look(data(digest=hash_of("other")), kept(tmp_path, PAGE)))
    assert (True, hash_of(PAGE)) == (found.differs, found.digest)


def test_a_copy_whose_words_cannot_be_read_says_nothing(tmp_path: Path) -> None:
    """A picture of a page neither holds the words nor lacks them."""
    found = first(look(data(), kept(tmp_path, "%PDF", f"{FIRST}.pdf")))
    assert (None, False) == (found.missing, found.is_borne_out)


def test_without_a_folder_or_a_fetch_nothing_is_looked_at() -> None:
    """A source alone has no copy and no page."""
    found = first(look(data(address="https://example.org/1")))
    assert (None, None, None, (QUOTE,)) == (found.copy, found.page, found.missing, found.quotes)


# -- addresses -----------------------------------------------------------------------------------


def test_an_address_is_looked_at_through_what_is_handed_in() -> None:
    """The page is asked for once, at the address of the source, and held against the quotations."""
    asked: list[str] = []

    def fetch(address: str) -> Page:
        asked.append(address)
        return Page(reached=Reached.MOVED, address="https://example.org/2", text=words_of(PAGE))

    found = first(look(data(address="https://example.org/1"), fetch=fetch))
    assert ["https://example.org/1"] == asked
    assert found.page is not None
    assert (Reached.MOVED, ()) == (found.page.reached, found.missing_there)


def test_a_page_that_is_gone_says_nothing_of_the_quotations() -> None:
    """What could not be read neither holds the words nor lacks them."""
    gone = Page(reached=Reached.GONE, address="https://example.org/1", why="404 Not Found")
    found = first(look(data(address="https://example.org/1"), fetch=lambda _: gone))
    assert found.missing_there is None


# -- at the terminal -----------------------------------------------------------------------------


def run(folder: Path, *arguments: str, **changes: object) -> tuple[str, int]:
    """What the command prints, and the number it ends with."""
    result = invoke("--data", str(saved(data(**changes), folder)), "sources", "check", *arguments)
    return result.stdout, result.exit_code


def test_what_is_amiss_is_told(tmp_path: Path) -> None:
    """Missing quotations, other hashes, and what has no copy or archive are listed."""
    copies = kept(tmp_path, "<p>Nothing of it.</p>")
    told, code = run(tmp_path, "--copies", str(copies), "--strict", digest=hash_of("other"))
    assert 4 == code
    assert "Quotations not found in the copy (1)\n  first\n" in told
    assert "Copies that are not those of the hash (1)\n  first\n" in told
    assert "Without a copy (1)\n  second\n" in told
    assert "Without an archived address (2)" in told
    assert "no address was asked for" in told


def test_nothing_is_asked_for_unless_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without --network no address is asked for; with it, each is."""
    asked: list[str] = []

    def fetch(address: str) -> Page:
        asked.append(address)
        return Page(reached=Reached.GONE, address=address, why="404 Not Found")

    monkeypatch.setattr("relations.copies.fetching.fetch", fetch)
    run(tmp_path, address="https://example.org/1")
    assert [] == asked
    told, code = run(tmp_path, "--network", "--strict", address="https://example.org/1")
    assert (["https://example.org/1"], 4) == (asked, code)
    assert "  first\n    gone: 404 Not Found" in told


def test_nothing_is_written_unless_told(tmp_path: Path) -> None:
    """The hash of a copy that holds every quotation is written with --write, and only then."""
    copies = kept(tmp_path, PAGE)
    run(tmp_path, "--copies", str(copies))
    assert None is load(tmp_path / "data.json").source(FIRST).digest
    run(tmp_path, "--copies", str(copies), "--write")
    assert hash_of(PAGE) == load(tmp_path / "data.json").source(FIRST).digest
    wrong, code = run(tmp_path, "--write")
    assert ("", 2) == (wrong, code)


def test_a_copy_without_the_words_gives_no_hash(tmp_path: Path) -> None:
    """A hash vouches for words that were found."""
    run(tmp_path, "--copies", str(kept(tmp_path, "<p>Nothing.</p>")), "--write")
    assert None is load(tmp_path / "data.json").source(FIRST).digest


def test_programs_get_all_of_it(tmp_path: Path) -> None:
    """As JSON, each source has what was found out about it."""
    told, _ = run(tmp_path, "--copies", str(kept(tmp_path, PAGE)), "--json")
    found = {entry["source"]: entry for entry in json.loads(told)}
    assert ([], hash_of(PAGE), 1) == (
        found[FIRST]["missing"],
        found[FIRST]["digest"],
        found[FIRST]["quotes"],
    )


# -- the network ---------------------------------------------------------------------------------


def test_one_file_alone_can_open_a_connection() -> None:
    """No other module of the library imports what speaks to other machines."""
    speaking = {"socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "asyncio"}
    found = set()
    for path in SRC.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            named = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            named += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if any(name in speaking or name.partition(".")[0] in speaking for name in named):
                found.add(path.relative_to(SRC).as_posix())
    assert {"copies/fetching.py"} == found
