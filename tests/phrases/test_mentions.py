import pytest

from kh20.phrases.mentions import find_mentions

SAID = {
    "hoàn thành trong quý i/2024": [("hoàn thành trong quý i/2024", "by", True)],
    "nhân rộng trong quý i/2024": [("trong quý i/2024", "in", False)],
    "phấn đấu cơ bản hoàn thành trước ngày 30/6/2024": [
        ("phấn đấu cơ bản hoàn thành trước ngày 30/6/2024", "before", True)
    ],
    "phấn đấu đến năm 2030": [("phấn đấu đến năm 2030", "by", False)],
    "từ tháng 1/2024, xong trước 30/9/2024": [
        ("từ tháng 1/2024", "from", False),
        ("xong trước 30/9/2024", "before", True),
    ],
    "quý ii/2024": [("quý ii/2024", "bare", False)],
    "thời hạn: quý ii/2024": [("quý ii/2024", "by", True)],
    "thời gian thực hiện: quý ii/2024": [("quý ii/2024", "span", True)],
    "2025 và những năm tiếp theo": [("2025 và những năm tiếp theo", "onwards", False)],
    "sau ngày 30/6/2024": [("sau ngày 30/6/2024", "unsure", False)],
}


@pytest.mark.parametrize(("text", "said"), SAID.items())
def test_what_times_say(text: str, said: list[tuple[str, str, bool]]) -> None:
    mentions, others = find_mentions(text)
    assert [(text[m.start : m.end], m.says, m.bound) for m in mentions] == said
    assert others == []


def test_other_times_are_kept_apart() -> None:
    text = "nghị quyết ngày 24/11/2023, trình trước ngày 30/6/2024"
    mentions, others = find_mentions(text)
    assert [mention.time.text for mention in mentions] == ["ngày 30/6/2024"]
    assert [time.text for time in others] == ["ngày 24/11/2023"]


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("trước ngày 15/6 và ngày 15/12", ["", "và"]),
        ("trước ngày 15/6 hoặc trước ngày 15/12", ["", "hoặc"]),
        ("trong quý i/2024, quý ii/2024", ["", ","]),
        ("trước ngày 15/6 gửi báo cáo, trước ngày 15/12 gửi tổng kết", ["", ""]),
    ],
)
def test_a_joint_carries_on_what_was_said(text: str, joined: list[str]) -> None:
    mentions, _ = find_mentions(text)
    assert [mention.joined for mention in mentions] == joined
    assert len({mention.says for mention in mentions}) == 1
