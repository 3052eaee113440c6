"""Output for programs reads back as what was written."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh20.answers.answer import Answer
from kh20.answers.page import Page
from kh20.formats import json_lines
from kh20.formats.json_document import json_text
from kh20.formats.lines import Screen
from kh20.formats.separated import write_csv, write_excel, write_tsv

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=20)


PIPE = Screen(None, colour=False)


def answer(fields: list[str], records: list[dict[str, str]]) -> Answer:
    return Answer(Page("", []), {}, records, tuple(fields))


@given(st.lists(st.fixed_dictionaries({"id": TEXTS, "title": TEXTS}), max_size=4))
def test_csv_reads_back(rows: list[dict[str, str]]) -> None:
    """Quotes, commas, line breaks and all; the first line names the fields."""
    text = write_csv(answer(["id", "title"], rows), PIPE)
    assert text.startswith("id,title\n")
    assert list(csv.DictReader(io.StringIO(text, newline=""))) == rows


@given(st.lists(st.fixed_dictionaries({"id": TEXTS, "title": TEXTS}), max_size=4))
def test_tsv_is_one_line_a_row(rows: list[dict[str, str]]) -> None:
    """Runs of space are one space; nothing is quoted, as in ``cut`` and ``awk``."""
    text = write_tsv(answer(["id", "title"], rows), PIPE)
    lines = [line.split("\t") for line in text.split("\n")[:-1]]
    assert lines == [
        ["id", "title"],
        *([" ".join(row["id"].split()), " ".join(row["title"].split())] for row in rows),
    ]


def test_csv_leaves_out_what_is_no_field() -> None:
    """A record may know more than the table shows."""
    assert write_csv(answer(["b"], [{"a": "1", "b": "2"}]), PIPE) == "b\n2\n"


def test_json_keeps_letters_and_ends_in_a_line_break() -> None:
    """Vietnamese is readable in it; the order of keys is the order given."""
    text = json_text({"tên": "Bộ Nội vụ", "b": [1, None, True]})
    assert "Bộ Nội vụ" in text
    assert text.endswith("}\n")
    assert list(json.loads(text)) == ["tên", "b"]


@given(st.lists(st.fixed_dictionaries({"id": TEXTS, "title": TEXTS}), max_size=4))
def test_json_lines_are_one_record_a_line(rows: list[dict[str, str]]) -> None:
    """Whatever breaks of lines are in a text; nothing where there is no record."""
    text = json_lines.write(answer([], rows), PIPE)
    assert [json.loads(line) for line in text.split("\n")[:-1]] == rows
    assert text == "" or text.endswith("\n")


@pytest.mark.parametrize(
    ("cell", "runs"),
    [
        ("=1+1", True), ("+84 24", True), ("@SUM(A1)", True), ("\t=1", True),
        ("-2+3+cmd|' /C calc'!A0", True), ("-SUM(A1)", True), ("＝1+1", True), ("-x", True),
        ("- Nội dung", False), ("-5", False), ("-1,5", False), ("–", False), ("Bộ A", False),
        ("", False), ("quý I = 3 tháng", False),
    ],
)  # fmt: skip
def test_what_a_spreadsheet_would_run_is_text_in_the_csv_for_one(cell: str, runs: bool) -> None:
    """The plain CSV stays exact."""
    given = answer(["id", "text"], [{"id": "I.1", "text": cell}])
    (exact,) = csv.DictReader(io.StringIO(write_csv(given, PIPE), newline=""))
    assert exact["text"] == cell
    text = write_excel(given, PIPE)
    assert text.startswith("\ufeffid,text\n")
    (row,) = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert row["text"] == ("'" if runs else "") + cell


def test_a_carriage_return_begins_a_formula_too() -> None:
    """No valid plan holds one."""
    assert "'\r=1" in write_excel(answer(["a"], [{"a": "\r=1"}]), PIPE)
