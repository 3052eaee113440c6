"""What a document states beside who and when: products, labels, headings."""

import json
from pathlib import Path

import pytest
import yaml

from asking import ids
from conftest import Run
from kh20.cli.commands.init import EXAMPLES
from plans.made_plans import BY_Q1, plan_data, task

DETAILS = {"product": "Nghị định của Chính phủ", "submit_to": "Thủ tướng Chính phủ"}


@pytest.fixture
def plan(tmp_path: Path) -> str:
    data = plan_data(
        [
            task("I.1.1", BY_Q1, **DETAILS, label="Phụ lục II, TT 12"),
            task("I.1.2", BY_Q1, product="Đề án"),
            task("I.2", BY_Q1),
        ]
    )
    data["headings"] = {"I": "Nhiệm vụ chung", "I.1": "Xây dựng thể chế"}
    path = tmp_path / "plan.yaml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return str(path)


ON = ("--as-of", "2024-02-01")


def test_products_are_asked_for_and_shown_where_there_are_any(kh20: Run, plan: str) -> None:
    assert ids(kh20, "list", "--plan", plan, *ON, "--product", "nghi dinh") == ["I.1.1"]
    assert ids(kh20, "list", "--plan", plan, *ON, "--search", "thủ tướng") == ["I.1.1"]
    shown = kh20("list", "--plan", plan, *ON).out
    assert "Product" in shown
    assert "Phụ lục II, TT 12: Việc I.1.1" in shown
    assert "Product" not in kh20("list", "--plan", plan, *ON, "--section", "I.2").out
    nothing = kh20("list", "--plan", plan, *ON, "--product", "quyết định")
    assert "product “quyết định”" in nothing.err
    assert kh20("list", "--plan", plan, "--product", "…").err.startswith(
        "kh20: --product: there is no word in “…”\n"
    )


def test_one_obligation_with_all_that_the_document_states(kh20: Run, plan: str) -> None:
    lines = kh20("show", "I.1.1", "--plan", plan, *ON).out.splitlines()
    for label, text in (
        ("Label", "Phụ lục II, TT 12"),
        ("Under", "Nhiệm vụ chung"),
        ("Product", "Nghị định của Chính phủ"),
        ("Submitted to", "Thủ tướng Chính phủ"),
    ):
        assert any(line.startswith(label) and line.endswith(text) for line in lines)
    assert any(line.strip() == "Xây dựng thể chế" for line in lines)


@pytest.mark.parametrize("typed", ["Phụ lục II, TT 12", "phu luc ii tt 12", "PHỤ LỤC II, TT 12"])
def test_an_obligation_by_its_label(kh20: Run, plan: str, typed: str) -> None:
    assert ids(kh20, "show", typed, "--plan", plan, *ON) == ["I.1.1"]


def test_programs_get_them_too(kh20: Run, plan: str) -> None:
    header, first, *_ = kh20("list", "--plan", plan, *ON, "-f", "tsv").out.splitlines()
    row = dict(zip(header.split("\t"), first.split("\t"), strict=True))
    assert row["headings"] == "Nhiệm vụ chung; Xây dựng thể chế"
    assert {key: row[key] for key in DETAILS} == DETAILS
    assert row["label"] == "Phụ lục II, TT 12"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("product: Đề án", "product: Đề cương", "KH504"),
        ("  product: Đề án\n", "", "KH504"),
        ("  I.1: Xây dựng thể chế\n", "", "KH504"),
        ("I.1: Xây dựng thể chế", "I.1: Hoàn thiện thể chế", "KH504"),
        ("  product: Đề án\n", "  product: Đề án\n  label: TT 13\n", "KH510"),
        ("  I: Nhiệm vụ chung\n", "  I: Nhiệm vụ chung\n  I.2: Báo cáo\n", "KH512"),
    ],
)
def test_the_guard_keeps_what_was_signed(
    kh20: Run, plan: str, tmp_path: Path, old: str, new: str, code: str
) -> None:
    """To fill in what was left out is no error."""
    path = Path(plan)
    text = path.read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "old.yaml").write_text(text, encoding="utf-8")
    path.write_text(text.replace(old, new), encoding="utf-8")
    done = kh20("check", plan, "--against", str(tmp_path / "old.yaml"), "-f", "concise")
    assert f" {code} " in done.out
    assert done.code == (1 if code == "KH504" else 0)


def test_an_owner_may_be_a_partner_where_the_document_says_so(kh20: Run, tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    data = plan_data([task("I.1", owners=["bo-a", "bo-b", "bo-c"], partners=["bo-b"])])
    path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    done = kh20("check", str(path))
    assert done.code == 0
    assert "notice[KH204] bo-b is an owner and a partner" in done.out


def test_amber_is_at_most_three_days_left(kh20: Run, plan: str) -> None:
    for day, amber in (("2024-03-27", False), ("2024-03-28", True), ("2024-03-31", True)):
        shown = kh20("list", "--plan", plan, "--as-of", day, tty=True).out
        assert ("\x1b[1;33mopen" in shown) is amber


@pytest.mark.parametrize(
    "number", ["12-KH/TU", "a: b", '"', "#1", "{x}", "123", "yes", "2024-01-01", "Số 5 (thay thế)"]
)
def test_a_plan_begun_for_any_number_passes_the_check(
    kh20: Run, tmp_path: Path, number: str
) -> None:
    assert kh20("init", "--new", number, cwd=tmp_path).code == 0
    done = kh20("check", cwd=tmp_path)
    assert (done.code, done.out.startswith("No findings in plan.yaml.")) == (0, True)
    answer = json.loads(kh20("list", "-f", "json", cwd=tmp_path).out)
    assert answer["plan"]["number"] == number
    assert kh20("init", "--new", number, cwd=tmp_path).code == 2


@pytest.mark.parametrize("number", ["", "  ", "a\u202eb", "a\x07"])
def test_what_a_plan_may_not_hold_begins_none(kh20: Run, tmp_path: Path, number: str) -> None:
    done = kh20("init", "--new", number, cwd=tmp_path)
    assert (done.code, done.err.startswith("kh20: --new")) == (2, True)
    assert not (tmp_path / "plan.yaml").exists()
    assert any("--new" in example for example in EXAMPLES)
