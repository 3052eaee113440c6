from kh20.periods import PeriodError
from kh20.periods.errors import shown


def test_an_error_is_a_sentence_with_a_hint_apart() -> None:
    error = PeriodError("it is not a period", hint="write 2024")
    assert (str(error), error.hint) == ("it is not a period", "write 2024")
    assert PeriodError("it is not a period").hint is None


def test_what_is_shown_is_short_and_printable() -> None:
    assert shown("quý II/2024") == "quý II/2024"
    assert shown("a\u202eb\n") == "a\\u202eb\\u000a"
    assert shown("x" * 40) == "x" * 40
    assert shown("x" * 41) == "x" * 39 + "…"
