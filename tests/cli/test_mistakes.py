"""Wrong usage: one clear sentence, what to do about it, exit 2, nothing on standard output."""

from pathlib import Path

import pytest

from asking import ROOT
from conftest import Run
from plans.made_plans import plan_file, task

# What is typed, and the sentence that comes back.
MISTAKES = {
    ("overdu",): "kh20: there is no command “overdu”\n  did you mean overdue?\n",
    ("xyzzy", "--as"): ("kh20: there is no command “xyzzy”\n  “kh20 --help” lists the commands\n"),
    ("due", "--month", "6"): (
        "kh20: --month: “6” is not a month\n"
        "  write it as 2024-06; any period can be given without an option\n"
    ),
    ("list", "--section", "X"): (
        "kh20: --section: the plan has no section or item “X”\n  its sections are: II, III, IV, V\n"
    ),
    ("list", "--section", ""): (
        "kh20: --section: the plan has no section or item “”\n  its sections are: II, III, IV, V\n"
    ),
    ("list", "--search", "?!"): "kh20: --search: there is no word in “?!”\n",
    ("due", "--excel", "-f", "json"): (
        "kh20: --excel is a format, and --format json another\n  give one of them\n"
    ),
    ("list", "-f", "xml"): (
        "kh20: --format: “xml” is not a value that it takes\n"
        "  it is one of: table, json, jsonl, csv, excel, tsv, md\n"
    ),
    ("due", "--quarter", "2024Q5"): (
        "kh20: --quarter: “2024Q5” is not a quarter: quarters run from 1 to 4\n"
    ),
    ("due", "--month", "2024-13"): (
        "kh20: --month: “2024-13” is not a month: months run from 1 to 12\n"
    ),
    ("due", "--quarter", "2024Q1", "--month", "2024-01"): (
        "kh20: --quarter and --month both name a window\n  give one of them\n"
    ),
    ("due", "2024", "--year", "2024"): (
        "kh20: PERIOD and --year both name a window\n  give one of them\n"
    ),
    ("due", "--quarter", "2024"): (
        "kh20: --quarter: “2024” is not a quarter\n"
        "  write it as 2024Q2; any period can be given without an option\n"
    ),
    ("due", "--between", "2024-06-30", "2024-04-01"): (
        "kh20: --between: 2024-04-01 is before 2024-06-30\n  give the earlier day first\n"
    ),
    ("list", "--status", "foo"): (
        "kh20: --status: “foo” is not a state\n  the states are: completed, completed-late, open, "
        "overdue, running, not-started, awaiting-event, "
        "unscheduled, cancelled\n"
    ),
    ("list", "--status", "overdu"): (
        "kh20: --status: “overdu” is not a state\n  did you mean overdue? The states are: "
        "completed, completed-late, open, overdue, running, not-started, awaiting-event, "
        "unscheduled, cancelled\n"
    ),
    ("list", "--status", "qua hn"): (
        "kh20: --status: “qua hn” is not a state\n  did you mean quá hạn? The states are: "
        "completed, completed-late, open, overdue, running, not-started, awaiting-event, "
        "unscheduled, cancelled\n"
    ),
    ("list", "--status", "gia hạn"): (
        "kh20: --status: “gia hạn” is not a state\n  the states are: completed, completed-late, "
        "open, overdue, running, not-started, awaiting-event, "
        "unscheduled, cancelled\n"
    ),
    ("upcoming", "--within", "3x"): (
        "kh20: --within: “3x” is not a span of time\n"
        "  write days, weeks, months or years: 90d, 12w, 3m, 1y\n"
    ),
    ("upcoming", "--within", "99999y"): (
        "kh20: --within: “99999y” reaches past the end of the calendar\n"
    ),
    ("owner", "Đại học Quốc gia"): (
        "kh20: “Đại học Quốc gia” may be any of 2 agencies:\n"
        "    Đại học Quốc gia Hà Nội [dai-hoc-quoc-gia-ha-noi]\n"
        "    Đại học Quốc gia Thành phố Hồ Chí Minh [dai-hoc-quoc-gia-tp-hcm]\n"
        "  type more of the name, or the short name in brackets\n"
    ),
    ("owner", "xyzzy"): (
        "kh20: neither the plan nor its register has an agency “xyzzy”\n"
        "  “kh20 owners” lists all agencies\n"
    ),
    ("show", "IV.2"): (
        "kh20: “IV.2” is not an obligation but holds 5 of them\n"
        "  “kh20 list --section IV.2” lists them: IV.2.1, IV.2.2, IV.2.3, IV.2.4, IV.2.5\n"
    ),
    ("show", "IX"): "kh20: there is no obligation “IX”\n  “kh20 list” lists all of them\n",
    ("owner",): (
        "kh20: NAME is missing\n  write “kh20 owner NAME”; “kh20 owner --help” tells more\n"
    ),
}


@pytest.mark.parametrize("typed", MISTAKES, ids=" ".join)
def test_a_mistake_gets_its_sentence(kh20: Run, typed: tuple[str, ...]) -> None:
    """And nothing that could be taken for an answer."""
    assert kh20(*typed, "--as-of", "2024-04-15", cwd=ROOT) == (2, "", MISTAKES[typed])


@pytest.mark.parametrize(
    "typed",
    [
        ("due", "--as-of", "2024-02-30"),
        ("due", "--as-of", "2024-06"),
        ("due", "--as-of", ""),
        ("due", "hôm"),
        ("due", "--between", "2024-04-01", "2024-06"),
        ("due", "--nonsense"),
        ("due", "--format", "xml"),
        ("nonsense",),
        ("show", "IV.9.9"),
        ("owner", ""),
        ("list", "--owner", "Đại học Quốc gia"),
        ("owner", "BNV", "BTC"),
    ],
    ids=" ".join,
)
def test_any_mistake_ends_with_2_and_says_what_is_wrong(kh20: Run, typed: tuple[str, ...]) -> None:
    """In a few lines that begin with the program's name and are no traceback."""
    result = kh20(*typed, cwd=ROOT)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("kh20: ")
    assert result.err.count("\n") <= 4
    assert "Traceback" not in result.err


@pytest.mark.parametrize("typed", ["Bộ Nộ vụ", "Bo Noi Vuj", "Ministri of Home Affairs"])
def test_a_misspelt_name_gets_suggestions(kh20: Run, typed: str) -> None:
    """The nearest first, with the short name to copy."""
    result = kh20("owner", typed, cwd=ROOT)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(
        f"kh20: neither the plan nor its register has an agency “{typed}”\n"
        "  did you mean:\n    Bộ Nội vụ [bo-noi-vu]\n"
    )


def test_without_a_command_help_is_the_answer(kh20: Run) -> None:
    """On standard error, since nothing was asked."""
    result = kh20()
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("Usage: kh20 [OPTIONS] COMMAND [ARGS]...\n")


QUERIES = ["due", "overdue", "upcoming", "owners", "list", "summary"]


@pytest.mark.parametrize(
    "typed", [*([name] for name in QUERIES), ["owner", "Bộ A"], ["show", "I.1"]]
)
@pytest.mark.parametrize("fmt", ["table", "json"])
def test_a_query_of_an_invalid_plan_says_nothing_of_it(
    kh20: Run, tmp_path: Path, typed: list[str], fmt: str
) -> None:
    """All findings on standard error, and how to see them again."""
    path = plan_file(tmp_path, [task("I.1", owners=["bo-x"]), task("I.1", title="")])
    result = kh20(*typed, "--plan", path, "--format", fmt)
    assert (result.code, result.out) == (2, "")
    assert "KH202" in result.err
    assert result.err.endswith(
        f"kh20: the plan “{path}” is not valid, so nothing is said of it\n"
        "  fix it, then ask again; “kh20 check” shows the same findings\n"
    )
    assert "\x1b" not in result.err


def test_an_empty_path_is_no_plan(kh20: Run) -> None:
    """As from a script whose variable is not set: no other plan is answered from instead."""
    result = kh20("overdue", "--plan", "", cwd=ROOT)
    assert (result.code, result.out) == (2, "")
    assert result.err == "kh20: the name of the file is empty\n"


@pytest.mark.parametrize("name", ["missing.yaml", "."])
def test_a_plan_that_cannot_be_read(kh20: Run, tmp_path: Path, name: str) -> None:
    """A file that is not there, and a folder."""
    result = kh20("due", "--plan", str(tmp_path / name))
    assert (result.code, result.out) == (2, "")
    lines = result.err.splitlines()
    assert lines[0].startswith("kh20: ")
    assert name in lines[0] or "folder" in lines[0]
    assert len(lines) <= 2


@pytest.mark.parametrize("typed", ["nội vụ", "Home Affairs"])
def test_whoever_is_not_called_by_name_is_named(kh20: Run, typed: str) -> None:
    """On standard error, so that a letter does not go to a body that was only guessed."""
    asked = ("list", "--owner", typed, "--format", "csv", "--as-of", "2024-04-15")
    result = kh20(*asked, cwd=ROOT)
    assert result.err == f"“{typed}” is taken to be Bộ Nội vụ [bo-noi-vu].\n"
    assert result.out == kh20(*asked[:2], "BNV", *asked[3:], cwd=ROOT).out


@pytest.mark.parametrize("typed", ["", "  "])
def test_no_name_at_all(kh20: Run, typed: str) -> None:
    """As from a script whose variable is not set."""
    result = kh20("owner", typed, cwd=ROOT)
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "kh20: the name of the agency is empty\n  “kh20 owners” lists all agencies\n"
    )


def test_a_day_before_the_document_is_remarked_upon(kh20: Run) -> None:
    """What was open then was not owed by anybody yet."""
    before = kh20("overdue", "--as-of", "2023-11-27", cwd=ROOT)
    assert before.err.startswith(
        "On 2023-11-27 the document had not been issued yet: it is of 2023-11-28.\n"
    )
    assert "issued yet" not in kh20("overdue", "--as-of", "2023-11-28", cwd=ROOT).err


def test_an_option_without_its_value_points_at_the_help_of_its_command(kh20: Run) -> None:
    """Not at that of the program, which does not have the option."""
    result = kh20("due", "--quarter", cwd=ROOT)
    assert (result.code, result.out) == (2, "")
    assert result.err.endswith("  “kh20 due --help” shows how it is used\n")
