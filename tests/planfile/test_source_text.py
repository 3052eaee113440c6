"""Offsets, lines and columns."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kh20.findings import Region, Span
from kh20.planfile.source_text import SourceText

TEXTS = st.text(st.sampled_from("ab ộ👍\u0301\r\n\u2028\x85"), max_size=60)


@given(TEXTS)
@example("\r\r\n\n")
def test_every_offset_is_in_the_line_that_editors_show(text: str) -> None:
    source = SourceText(text)
    starts = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]
    lines = re.split(r"\r\n|\r|\n", text)
    for offset in range(len(text) + 1):
        number = sum(start <= offset for start in starts)
        start = starts[number - 1]
        # A fresh one as well, which remembers nothing of the offsets before.
        for each in (source, SourceText(text)):
            assert each.position(offset) == (number, offset - start + 1)
            assert each.line_at(offset) == lines[number - 1]
        between = text[:offset].endswith("\r") and text[offset:].startswith("\n")
        if not between:
            assert source.line_end(offset) == start + len(lines[number - 1])


@given(TEXTS, st.data())
def test_a_region_is_where_its_span_starts_and_ends(text: str, data: st.DataObject) -> None:
    source = SourceText(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    region = source.region(Span(start, end))
    assert region[:2] == source.position(start)
    if "\r" not in text:  # A span may end inside of a CR LF, where no editor has a column.
        assert region[2:] == source.position(end)
    assert region[:2] <= region[2:]


@pytest.mark.parametrize(("start", "end"), [(-3, 2), (1, 99), (99, 100), (3, 1)])
def test_what_is_outside_the_text_is_moved_inside(start: int, end: int) -> None:
    line, column, end_line, end_column = SourceText("ab\ncd").region(Span(start, end))
    assert (1, 1) <= (line, column) <= (end_line, end_column) <= (2, 3)


def test_lines_far_into_a_long_text() -> None:
    text = "một dòng\n" * 5000 + "x" * 20_000 + "\n" + "cuối"
    source = SourceText(text)
    assert source.position(9 * 4321 + 4) == (4322, 5)
    assert source.position(9 * 5000 + 15_000) == (5001, 15_001)
    assert source.region(Span(len(text) - 4, len(text))) == Region(5002, 1, 5002, 5)
    assert source.position(3) == (1, 4)


def test_an_empty_text_has_one_line() -> None:
    source = SourceText("")
    assert source.region(Span(0, 0)) == Region(1, 1, 1, 1)
    assert (source.line_at(0), source.line_end(0)) == ("", 0)
