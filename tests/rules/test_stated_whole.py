"""KH312: the stated phrase is the whole of what the text says."""

import pytest

from rules.found import brief, found, task, tasks

CUT = [
    ("{in: 2025-Q1, stated: trong quý I}", "Xây dựng trong quý II/2025."),
    ("{by: 2025-Q2, stated: quý II}", "Xây dựng trong quý III/2025."),
    ("{by: 2024-06-03, stated: 3/6/2024}", "Họp ngày 13/6/2024."),
    ("{before: 2024-06-30, stated: trước ngày 30/6}", "Hoàn thành trước ngày 30/6/2026."),
    ("{by: 2024-06-30, stated: ngày 30/6/2024}", "Hoàn thành trước ngày 30/6/2024."),
    ("{by: 2024-Q3, stated: quý III/2024}", "Hoàn thành trước quý III/2024."),
    ("{by: 2024-Q3, stated: quý III/2024}", "Báo cáo sau quý III/2024."),
    ("{from: 2024-03, stated: từ tháng 3/2024}", "Làm từ tháng 3/2024 đến tháng 9/2024."),
    ('{by: "2024", stated: hoàn thành trong năm 2024}', "Cơ bản hoàn thành trong năm 2024."),
    ('{by: "2024", stated: năm 2024}', "Hoàn thành trong quý I năm 2024."),
    ("{in: 2024-09, stated: trong tháng 9/2024}", "Cơ bản xong việc rà soát (trong tháng 9/2024)."),
    (
        '{by: "2025", stated: hoàn thành Đề án trong năm 2025}',
        "Cơ bản hoàn thành Đề án trong năm 2025.",
    ),
    ("{by: 2024-Q2, stated: quý II/2024}", "Hoàn thành trong tháng đầu quý II/2024."),
    ("{by: 2024-Q3, stated: trong quý III}", "Hoàn thành trong quý III, IV/2024."),
    ("{by: 2024-Q3, stated: trong quý III}", "Hoàn thành trong quý III và quý IV năm 2025."),
    (
        "{before: 2024-06-15, stated: trước ngày 15/6}",
        "Gửi trước ngày 15/6 và trước ngày 15/12/2025.",
    ),
    (
        "{before: 2024-06-15, stated: trước ngày 15 tháng 6}",
        "Gửi trước ngày 15 tháng 6, ngày 15 tháng 12 năm 2025.",
    ),
    ("{by: 2024-Q3, stated: trong quý III}", "Hoàn thành trong quý III (năm 2025)."),
    ("{by: 2024-Q3, stated: trong quý III}", "Hoàn thành; trong quý III; năm 2025."),
    ("{by: 2024-Q3, stated: trong quý III}", "Hoàn thành (trong quý III; năm 2025)."),
    ("{by: 2024-Q3, stated: trong quý III}", "Hoàn thành trong quý III niên độ 2025."),
    ("{by: 2024-Q3, stated: trong quý III}", "Hoàn thành trong quý III (năm học 2025)."),
    ("{by: 2024-Q3, stated: trong quý III}", "Hoàn thành trong quý III năm tới."),
    ("{every: year, stated: hằng năm}", "Báo cáo trước ngày 15/12 hằng năm."),
    ("{before: 2024-12-15, stated: trước ngày 15/12}", "Báo cáo trước ngày 15/12 hằng năm."),
]


@pytest.mark.parametrize(("due", "text"), CUT)
def test_what_is_left_out_would_change_the_period(due: str, text: str) -> None:
    """Else a slip of the finger passes for what the signed document says."""
    stated = due.partition("stated: ")[2].rstrip("}")
    findings = [each for each in found(tasks(task(due=due, text=text))) if each.code == "KH312"]
    (finding,) = findings
    assert finding.at == stated
    assert f"“{stated}” is only a part" in finding.message
    assert finding.earlier == ("text",)


WHOLE = [
    ("{by: 2024-Q3, stated: trong quý III/2024}", "Hoàn thành trong quý III/2024, quý IV/2025."),
    ("{every: year, stated: hằng năm}", "Báo cáo hằng năm, 6/2025 là lần đầu."),
    ("{by: 2024-Q4, stated: trong quý IV}", "Trình trong quý IV dự toán năm 2025."),
    ("{by: 2024-Q3, stated: trong quý III}", "Hoàn thành trong quý III; năm 2025 triển khai."),
    ("{before: 2024-06-30, stated: trước ngày 30/6/2024}", "Hoàn thành trước ngày 30/6/2024."),
    ("{by: 2024-Q3, stated: trong quý III/2024}", "Hoàn thành trong quý III/2024."),
    ("{by: 2024-Q3, stated: quý III/2024}", "Hoàn thành trong quý III/2024."),
    (
        "{from: 2024-03, by: 2024-09, stated: từ tháng 3/2024 đến tháng 9/2024}",
        "Làm từ tháng 3/2024 đến tháng 9/2024.",
    ),
    (
        '{by: "2024", substantially: true, stated: cơ bản hoàn thành trong năm 2024}',
        "Việc này cơ bản hoàn thành trong năm 2024.",
    ),
    (
        "{every: year, before: 12-15, stated: trước ngày 15/12 hằng năm}",
        "Báo cáo trước ngày 15/12 hằng năm.",
    ),
    # Cut out of another phrase in one place, whole in another.
    (
        "{by: 2024-Q3, stated: quý III/2024}",
        "Họp trước quý III/2024; hoàn thành trong quý III/2024.",
    ),
    ("{ongoing: true, stated: thường xuyên}", "Bộ thường xuyên kiểm tra."),
    (
        "{by: 2024-Q1, stated: hoàn thành trong quý I/2024}",
        ">-\n      Báo cáo, hoàn thành\n      trong quý I/2024.",
    ),
]


@pytest.mark.parametrize(("due", "text"), WHOLE)
def test_what_is_left_out_changes_nothing(due: str, text: str) -> None:
    """A verb before the time, or nothing at all."""
    assert "KH312" not in [each.code for each in found(tasks(task(due=due, text=text)))]


def test_each_obligation_is_looked_at() -> None:
    whole = "{by: 2024-Q1, stated: hoàn thành trong quý I/2024}"
    part = "{by: 2024-06-30, stated: ngày 30/6/2024}"
    cut = task("I.2", due=part, text="Báo cáo trước ngày 30/6/2024.")
    assert ("KH312", "ngày 30/6/2024", ("text",)) in brief(tasks(task("I.1", due=whole), cut))


def test_of_two_longer_phrases_the_first_is_told() -> None:
    part = "{by: 2024-06-30, stated: ngày 30/6/2024}"
    text = "Trình trước ngày 30/6/2024, thực hiện từ ngày 30/6/2024."
    (wrong,) = [each for each in found(tasks(task(due=part, text=text))) if each.code == "KH312"]
    assert "trước ngày 30/6/2024" in wrong.message
