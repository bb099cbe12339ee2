"""Papers to print: one as a section would write it, and any that a Hypothesis can think of."""

from __future__ import annotations

import datetime

from hypothesis import strategies as st

from relations.report.blocks import (
    Align,
    Block,
    BulletList,
    Callout,
    Cite,
    Column,
    Content,
    Contents,
    Facts,
    Heading,
    Inline,
    KeyFigure,
    KeyFigures,
    Lane,
    Link,
    Mark,
    Marker,
    NewPage,
    Orientation,
    Paragraph,
    Quotation,
    Reference,
    ReferenceList,
    Row,
    Table,
    Text,
    Timeline,
    Tone,
    Voice,
)
from relations.report.clean import is_blank
from relations.report.document import Document
from relations.report.drawing import (
    Anchor,
    Circle,
    Drawing,
    Ink,
    Label,
    Line,
    Pen,
    Polygon,
    Rect,
    Shape,
    Sign,
    Step,
    Tint,
)
from relations.report.signs import Category, Fill

# -- a realistic paper ---------------------------------------------------------------------------


def sample_document() -> Document:
    """A dossier of Viet Nam and the Russian Federation with every kind of block."""
    return Document(
        kicker="Country-pair dossier",
        title=("Viet Nam", "Russian Federation"),
        subtitle="Defence and security relations · Việt Nam · Российская Федерация",
        short_title="Viet Nam – Russian Federation",
        subject="Edition 2026/2, version 1.0, data to 30 June 2026",
        lang="en",
        date=datetime.date(2026, 6, 30),
        footer="Viet Nam – Russian Federation · Edition 2026/2, v1.0 · Data cut-off 30 June 2026",
        data_hash="9f3c5a1e77b04c2d8e6f1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d0b27",
        keywords=("Viet Nam", "Russian Federation", "arms transfers", "agreements"),
        blocks=(*_opening(), *_timeline(), *_agreements(), *_transfers(), *_others(), *_sources()),
    )


def _opening() -> tuple[Block, ...]:
    return (
        KeyFigures(
            (
                KeyFigure("9", "Agreements", "6 in force, 1 not known", Category.AGREEMENT),
                KeyFigure("14", "Arms transfers", "latest order 2019", Category.ARMS_TRANSFER),
                KeyFigure("11", "Meetings", "latest 20 June 2024", Category.MEETING),
                KeyFigure("4", "Exercises", "latest November 2019", Category.EXERCISE),
                KeyFigure("30", "Sources", "12 Viet Nam, 10 Russia, 8 other"),
            )
        ),
        Paragraph(
            (
                Text(
                    "Diplomatic relations were established on 30 January 1950 between the Soviet "
                    "Union and the Democratic Republic of Vietnam. "
                ),
                Cite((1,)),
                Text(
                    " The treaty on the basic principles of friendly relations was signed in "
                    "Moscow on 16 June 1994; the partnership was called strategic in 2001 and "
                    "comprehensive strategic in 2012. "
                ),
                Cite((2, 3)),
                Text(
                    " Russia supplied 64 per cent of the volume of major arms delivered to Viet "
                    "Nam between 2016 and 2020, against 94 per cent in the five years before. "
                ),
                Cite((4,)),
            ),
            Voice.LEAD,
        ),
        Callout(
            (
                Text("None found is not none. ", Tone.STRONG),
                Text(
                    "Where this dossier says that no record was found, the sources listed under "
                    "Coverage were read and hold nothing; the event may still have happened."
                ),
            )
        ),
        Heading(1, "At a glance", "at-a-glance"),
        Facts(
            (
                ("Diplomatic relations", (Text("30 January 1950, as USSR–DRV "), Cite((1,)))),
                (
                    "Partnership",
                    (
                        Text("Strategic (1 March 2001); comprehensive strategic (27 July 2012) "),
                        Cite((2, 3)),
                    ),
                ),
                ("Naval lease", (Text("Cam Ranh, 2 May 1979 – 2002 "), Cite((5, 6)))),
                (
                    "Heads of government, last meeting",
                    (Text("Hà Nội, 20 June 2024: Владимир Путин, Phạm Minh Chính "), Cite((7,))),
                ),
                (
                    "Common bodies",
                    (Text("ASEAN Regional Forum, ADMM-Plus, East Asia Summit, APEC "), Cite((8,))),
                ),
                ("Land border", (Text("n/a", Tone.MUTED),)),
            )
        ),
        Heading(2, "Last contacts by level", "contacts"),
        _contacts(),
    )


def _contacts() -> Table:
    def row(level: str, *cells: str) -> Row:
        return Row(tuple(((Text(cell),),) for cell in (level, *cells)))

    return Table(
        "Table 0. Last recorded visit, by level and direction",
        (
            Column("Level", 0.28),
            Column("Viet Nam to Russia", 0.24),
            Column("Russia to Viet Nam", 0.24),
            Column("Elsewhere", 0.24),
        ),
        (
            row("Head of state", "2025-05-10", "2024-06-20", "none found"),
            row("Head of government", "2024-10-23", "2025-01-14", "2023-09-11, Vladivostok"),
            row("Minister of defence", "2024-08-07", "2018-01-23", "none found"),
            row("Chief of the general staff", "2019-11", "none found", "n/a"),
        ),
    )


def _timeline() -> tuple[Block, ...]:
    def day(year: float, fill: Fill = Fill.FULL, label: str = "") -> Mark:
        return Mark(year, year, fill, label)

    return (
        Heading(1, "Timeline", "timeline"),
        Timeline(
            start=1992,
            end=2028,
            cutoff=2026.5,
            alt="Nine agreements, fourteen transfers, eleven meetings and four exercises.",
            caption="Figure 1. Records by year, 1992 to 30 June 2026",
            lanes=(
                Lane(
                    "Agreements",
                    Category.AGREEMENT,
                    (
                        Mark(1994.46, 2024, Fill.FULL, "Friendship treaty", open_end=True),
                        day(1998.8),
                        day(2001.16, label="Strategic partnership"),
                        Mark(2008.8, 2013.8, Fill.STRUCK),
                        day(2012.57, label="Comprehensive strategic partnership"),
                        day(2018.25, Fill.HALF),
                        day(2021.9),
                        Mark(2027, 2028, Fill.OUTLINE, "Renewal"),
                    ),
                ),
                Lane(
                    "Arms transfers",
                    Category.ARMS_TRANSFER,
                    (
                        Mark(1994.5, 1995.8, Fill.FULL),
                        Mark(1999.0, 2001, Fill.FULL, "Tarantul"),
                        Mark(2003, 2004.5, Fill.FULL, "Su-30MK"),
                        Mark(2006, 2011.6, Fill.FULL, "Gepard"),
                        Mark(2007, 2010.9, Fill.FULL),
                        Mark(2009.9, 2017.2, Fill.FULL, "Project-636 Kilo"),
                        Mark(2010.2, 2011.9, Fill.FULL),
                        Mark(2012.8, 2018, Fill.FULL),
                        Mark(2016.5, 2019, Fill.HALF, "T-90S"),
                        Mark(2019.9, 2026, Fill.DASHED, "Yak-130", open_end=True),
                    ),
                ),
                Lane(
                    "Meetings",
                    Category.MEETING,
                    tuple(
                        day(year)
                        for year in (
                            *(1994.5, 1998.6, 2001.2, 2006.9, 2010.8, 2012.6, 2013.4, 2013.9),
                            *(2014.9, 2017.5, 2018.7, 2021.9, 2024.47, 2025.35),
                        )
                    ),
                ),
                Lane(
                    "Exercises",
                    Category.EXERCISE,
                    (
                        day(2013.2),
                        day(2015.6),
                        day(2018.1),
                        day(2019.9, label="Submarine rescue"),
                        day(2026.9, Fill.OUTLINE),
                    ),
                ),
                Lane("Statements", Category.STATEMENT, (day(2016.7), day(2022.2, Fill.DASHED))),
                Lane(
                    "Programmes",
                    Category.PROGRAMME,
                    (Mark(1998, 2026, Fill.FULL, "Officer training", open_end=True),),
                ),
                Lane("Disputes", Category.DISPUTE, (Mark(2018.4, 2018.9, Fill.FULL),)),
            ),
        ),
        Paragraph(
            (
                Text("Full signs: took place, in force or delivered. Half: part delivered, or "),
                Text("signed and not known to be in force. Outline: planned. Struck: ended. "),
                Text("Dashed: disputed. The broken line stands at the data's date."),
            ),
            Voice.NOTE,
        ),
    )


_LONG_TITLE = (
    "Agreement on military-technical cooperation for the period to 2005, with the protocols on "
    "the intergovernmental commission and on the protection of information"
)
_NOT_KNOWN = "signed; entry into force not known"
_AGREEMENTS = (
    (
        "1994-06-16",
        "Treaty on the Basic Principles of Friendly Relations",
        Fill.FULL,
        "in force since 1996-05-27",
        (2, 9),
    ),
    ("1998-10-12", _LONG_TITLE, Fill.STRUCK, "ended 2005", (10,)),
    (
        "2001-03-01",
        "Joint Declaration on Strategic Partnership",
        Fill.FULL,
        "political; n/a",
        (3,),
    ),
    (
        "2008-10-27",
        "Agreement on military-technical cooperation to 2020",
        Fill.STRUCK,
        "ended 2020",
        (11, 12),
    ),
    (
        "2012-07-27",
        "Joint Statement on the Comprehensive Strategic Partnership",
        Fill.FULL,
        "political; n/a",
        (3, 13),
    ),
    (
        "2014-11-25",
        "Agreement on simplified procedures for calls of ships at the port of Cam Ranh",
        Fill.FULL,
        "in force since 2014-11-25",
        (14, 15, 16),
    ),
    ("2018-04-04", "Roadmap of military cooperation, 2018–2020", Fill.HALF, _NOT_KNOWN, (17,)),
    ("2021-12-02", "Agreement on military-technical cooperation", Fill.HALF, _NOT_KNOWN, (18, 19)),
    (
        "(2027)",
        "Renewal of the roadmap of military cooperation",
        Fill.OUTLINE,
        "under discussion",
        (20,),
    ),
)


def _agreements() -> tuple[Block, ...]:
    rows = tuple(
        Row(
            (
                ((Marker(Category.AGREEMENT, fill),),),
                ((Text(date),),),
                ((Text(title),), (Text(f"A-{number:04}", Tone.MUTED),)),
                ((Text(status),),),
                ((Cite(refs),),),
            ),
            anchor=f"A-{number:04}",
        )
        for number, (date, title, fill, status, refs) in enumerate(_AGREEMENTS, 1)
    )
    columns = (
        Column("", 0.032),
        Column("Signed", 0.115),
        Column("Title", 0.48),
        Column("Status", 0.233),
        Column("Refs", 0.14),
    )
    return (
        Heading(1, "Agreements", "agreements", Category.AGREEMENT),
        Paragraph(
            (
                Text("Nine agreements are recorded, of which "),
                Text("six are in force", Tone.STRONG),
                Text(
                    ". The texts of two have not been published; what is said of them rests on "
                    "statements by one side only. The latest, of December 2021, replaces that of "
                    "2008 and is described in "
                ),
                Link("the register of treaties", "https://treaties.example.org/vn-ru?lang=vi"),
                Text(". See also "),
                Link("arms transfers", "#transfers"),
                Text(". "),
                Cite((2, 3, 9)),
            )
        ),
        Heading(2, "In force, signed, planned and ended", "agreements-all"),
        Table(
            "Table 1. Agreements by date of signature",
            columns,
            rows,
            Category.AGREEMENT,
            "(2027) year uncertain. n/a not applicable. Source: records A-0001 to A-0009, "
            "as at 30 June 2026.",
        ),
    )


_TRANSFERS = (
    ("1994", "6", "Su-27S Flanker-B", "Fighter aircraft", "5", "1995–97", Fill.FULL),
    ("1999", "2", "Project-1241 Tarantul", "Fast attack craft", "2", "1999", Fill.FULL),
    ("2003", "4", "Su-30MK", "Fighter ground-attack aircraft", "4", "2004", Fill.FULL),
    ("(2003)", "(2)", "S-300PMU-1", "Surface-to-air missile system", "2", "2005–06", Fill.FULL),
    ("2006", "2", "Gepard-3.9 (Project-11661)", "Frigate", "2", "2011", Fill.FULL),
    ("(2007)", "2", "K-300P Bastion-P", "Coastal defence system", "2", "2010–11", Fill.FULL),
    ("2009", "8", "Su-30MK2", "Fighter ground-attack aircraft", "8", "2010–11", Fill.FULL),
    ("2009", "6", "Project-636 Kilo", "Submarine", "6", "2013–17", Fill.FULL),
    ("2010", "12", "Su-30MK2", "Fighter ground-attack aircraft", "12", "2011–12", Fill.FULL),
    ("2012", "2", "Gepard-3.9 (Project-11661)", "Frigate", "2", "2017–18", Fill.FULL),
    ("2013", "12", "Su-30MK2", "Fighter ground-attack aircraft", "12", "2014–16", Fill.FULL),
    ("2016", "64", "T-90S", "Tank", "64", "2018–19", Fill.FULL),
    ("2019", "12", "Yak-130", "Trainer and light combat aircraft", "..", "..", Fill.DASHED),
    ("(2025)", "..", "Su-35", "Multi-role aircraft", "–", "–", Fill.OUTLINE),
)


def _transfers() -> tuple[Block, ...]:
    columns = (
        Column("", 0.032),
        Column("Ordered", 0.09),
        Column("No.", 0.06, Align.RIGHT),
        Column("Designation", 0.25),
        Column("Category", 0.26),
        Column("Delivered", 0.08, Align.RIGHT),
        Column("Years", 0.1),
        Column("Refs", 0.128),
    )
    rows = tuple(
        Row(
            (
                ((Marker(Category.ARMS_TRANSFER, fill),),),
                *(((Text(cell),),) for cell in cells),
                ((Cite((4, 20 + at % 10 + 1)),),),
            ),
            anchor=f"T-{at:04}",
        )
        for at, (*cells, fill) in enumerate(_TRANSFERS, 1)
    )
    return (
        Heading(1, "Arms transfers", "transfers", Category.ARMS_TRANSFER),
        Table(
            "Table 2. Transfers from the Russian Federation to Viet Nam, by year of order",
            columns,
            rows,
            Category.ARMS_TRANSFER,
            "( ) figure or year uncertain; that the event happened is not in doubt. .. not known. "
            "– none delivered, as a source says.",
        ),
    )


def _others() -> tuple[Block, ...]:
    return (
        Heading(1, "Meetings", "meetings", Category.MEETING),
        Paragraph(
            (
                Text("The last recorded visit by a head of state was that of "),
                Text("Владимир Путин", lang="ru"),
                Text(" to Hà Nội on 20 June 2024; he was received by "),
                Text("Tô Lâm, Nguyễn Phú Trọng and Phạm Minh Chính", Tone.EMPHASIS, "vi"),
                Text(". "),
                Cite((7, 21)),
            )
        ),
        BulletList(
            (
                (
                    Marker(Category.MEETING, Fill.FULL),
                    Text("2024-06-20, Hà Nội: state visit. "),
                    Cite((7,)),
                ),
                (
                    Marker(Category.MEETING, Fill.FULL),
                    Text(
                        "2025-05-10, Moscow: official visit by the general secretary, at the "
                        "eightieth anniversary of the end of the war; joint statement on the main "
                        "directions of the partnership. "
                    ),
                    Cite((22,)),
                ),
                (
                    Marker(Category.MEETING, Fill.OUTLINE),
                    Text("Late 2026, place not known: intergovernmental commission. "),
                    Cite((23,)),
                ),
            )
        ),
        Heading(1, "Disputed and uncertain", "disputed", Category.DISPUTE),
        BulletList(
            (
                (
                    Text("Whether the twelve Yak-130 of 2019 were delivered: one source says so, "),
                    Cite((24,)),
                    Text(" another that deliveries had not begun. "),
                    Cite((4,)),
                ),
                (
                    Text(
                        "No exercise was found before 2013; coverage of exercises is occasional "
                        "until 2014."
                    ),
                ),
            )
        ),
    )


_PUBLISHERS = (
    ("Ministry of Foreign Affairs of Viet Nam", "Việt Nam – Liên bang Nga: tuyên bố chung", "vi"),
    ("Президент России", "Совместное заявление о всеобъемлющем стратегическом партнёрстве", "ru"),
    ("SIPRI", "Arms Transfers Database, trade register", "en"),
    ("TASS", "Россия и Вьетнам подписали соглашение о военно-техническом сотрудничестве", "ru"),
    ("Báo Quân đội nhân dân", "Bộ trưởng Quốc phòng thăm chính thức Liên bang Nga", "vi"),
    ("Reuters", "Vietnam, Russia agree on roadmap for military ties", "en"),
)
_QUOTES = {
    "vi": "Hai bên khẳng định tiếp tục tăng cường hợp tác trong lĩnh vực quốc phòng và an ninh",
    "ru": "Стороны подтвердили намерение развивать сотрудничество в военной области",
    "en": "The two sides agreed to continue cooperation in the field of defence",
}


def _sources() -> tuple[Block, ...]:
    return (
        Heading(1, "Sources", "sources"),
        ReferenceList(tuple(_reference(number) for number in range(1, 31))),
    )


def _reference(number: int) -> Reference:
    publisher, title, lang = _PUBLISHERS[(number - 1) % len(_PUBLISHERS)]
    folder = f"https://www.example.org/{lang}/documents/{1994 + number}/06"
    address = f"{folder}/joint-statement-on-cooperation-{number:04}/full-text.html"
    record = f"A-{(number - 1) % 9 + 1:04}"
    quotations = [
        Quotation(
            _QUOTES[lang],
            lang,
            attribution="joint statement" if number % 3 else "",
            locator=f"paragraph {number}",
            records=((record, record),),
        )
    ]
    if number == 4:
        transfers = tuple((f"T-{at:04}", f"T-{at:04}") for at in range(1, 14))
        quotations.append(Quotation("12 Yak-130 ordered 2019", "en", "", "line 1182", transfers))
    return Reference(
        number,
        (
            Text(f"{publisher}. "),
            Text(title, Tone.EMPHASIS, lang),
            Text(f". {number % 28 + 1} June {1994 + number}. "),
            Link(address, address),
            Text(". Retrieved 12 May 2026.", Tone.MUTED),
        ),
        tuple(quotations) if number % 4 != 3 else (),
    )


# -- any paper -----------------------------------------------------------------------------------

_WORDS = (
    "Viet Nam",
    "Nguyễn Phú Trọng",
    "Владимир Путин",
    "x</b>y & <img src='/etc/passwd'/>",
    "https://www.example.org/a/b-c_d?e=f&g=h#i",
    "2024-06-20",
    "12 June",
    "W" * 90,
    "a\u202eb\x00c\ud800",
)

#: Text in scripts that the fonts hold, with controls, markup and long words among it.
PRINTABLE = st.lists(
    st.sampled_from(_WORDS[:-1])
    | st.text(st.characters(min_codepoint=1, max_codepoint=0x17F, exclude_categories=["Cn"])),
    max_size=12,
).map(" ".join)
#: Text of any characters at all.
ANY_TEXT = st.text(max_size=40) | st.sampled_from(_WORDS) | PRINTABLE


def _shown(text: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return text.map(lambda value: ".." if is_blank(value) else value)


def contents(text: st.SearchStrategy[str]) -> st.SearchStrategy[Content]:
    """Runs of inlines, of which the first can be seen."""
    first = st.builds(Text, _shown(text), st.sampled_from(Tone))
    inline: st.SearchStrategy[Inline] = st.one_of(
        st.builds(Text, text, st.sampled_from(Tone), st.sampled_from([None, "en", "vi", "th"])),
        st.builds(Link, text, ANY_TEXT.map(lambda value: value.lstrip("#"))),
        st.builds(Cite, st.lists(st.integers(1, 3), max_size=4).map(tuple)),
        st.builds(Marker, st.sampled_from(Category), st.sampled_from(Fill), text),
        drawings(text),
    )
    return st.tuples(first, st.lists(inline, max_size=4)).map(lambda pair: (pair[0], *pair[1]))


def tables(text: st.SearchStrategy[str]) -> st.SearchStrategy[Table]:
    """Tables of one to five columns, some narrow, with one to thirty rows."""

    def of(count: int) -> st.SearchStrategy[Table]:
        columns = st.tuples(
            *[
                st.builds(Column, text, st.floats(0.05, 1), st.sampled_from(Align))
                for _ in range(count)
            ]
        )
        cell = st.lists(contents(text), min_size=1, max_size=2).map(tuple)
        row = st.builds(Row, st.tuples(*[cell] * count), st.none() | ANY_TEXT)
        rows = st.lists(row, min_size=1, max_size=5).map(tuple)
        repeated = st.tuples(rows, st.integers(1, 6)).map(lambda pair: pair[0] * pair[1])
        return st.builds(Table, text, columns, repeated, st.sampled_from(Category), text)

    return st.integers(1, 5).flatmap(of)


def drawings(text: st.SearchStrategy[str]) -> st.SearchStrategy[Drawing]:
    """Drawings of any size, with any shapes within them and beyond."""
    number = st.floats(-50, 700)
    length = st.floats(0, 600)
    point = st.tuples(number, number)
    colour = st.sampled_from([*Ink, *Category]) | st.builds(Tint, st.sampled_from(Category))
    pen = st.builds(Pen, colour, st.floats(0.1, 3), st.just(()) | st.just((2.0, 1.0)))
    shape: st.SearchStrategy[Shape] = st.one_of(
        st.builds(Line, point, point, pen),
        st.builds(
            Rect, number, number, length, length, st.none() | colour, st.none() | pen, st.booleans()
        ),
        st.builds(
            Polygon,
            st.lists(point, max_size=5).map(tuple),
            st.none() | colour,
            st.none() | pen,
            st.booleans(),
        ),
        st.builds(Circle, number, number, length, st.none() | colour, st.none() | pen),
        st.builds(Sign, number, number, length, st.sampled_from(Category), st.sampled_from(Fill)),
        st.builds(
            Label,
            number,
            number,
            text,
            st.sampled_from(Step),
            colour,
            st.sampled_from(Anchor),
            length,
        ),
    )
    shapes = st.lists(shape, max_size=6).map(tuple)
    size = st.floats(0, 900)
    return st.builds(Drawing, size, size, shapes, text, text)


def timelines(text: st.SearchStrategy[str]) -> st.SearchStrategy[Timeline]:
    """Timelines of any span, with marks within it and beyond."""
    year = st.floats(1800, 2200)
    mark = st.builds(Mark, year, year, st.sampled_from(Fill), text, st.booleans())
    lane = st.builds(Lane, text, st.sampled_from(Category), st.lists(mark, max_size=12).map(tuple))
    lanes = st.lists(lane, max_size=4).map(tuple) | st.lists(lane, min_size=20, max_size=30).map(
        tuple
    )
    whole = st.integers(-3000, 3000)
    return st.builds(Timeline, whole, whole, year, lanes, text, text)


def _references(text: st.SearchStrategy[str]) -> st.SearchStrategy[ReferenceList]:
    quotation = st.builds(
        Quotation,
        text,
        st.just("en"),
        text,
        text,
        st.lists(st.tuples(text, st.just("ref-1")), max_size=3).map(tuple),
    )
    quotations = st.lists(quotation, max_size=3).map(tuple)
    return st.tuples(
        *[st.builds(Reference, st.just(number), contents(text), quotations) for number in (1, 2, 3)]
    ).map(ReferenceList)


def blocks(text: st.SearchStrategy[str]) -> st.SearchStrategy[Block]:
    """One block of any kind but the references."""
    content = contents(text)
    figure = st.builds(KeyFigure, text, text, text, st.sampled_from(Category))
    return st.one_of(
        st.builds(Heading, st.integers(-1, 5), _shown(text), ANY_TEXT, st.sampled_from(Category)),
        st.builds(Paragraph, content, st.sampled_from(Voice)),
        st.builds(BulletList, st.lists(content, max_size=4).map(tuple)),
        st.builds(KeyFigures, st.lists(figure, max_size=7).map(tuple)),
        st.builds(Facts, st.lists(st.tuples(_shown(text), content), max_size=4).map(tuple)),
        st.builds(Callout, content),
        st.builds(NewPage, st.sampled_from(Orientation)),
        st.builds(Contents, st.integers(0, 3)),
        drawings(text),
        tables(text),
        timelines(text),
    )


def documents(text: st.SearchStrategy[str] = PRINTABLE) -> st.SearchStrategy[Document]:
    """Papers of any blocks, with three references for their citations to lead to."""
    return st.builds(
        Document,
        kicker=text,
        title=st.tuples(text, text),
        subtitle=text,
        short_title=text,
        subject=ANY_TEXT,
        lang=st.sampled_from(["en", "vi", "ru"]),
        date=st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)),
        footer=text,
        data_hash=st.text("0123456789abcdef", max_size=64),
        keywords=st.lists(ANY_TEXT, max_size=3).map(tuple),
        blocks=st.tuples(st.lists(blocks(text), max_size=6), _references(text)).map(
            lambda pair: (*pair[0], pair[1])
        ),
    )
