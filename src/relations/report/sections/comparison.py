"""The pair beside the other partners of the two, only where all of them were looked at alike."""

from __future__ import annotations

from collections.abc import Iterator

from relations.measures.comparison import Comparison
from relations.measures.comparison import comparison as compared
from relations.report.blocks import Align, Block, Column, Heading, Paragraph, Row, Table, Text
from relations.report.sections.material import Material
from relations.report.wording.figures import figure_words
from relations.report.wording.kinds import noun
from relations.report.wording.sentences import capital


def comparison(material: Material) -> Iterator[Block]:
    """The section on other partners, or one line that says why there is none."""
    say = material.speech.say
    rows = [row for row in compared(material.pair) if row.partners]
    yield Heading(1, say("Comparison"), "section-comparison")
    if not rows:
        words = say(
            "The pair is not compared with the other partners of the two: a rank would say who was "
            "looked for, since not all pairs were looked at by the same rule over the same years."
        )
        yield Paragraph((Text(words),))
        return
    columns = (
        Column(say("Among the partners of"), 0.28, names_rows=True),
        Column(say("Kind"), 0.24),
        Column(say("Records"), 0.12, Align.RIGHT),
        Column(say("Rank"), 0.12, Align.RIGHT),
        Column(say("Of"), 0.1, Align.RIGHT),
        Column(say("To the median"), 0.14, Align.RIGHT),
    )
    yield Table("", columns, tuple(_row(row, material) for row in rows))


def _row(found: Comparison, material: Material) -> Row:
    speech = material.speech
    figures = (found.count, found.rank, found.compared, found.to_median)
    return Row(
        (
            ((Text(material.party_name(found.of)),),),
            ((Text(capital(noun(speech, found.kind).many)),),),
            *(((Text(figure_words(speech, figure)),),) for figure in figures),
        )
    )
