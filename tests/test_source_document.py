"""The splitter and the comparison that guard plan.yaml: each slip they exist for is found."""

import itertools
import unicodedata
from pathlib import Path

import pytest

from source_document import Clause, body_lines, departures, obligations, parse

SOURCE = (Path(__file__).parent / "data" / "20-KH-TW.txt").read_text(encoding="utf-8")
CLAUSES = obligations(parse(SOURCE))
FAITHFUL = [(number, clause.text) for number, clause in CLAUSES.items()]


def _line_of(text: str) -> str:
    return next(line for line in body_lines(SOURCE) if line.endswith(text))


def test_section_i_is_parsed_but_obliges_nobody() -> None:
    """Section I states aims; its two items are read and then left aside."""
    assert [number for number in parse(SOURCE) if number not in CLAUSES] == ["I.1", "I.2"]


def test_three_shapes_of_item() -> None:
    """A dash under a heading, a paragraph under a heading, and an item that is its own text."""
    dash, paragraph, own = CLAUSES["IV.2.1"], CLAUSES["IV.5"], CLAUSES["II.1"]
    assert dash.section == paragraph.section == "NHIỆM VỤ CỤ THỂ"
    assert dash.heading == "Ban cán sự đảng Chính phủ"
    assert dash.text.startswith("Xây dựng, ban hành Chương trình hành động của Chính phủ")
    assert paragraph.heading == "Học viện Chính trị quốc gia Hồ Chí Minh"
    assert paragraph.text.startswith("Chủ trì, phối hợp với các ban, bộ, ngành liên quan tham mưu")
    assert own.section.startswith("CÔNG TÁC QUÁN TRIỆT")
    assert own.heading == ""
    assert own.text.endswith("(trong tháng 12/2023).")


def test_no_line_of_the_body_is_lost() -> None:
    """Put together again, the clauses and headings are the whole body, mark by mark."""
    rebuilt: list[str] = []
    section = heading = ""
    for number, clause in parse(SOURCE).items():
        roman, item, *dash = number.split(".")
        if clause.section != section:
            rebuilt.append(f"{roman}- {clause.section}")
        if clause.heading and clause.heading != heading:
            rebuilt.append(f"{item}. {clause.heading}")
        section, heading = clause.section, clause.heading
        mark = "- " if dash else "" if clause.heading else f"{item}. "
        rebuilt.append(mark + clause.text)
    assert rebuilt == body_lines(SOURCE)


def test_skipped_item_is_refused() -> None:
    """A source with a gap in its numbering is damaged and must not be read as complete."""
    damaged = SOURCE.replace(_line_of(CLAUSES["III.2"].text), "")
    with pytest.raises(ValueError, match="section III: item 3 is out of turn"):
        parse(damaged)


def test_skipped_section_is_refused() -> None:
    """The same for a section."""
    with pytest.raises(ValueError, match="section III follows 1 sections"):
        parse(SOURCE.replace("II- CÔNG TÁC", "III- CÔNG TÁC"))


def test_missing_last_section_is_refused() -> None:
    """A source that stops before section V is not the whole document."""
    head, tail = SOURCE.split("V- TỔ CHỨC THỰC HIỆN")
    with pytest.raises(ValueError, match="4 sections, not 5"):
        parse(head + tail[tail.index("Nơi nhận:") :])


def test_stray_lines_are_refused() -> None:
    """Text outside the numbering is never dropped silently."""
    dash = _line_of(CLAUSES["IV.1.1"].text)
    with pytest.raises(ValueError, match=r"item IV\.1: neither"):
        parse(SOURCE.replace(dash, f"{dash}\n\nMột dòng lạc."))
    with pytest.raises(ValueError, match="section II: text before its first item"):
        parse(SOURCE.replace("1. Bộ Chính trị, Ban Bí thư tổ chức", "Bộ Chính trị tổ chức"))


def test_text_without_sections_or_recipients_is_refused() -> None:
    """Something that is not this document raises instead of giving no clauses."""
    for text in ("", "Nơi nhận:\n", "I- MỤC ĐÍCH\n\n1. Một.\n"):
        with pytest.raises(ValueError, match="no first section"):
            parse(text)


def test_faithful_encoding_has_no_departures() -> None:
    """The comparison is silent on the document itself."""
    assert departures(CLAUSES, FAITHFUL) == []


@pytest.mark.parametrize("number", CLAUSES)
def test_each_clause_left_out_is_found(number: str) -> None:
    """No obligation can be dropped."""
    encoded = [pair for pair in FAITHFUL if pair[0] != number]
    assert departures(CLAUSES, encoded) == [f"{number}: left out"]


@pytest.mark.parametrize("number", CLAUSES)
def test_each_word_altered_or_dropped_is_found(number: str) -> None:
    """No word of any obligation can be replaced or left out."""
    words = CLAUSES[number].text.split(" ")
    for i in range(len(words)):
        for replacement in ([], ["khác"], [words[i], words[i]]):
            changed = " ".join([*words[:i], *replacement, *words[i + 1 :]])
            encoded = [(n, changed if n == number else text) for n, text in FAITHFUL]
            assert departures(CLAUSES, encoded) == [f"{number}: not verbatim"]


@pytest.mark.parametrize("number", CLAUSES)
def test_another_normal_form_is_found(number: str) -> None:
    """Verbatim means the very code points: the decomposed spelling is another text."""
    encoded = [(n, unicodedata.normalize("NFD", t) if n == number else t) for n, t in FAITHFUL]
    assert departures(CLAUSES, encoded) == [f"{number}: not verbatim"]


def test_any_two_texts_swapped_are_found() -> None:
    """A text stands under its own number, not just somewhere in the document."""
    for a, b in itertools.combinations(CLAUSES, 2):
        swapped = {a: CLAUSES[b].text, b: CLAUSES[a].text}
        encoded = [(number, swapped.get(number, text)) for number, text in FAITHFUL]
        assert departures(CLAUSES, encoded) == [f"{a}: not verbatim", f"{b}: not verbatim"]


def test_any_two_obligations_out_of_order_are_found() -> None:
    """The plan keeps the document's order."""
    for i, j in itertools.combinations(range(len(FAITHFUL)), 2):
        encoded = list(FAITHFUL)
        encoded[i], encoded[j] = encoded[j], encoded[i]
        (found,) = departures(CLAUSES, encoded)
        assert found.startswith("out of document order: ")


def test_invented_and_repeated_obligations_are_found() -> None:
    """What the document does not say, and what it says once, cannot be added."""
    assert departures(CLAUSES, [*FAITHFUL, ("V.4", "Việc khác.")]) == [
        "V.4: not in the document",
    ]
    assert departures(CLAUSES, [*FAITHFUL, FAITHFUL[0]]) == ["II.1: encoded 2 times"]


def test_clause_added_to_the_source_is_missed_in_the_plan() -> None:
    """The comparison works in both directions: a longer document asks for a longer plan."""
    longer = {**CLAUSES, "V.4": Clause("TỔ CHỨC THỰC HIỆN", "", "Việc khác.")}
    assert departures(longer, FAITHFUL) == ["V.4: left out"]
