"""Which files `kh20 check` looks at, what it prints, and what it ends with."""

import json
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from check.conftest import BAD, GOOD
from conftest import PATIENCE, Run, process_environment
from kh20.findings.code import merge
from kh20.planfile.decode import packaged_plan

NOTHING_FOUND = f"No findings in {packaged_plan()}. Register: vn 2026-11-27.\n"


def test_the_shipped_plan_has_no_findings(kh20: Run, kh20_process: Run, tmp_path: Path) -> None:
    shipped = str(packaged_plan())
    assert kh20("check", shipped) == (0, NOTHING_FOUND, "")
    assert kh20_process("check", shipped, cwd=tmp_path) == (0, NOTHING_FOUND, "")


def test_without_a_path_the_plan_at_hand_is_checked(kh20: Run, tmp_path: Path) -> None:
    inner = tmp_path / "one" / "two"
    inner.mkdir(parents=True)
    (tmp_path / "one" / "plan.yaml").write_text(BAD, encoding="utf-8")
    (tmp_path / "other.yaml").write_text(merge("format: 3\n"), encoding="utf-8")
    above = kh20("check", "--format", "concise", cwd=inner)
    assert "/one/plan.yaml:1:9: KH104 " in above.out
    assert kh20("check", "-f", "concise", cwd=tmp_path / "one").out.startswith("plan.yaml:1:9: ")
    other = {"KH20_PLAN": str(tmp_path / "other.yaml")}
    assert "format 3" in kh20("check", cwd=inner, env=other).out
    assert "format 2" in kh20("check", cwd=inner, env={"KH20_PLAN": ""}).out
    assert kh20("check", str(packaged_plan()), cwd=inner, env=other).code == 0


def test_without_any_plan_nothing_is_said_to_be_right(kh20: Run, tmp_path: Path) -> None:
    """The packaged plan is not what somebody means who edits a file of their own."""
    for arguments in ((), ("--against", "HEAD"), ("--against", "HEAD:plan.yaml")):
        result = kh20("check", *arguments, cwd=tmp_path)
        assert (result.code, result.out) == (2, "")
        assert result.err == (
            "kh20: there is no plan.yaml here or above\n"
            "  name a plan or a folder, as in “kh20 check PATH”; “kh20 init” starts a plan\n"
        )


@pytest.mark.parametrize(
    ("names", "said", "first"),
    [
        (["plan.yml"], "“plan.yml”", "plan.yml"),
        (["PLAN.YAML", "compose.yaml"], "“PLAN.YAML” or “compose.yaml”", "PLAN.YAML"),
        (["a.yaml", "z.plan.yml"], "“z.plan.yml” or “a.yaml”", "z.plan.yml"),
        (["kế hoạch.yaml"], "“kế hoạch.yaml”", "'kế hoạch.yaml'"),
        (["x\x1b[2J.yml"], r"“x\x1b[2J.yml”", r"'x\x1b[2J.yml'"),
        (list("dcba"), "", ""),
        ([f"{name}.yaml" for name in "dcba"], "“a.yaml”, “b.yaml” or “c.yaml”", "a.yaml"),
    ],
)
def test_what_may_be_meant_is_named(
    names: list[str], said: str, first: str, kh20: Run, tmp_path: Path
) -> None:
    for name in (*names, ".hidden.yaml"):
        (tmp_path / name).write_text(BAD, encoding="utf-8")
    (tmp_path / "folder.yaml").mkdir()
    found = f"only plan.yaml is found by itself; to check {said}, name it: kh20 check {first}"
    result = kh20("check", cwd=tmp_path)
    assert result.code == 2
    assert result.err.endswith(f"\n  {found}\n") == bool(said)
    asked = kh20("list", cwd=tmp_path)
    assert asked.out.startswith("20-KH/TW")
    found = f"Only plan.yaml is found by itself; to read {said}, name it: --plan {first}"
    assert asked.err.endswith(f"\n{found}\n") == bool(said)


def test_a_plan_that_cannot_be_read_is_not_passed_over(kh20: Run, tmp_path: Path) -> None:
    """Neither for one above nor for the packaged plan."""
    below = tmp_path / "below"
    below.mkdir()
    (tmp_path / "plan.yaml").write_text(GOOD, encoding="utf-8")
    (below / "plan.yaml").symlink_to("nowhere")
    for command in ("check", "list"):
        result = kh20(command, cwd=below)
        assert result.code == 2
        assert "there is no file “plan.yaml”" in result.out + result.err


def test_a_folder_that_is_a_link_is_followed(kh20: Run, folder: Path) -> None:
    """Each file is there once, by its own path where it has one, and circles have an end."""
    (folder / "chung" / "năm").mkdir(parents=True)
    (folder / "kế hoạch" / "z").mkdir(parents=True)
    for name in ("chung/năm/b.plan.yaml", "kế hoạch/z/own.plan.yaml"):
        (folder / name).write_text(BAD, encoding="utf-8")
    for link, target in (
        ("kế hoạch/a", "z"), ("kế hoạch/chung", "../chung"), ("kế hoạch/vòng", "."),
        ("kế hoạch/trên", ".."), ("kế hoạch/gốc", "/"), ("kế hoạch/tự", "tự"),
        ("chung/năm/lại", "../../kế hoạch"), ("kế hoạch/hai", "../chung/năm"),
    ):  # fmt: skip
        (folder / link).symlink_to(target)
    for named in ("kế hoạch", "./kế hoạch/", "kế hoạch/vòng"):
        result = kh20("check", named, "-f", "concise", cwd=folder)
        files = [line.split(":")[0] for line in result.out.splitlines() if "KH104" in line]
        inside = named.removeprefix("./").rstrip("/")
        assert sorted(files) == [f"{inside}/chung/năm/b.plan.yaml", f"{inside}/z/own.plan.yaml"]


def test_hidden_folders_and_installed_packages_are_left_out(kh20: Run, folder: Path) -> None:
    """Below a folder; what is named itself is looked into, whatever it is."""
    places = ("môi trường/lib", "node_modules/x", "a/site-packages", ".luu", "a/.luu")
    for place in places:
        (folder / "repo" / place).mkdir(parents=True)
        (folder / "repo" / place / "plan.yaml").write_text(BAD, encoding="utf-8")
    (folder / "repo" / "plan.yaml").write_text(GOOD, encoding="utf-8")
    (folder / "repo" / "môi trường" / "pyvenv.cfg").write_text("home = /usr/bin\n")
    (folder / "repo" / "liên kết").symlink_to("môi trường")
    assert kh20("check", "repo", cwd=folder) == (0, "No findings in repo/plan.yaml.\n", "")
    for place in (*places, "môi trường"):
        assert "KH104" in kh20("check", f"repo/{place}", cwd=folder).out


def test_several_files_are_checked_each_once_and_shown_in_order(kh20: Run, folder: Path) -> None:
    paths = ["warned.yaml", "bad.yaml", "good.yaml", "bad.yaml"]
    result = kh20("check", *paths, "--format", "concise", cwd=folder)
    assert [line.split(":")[0] for line in result.out.splitlines()] == [
        "bad.yaml",
        "good.yaml",  # The same document number twice.
        "warned.yaml",
    ]
    assert result.code == 1


def test_the_option_names_a_file_as_well(kh20: Run, folder: Path) -> None:
    assert kh20("check", "--plan", "bad.yaml", cwd=folder).code == 1
    assert kh20("check", "good.yaml", "--plan", "bad.yaml", cwd=folder).code == 1


def test_standard_input(kh20: Run, kh20_process: Run) -> None:
    assert kh20("check", "-", stdin=GOOD) == (0, "No findings in standard input.\n", "")
    for run in (kh20, kh20_process):
        result = run("check", "-", "--format", "concise", stdin=BAD)
        assert result.code == 1
        assert result.out.startswith("-:1:9: KH104 ")
    assert kh20("check", "-", stdin=b"\xff").out.startswith("-:1:1: error[KH002] ")
    assert kh20("check", "-", stdin=b"").out.startswith("-:1:1: error[KH012] ")


def test_exit_codes(kh20: Run, folder: Path) -> None:
    codes = {
        name: kh20("check", name, cwd=folder).code
        for name in ("good.yaml", "warned.yaml", "bad.yaml", "missing.yaml")
    }
    assert codes == {"good.yaml": 0, "warned.yaml": 0, "bad.yaml": 1, "missing.yaml": 2}
    assert kh20("check", "bad.yaml", "missing.yaml", cwd=folder).code == 2


def test_the_closing_line_counts(kh20: Run, folder: Path) -> None:
    more = " “kh20 explain CODE” tells more.\n"
    for name, counts in (
        ("warned.yaml", "0 errors, 1 warning"),
        ("bad.yaml", "1 error, 0 warnings"),
    ):
        result = kh20("check", name, cwd=folder)
        assert result.out.endswith(f"\n{counts} in {name}.{more}")
        assert result.err == ""


def test_the_json_document(kh20: Run, folder: Path) -> None:
    document = json.loads(kh20("check", "bad.yaml", "warned.yaml", "-f", "json", cwd=folder).out)
    assert document["schema"] == "kh20/diagnostics/1"
    assert (document["errors"], document["warnings"]) == (1, 1)
    first = document["diagnostics"][0]
    assert list(first)[:10] == [
        "code", "severity", "message", "hint", "path",
        "line", "column", "end_line", "end_column", "task",
    ]  # fmt: skip
    assert (first["line"], first["column"], first["end_line"], first["end_column"]) == (1, 9, 1, 10)
    nothing = json.loads(kh20("check", "good.yaml", "-f", "json", cwd=folder).out)
    assert (nothing["diagnostics"], nothing["errors"], nothing["warnings"]) == ([], 0, 0)


def test_findings_are_text_in_colour_on_a_terminal_only(kh20: Run, folder: Path) -> None:
    plain = kh20("check", "bad.yaml", cwd=folder)
    assert "\x1b" not in plain.out
    coloured = kh20("check", "bad.yaml", cwd=folder, tty=True)
    assert "\x1b[1;31merror[KH104]\x1b[0m" in coloured.out
    for env in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        assert kh20("check", "bad.yaml", cwd=folder, tty=True, env=env).out == plain.out
    assert kh20("check", "bad.yaml", "--no-color", cwd=folder, tty=True).out == plain.out
    empty = kh20("check", "bad.yaml", cwd=folder, tty=True, env={"NO_COLOR": ""})
    assert empty.out == coloured.out


def test_an_unknown_format_is_wrong_usage(kh20: Run, folder: Path) -> None:
    result = kh20("check", "good.yaml", "--format", "xml", cwd=folder)
    assert (result.code, result.out) == (2, "")
    assert "“xml”" in result.err
    assert "concise" in result.err


def test_who_reads_the_output_may_stop_at_any_time(folder: Path) -> None:
    (folder / "bad.yaml").write_text("- no\n" * 20_000, encoding="utf-8")
    command = f"{shlex.quote(sys.executable)} -m kh20 check bad.yaml --format concise"
    done = subprocess.run(
        ["/bin/sh", "-c", f"{command} | head -c 5"],
        cwd=folder,
        env=process_environment(),
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.stdout, done.stderr) == (b"bad.y", b"")


def test_a_file_is_checked_once_whatever_it_is_called(kh20: Run, folder: Path) -> None:
    """Its number is not given twice by itself."""
    here = kh20("check", "good.yaml", "./good.yaml", str(folder / "good.yaml"), cwd=folder)
    assert here == (0, "No findings in good.yaml.\n", "")


def test_beside_an_empty_folder_the_other_paths_are_checked(kh20: Run, folder: Path) -> None:
    """Every finding at once, and a sentence on what was named and holds no plan."""
    (folder / "trống").mkdir()
    result = kh20("check", "trống", "bad.yaml", "--format", "concise", cwd=folder)
    assert result.code == 2
    assert result.out.startswith("bad.yaml:")
    assert result.err.startswith("kh20: there is no plan below the folder “trống”\n")
