"""Edits made to weaken a plan unnoticed, in whole files: what a check against the old one says.

An error stops the edit; a warning (?) and a notice (.) are read by whoever reviews it.
"""

from typing import NamedTuple

import pytest

from kh20.comparison import guard
from kh20.findings import Finding, Severity
from kh20.findings.code import merge
from kh20.planfile import load_bytes, tie

AGENCIES = """\
agencies:
  bo-a: {name: Bộ A, successor: {agency: bo-c, from: 2025-03-01, basis: Nghị quyết 1}}
  bo-b: {name: Bộ B}
  bo-c: {name: Bộ C}
  ban-b: {name: Ban B, acts_for: bo-b}
  cac-bo: {name: Các bộ, collective: true, members: [bo-a, bo-b]}
"""
TASKS = """\
tasks:
  - id: I.1
    title: Báo cáo quý
    text: Bộ A, Bộ B báo cáo (hoàn thành trong quý I).
    owners: [bo-a, bo-b]
    responsibility: each
    due: {by: 2024-Q1, stated: hoàn thành trong quý I}
  - id: I.2
    title: Tổng kết
    text: Tổng kết (trong tháng 6/2024).
    owners: [ban-b]
    partners: [bo-c]
    due: {in: 2024-06, stated: trong tháng 6/2024}
  - id: I.3
    title: Sơ kết
    text: Các bộ sơ kết trước ngày 15/12 hằng năm.
    owners: [cac-bo]
    due: {every: year, before: 12-15, stated: trước ngày 15/12 hằng năm}
  - id: I.4
    title: Theo dõi
    text: Bộ C thường xuyên theo dõi.
    owners: [bo-c]
    due: {ongoing: true, stated: thường xuyên}
"""
LOG = """\
log:
  - {task: I.1, on: 2024-03-20, event: completed, agency: bo-a, document: 5/BC}
  - {task: I.1, on: 2024-03-20, event: reopened, agency: bo-a, note: thiếu phụ lục}
  - {task: I.3, for: "2024", on: 2024-12-01, event: completed, document: 6/BC}
"""
SUCCESSION = ", successor: {agency: bo-c, from: 2025-03-01, basis: Nghị quyết 1}"
BODIES = [
    f"bo-a: {{name: Bộ {one}{SUCCESSION}}}\n  bo-b: {{name: Bộ {other}}}"
    for one, other in ("AB", "BA")
]
OLD = merge(AGENCIES + TASKS + LOG)


class Way(NamedTuple):
    """What is put in place of what, and the findings that there must be."""

    what: str
    before: str
    after: str
    found: str


WAYS = [
    # Bodies
    Way("rename a body under its short name", "name: Bộ C", "name: Bộ D", "KH511?"),
    Way("only in other letters", "name: Bộ C", "name: BỘ C", "KH511."),
    # The successor stays with the short name, and passes to the other body with it.
    Way("swap two names", BODIES[0], BODIES[1],
        "KH505! KH505! KH511. KH511. KH511. KH511? KH511?"),
    Way("take another's name", "Bộ A, successor", "Bộ C, successor", "KH203! KH511?"),
    Way("another member", "members: [bo-a, bo-b]", "members: [bo-a, bo-c]", "KH511. KH511?"),
    Way("a member less", "members: [bo-a, bo-b]", "members: [bo-a]", "KH511?"),
    Way("act for another", "acts_for: bo-b", "acts_for: bo-c", "KH511?"),
    Way("act for nobody", ", acts_for: bo-b", "", "KH511?"),
    Way("a later succession", "from: 2025-03-01", "from: 2035-03-01", "KH511?"),
    Way("no succession", SUCCESSION, "", "KH511?"),
    Way("another basis", "basis: Nghị quyết 1", "basis: Nghị quyết 2", "KH511?"),
    Way("a body that does not exist", "owners: [ban-b]", "owners: [ban-d]",
        "KH202! KH503!"),
    Way("owners in another order", "owners: [bo-a, bo-b]", "owners: [bo-b, bo-a]", ""),
    Way("the partner", "    partners: [bo-c]\n", "", "KH510."),
    # Days
    Way("the day of issue", "issued: 2024-01-02", "issued: 2025-01-02",
        "KH304! KH506! KH512?"),
    Way("the time zone", "issuer: Bộ A", "issuer: Bộ A\n  timezone: America/Los_Angeles",
        "KH512?"),
    Way("by for in, the same deadline", "in: 2024-06, s", "by: 2024-06, s", "KH304! KH510."),
    Way("in for by, the same deadline", "by: 2024-Q1, s", "in: 2024-Q1, s", "KH304! KH506!"),
    Way("before for by, the same deadline", "by: 2024-Q1, s", "before: 2024-04, s",
        "KH304! KH510."),
    Way("the quarter as months", "by: 2024-Q1, s", "by: 2024-01/2024-03, s", ""),
    Way("the quarter as its last day", "by: 2024-Q1, s", "by: 2024-03-31, s", "KH304! KH510."),
    Way("a later cut-off", "before: 12-15, s", "by: 12-15, s", "KH304! KH506!"),
    Way("less often", "every: year, before: 12-15", "every: 2 years, before: 12-15",
        "KH304! KH506!"),
    Way("for some years", "every: year", "every: year, until: \"2030\"", "KH506!"),
    Way("from some year", "every: year", "every: year, from: \"2025\"", "KH410! KH506!"),
    Way("a standing duty some day", "ongoing: true, s", "ongoing: true, from: 2031-01, s",
        "KH304! KH506!"),
    Way("no period", "due: {ongoing: true, stated: thường xuyên}", "due: none", "KH506!"),
    # Texts
    Way("double entry that agrees", "quý I).\n    owners: [bo-a, bo-b]\n    responsibility: each\n"
        "    due: {by: 2024-Q1, stated: hoàn thành trong quý I}",
        "quý II).\n    owners: [bo-a, bo-b]\n    responsibility: each\n"
        "    due: {by: 2024-Q2, stated: hoàn thành trong quý II}", "KH502! KH504! KH504!"),
    Way("case", "Bộ C thường xuyên", "bộ C thường xuyên", "KH504!"),
    Way("a letter that looks alike", "theo dõi.", "theo dõі.", "KH504! KH605?"),
    Way("a character nobody sees", "theo dõi.", "theo\u200b dõi.", "KH504! KH602!"),
    Way("decomposed letters", "theo dõi.", "theo do\u0303i.", "KH603!"),
    Way("spaces", "C thường xuyên theo", "C  thường xuyên\n      theo", ""),
    Way("the title", "title: Theo dõi", "title: Nghiên cứu", "KH510."),
    Way("texts that change places", "text: Bộ C thường xuyên theo dõi.\n    owners: [bo-c]",
        "text: Tổng kết (trong tháng 6/2024).\n    owners: [bo-c]", "KH303! KH504!"),
    # Obligations
    Way("a comment mark", TASKS[TASKS.index("  - id: I.4") :],
        "".join(f"#{line}" for line in TASKS[TASKS.index("  - id: I.4") :].splitlines(True)),
        "KH501!"),
    Way("another number", "- id: I.4", "- id: I.5", "KH510."),
    Way("a number twice", "- id: I.4", "- id: I.3", "KH201! KH510."),
    Way("each to joint", "    responsibility: each\n", "", "KH506!"),
    # The log
    Way("the day of an entry", "on: 2024-12-01", "on: 2024-12-14", "KH505!"),
    Way("the turn of an entry", "for: \"2024\"", "for: \"2025\"", "KH505!"),
    Way("the owner of an entry", "completed, agency: bo-a", "completed, agency: bo-b",
        "KH411! KH505!"),
    Way("an entry less", LOG.splitlines(True)[3], "", "KH505!"),
    Way("no log", LOG, "log: []\n", "KH505! KH505! KH505!"),
    Way("an order that undoes", "".join(LOG.splitlines(True)[1:3]),
        "".join(reversed(LOG.splitlines(True)[1:3])), "KH411! KH505!"),
    Way("an entry in front", "log:\n", "log:\n  - {task: I.4, on: 2024-01-03, event: cancelled, "
        "basis: 1/KL}\n", "KH513."),
]  # fmt: skip


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.what)
def test_what_a_check_says_of_it(way: Way) -> None:
    old = load_bytes(OLD.encode(), "plan.yaml")
    assert old.findings == []
    assert OLD.count(way.before) == 1
    new = load_bytes(OLD.replace(way.before, way.after).encode(), "plan.yaml")
    assert old.plan is not None
    assert new.plan is not None, new.findings
    edits = tie(guard(old.plan, new.plan), new.text, "plan.yaml")
    expected = way.found.split()
    assert sorted(map(marked, edits)) == [code for code in expected if code.startswith("KH5")]
    # The file's own findings are for other tests; here it matters that there are some.
    assert {code for code in expected if not code.startswith("KH5")} <= set(
        map(marked, new.findings)
    )


def marked(finding: Finding) -> str:
    marks = {Severity.ERROR: "!", Severity.WARNING: "?", Severity.NOTICE: "."}
    return finding.code + marks[finding.severity]


@pytest.mark.parametrize(
    "sections",
    [
        TASKS + TASKS + LOG,
        TASKS.replace("    due: {ongoing", "    due: none\n    due: {ongoing"),
        TASKS.replace("owners: [bo-c]", "owners: &o [bo-c]"),
        TASKS.replace("id: I.4", "id: !!str I.4"),
        "---\n".join([TASKS, LOG]),
        TASKS + LOG.replace("document: 6/BC", "docment: 6/BC"),
    ],
)
def test_what_yaml_could_hide_is_an_error_before_anything_is_compared(sections: str) -> None:
    new = load_bytes(("format: 1\n" + AGENCIES + sections).encode(), "plan.yaml")
    assert not new.valid


def test_two_steps_are_no_way_either() -> None:
    """To break a due first, so that the next edit passes as a correction, fails at once."""
    broken = OLD.replace("by: 2024-Q1, s", "by: 2023-Q1, s")
    plan = load_bytes(broken.encode(), "plan.yaml")
    assert {f.code for f in plan.findings if f.severity is Severity.ERROR} >= {"KH304"}


def test_to_double_a_number_and_then_remove_the_first_is_found() -> None:
    weaker = TASKS[TASKS.index("  - id: I.4") :].replace("thường xuyên theo", "theo")
    twice = load_bytes((OLD.replace("log:\n", weaker + "log:\n")).encode(), "plan.yaml").plan
    then = OLD.replace(TASKS[TASKS.index("  - id: I.4") :], weaker)
    once = load_bytes(then.encode(), "plan.yaml").plan
    assert twice is not None
    assert once is not None
    assert sorted(each.code for each in guard(twice, once)) == ["KH501"]
