"""Edits of the text of the shipped plan.yaml: the finding stands at the very line of the edit."""

import re
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kh20.comparison import guard
from kh20.findings import Finding, Severity
from kh20.planfile import load_bytes, tie
from plans.shipped_plan import IDS, PLAN_TEXT

OLD = load_bytes(PLAN_TEXT.encode(), "plan.yaml").plan


class Edit(NamedTuple):
    """An edit inside a task, and where the error must stand: the line that holds ``mark``."""

    task: str
    before: str
    after: str
    code: str
    mark: str
    column: int | None = None


EDITS = [
    Edit("IV.2.1", "by: 2024-Q1", "by: 2024-Q2", "KH502", "by: 2024-Q2", 15),
    Edit("IV.8", "{by: 2024-Q1", "{ongoing: true", "KH502", "due: {ongoing", 5),
    Edit("IV.4.3", "by: 2024-Q4", "by: 2025-Q4", "KH502", "by: 2025-Q4", 15),
    Edit("II.1", "in: 2023-12", "by: 2024-01", "KH502", "by: 2024-01", 15),
    Edit("II.3", "      - uy-vien-ban-bi-thu\n", "", "KH503", "    owners:", 5),
    Edit("IV.6.3", "- bcsd-bo-y-te\n", "- bo-y-te\n", "KH503", "- bo-y-te\n", 9),
    Edit("V.2", "[bi-thu-truc-thuoc-trung-uong]", "[]", "KH503", "owners: []", 5),
    Edit("II.2", "tăng cường tuyên truyền", "tuyên truyền", "KH504", "tuyên truyền nội"),
    Edit("V.3", "định kỳ sơ kết", "sơ kết", "KH504", "sơ kết, tổng kết, báo cáo"),
    Edit("IV.4.1", "biến rộng rãi", "biến", "KH504", "nội dung, kết"),
    Edit("IV.5", " (hoàn thành", ", hoàn thành", "KH504", ", hoàn thành"),
    Edit("IV.3.1", "stated: hoàn thành trong", "stated: trong", "KH504", "stated: trong", 32),
    Edit("IV.7.2", "by: \"2024\",", "by: \"2024\", substantially: true,", "KH506", "substantially"),
    Edit("II.2", "      ongoing: true\n", "", "KH506", "    due:", 5),
    Edit("IV.1.1", "from: 2024-01", "from: 2024-02", "KH506", "from: 2024-02", 17),
    Edit("IV.7.3", "    responsibility: each\n", "", "KH506", "- id: IV.7.3"),
    Edit("IV.7.1", "bility: each", "bility: joint", "KH506", "responsibility: joint", 21),
    Edit("V.1", "{ongoing: true, ", "{ongoing: true, from: 2031-02, ", "KH506", "from: 2031"),
]  # fmt: skip


def block(text: str, task: str) -> tuple[int, int]:
    """Return where the block of a task begins and ends in a text."""
    begin = text.index(f"  - id: {task}\n")
    behind = re.compile(r"^(?:  - id: |log:)", re.MULTILINE).search(text, begin + 5)
    assert behind is not None
    return begin, behind.start()


def edited(text: str, edit: Edit) -> str:
    begin, end = block(text, edit.task)
    inside = text[begin:end]
    # Lines of a text are folded anywhere.
    pattern = r"\s+".join(map(re.escape, edit.before.split(" "))) if " " in edit.before else None
    if pattern is None or edit.before in inside:
        assert inside.count(edit.before) >= 1, edit
        inside = inside.replace(edit.before, edit.after, 1)
    else:
        inside, count = re.subn(pattern, edit.after, inside, count=1)
        assert count == 1, edit
    return text[:begin] + inside + text[end:]


def line_of(text: str, edit: Edit) -> int:
    begin, end = block(text, edit.task)
    return text.count("\n", 0, text.index(edit.mark, begin, end)) + 1


def findings(text: str) -> list[Finding]:
    new = load_bytes(text.encode(), "plan.yaml")
    assert OLD is not None
    assert new.plan is not None, new.findings
    return tie(guard(OLD, new.plan), new.text, "plan.yaml")


def errors(found: list[Finding]) -> list[tuple[str, str, int]]:
    wrong = (finding for finding in found if finding.severity is Severity.ERROR)
    return sorted((str(each.task), each.code, each.region.line) for each in wrong)


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: f"{edit.code} {edit.task}")
def test_one_edit(edit: Edit) -> None:
    text = edited(PLAN_TEXT, edit)
    found = findings(text)
    assert errors(found) == [(edit.task, edit.code, line_of(text, edit))]
    (error,) = (f for f in found if f.severity is Severity.ERROR)
    if edit.column is not None:
        assert error.region.column == edit.column
    assert error.source_line == text.splitlines()[error.region.line - 1]


@pytest.mark.parametrize("task", IDS)
def test_a_removed_block_is_missed_at_its_neighbour(task: str) -> None:
    begin, end = block(PLAN_TEXT, task)
    text = PLAN_TEXT[:begin] + PLAN_TEXT[end:]
    place = IDS.index(task)
    neighbour = (IDS[place + 1 :] + IDS[place - 1 : place])[0]
    line = text[: text.index(f"  - id: {neighbour}\n")].count("\n") + 1
    assert errors(findings(text)) == [(task, "KH501", line)]


def test_nothing_is_said_of_the_file_itself() -> None:
    assert findings(PLAN_TEXT) == []


@st.composite
def rewritten(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    """The file with some edits, its blocks in another order, with comments, other line breaks."""
    random = Random(draw(st.integers(0, 2**32)))
    chosen = {edit.task: edit for edit in random.sample(EDITS, random.choice([0, 1, 4]))}
    text = PLAN_TEXT
    for edit in chosen.values():
        text = edited(text, edit)
    spans = [block(text, task) for task in IDS]
    blocks = [text[begin:end] for begin, end in spans]
    if random.random() < 0.5:
        random.shuffle(blocks)
    if random.random() < 0.5:
        blocks = ["  # ghi chú\n\n" + each for each in blocks]
    text = text[: spans[0][0]] + "".join(blocks) + text[spans[-1][1] :]
    if random.random() < 0.3:
        text = "# đầu tệp\n" * 3 + text
    return text, list(chosen.values())


@settings(max_examples=40)
@given(rewritten(), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_several_edits_among_moved_blocks(
    made: tuple[str, list[Edit]], line_break: str, bom: bool
) -> None:
    text, edits = made
    expected = sorted((edit.task, edit.code, line_of(text, edit)) for edit in edits)
    written = ("\ufeff" if bom else "") + text.replace("\n", line_break)
    assert errors(findings(written)) == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  - id: II.1\n", "  - \"id\":   'II.1'\n"),
        ("owners: [bo-chinh-tri, ban-bi-thu]", "owners: [ban-bi-thu, bo-chinh-tri]"),
        ("owners: [bo-chinh-tri, ban-bi-thu]", "owners:\n    - bo-chinh-tri\n    - ban-bi-thu"),
        ("due: {in: 2023-12, stated: trong tháng 12/2023}",
         "due:\n      stated: trong tháng\n        12/2023\n      in: '2023-12'"),
        ("Ban Bí thư tổ chức Hội nghị", "Ban Bí thư\n      tổ chức Hội nghị"),
        ("\nlog:\n", "\nlog:   # việc đã làm\n\n"),
        ("register: vn\n", "register: [vn]\n"),
        ("format: 1", "# một\nformat:   1   # hai"),
        ("agencies:\n", "'agencies':\n"),
    ],
)  # fmt: skip
def test_another_way_to_write_it_is_silent(before: str, after: str) -> None:
    assert before in PLAN_TEXT
    assert findings(PLAN_TEXT.replace(before, after, 1)) == []
