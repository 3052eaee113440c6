"""The question which name was meant, as one sentence."""

from kh20.text.suggestions import did_you_mean


def test_each_count_has_its_sentence() -> None:
    assert did_you_mean(()) is None
    assert did_you_mean(("a",)) == "did you mean a?"
    assert did_you_mean(["a", "b"]) == "did you mean a or b?"
    assert did_you_mean(["a", "b", "c"]) == "did you mean a, b or c?"
