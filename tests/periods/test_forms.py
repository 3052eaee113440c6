import pytest

from kh20.periods.forms import fold, range_forms, single_forms


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  Quý  II / 2024 ", "quy ii/2024"),
        ("Tháng\u00a06, Năm 2024", "thang 6 nam 2024"),
        ("Đến", "den"),
        ("2025 — 2026", "2025 – 2026"),
        ("30\u20116\u20112024", "30-6-2024"),
        ("2024\u0323", "2024\u0323"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_the_forms_know_ascii_digits_only() -> None:
    for pattern, _ in single_forms() + range_forms():
        assert "\\d" not in pattern.pattern
        assert "\\w" not in pattern.pattern
