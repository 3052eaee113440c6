"""Values of the wrong kind, form or length."""

import pytest

from kh20.findings.code import merge
from kh20.planfile import load_bytes
from planfile.shape.sections import DUE, agency, log, said, task

_LIMIT = "at most 100 are allowed"
# A section; the code, what is said and how it is to be fixed.
CASES: dict[str, tuple[str, str, str, str | None]] = {
    "number for text": (
        agency("{name: 1}"),
        "KH103",
        "“name” takes text, not the value 1",
        'quote it: "1"',
    ),
    "flag for text": (
        agency("{name: A, aliases: [true]}"),
        "KH103",
        "an entry of “aliases” takes text, not the value true",
        'quote it: "true"',
    ),
    "nothing for text": (
        agency("{name: }"),
        "KH103",
        "“name” is empty, but takes text",
        "fill it in, or leave the key out where it is optional",
    ),
    "text for a list": (
        agency("{name: A, aliases: Bộ A}"),
        "KH103",
        "“aliases” takes a list, not the text “Bộ A”",
        "put it in brackets: [Bộ A]",
    ),
    "nothing for a list": (
        task("[bo-a]", ""),
        "KH103",
        "“owners” is empty, but takes a list",
        "write [] for an empty list",
    ),
    "text for keys": (agency("A"), "KH103", "“bo-a” takes a set of keys, not the text “A”", None),
    "list for keys": (
        "document: []\n",
        "KH103",
        "“document” takes a set of keys, not the value []",
        None,
    ),
    "keys for a list": (
        "tasks: {}\n",
        "KH103",
        "“tasks” takes a list, not the value {}",
        "write [] for an empty list",
    ),
    "a number for a list": (
        agency("{name: A, aliases: 7}"),
        "KH103",
        "“aliases” takes a list, not the value 7",
        'put it in brackets: ["7"]',
    ),
    "words for a list, one of them a trap": (
        agency("{name: A, aliases: 'no, BA'}"),
        "KH103",
        "“aliases” takes a list, not the text “no, BA”",
        'put it in brackets: ["no", BA]',
    ),
    "text for an obligation": (
        "tasks: [I.1]\n",
        "KH103",
        "an entry of “tasks” takes a set of keys, not the text “I.1”",
        None,
    ),
    "text for an entry": (
        "log: [x]\n",
        "KH103",
        "an entry of “log” takes a set of keys, not the text “x”",
        None,
    ),
    "text for a flag": (
        agency("{name: A, collective: có}"),
        "KH103",
        "“collective” takes true or false, not the text “có”",
        "write true or false",
    ),
    "another word for a flag": (
        agency("{name: A, collective: No}"),
        "KH103",
        "“collective” takes true or false, not the value No",
        "write false",
    ),
    "text for a number": (
        log("task: I.1, on: 2024-02-01, event: progress, note: x, percent: '50'"),
        "KH103",
        "“percent” takes a whole number, not the text “50”",
        "write a whole number from 0 to 100 in digits, without quotes",
    ),
    "a part of a number": (
        log("task: I.1, on: 2024-02-01, event: progress, note: x, percent: 33.3"),
        "KH103",
        "“percent” takes a whole number, not the value 33.3",
        "write a whole number from 0 to 100 in digits, without quotes",
    ),
    "text for a due": (
        task(DUE, "quý I/2024"),
        "KH103",
        "“due” takes a set of keys or the word none, not the text “quý I/2024”",
        "write {by: 2024-Q1, stated: hoàn thành trong quý I/2024}",
    ),
    "nothing for a due": (
        task(DUE, ""),
        "KH103",
        "“due” is empty, but takes a set of keys or the word none",
        "write {by: 2024-Q1, stated: …}, or “due: none” where no period is stated",
    ),
    "nothing for an optional key": (
        agency("{name: A, en: }"),
        "KH103",
        "“en” is empty",
        "fill it in, or leave the key out",
    ),
    "long text for a list": (
        agency("{name: A, aliases: " + "x" * 500 + "}"),
        "KH103",
        "“aliases” takes a list, not the text “" + "x" * 39 + "…”",
        "put it in brackets: [" + "x" * 59 + "…]",
    ),
    "another format": (
        "format: 2\n",
        "KH104",
        "this file is in format 2, and this kh20 reads format 1",
        "write “format: 1”, or use the kh20 that goes with the file",
    ),
    "format as text": (
        "format: '1'\n",
        "KH104",
        "“format” takes the number 1, not the text “1”",
        "write “format: 1”",
    ),
    "format in tenths": (
        "format: 1.0\n",
        "KH104",
        "“format” takes the number 1, not the value 1.0",
        "write “format: 1”",
    ),
    "format as a flag": (
        "format: true\n",
        "KH104",
        "“format” takes the number 1, not the value true",
        "write “format: 1”",
    ),
    "another word": (
        task("    due", "    responsibility: all\n    due"),
        "KH104",
        "“responsibility” takes joint or each, not the text “all”",
        "it is one of: joint, each",
    ),
    "a misspelt word": (
        task("    due", "    responsibility: jiont\n    due"),
        "KH104",
        "“responsibility” takes joint or each, not the text “jiont”",
        "did you mean “joint”?",
    ),
    "another event": (
        log("task: I.1, on: 2024-02-01, event: complete, note: x"),
        "KH104",
        "“event” takes the name of an event, not the text “complete”",
        "did you mean “completed”?",
    ),
    "too many percent": (
        log("task: I.1, on: 2024-02-01, event: progress, note: x, percent: 101"),
        "KH104",
        "101 is outside 0 to 100",
        None,
    ),
    "an id": (
        task("id: I.1", "id: I-1"),
        "KH105",
        "“I-1” is not written like the number of an obligation",
        "an id is section, item and dash with dots between, as in IV.2.1",
    ),
    "a short name": (
        task("[bo-a]", "[Bộ A]"),
        "KH105",
        "“Bộ A” is not written like the short name of an agency",
        "did you mean bo-a?",
    ),
    "a short name of signs": (
        agency("{name: A, acts_for: '***'}"),
        "KH105",
        "“***” is not written like the short name of an agency",
        "use small letters, digits and hyphens, such as bo-noi-vu",
    ),
    "a short name of a part": (
        task("    due", "    parts: [{id: Đề án, title: T}]\n    due"),
        "KH105",
        "“Đề án” is not written like the short name of a part",
        "use small letters, digits and hyphens: de-an",
    ),
    "an interval": (
        task("by: 2024-Q1", "every: day"),
        "KH105",
        "“day” is not written like the interval of a recurring duty",
        "it is year, half-year, quarter, month, week, or such as 2 years or 6 months",
    ),
    "a cut-off": (
        task("by: 2024-Q1", "every: year, by: 15/12"),
        "KH105",
        "“15/12” is not written like the cut-off of a recurring duty",
        'a cut-off is written 06-30, "15" in quotes, last day, or friday',
    ),
    "one of several cut-offs": (
        task("by: 2024-Q1", "every: half-year, before: [06-15, 13-01]"),
        "KH105",
        "“13-01” is not written like the cut-off of a recurring duty",
        'a cut-off is written 06-30, "15" in quotes, last day, or friday',
    ),
    "empty": (
        task("Báo cáo\n", "' '\n"),
        "KH106",
        "“title”: the text is empty",
        "say something, or leave the key out where it is optional",
    ),
    "too long": (
        task("Báo cáo\n", "x" * 103 + "\n"),
        "KH106",
        f"“title” has 103 characters, {_LIMIT}",
        "shorten it by 3",
    ),
    "a number for a period": (
        task("2024-Q1", "2024"),
        "KH310",
        "2024 is a number, not a period",
        'quote it: "2024"',
    ),
    "a number that is no period": (
        task("2024-Q1", "5"),
        "KH310",
        "“5” is not how a plan spells a period: 2024, 2024-H1, 2024-Q2, 2024-06, 2024-06-30, "
        "or two of them as 2024/2025",
        None,
    ),
    "a year in words": (
        task("2024-Q1", "năm 2024"),
        "KH310",
        "“năm 2024” is not how a plan spells a period: 2024, 2024-H1, 2024-Q2, 2024-06, "
        "2024-06-30, or two of them as 2024/2025",
        'write "2024"',
    ),
    "a period without a year": (
        task("2024-Q1", "quý I"),
        "KH310",
        "“quý I” names no year",
        "write 2024-Q1, with the year you mean",
    ),
    "another spelling of a period": (
        task("2024-Q1", "Q1/2024"),
        "KH310",
        "“Q1/2024” is not how a plan spells a period: 2024, 2024-H1, 2024-Q2, 2024-06, 2024-06-30, "
        "or two of them as 2024/2025",
        "write 2024-Q1",
    ),
    "a list for a period": (
        task("by: 2024-Q1", "by: [2024-Q1]"),
        "KH310",
        "a period is text, such as 2024-Q1 or 2024-06-30",
        None,
    ),
    "a period for a day": (
        "document: {number: 1/K, title: K, issued: 2024-01, issuer: A}\n",
        "KH310",
        "“2024-01” is more than one day",
        "write the day as 2024-06-30",
    ),
    "midnight for a day": (
        "document: {number: 1/K, title: K, issued: 2024-01-02T00:00:00.000Z, issuer: A}\n",
        "KH310",
        "“2024-01-02T00:00:00.000Z” is not how a plan spells a day",
        "write 2024-01-02",
    ),
    "a time for a day": (
        "document: {number: 1/K, title: K, issued: 2024-01-02T17:00:00.000Z, issuer: A}\n",
        "KH310",
        "“2024-01-02T17:00:00.000Z” is not a day",
        "write the day as 2024-06-30",
    ),
    "an offset for a time zone": (
        "document: {number: 1/K, title: K, issued: 2024-01-02, issuer: A, timezone: 7}\n",
        "KH210",
        "there is no time zone “7”",
        "use a name of the IANA database, such as Asia/Ho_Chi_Minh",
    ),
    "a number for an interval": (
        task("by: 2024-Q1", "every: 2"),
        "KH105",
        "“2” is not written like the interval of a recurring duty",
        "it is year, half-year, quarter, month, week, or such as 2 years or 6 months",
    ),
    "the day as YAML 1.1 writes its key": (
        log("task: I.1, true: 2024-02-01, event: completed, note: x"),
        "KH102",
        "there is no key “true” here",
        "did you mean “on”?",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_said(case: str) -> None:
    section, *expected = CASES[case]
    assert said(section) == [tuple(expected)]


@pytest.mark.parametrize(
    ("section", "hint"),
    [
        ("document: {number: 1, title: K, issued: 2025, issuer: B}", "write the day as 2024-06-30"),
        (
            "tasks:\n  - {id: I.1, title: T, text: T, owners: [Bộ A], due: none}",
            "did you mean bo-a?",
        ),
        (
            "tasks:\n  - {id: I.1, title: T, text: T, owners: [bo-a],\n"
            "      due: {every: quarter, before: 5, stated: hằng quý}}",
            'quote it: "05"',
        ),
        (
            "tasks:\n  - {id: I.1, title: T, text: T, owners: [bo-a],\n"
            "      due: {ongoing: true, stated: thường xuyên, liên tục}}",
            "if it belongs to the text before the comma, put all of that text in quotes",
        ),
        (
            "log:\n  - {task: I.1@2025-Q1, on: 2025-03-04, event: completed, note: x}",
            "the turn has a key of its own: “task: I.1, for: 2025-Q1”",
        ),
        (
            "log:\n  - {task: I.1, on: 2025-03-04, event: extended, basis: x}",
            "give the period by whose end it is now due, as “to: 2024-Q3”",
        ),
    ],
)
def test_the_hint_mends_what_people_get_wrong(section: str, hint: str) -> None:
    """Each was tried by somebody who had only the README."""
    findings = load_bytes(merge(section + "\n").encode(), "plan.yaml").findings
    assert hint in [finding.hint for finding in findings]
