"""What unquoted values mean, and which of them programs disagree on."""

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from core_yaml import core_load
from kh20.planfile.yaml.scalars import read_plain


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("true", True),
        ("false", False),
        ("0", 0),
        ("1", 1),
        ("-12", -12),
        ("999999999999999999", 999999999999999999),
        ("2024-02-29", "2024-02-29"),
        ("2024-Q1", "2024-Q1"),
        ("2024-06", "2024-06"),
        ("2024/2025", "2024/2025"),
        ("20-KH/TW", "20-KH/TW"),
        ("IV.2.1", "IV.2.1"),
        ("1.2.3", "1.2.3"),
        ("none", "none"),
        ("None", "None"),
        ("nO", "nO"),
        ("yEs", "yEs"),
        ("y tế", "y tế"),
        ("-", "-"),
        ("._", "._"),
        ("=a", "=a"),
        ("Bộ Nội vụ", "Bộ Nội vụ"),
        ("e3", "e3"),
        ("0b2", "0b2"),
        ("12:61:00", "12:61:00"),
    ],
)
def test_what_is_read_as_it_stands(text: str, value: object) -> None:
    assert read_plain(text) == (value, None)
    assert type(read_plain(text)[0]) is type(value)


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("no", "as false"),
        ("Off", "as false"),
        ("n", "as false"),
        ("FALSE", "as false"),
        ("Yes", "as true"),
        ("on", "as true"),
        ("Y", "as true"),
        ("True", "as true"),
        ("Null", "as nothing"),
        ("12:30", "base 60"),
        ("-1:00", "base 60"),
        ("190:20:30.15", "base 60"),
        ("010", "as a number"),
        ("0o17", "as a number"),
        ("0x1F", "as a number"),
        ("0b101", "as a number"),
        ("1_000", "as a number"),
        ("+1", "as a number"),
        ("1e3", "as a number"),
        ("1.5", "as a number"),
        (".5", "as a number"),
        ("5.", "as a number"),
        ("1.5e-3", "as a number"),
        (".inf", "as a number"),
        ("-.INF", "as a number"),
        (".NaN", "as a number"),
        ("9" * 19, "as a number"),
        ("2024-01-02T10:00:00Z", "point in time"),
        ("2024-1-5", "point in time"),
        ("2024-01-02 10:00:00 +7", "point in time"),
        ("2024-02-30", "no such day"),
        ("2024-13-01", "no such day"),
        ("0000-01-01", "no such day"),
        ("=", "meaning of its own"),
    ],
)
def test_traps(text: str, reading: str) -> None:
    value, trap = read_plain(text)
    assert value == text
    assert trap is not None
    assert reading in trap.message
    assert trap.hint


def test_long_values_are_not_repeated_in_full() -> None:
    _value, trap = read_plain("1" * 100_000)
    assert trap is not None
    assert len(trap.message + trap.hint) < 300


_LIKELY = st.text("0123456789.:-+_exobTZnyNYfaltrues~=Q/ ", min_size=1, max_size=12)
_SHAPED = st.from_regex(
    re.compile(
        r"[-+]?[0-9]{1,4}(?:[-:._/][0-9]{1,2}){0,3}|[0-9]{4}-[0-9]{2}-[0-9]{2}|0[box]?[0-7]{1,3}"
        r"|[yYnN]|yes|no|on|off|[0-9.]{1,3}e[-+]?[0-9]",
        re.ASCII,
    ),
    fullmatch=True,
)


@given(st.one_of(_LIKELY, _SHAPED).map(str.strip))
def test_what_is_no_trap_means_the_same_to_every_program(text: str) -> None:
    """PyYAML reads by YAML 1.1, an editor by YAML 1.2: neither may see another value."""
    value, trap = read_plain(text)
    if trap is not None or not text:
        return
    try:
        old = yaml.safe_load(f"- {text}\n")[0]
        new = core_load(f"- {text}\n")[0]
    except (yaml.YAMLError, ValueError, TypeError):
        return  # Not a plain scalar, or not one that PyYAML can construct.
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        assert (str(old), new) == (value, value)  # A day; the model reads it itself.
    elif not isinstance(old, dict | list) and not isinstance(new, dict | list) and "#" not in text:
        assert (value, value) == (old, new)
