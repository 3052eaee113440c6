"""Recording for several bodies at once, for partners, for one owner; and what is asked or noted."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import Run
from plans.written_plan import TEXT, today_is

pytestmark = pytest.mark.usefixtures("day_of_recording")


def entries(plan: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load(plan.read_text(encoding="utf-8"))["log"] or []
    return found


def test_one_document_for_several_owners(kh20: Run, plan: Path) -> None:
    """An entry for each; they are written together or not at all."""
    done = ["done", "I.2", "--document", "5/BC", "--agency", "BA", "--agency"]
    result = kh20(*done, "Bộ B", cwd=plan.parent)
    assert result.code == 0
    assert [entry["agency"] for entry in entries(plan)] == ["bo-a", "bo-b"]
    assert "Owners      Bộ A [bo-a]\n            Bộ B [bo-b]\n" in result.out
    assert "open, 51 days left → completed" in result.out
    before = plan.read_bytes()
    for again in ("Bộ B", "Bộ X", "bo-a"):
        assert kh20(*done, again, cwd=plan.parent).code == 2
        assert plan.read_bytes() == before


def test_several_parts(kh20: Run, plan: Path) -> None:
    """As for owners."""
    done = ["done", "I.3", "--note", "x", "--part", "mot", "--part"]
    assert kh20(*done, "mot", cwd=plan.parent).err == "kh20: --part: mot is named twice\n"
    assert kh20(*done, "hai", cwd=plan.parent).code == 0
    assert [entry["part"] for entry in entries(plan)] == ["mot", "hai"]


def test_a_partner_reports_and_does_not_complete(kh20: Run, tmp_path: Path) -> None:
    """Under the name in the document; with the document in which it does."""
    due = "    due: {by: 2024-Q1"
    text = TEXT.replace(due, f"    partners: [bo-b]\n{due}")
    plan = tmp_path / "plan.yaml"
    plan.write_text(text, encoding="utf-8")
    note = ["--note", "đã góp ý", "--document", "9/CV"]
    for name in ("Bộ B", "Bộ C"):
        assert kh20("progress", "I.1", *note, "--agency", name, cwd=tmp_path).code == 0
    assert [entry["agency"] for entry in entries(plan)] == ["bo-b", "bo-b"]
    assert entries(plan)[0]["document"] == "9/CV"
    assert kh20("check", cwd=tmp_path).code == 0
    refused = kh20("done", "I.1", *note, "--agency", "Bộ B", cwd=tmp_path)
    assert refused.err.startswith("kh20: Bộ B does not own I.1\n")
    shown = kh20("show", "I.1", cwd=tmp_path).out
    assert "2024-05-10 progress: Bộ B; 9/CV; đã góp ý" in shown


def test_one_owner_is_given_more_time(kh20: Run, plan: Path) -> None:
    """Its own list has its own deadline; the grid counts it by that."""
    extend = ["extend", "I.2", "--basis", "9/CV", "--to", "2024-Q4", "--agency"]
    assert kh20(*extend, "BA", cwd=plan.parent).code == 0
    day = ["--as-of", "2024-08-01"]
    show = kh20("show", "I.2", *day, cwd=plan.parent).out
    assert "Bộ A: open, deadline 2024-12-31\n" in show
    assert "Bộ B: overdue\n" in show
    own = json.loads(kh20("owner", "Bộ A", *day, "-f", "json", cwd=plan.parent).out)["tasks"]
    assert [(each["own_status"], each["status"]) for each in own if each["id"] == "I.2"] == [
        ("open", "overdue")
    ]
    listed = kh20("owner", "Bộ A", *day, cwd=plan.parent).out
    assert "I.2 2024-12-31 open, 152 days left, extended" in " ".join(listed.split())
    grid = kh20("summary", *day, "-f", "tsv", cwd=plan.parent).out.splitlines()
    header = grid[0].split("\t")
    rows = {row.split("\t")[1]: dict(zip(header, row.split("\t"), strict=True)) for row in grid[1:]}
    assert rows["Bộ B"]["overdue"] == "1"
    refused = kh20(*extend, "BA", cwd=plan.parent)
    assert "no later than the deadline in force, 2024-12-31" in refused.err


def test_the_day_of_recording_is_kept(kh20: Run, plan: Path) -> None:
    """Where it is another one; then the order of days is no surprise."""
    note = ["progress", "I.1", "--note", "x"]
    for on in (["--on", "2024-04-01"], [], ["--on", "2024-03-01"]):
        assert kh20(*note, *on, cwd=plan.parent).err == "Written to plan.yaml.\n"
    assert [entry.get("recorded") for entry in entries(plan)] == [
        date(2024, 5, 10),
        None,
        date(2024, 5, 10),
    ]
    assert kh20("check", cwd=plan.parent).out == "No findings in plan.yaml.\n"


def test_a_second_completion_names_the_first(kh20: Run, plan: Path) -> None:
    """Its day, its document, its line, and what can be done."""
    done = ["done", "I.1", "--document"]
    assert kh20(*done, "5/BC", "--on", "2024-03-20", cwd=plan.parent).code == 0
    line = next(n for n, row in enumerate(plan.read_text().splitlines(), 1) if "event" in row)
    assert kh20(*done, "6/BC", cwd=plan.parent).err == (
        "kh20: this cannot be recorded: this was completed before, on 2024-03-20 (5/BC): "
        f"see line {line}\n"
        "  where that entry is wrong, take it back first: kh20 undo I.1; where it was to be done "
        "again, record that it was reopened\n"
    )


def test_the_same_document_elsewhere_is_told(kh20: Run, plan: Path) -> None:
    """However it is typed; what was taken back is not counted."""
    assert kh20("done", "I.1", "--document", "5/BC-BA", cwd=plan.parent).code == 0
    done = ("done", "I.3", "--part", "mot", "--dry-run", "--document")
    result = kh20(*done, "5/bc-ba", cwd=plan.parent)
    assert "Note: “5/bc-ba” is also recorded for I.1 (2024-05-10).\n" in result.err
    assert kh20("undo", "I.1", "--note", "x", cwd=plan.parent).code == 0
    assert "also recorded" not in kh20(*done, "5/BC-BA", cwd=plan.parent).err


DOUBTFUL = {
    ("extend", "I.1", "--to", "2052", "--basis", "9/CV"): "2052-12-31, is more than five years",
    ("done", "I.4@2032", "--note", "x"): "The deadline, 2032-12-14, is more than five years away.",
}


@pytest.mark.parametrize("command", DOUBTFUL, ids=" ".join)
def test_what_is_far_away_is_asked_about(kh20: Run, plan: Path, command: tuple[str, ...]) -> None:
    """Nobody at a terminal: nothing is recorded, unless --yes was given."""
    before = plan.read_bytes()
    result = kh20(*command, cwd=plan.parent)
    assert (result.code, result.out) == (2, "")
    assert DOUBTFUL[command] in result.err
    assert result.err.endswith("nothing was recorded; where it is right, add --yes\n")
    assert kh20(*command, "--dry-run", cwd=plan.parent).code == 0
    declined = kh20(*command, cwd=plan.parent, tty=True, stdin="n\n")
    assert declined.code == 2
    assert plan.read_bytes() == before
    assert kh20(*command, cwd=plan.parent, tty=True, stdin="y\n").code == 0
    assert len(entries(plan)) == 1


def test_a_day_years_ago_is_asked_about(kh20: Run, plan: Path) -> None:
    """One of more than a year ago is noted."""
    note = ["progress", "I.1", "--note", "x", "--on", "2024-02-01"]
    with today_is(date(2025, 2, 2)):
        result = kh20(*note, "--dry-run", cwd=plan.parent)
        assert "Note: 2024-02-01 is more than a year ago.\n" in result.err
    with today_is(date(2029, 2, 2)):
        assert "2024-02-01 is more than five years ago." in kh20(*note, cwd=plan.parent).err
        assert kh20(*note, "--yes", cwd=plan.parent).code == 0
