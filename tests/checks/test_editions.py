from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import attrs
import pytest

from builders import dated, record, saved, world
from relations.canonical import dumps, is_release
from relations.checks import problems
from relations.dataset import Dataset
from relations.editions import release, reopen
from relations.errors import DataError, RelationsError, Severity
from relations.model.edition import Overlaid
from relations.model.meeting import Meeting
from relations.storage import digest, load

DAY = date(2026, 7, 1)
DATA = world(record(Meeting, "talks", ("VNM", "RUS"), date=dated("2021-07-06")))
RELEASED = release(DATA, DAY)


def edited(dataset: Dataset) -> Dataset:
    """The dataset with one record fewer."""
    return attrs.evolve(dataset, meetings=dataset.meetings.only([]))


def found(dataset: Dataset) -> list[tuple[str, Severity, str]]:
    """Code, severity and field of each problem."""
    return [(it.code, it.severity, it.field) for it in problems(dataset)]


def test_a_released_edition_carries_its_day_and_its_hash() -> None:
    """The hash is that of the content without the hash itself, and nothing is wrong with it."""
    assert (DAY, f"sha256:{digest(RELEASED)}") == (
        RELEASED.edition.released,
        RELEASED.edition.digest,
    )
    assert [] == found(RELEASED)


def test_a_released_edition_is_read_back(tmp_path: Path) -> None:
    """What was released loads, and its hash is that of the file."""
    assert RELEASED.edition == load(saved(RELEASED, tmp_path)).edition


def test_a_released_edition_that_was_edited_does_not_load(tmp_path: Path) -> None:
    """A changed record under the name of a released edition is an error, with its line."""
    path = saved(edited(RELEASED), tmp_path)
    with pytest.raises(DataError, match="the content is not that of edition 2026/1") as caught:
        load(path)
    (problem,) = caught.value.problems
    assert ("changed-since-release", "edition.digest") == (problem.code, problem.field)
    assert '"digest"' in path.read_text(encoding="utf-8").split("\n")[(problem.line or 0) - 1]


def test_the_bytes_of_a_released_file_vouch_for_it(tmp_path: Path) -> None:
    """As it was written, a released file is known by its bytes, with an editor's key or without."""
    hash_ = RELEASED.edition.digest
    assert hash_ is not None
    assert is_release(saved(RELEASED, tmp_path).read_text(encoding="utf-8"), hash_)
    assert is_release(dumps(RELEASED, schema="relations.schema.json"), hash_)


@pytest.mark.parametrize(
    "changed",
    [
        lambda text: text.replace("2021-07-06", "2021-07-07"),
        lambda text: text.replace("\n  ", "\n   "),
        lambda text: text + " ",
        lambda text: text.replace('"digest"', '"digest": "sha256:00",\n    "digest"'),
        lambda text: re.sub(r',\n    "digest": "[^"]+"', r"\g<0>\g<0>", text),
    ],
)
def test_other_bytes_vouch_for_nothing(changed: Callable[[str], str]) -> None:
    """A word, a space or a second hash more, and the content is looked at."""
    text = changed(dumps(RELEASED))
    assert text != dumps(RELEASED)
    assert not is_release(text, RELEASED.edition.digest or "")


def test_a_released_edition_in_another_layout_is_read_back(tmp_path: Path) -> None:
    """The hash is of the content: a file laid out in another way loads as well."""
    path = tmp_path / "relations.json"
    path.write_text(json.dumps(json.loads(dumps(RELEASED))), encoding="utf-8")
    assert RELEASED.edition == load(path).edition


def test_a_stale_hash_of_what_is_worked_on_is_a_warning(tmp_path: Path) -> None:
    """A curator who edits by hand is told, and not kept from loading."""
    stale = attrs.evolve(RELEASED.edition, released=None)
    dataset = edited(attrs.evolve(DATA, edition=stale))
    assert [("stale-digest", Severity.WARNING, "edition.digest")] == found(dataset)
    assert 0 == len(load(saved(dataset, tmp_path)).records)


def test_a_release_without_a_hash_is_a_warning() -> None:
    """A day of release alone vouches for nothing."""
    unhashed = attrs.evolve(DATA, edition=attrs.evolve(DATA.edition, released=DAY))
    assert [("unhashed-release", Severity.WARNING, "edition.released")] == found(unhashed)


def test_an_edition_is_released_once() -> None:
    """The name of a released edition cannot be given to another content."""
    with pytest.raises(RelationsError, match=r"2026/1 was released on 2026-07-01"):
        release(edited(RELEASED), DAY)
    assert "2026/2" == release(edited(RELEASED), DAY, "2026/2").edition.name


@pytest.mark.parametrize(
    "more", [{"view": "as known from some"}, {"overlays": (Overlaid(name="notes"),)}]
)
def test_only_the_data_themselves_are_released(more: dict[str, object]) -> None:
    """A view, or data with overlays, is not what an edition means."""
    edition = attrs.evolve(DATA.edition, **more)  # type: ignore[arg-type]  # one field or the other
    with pytest.raises(RelationsError, match="only the data themselves"):
        release(attrs.evolve(DATA, edition=edition), DAY)


def test_the_next_edition_vouches_for_nothing_yet() -> None:
    """An edition that is begun has neither day nor hash, and may be edited."""
    begun = edited(reopen(RELEASED, "2026/2"))
    assert ("2026/2", None, None) == (
        begun.edition.name,
        begun.edition.released,
        begun.edition.digest,
    )
    assert [] == found(begun)


def test_a_dossier_says_how_the_data_are_cited() -> None:
    """What the title block says of citing the data follows how the paper is cited."""
    edition = attrs.evolve(DATA.edition, cite_as="The tests, A tiny world.")
    document = attrs.evolve(DATA, edition=edition).pair("VNM", "RUS").dossier().document
    assert "The tests, A tiny world." in repr(document.blocks)
    assert "The tests, A tiny world." not in repr(DATA.pair("VNM", "RUS").dossier().document.blocks)


def test_the_shipped_data_say_how_to_cite_them() -> None:
    """The file that comes with the library has everything that its title block can have."""
    edition = load().edition
    assert all((edition.name, edition.date, edition.licence, edition.publisher, edition.cite_as))


@pytest.mark.parametrize("view", [RELEASED.as_known_from(["first"]), RELEASED.excerpt(["talks"])])
def test_a_part_is_not_the_edition(view: Dataset) -> None:
    """A view or an excerpt of a released edition does not carry its hash."""
    assert (None, None) == (view.edition.released, view.edition.digest)
