"""A grid on a terminal: nothing cut, nothing lost, nothing wider than the screen."""

import re
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from kh20.answers.page import Cell, Column, Grid
from kh20.formats.lines import cells
from kh20.formats.table import table_text
from plans.shipped_plan import TASKS

COLUMNS = (
    Column("ID"),
    Column("Deadline"),
    Column("State"),
    Column("Obligation", wrap=True),
    Column("Owners", wrap=True),
)
IDS = st.sampled_from(["I.1", "IV.2.3", "IV.10.12@2025-H1"])
STATES = st.sampled_from(["running", "open, 260 days left", "overdue 1057 days", "no period"])
TITLES = st.sampled_from([task["title"] for task in TASKS.values()])
OWNERS = st.sampled_from(["", "Ban Bí thư", "Bộ Y tế; Bộ Ngoại giao", TASKS["II.3"]["text"]])
ROWS = st.lists(
    st.tuples(IDS, st.just("2024-12-31"), STATES, TITLES, OWNERS), min_size=1, max_size=5
)
COUNTS = (
    Column("Owner", wrap=True),
    Column("Completed in time", align="right", stacked="In\ntime"),
    Column("Not started", align="right", stacked="Not\nstarted"),
    Column("All", align="right"),
)


def laid_out(rows: Sequence[tuple[str, ...]], width: int, columns: tuple[Column, ...]) -> list[str]:
    made = Grid(columns, [tuple(Cell(text) for text in row) for row in rows])
    return table_text(made, width, colour=False).splitlines()


@given(ROWS, st.integers(20, 200))
def test_no_line_is_wider_than_the_screen_and_no_word_is_cut(
    rows: list[tuple[str, ...]], width: int
) -> None:
    """Every line consists of whole words of the cells, and all words are there, in their order."""
    lines = laid_out(rows, width, COLUMNS)
    assert all(cells(line) <= width for line in lines)
    assert all(line == line.rstrip() for line in lines)
    words = {word for row in rows for text in row for word in text.split()}
    body = lines[next(i for i, line in enumerate(lines) if set(line) == {"─"}) + 1 :]
    assert {word for line in body for word in line.split()} == words
    assert sorted(word for line in body for word in line.split()) == sorted(
        word for row in rows for text in row for word in text.split()
    )


@given(ROWS, st.integers(60, 200))
def test_ids_days_and_states_stay_whole_and_begin_each_row(
    rows: list[tuple[str, ...]], width: int
) -> None:
    """One line has all three, side by side, and in the same columns in every row."""
    lines = laid_out(rows, width, COLUMNS)
    starts = [line for line in lines if re.match(r"\S+ +2024-12-31  \S", line)]
    assert len(starts) == len(rows)
    for row, line in zip(rows, starts, strict=True):
        assert line.split()[0] == row[0]
        assert row[2] in line
    assert len({line.index("2024-12-31") for line in starts}) == 1


@given(ROWS, st.integers(60, 200))
def test_columns_are_apart_and_in_line(rows: list[tuple[str, ...]], width: int) -> None:
    """As a table every column begins where its header does; as blocks the texts are indented."""
    lines = laid_out(rows, width, COLUMNS)
    header, rule = lines[0], next(line for line in lines if set(line) == {"─"})
    body = lines[lines.index(rule) + 1 :]
    if "Obligation" in header:
        for head in ("Obligation", "Owners"):
            start = header.index(head)
            assert any(line[start : start + 1].strip() for line in body) or head == "Owners"
            for line in body:
                assert len(line) <= start or line[start - 2 : start] == "  "
    else:
        assert lines[1:3] == ["    Obligation", "    Owners"]
        assert all(re.match(r"\S| {4}\S|$", line) for line in body)


def test_what_has_room_is_not_wrapped_and_the_rule_is_as_wide_as_the_table() -> None:
    """A short table stays short on a wide screen."""
    rows = [("I.1", "2024-12-31", "running", "Việc một", "Bộ Y tế")]
    assert laid_out(rows, 200, COLUMNS) == [
        "ID   Deadline    State    Obligation  Owners",
        "─" * 45,
        "I.1  2024-12-31  running  Việc một    Bộ Y tế",
    ]


def test_long_texts_get_the_room_that_short_ones_leave() -> None:
    """An id column of short owners does not take half of the screen."""
    long = "một hai ba bốn năm sáu bảy tám chín mười " * 3
    lines = laid_out([("I.1", "2024-12-31", "running", long, "Bộ Y tế")], 80, COLUMNS)
    assert len(lines) == 5
    assert cells(lines[2]) > 70


def test_headers_are_stacked_only_where_they_have_no_room() -> None:
    """Their last line stands above the rule, and counts are aligned on the right."""
    rows = [("Bộ Nội vụ", "10", "–", "10"), ("Bộ Y tế", "1", "2", "3")]
    assert laid_out(rows, 60, COUNTS) == [
        "Owner      Completed in time  Not started  All",
        "─" * 46,
        "Bộ Nội vụ                 10            –   10",
        "Bộ Y tế                    1            2    3",
    ]
    assert laid_out(rows, 40, COUNTS) == [
        "             In      Not",
        "Owner      time  started  All",
        "─" * 29,
        "Bộ Nội vụ    10        –   10",
        "Bộ Y tế       1        2    3",
    ]


def test_where_columns_have_no_room_beside_each_other_rows_become_blocks() -> None:
    """In the order of the columns; the first text is not indented, the numbers keep theirs."""
    rows = [("Bộ Văn hóa, Thể thao và Du lịch", "10", "–", "10"), ("Bộ Y tế", "1", "2", "3")]
    assert laid_out(rows, 24, COUNTS) == [
        "Owner",
        "  In      Not",
        "time  started  All",
        "─" * 24,
        "Bộ Văn hóa, Thể thao và",
        "Du lịch",
        "  10        –   10",
        "",
        "Bộ Y tế",
        "   1        2    3",
    ]


def test_numbers_that_have_no_room_on_one_line_are_named() -> None:
    """Row by row, since the header tells no more which of them is which."""
    rows = [("Bộ Nội vụ", "10", "–", "7", "–"), ("Bộ Y tế", "1", "2", "3", "4")]
    columns = (*COUNTS, Column("Partner", align="right"))
    assert laid_out(rows, 26, columns) == [
        "Owner",
        "─" * 26,
        "Bộ Nội vụ",
        "    Completed in time 10,",
        "    Not started –, All 7,",
        "    Partner –",
        "",
        "Bộ Y tế",
        "    Completed in time 1,",
        "    Not started 2, All 3,",
        "    Partner 4",
    ]


def test_a_word_wider_than_its_column_is_broken_rather_than_lost() -> None:
    """An address of 80 letters does not push the other columns off the screen."""
    word = "https://" + "x" * 80
    lines = laid_out([("I.1", "2024-12-31", "running", word, "Bộ Y tế")], 80, COLUMNS)
    assert all(cells(line) <= 80 for line in lines)
    assert "".join(line[26:].split("  ")[0] for line in lines[2:]).strip() == word


def test_some_columns_are_only_for_wide_screens() -> None:
    """From the width that they name on."""
    columns = (Column("Agency", wrap=True), Column("Short name", from_width=110))
    assert laid_out([("Bộ A", "bo-a")], 109, columns)[0] == "Agency"
    assert laid_out([("Bộ A", "bo-a")], 110, columns)[0] == "Agency  Short name"


def test_breaks_and_tabs_in_a_cell_are_spaces() -> None:
    """A quoted scalar may hold them, and they would tear the table."""
    rows = [("I.1", "2024-12-31", "running", "một\n\thai", "ba\u2028bốn")]
    assert laid_out(rows, 80, COLUMNS)[2] == "I.1  2024-12-31  running  một hai     ba bốn"


def test_colour_changes_no_place_and_no_letter() -> None:
    """Styles surround the text alone, not the room beside it."""
    grid = Grid(
        COLUMNS[:3], [(Cell("I.1", "bold"), Cell("2024-12-31"), Cell("overdue 1 day", "bold red"))]
    )
    shown = table_text(grid, 80, colour=True)
    assert "\x1b[1mI.1\x1b[0m  2024-12-31  \x1b[1;31moverdue 1 day\x1b[0m\n" in shown
    assert re.sub(r"\x1b\[[0-9;]*m", "", shown) == table_text(grid, 80, colour=False)
