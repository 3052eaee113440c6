"""Keys that are missing, and keys that there are not."""

import pytest

from kh20.findings.code import merge
from kh20.planfile import load_bytes
from planfile.shape.sections import DUE, TASK, agency, log, said, task

# A section; the code, what is said and how it is to be fixed.
CASES: dict[str, tuple[str, str, str, str | None]] = {
    "no number": (
        "document: {title: K, issued: 2024-01-02, issuer: A}\n",
        "KH101",
        "“document” has no key “number”",
        None,
    ),
    "no due": (
        TASK.replace(f"    due: {DUE}\n", ""),
        "KH101",
        "obligation I.1 has no key “due”",
        "write “due: none” where the document states no period",
    ),
    "no owners": (
        task("    owners: [bo-a]\n", ""),
        "KH101",
        "obligation I.1 has no key “owners”",
        "write “owners: []” where the document names nobody",
    ),
    "no id": (
        task("id: I.1\n    title", "title"),
        "KH101",
        "this obligation has no key “id”",
        None,
    ),
    "no stated": (task(DUE, "{by: 2024-Q1}"), "KH101", "“due” has no key “stated”", None),
    "no title of a part": (
        task("    due", "    parts: [{id: a}]\n    due"),
        "KH101",
        "this entry of “parts” has no key “title”",
        None,
    ),
    "no event": (
        log("task: I.1, on: 2024-02-01, note: x"),
        "KH101",
        "this entry of “log” has no key “event”",
        None,
    ),
    "no day": (
        log("task: I.1, event: completed, note: x"),
        "KH101",
        "this entry of “log” has no key “on”",
        None,
    ),
    "no basis": (
        log("task: I.1, on: 2024-02-01, event: cancelled"),
        "KH407",
        "this entry has no “basis”, which its event needs",
        "give the deciding document as “basis: …”",
    ),
    "misspelt": (
        task("owners", "owner"),
        "KH102",
        "there is no key “owner” here",
        "did you mean “owners”?",
    ),
    "misspelt in other letters": (
        task("title", "Title"),
        "KH102",
        "there is no key “Title” here",
        "did you mean “title”?",
    ),
    "unknown": (
        agency("{name: A, ghi_chu: x}"),
        "KH102",
        "there is no key “ghi_chu” here",
        "the keys here are: name, en, abbr, aliases, kind, precedence, from, until, acts_for, "
        "collective, members, closed, successor, basis, source, unsure",
    ),
    "unknown in a due": (
        task("by: 2024-Q1", "by: 2024-Q1, dated: x"),
        "KH102",
        "there is no key “dated” here",
        "did you mean “stated”?",
    ),
    "unknown in a recurrence": (
        task("by: 2024-Q1", "every: year, ongoing: true"),
        "KH102",
        "there is no key “ongoing” here",
        "the keys here are: every, by, before, from, until, stated",
    ),
    "unknown in a successor": (
        agency("{name: A, successor: {agency: bo-b, from: 2025-01-01, basis: b, day: 1}}"),
        "KH102",
        "there is no key “day” here",
        "the keys here are: agency, from, basis",
    ),
    "unknown in an entry": (
        log("task: I.1, on: 2024-02-01, event: cancelled, basis: b, agency: bo-a"),
        "KH102",
        "there is no key “agency” here",
        "the keys here are: task, on, for, recorded, event, part, basis, note",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_said(case: str) -> None:
    section, *expected = CASES[case]
    assert said(section) == [tuple(expected)]


@pytest.mark.parametrize(
    ("case", "named"),
    [
        ("no due", "I.1"),
        ("no stated", "I.1"),
        ("no basis", "I.1"),
        ("misspelt", "I.1"),
        ("unknown in an entry", "I.1"),
        ("no id", None),
        ("no number", None),
        ("unknown", None),
    ],
)
def test_a_finding_names_the_obligation_that_it_is_in(case: str, named: str | None) -> None:
    (finding,) = load_bytes(merge(CASES[case][0]).encode(), "plan.yaml").findings
    assert finding.task == named


def test_a_misspelt_key_is_not_missing_as_well() -> None:
    text = merge(task("owners", "onwers").replace("    due", "    deu"))
    codes = [each.code for each in load_bytes(text.encode(), "plan.yaml").findings]
    assert codes == ["KH102", "KH102"]


def test_keys_named_like_the_branches_of_a_union_are_keys() -> None:
    for name in ("dated", "recurring", "none"):
        text = merge(task("by: 2024-Q1", f"{name}: {{by: x}}, x: 1"))
        findings = load_bytes(text.encode(), "plan.yaml").findings
        assert [(each.code, each.source_line) for each in findings] == [
            ("KH102", f"    due: {{{name}: {{by: x}}, x: 1, stated: hoàn thành trong quý I/2024}}")
        ] * 2
    entry = "task: I.1, on: 2024-02-01, event: completed, note: x, completed: {note: 1}"
    (finding,) = load_bytes(merge(log(entry)).encode(), "plan.yaml").findings
    assert finding.message == "there is no key “completed” here"
