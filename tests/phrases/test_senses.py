import pytest

from kh20.phrases.mentions import find_mentions

SENSES = {
    # A goal, and the reach of a title.
    "hoàn thành 1.000 km đường cao tốc đến năm 2025": "by",
    "hoàn thành chiến lược biển đến năm 2045": None,
    "gia hạn đến ngày 30/6/2024": "by",
    "mạng lưới thư viện đến ngày 30/6/2024": None,
    # The end of work, and of a figure.
    "thực hiện thí điểm đến hết năm 2024": "by",
    "giảm thuế đến hết năm 2024": None,
    # The time of work, and of what is measured.
    "nhân rộng trong năm 2024": "in",
    "tỷ lệ hộ nghèo trong năm 2024": None,
    "hoàn thành các chỉ tiêu trong năm 2024": "by",
    "doanh thu trong năm 2024 đạt kế hoạch": None,
    # Done at, or to be done by.
    "tổ chức hội nghị vào tháng 6/2024": "in",
    "bàn giao công trình vào tháng 6/2024": "by",
    "nắng nóng vào tháng 6/2024": None,
    # Early and late parts.
    "hoàn thành vào đầu quý i/2024": "by",
    "hoàn thành vào đầu năm 2024": "unsure",
    "cuối năm 2024 trình đề án": "by",
    "cuối năm 2024 trời lạnh": None,
    "từ giữa năm 2024": "unsure",
    # A purpose has a time of its own.
    "trình đề án để triển khai trong năm 2024": "span",
    # The past.
    "đã trình trong tháng 6/2024": None,
    "từ năm 2008 đến nay": None,
    # A number is a year only where nothing follows for it to count.
    "hoàn thành trước 2024": "before",
    "hoàn thành trước 2024 hồ sơ": None,
}


@pytest.mark.parametrize(("text", "says"), SENSES.items())
def test_senses(text: str, says: str | None) -> None:
    mentions, _ = find_mentions(text)
    assert [mention.says for mention in mentions] == ([says] if says else [])
