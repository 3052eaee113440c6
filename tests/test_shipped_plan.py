"""plan.yaml holds every obligation of the signed document, word for word."""

import copy
import unicodedata
from collections import Counter
from typing import Any

import pytest

from plans.shipped_plan import CLAUSES, IDS, PLAN, PLAN_TEXT, SOURCE, TASKS
from source_document import departures, obligations, parse


def _encoded(tasks: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(task["id"], task["text"]) for task in tasks]


def test_every_clause_is_encoded_verbatim_under_its_own_number() -> None:
    """The proof of the encoding: the same numbers, in the same order, with the same words."""
    assert departures(CLAUSES, _encoded(PLAN["tasks"])) == []


@pytest.mark.parametrize("number", IDS)
def test_proof_fails_on_a_mutated_plan(number: str) -> None:
    """Drop, reword or swap any one obligation of the plan itself, and the proof fails."""
    index = IDS.index(number)
    dropped, reworded, swapped = (copy.deepcopy(PLAN["tasks"]) for _ in range(3))
    del dropped[index]
    words = reworded[index]["text"].split(" ")
    reworded[index]["text"] = " ".join([*words[:2], "khác", *words[3:]])
    other = index - 1
    swapped[index]["text"], swapped[other]["text"] = swapped[other]["text"], swapped[index]["text"]
    assert departures(CLAUSES, _encoded(dropped)) == [f"{number}: left out"]
    assert departures(CLAUSES, _encoded(reworded)) == [f"{number}: not verbatim"]
    assert f"{number}: not verbatim" in departures(CLAUSES, _encoded(swapped))


def test_proof_fails_on_a_mutated_source() -> None:
    """A word changed in the document shows too, so the two can't drift apart together unseen."""
    changed = parse(SOURCE.replace("trong quý I/2024", "trong quý II/2024"))
    assert departures(obligations(changed), _encoded(PLAN["tasks"])) == [
        "IV.2.1: not verbatim",
        "IV.8: not verbatim",
    ]


def test_ids_are_the_31_of_the_document() -> None:
    """All of them, in document order, section by section."""
    ids = [task["id"] for task in PLAN["tasks"]]
    assert ids == IDS
    assert Counter(number.split(".")[0] for number in ids) == {"II": 3, "III": 5, "IV": 20, "V": 3}


def test_text_is_composed() -> None:
    """Both files are NFC, so that a search typed on a keyboard finds what it should."""
    assert unicodedata.is_normalized("NFC", PLAN_TEXT)
    assert unicodedata.is_normalized("NFC", SOURCE)


def test_document_data_stand_in_the_source() -> None:
    """Number, date, title, signer and what it implements are those of the signed text."""
    document = PLAN["document"]
    assert f"Số: {document['number']}\n" in SOURCE
    issued = document["issued"]
    assert f"ngày {issued.day} tháng {issued.month} năm {issued.year}" in SOURCE
    heading = SOURCE.split("KẾ HOẠCH\n\n", 1)[1].split("\n", 1)[0]
    assert document["title"].casefold() == f"kế hoạch {heading}".casefold()
    assert document["signed_by"] == SOURCE.strip().split("\n")[-1]
    assert f"T/M {document['issuer'].upper()}" in SOURCE
    assert f"Thực hiện {document['implements']} về" in SOURCE
    assert (PLAN["format"], document["timezone"]) == (1, "Asia/Ho_Chi_Minh")


def test_the_headings_stand_in_the_source() -> None:
    """Sections in capitals there, items as numbered lines of their own."""
    numerals = {number for number in PLAN["headings"] if "." not in number}
    for number, heading in PLAN["headings"].items():
        line = f"{number}- {heading.upper()}" if number in numerals else heading
        assert f"{line}\n" in SOURCE
        if number not in numerals:
            assert f"\n{number.partition('.')[2]}. {heading}\n" in SOURCE
    assert numerals == {number.partition(".")[0] for number in TASKS}


def test_the_log_is_what_public_sources_show() -> None:
    """Each entry with its document, where one was named, and with where it was read."""
    log = {entry["task"]: entry for entry in PLAN["log"]}
    days = {number: entry[True].isoformat() for number, entry in log.items()}  # YAML 1.1 on “on”
    assert days == {"II.1": "2023-12-04", "IV.2.1": "2024-07-09", "IV.2.3": "2025-12-12"}
    assert "document" not in log["II.1"]
    assert log["IV.2.1"]["document"] == "Nghị quyết 107/NQ-CP, 09/07/2024"
    assert log["IV.2.3"]["document"] == "Quyết định 2711/QĐ-TTg, 12/12/2025"
    assert log["IV.2.3"]["part"] == "chien-luoc-tri-thuc"
    section = PLAN_TEXT.partition("\nlog:\n")[2].splitlines()
    assert [line.lstrip()[:6] for line in section] == ["# Read", "- {tas"] * 3


@pytest.mark.parametrize("number", IDS)
def test_title_is_short_and_in_our_own_words(number: str) -> None:
    """A title tells obligations apart in a table; it is neither the text nor its beginning."""
    title, text = TASKS[number]["title"], TASKS[number]["text"]
    assert 0 < len(title) <= 100
    assert not text.casefold().startswith(title.casefold())


def test_titles_differ() -> None:
    """Two obligations with one title could not be told apart."""
    assert len({task["title"].casefold() for task in PLAN["tasks"]}) == len(IDS)


def test_parts_are_the_deliverables_of_the_one_dash_that_lists_several() -> None:
    """IV.2.3 sets its deliverables apart by semicolons; no other obligation has parts."""
    assert [task["id"] for task in PLAN["tasks"] if "parts" in task] == ["IV.2.3"]
    parts = TASKS["IV.2.3"]["parts"]
    listed = TASKS["IV.2.3"]["text"].split(": ", 1)[1].split("; ")
    assert len(parts) == len({part["id"] for part in parts}) == len(listed) == 4
    marks = ("quốc gia về phát triển đội ngũ trí thức", "tăng cường năng lực", "trung tâm tích hợp")
    for part, deliverable, mark in zip(parts, listed, (*marks, "phát triển văn hóa"), strict=True):
        assert mark in part["title"]
        assert mark in deliverable
