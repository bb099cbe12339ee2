from __future__ import annotations

import pickle

import pytest

from relations.report.blocks import Orientation
from relations.report.drawing import Colour, Ink, Tint
from relations.report.faces import FILES, font, width
from relations.report.signs import Category
from relations.report.theme import A4, HOUSE, LETTER, MILLIMETRE, Face, Theme

COLOURS = HOUSE.colours


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colour: str, ground: str) -> float:
    """The contrast ratio of WCAG 2."""
    light, dark = sorted((luminance(colour), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("category", Category)
def test_categories_are_legible(category: Category) -> None:
    """Each category's colour has a contrast of 4.5 to 1 or more on the page."""
    assert contrast(HOUSE.signs[category].colour, COLOURS.paper) >= 4.5


@pytest.mark.parametrize("colour", [COLOURS.ink, COLOURS.muted, COLOURS.link])
def test_words_are_legible(colour: str) -> None:
    """Ink, muted words and links have a contrast of 4.5 to 1 or more, on grey boxes too."""
    assert contrast(colour, COLOURS.paper) >= 4.5
    assert contrast(colour, COLOURS.pale) >= 4.5


def test_categories_are_told_apart_without_colour() -> None:
    """No two categories share a shape, a letter or a colour."""
    for part in ("shape", "letter", "colour"):
        assert len(Category) == len({getattr(sign, part) for sign in HOUSE.signs.values()})


@pytest.mark.parametrize("theme", [A4, LETTER])
def test_text_is_as_wide_on_every_sheet(theme: Theme) -> None:
    """Text is 170 mm wide on an upright sheet and 239 mm on a wide one, of whichever size."""
    assert pytest.approx(170 * MILLIMETRE) == theme.sheet(Orientation.PORTRAIT).text_width
    assert pytest.approx(239 * MILLIMETRE) == theme.sheet(Orientation.LANDSCAPE).text_width


def test_a_wide_sheet_is_one_turned() -> None:
    """The page that lies on its side has the upright one's sides, exchanged."""
    assert (LETTER.page.width, LETTER.page.height) == (LETTER.wide.height, LETTER.wide.width)


@pytest.mark.parametrize(
    ("name", "colour"),
    [
        (Ink.MUTED, COLOURS.muted),
        (Category.MEETING, HOUSE.signs[Category.MEETING].colour),
        (Tint(Category.MEETING), HOUSE.signs[Category.MEETING].tint),
    ],
)
def test_colours_are_named_by_their_meaning(name: Colour, colour: str) -> None:
    """A drawing's colours are the theme's: an ink, a category's, or its pale ground."""
    assert colour == HOUSE.colour(name)


def test_themes_travel() -> None:
    """A theme can be sent to another process."""
    assert HOUSE == pickle.loads(pickle.dumps(HOUSE))  # noqa: S301  # our own bytes


@pytest.mark.parametrize("face", FILES)
def test_faces_hold_the_letters_of_the_data(face: Face) -> None:
    """Every face has Vietnamese, Cyrillic and the signs of doubt."""
    assert font(face).covered.issuperset("Nguyễn Phú Trọng Đà Nẵng Сергей Шойгу Қазақстан†–—…“”→−№")


@pytest.mark.parametrize("face", [face for face in FILES if face is not Face.ITALIC])
def test_digits_are_of_one_width(face: Face) -> None:
    """Figures stand below one another in a column."""
    assert 1 == len({width(face, digit) for digit in "0123456789"})
