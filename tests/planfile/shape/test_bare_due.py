"""A due that is a bare phrase or period: the hint encodes it, and the plan is then sound."""

import pytest
import yaml

from kh20.findings import Finding
from kh20.planfile import load_bytes
from plans.made_plans import plan_data, task

_NO_PERIOD = "{by: 2024-Q1, stated: …}, or “due: none” where no period is stated"


def _findings(due: str, text: str) -> list[Finding]:
    agencies = {"bo-a": {"name": "Bộ A"}}
    plan = yaml.safe_dump(plan_data([task("I.1", "DUE", text=text)], agencies), allow_unicode=True)
    return load_bytes(plan.replace("DUE", due).encode(), "plan.yaml").findings


def _hint(due: str, text: str) -> str:
    (found,) = [each for each in _findings(due, text) if each.key_path == ("tasks", 0, "due")]
    assert found.code == "KH103"
    return (found.hint or "").removeprefix("write ")


@pytest.mark.parametrize(
    ("phrase", "keys"),
    [
        ("quý II/2024", "by: 2024-Q2"),
        ("hoàn thành trong năm 2024", 'by: "2024"'),
        ("trong tháng 12/2023", "in: 2023-12"),
        ("trước ngày 30/6/2024", "before: 2024-06-30"),
        ("thực hiện từ tháng 5/2024", "from: 2024-05"),
        ("giai đoạn 2024-2025", 'by: "2025", from: "2024"'),
        ("cơ bản hoàn thành trong năm 2024", 'by: "2024", substantially: true'),
        ("thường xuyên", "ongoing: true"),
        ("hằng tuần", "every: week"),
        ("hằng năm", "every: year"),
        ("định kỳ 6 tháng", "every: half-year"),
        ("trước ngày 15/12 hằng năm", "every: year, before: 12-15"),
        ("ngày 20 hằng tháng", 'every: month, by: "20"'),
        ("trước ngày 15/6 và 15/12 hằng năm", "every: year, before: [06-15, 12-15]"),
    ],
)
def test_a_phrase(phrase: str, keys: str) -> None:
    text = f"Báo cáo kết quả ({phrase})."
    hint = _hint(phrase, text)
    assert hint == f"{{{keys}, stated: {phrase}}}"
    assert _findings(hint, text) == []


@pytest.mark.parametrize(
    ("due", "stated", "keys"),
    [
        ("2024-Q2", "hoàn thành trong quý II/2024", "by: 2024-Q2"),
        ("quý II/2024", "hoàn thành trong quý II/2024", "by: 2024-Q2"),
        ("Q2/2024", "hoàn thành trong quý II/2024", "by: 2024-Q2"),
        ("2024-6-30", "trước ngày 30/6/2024", "before: 2024-06-30"),
        ("2024", "trong năm 2024", 'in: "2024"'),
        ("2024", "thường xuyên, từ năm 2024", 'from: "2024", ongoing: true'),
    ],
)
def test_the_words_of_the_text_are_stated(due: str, stated: str, keys: str) -> None:
    text = f"Báo cáo kết quả ({stated})."
    hint = _hint(due, text)
    quoted = f'"{stated}"' if "," in stated else stated
    assert hint == f"{{{keys}, stated: {quoted}}}"
    assert _findings(hint, text) == []


def test_a_period_that_the_text_does_not_name_is_to_be_stated_still() -> None:
    assert _hint("2024-Q2", "Báo cáo trong quý I/2024.") == "{by: 2024-Q2, stated: …}"
    assert _hint("2024", "Báo cáo trong quý I/2024.") == '{by: "2024", stated: …}'


@pytest.mark.parametrize("due", ["không", "None", "no", "true", "[2024-Q2]", "12:30", "x" * 99])
def test_what_is_no_time(due: str) -> None:
    assert _hint(due, "Báo cáo.") == _NO_PERIOD
