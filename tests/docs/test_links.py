from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from docs.pages import ROOT, pages, prose

_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)


def anchors(page: Path) -> set[str]:
    """The places of a page that may be linked to, named as on GitHub."""
    found: dict[str, int] = {}
    for heading in _HEADING.findall(prose(page)):
        plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading)
        name = re.sub(r"[^\w\- ]", "", plain.lower()).strip().replace(" ", "-")
        found[name] = found.get(name, -1) + 1
    return {
        name if not n else f"{name}-{n}" for name, last in found.items() for n in range(last + 1)
    }


def links(page: Path) -> Iterator[tuple[Path, str]]:
    """The file and the anchor that each link of a page to another leads to."""
    for target in _LINK.findall(prose(page)):
        if not re.match(r"[a-z]+:", target):
            file, _, anchor = target.partition("#")
            yield (page.parent / file).resolve() if file else page, anchor


def broken(page: Path) -> list[str]:
    """The links of a page that lead nowhere."""
    return [
        f"{file}#{anchor}"
        for file, anchor in links(page)
        if not file.exists() or (anchor and anchor not in anchors(file))
    ]


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    """Each link to a file, and to a heading in it, finds it."""
    assert [] == broken(page)


def test_every_page_is_reached_from_the_index() -> None:
    """From docs/index.md a reader comes to every page of docs/."""
    reached, waiting = set(), [ROOT / "docs" / "index.md"]
    while waiting:
        page = waiting.pop()
        if page not in reached and page.suffix == ".md":
            reached.add(page)
            waiting += [file for file, _ in links(page) if file.is_file()]
    assert set() == set(pages()[1:]) - reached


@pytest.mark.parametrize("target", ["nowhere.md", "page.md#nothing", "#nothing"])
def test_a_broken_link_is_seen(tmp_path: Path, target: str) -> None:
    """A link to a file or a heading that is not there is a problem."""
    page = tmp_path / "page.md"
    page.write_text(f"# Something\n\n[a](#something) and [b]({target})\n", encoding="utf-8")
    assert 1 == len(broken(page))
