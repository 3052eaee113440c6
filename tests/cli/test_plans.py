"""Which plan is asked, and how its file may look."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from asking import ROOT
from conftest import Run
from kh20.cli.plans import plan_at_hand, today
from plans.made_plans import AGENCIES, BY_Q1, made_plan, plan_file, plan_text, task

ONE = {"bo-a": AGENCIES["bo-a"]}


def a_plan(folder: Path, title: str) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    return plan_file(folder, [task("I.1", BY_Q1, title=title)], agencies=ONE)


def asked(run: Run, *args: str, cwd: Path, plan: str | None = None, stdin: bytes = b"") -> str:
    """Return the title of the one obligation of the plan that is found."""
    env = {"KH20_PLAN": plan} if plan is not None else {}
    result = run("list", *args, "--as-of", "2024-04-15", "-f", "tsv", cwd=cwd, env=env, stdin=stdin)
    assert (result.code, result.err) == (0, "")
    return result.out.splitlines()[1].split("\t")[2]


def test_the_option_comes_first_then_the_variable_then_the_nearest_file(
    kh20: Run, tmp_path: Path
) -> None:
    """The nearest is at or above the working directory, not below it."""
    given, named = a_plan(tmp_path / "a", "given"), a_plan(tmp_path / "b", "named")
    a_plan(tmp_path / "c", "above")
    a_plan(tmp_path / "c" / "d" / "e", "here")
    below = tmp_path / "c" / "d" / "e"
    assert asked(kh20, "--plan", given, cwd=below, plan=named) == "given"
    assert asked(kh20, cwd=below, plan=named) == "named"
    assert asked(kh20, cwd=below, plan="") == "here"
    assert asked(kh20, cwd=below) == "here"
    assert asked(kh20, cwd=below.parent) == "above"


def test_without_any_it_is_the_packaged_plan(kh20: Run, tmp_path: Path) -> None:
    """So that the command works in any folder, and nobody takes it for a plan of their own."""
    result = kh20("due", "--quarter", "2024Q2", "--as-of", "2024-04-15", cwd=tmp_path)
    assert result.code == 0
    assert result.out.startswith("20-KH/TW, as of 2024-04-15: 2 obligations due in 2024-Q2")
    (said,) = result.err.splitlines()
    assert said == (
        "There is no plan.yaml here or above, so this is about 20-KH/TW, the plan that comes with "
        "kh20. “kh20 init” starts one of your own; --plan names another."
    )
    old = a_plan(tmp_path / "below", "đã có")
    assert kh20("diff", old, cwd=tmp_path).err.splitlines() == [said]
    assert kh20("init", cwd=tmp_path).code == 0
    for arguments in (("list",), ("show", "I.1", "--plan", old), ("diff", old), ("diff", old, old)):
        assert kh20(*arguments, cwd=tmp_path).err == ""


def test_what_needs_no_plan_says_nothing_of_one(kh20: Run, tmp_path: Path) -> None:
    old = a_plan(tmp_path / "below", "đã có")
    for arguments in (("explain", "KH304"), ("schema",), ("--version",), ("diff", old, old)):
        result = kh20(*arguments, cwd=tmp_path)
        assert (result.code, result.err) == (0, "")


def test_a_folder_called_plan_yaml_is_no_plan(tmp_path: Path) -> None:
    """The search goes on above it."""
    path = a_plan(tmp_path, "above")
    below = tmp_path / "below"
    (below / "plan.yaml").mkdir(parents=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("KH20_PLAN", raising=False)
        patch.chdir(below)
        assert plan_at_hand() == path
        patch.chdir(tmp_path)
        assert plan_at_hand() == "plan.yaml"


def test_standard_input(kh20: Run, tmp_path: Path) -> None:
    """By the path “-”, also from the variable."""
    text = plan_text([task("I.1", BY_Q1, title="piped")], ONE).encode()
    assert asked(kh20, "--plan", "-", cwd=tmp_path, stdin=text) == "piped"
    assert asked(kh20, cwd=tmp_path, plan="-", stdin=text) == "piped"


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
def test_files_of_other_editors(kh20: Run, tmp_path: Path, bom: bytes, newline: bytes) -> None:
    """A byte order mark and the line ends of Windows change no answer."""
    path = Path(a_plan(tmp_path, "việc"))
    path.write_bytes(bom + path.read_bytes().replace(b"\n", newline))
    assert asked(kh20, "--plan", str(path), cwd=tmp_path) == "việc"
    shown = kh20("show", "I.1", "--plan", str(path), "--as-of", "2024-04-15")
    number = path.read_text(encoding="utf-8-sig").splitlines().index("- id: I.1") + 1
    assert f"Encoded at  {path}:{number}\n" in shown.out


@pytest.mark.parametrize(
    "title", ["[red]đỏ[/red]", ":smile:", "a|b", "một\thai", "một\nhai", "x" * 90, "{0} %s \\n"]
)
@pytest.mark.parametrize("columns", [None, "60", "80"])
def test_special_titles_come_out_as_they_are(
    kh20: Run, tmp_path: Path, title: str, columns: str | None
) -> None:
    """On a terminal and in a pipe; only spaces and line breaks are the layout's."""
    path = a_plan(tmp_path, title)
    env = {"COLUMNS": columns, "NO_COLOR": "1"} if columns else {}
    for query in (["list"], ["show", "I.1"], ["owner", "Bộ A"], ["due", "2024-Q1"]):
        result = kh20(
            *query, "--plan", path, "--as-of", "2024-04-15", tty=columns is not None, env=env
        )
        assert (result.code, result.err) == (0, "")
        rest = iter(result.out)
        assert all(char in rest for char in title if not char.isspace())
        width = int(columns) if columns else 10_000
        assert all(len(line) <= width for line in result.out.splitlines())


@pytest.mark.parametrize(
    ("moment", "zone", "day"),
    [
        ("2024-03-31T16:59", "Asia/Ho_Chi_Minh", "2024-03-31"),
        ("2024-03-31T17:00", "Asia/Ho_Chi_Minh", "2024-04-01"),
        ("2024-03-31T17:00", "UTC", "2024-03-31"),
    ],
)
def test_today_is_today_where_the_plan_is_in_force(moment: str, zone: str, day: str) -> None:
    """At midnight in Hà Nội it is five in the afternoon in Greenwich."""
    from kh20.periods.timezones import day_in_zone

    at = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    assert day_in_zone(at, zone).isoformat() == day
    before = day_in_zone(datetime.now(UTC), "Asia/Ho_Chi_Minh")
    found = today(made_plan([]))
    assert before <= found <= day_in_zone(datetime.now(UTC), "Asia/Ho_Chi_Minh")


def test_the_packaged_plan_is_the_shipped_one() -> None:
    """In a checkout the one at its top, so that an edit is seen at once."""
    from kh20.planfile.decode import packaged_plan

    assert packaged_plan().read_bytes() == (ROOT / "plan.yaml").read_bytes()
