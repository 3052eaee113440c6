"""The kinds of value that a plan file holds, with their patterns for editors, and their text."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from kh20.periods import CANONICAL_PATTERN, Period, PeriodError, in_plan, parse_canonical, parse_day
from kh20.text.i18n import _
from kh20.text.quoting import one_line

OBLIGATION_ID = r"^[0-9A-Za-zĐđ]+(\.[0-9A-Za-zĐđ]+)*$"
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_ISO_DAY = (
    r"^(?:19|2[0-9])[0-9]{2}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9])"
    r"|(?:0[13-9]|1[0-2])-30|(?:0[13578]|1[02])-31)$"
)
_LONGEST_HOLIDAY = 31
"""Days; more are a slip."""
_LEAP = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:20|24|28)00)"
_NO_SUCH_DAY = {"not": {"pattern": f"(?:^|/)(?!{_LEAP})[0-9]{{4}}-02-29"}}


class Entity(BaseModel):
    """A part of a plan: unchangeable, and closed against unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=False, defer_build=True)

    def given(self) -> dict[str, Any]:
        """Return what is said, by the keys of the plan file; a key that says nothing is left out.

        That is one without a value, ``false``, or an empty list.
        """
        values = self.__dict__
        return {
            key: value
            for name, key in _keys(type(self))
            if (value := values[name]) or (value == 0 and value is not False)
        }


def written_keys(entity: Entity) -> dict[str, str]:
    """Return what a due or a log entry says, each key with its value as text."""
    return {key: _value(value) for key, value in entity.given().items()}


def written(said: Entity | Mapping[str, object]) -> str:
    """Return a due, or keys of one, as ``by: 2024-Q1, ongoing: true``, without ``stated``."""
    keys = said.given() if isinstance(said, Entity) else said
    return ", ".join(f"{key}: {_value(value)}" for key, value in keys.items() if key != "stated")


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(str, value))}]" if len(value) > 1 else str(value[0])
    return "true" if value is True else one_line(str(value))


@cache
def _keys(kind: type[Entity]) -> tuple[tuple[str, str], ...]:
    return tuple((name, field.alias or name) for name, field in kind.model_fields.items())


def with_any(*groups: str) -> dict[str, Any]:
    """Return the JSON Schema of data that has all the keys of a group, such as ``by in``."""
    return {"anyOf": [{"required": group.split()} for group in groups]}


def one_or_more(item: Any) -> BeforeValidator:
    """Return what lets a single item of a list stand without its brackets."""

    def listed(value: Any) -> Any:
        return (value,) if isinstance(value, str | dict | BaseModel) else value

    several = Annotated[tuple[item, ...], Field(min_length=1)]
    return BeforeValidator(listed, json_schema_input_type=item | several)


def _read_period(value: Any) -> Period:
    if isinstance(value, Period):
        return value
    if isinstance(value, str):
        return parse_canonical(value)
    if isinstance(value, int) and not isinstance(value, bool):
        period = parse_canonical(str(value))
        raise PeriodError(
            _("{value} is a number, not a period").format(value=value),
            hint=_("quote it: {value}").format(value=in_plan(period)),
        )
    raise PeriodError(_("a period is text, such as 2024-Q1 or 2024-06-30"))


def _read_day(value: Any) -> date:
    if type(value) is date:
        return value
    hint = _("write the day as 2024-06-30")
    if isinstance(value, int) and not isinstance(value, bool):
        raise PeriodError(_("{value} is a number, not a day").format(value=value), hint)
    if not isinstance(value, str):
        raise PeriodError(_("a day is text, such as 2024-06-30"), hint)
    with suppress(PeriodError):
        period = parse_canonical(value)
        if period.unit == "day" and "/" not in value:
            return period.first
    try:
        day = parse_day(value)
    except PeriodError as error:
        raise PeriodError(str(error), hint) from None
    sentence = _("“{value}” is not how a plan spells a day")
    raise PeriodError.quoting(value, sentence, _("write {day}").format(day=day))


def _not_blank(value: Any) -> Any:
    if isinstance(value, str) and not value.strip():
        raise ValueError(_("the text is empty"))
    return value


PeriodValue = Annotated[
    Period,
    BeforeValidator(_read_period),
    WithJsonSchema({"type": "string", "pattern": CANONICAL_PATTERN, **_NO_SUCH_DAY}),
]
"""A period in its canonical spelling."""


def _read_days(value: Any) -> Period:
    period = _read_period(value)
    if (period.last - period.first).days >= _LONGEST_HOLIDAY:
        sentence = _("“{value}” is more than a month of days off")
        hint = _("a day is written 2025-09-02, several days in a row 2025-01-27/2025-01-31")
        raise PeriodError.quoting(str(value), sentence, hint)
    return period


Days = Annotated[
    Period,
    BeforeValidator(_read_days),
    WithJsonSchema({"type": "string", "pattern": CANONICAL_PATTERN, **_NO_SUCH_DAY}),
]
"""A day, or several days in a row."""

Day = Annotated[
    date,
    BeforeValidator(_read_day),
    WithJsonSchema({"type": "string", "pattern": _ISO_DAY, **_NO_SUCH_DAY}),
]
"""One day, in ISO 8601."""

Text = Annotated[str, BeforeValidator(_not_blank), Field(json_schema_extra={"pattern": r"\S"})]
"""Text that says something: not empty, not only spaces."""

ObligationId = Annotated[str, Field(pattern=OBLIGATION_ID, max_length=40)]
"""The document's own number of an obligation: section, item, dash, as in IV.2.1."""

Slug = Annotated[str, Field(pattern=SLUG, max_length=80)]
"""A name for references inside the file: ASCII letters in lower case, digits, hyphens."""

Flag = Annotated[bool, Field(strict=True)]
"""``true`` or ``false``, nothing that merely resembles them."""
