"""Draw up the messages of the dossier, and bring every catalogue up to them.

    python scripts/catalogues.py

The template ``src/relations/report/locale/dossier.pot`` is made from the code and the model. Each
catalogue keeps what it translates, loses what is no longer said, and gains what is new, with
nothing beside it; the tests name what is left to translate. Neither holds a date or a line number,
so that a catalogue changes when a message does and at no other time.
"""

from __future__ import annotations

import ast
import io
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from relations.report.speech import CATALOGUES
from relations.report.wording.vocabulary import vocabulary

REPORT: Final = CATALOGUES.parent
TEMPLATE: Final = CATALOGUES / "dossier.pot"

HOLDERS: Final[dict[str, tuple[int, ...]]] = {
    "say": (0,),
    "count": (1, 2),
    "compose": (0,),
    "message": (0,),
    "messages": (0, 1),
    "Detail": (1,),
}
"""The calls that hold a message, with the places of its text: one, or one for one and several."""


def template() -> Catalog:
    """Every message of the code, then every word of the vocabulary."""
    catalogue = Catalog(charset="utf-8")
    for path in sorted(REPORT.rglob("*.py")):
        file = path.relative_to(REPORT.parent.parent).as_posix()
        for texts in messages_in(path.read_text(encoding="utf-8")):
            catalogue.add(texts[0] if len(texts) == 1 else texts, locations=[(file, 0)])
    for context, text in vocabulary():
        catalogue.add(text, context=context)
    return catalogue


def messages_in(code: str) -> list[tuple[str, ...]]:
    """The messages that code holds, in the order in which they stand.

    The syntax is read rather than the tokens, as Babel's own reader does: that one takes a variable
    called ``count`` for a call.
    """
    calls = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call)]
    calls.sort(key=lambda call: (call.lineno, call.col_offset))
    return [texts for call in calls if (texts := _texts(call))]


def _texts(call: ast.Call) -> tuple[str, ...]:
    places = HOLDERS.get(ast.unparse(call.func).rpartition(".")[2], ())
    found = [call.args[place] for place in places if place < len(call.args)]
    texts = tuple(
        node.value
        for node in found
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    return texts if len(texts) == len(places) else ()


def renewed(path: Path) -> Catalog:
    """A catalogue with what it translates of the messages of today."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language_of(path))
    catalogue.update(template(), no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    return catalogue


def written(catalogue: Catalog) -> bytes:
    """A catalogue as it stands in its file."""
    body = io.BytesIO()
    write_po(body, catalogue, width=100, omit_header=True, include_lineno=False)
    fields = {"Content-Type": "text/plain; charset=utf-8"}
    if catalogue.locale:
        fields["Language"] = str(catalogue.locale)
        fields["Plural-Forms"] = catalogue.plural_forms
    header = "".join(f'"{name}: {value}\\n"\n' for name, value in fields.items())
    return f'msgid ""\nmsgstr ""\n{header}\n'.encode() + body.getvalue()


def is_translated(entry: Message) -> bool:
    """Whether a message has words in every form that the language asks for."""
    strings = entry.string if isinstance(entry.string, tuple | list) else (entry.string,)
    return all(strings)


def language_of(path: Path) -> str:
    """The language of a catalogue, which its folder is named for."""
    return path.parent.parent.name


def main() -> None:
    """Write the template and every catalogue."""
    TEMPLATE.write_bytes(written(template()))
    for path in sorted(CATALOGUES.glob("*/LC_MESSAGES/dossier.po")):
        catalogue = renewed(path)
        path.write_bytes(written(catalogue))
        missing = [entry.id for entry in catalogue if entry.id and not is_translated(entry)]
        print(f"{path.relative_to(REPORT)}: {len(missing)} of {len(catalogue)} to translate")


if __name__ == "__main__":
    main()
