"""A whole plan file, as valid data: the document that it encodes, and all that it says of it."""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, PrivateAttr

from kh20.model.agency import Agency
from kh20.model.days_off import DaysOff
from kh20.model.fields import (
    OBLIGATION_ID,
    SLUG,
    Day,
    Days,
    Entity,
    ObligationId,
    Slug,
    Text,
    one_or_more,
)
from kh20.model.log import LogEntry
from kh20.model.task import Task

FORMAT = 1
"""The version of the plan format that this program reads."""


class Document(Entity):
    """The signed document as a whole: what it is, who issued it, and when."""

    number: Text = Field(description="The document's number, such as 20-KH/TW.")
    title: Text = Field(description="The document's title.")
    issued: Day = Field(description="The day on which it was signed.")
    issuer: Text = Field(description="The body that issued it.")
    signed_by: Text | None = Field(None, description="Who signed it.")
    implements: Text | None = Field(
        None, description="The resolution or decision that the document carries out."
    )
    source: Text | None = Field(None, description="Where the text of the document was taken from.")
    timezone: Text = Field(
        "Asia/Ho_Chi_Minh",
        description="The time zone whose day counts as today, such as Asia/Ho_Chi_Minh.",
    )


def _no_flag(value: Any) -> Any:
    # In Python true equals 1.
    return str(value) if isinstance(value, bool) else value


def _of_agencies(schema: dict[str, Any]) -> None:
    schema["properties"]["agencies"]["propertyNames"] = {"pattern": SLUG, "maxLength": 80}


def _of_plan(schema: dict[str, Any]) -> None:
    _of_agencies(schema)
    schema["properties"]["headings"]["propertyNames"] = {"pattern": OBLIGATION_ID, "maxLength": 40}
    schema["anyOf"] = [{"required": ["agencies"]}, {"required": ["register"]}]


_HOLIDAYS = (
    "The days off beside Saturdays and Sundays: 2025-09-02, or several in a row, "
    "2025-01-27/2025-01-31."
)
_WORKING_DAYS = "The Saturdays and Sundays that are worked in exchange for a day off."

RegisterNames = Annotated[tuple[Text, ...], one_or_more(Text)]


def headings_above(task: str, headings: Mapping[str, str]) -> tuple[str, ...]:
    """Return the headings above the obligation with an id, the outermost first."""
    if not headings:
        return ()
    steps = task.partition(":")[0].split(".")
    prefixes = (".".join(steps[:count]) for count in range(1, len(steps) + 1))
    return tuple(headings[prefix] for prefix in prefixes if prefix in headings)


class Plan(Entity, json_schema_extra=_of_plan):
    """A plan document with its agencies and obligations, and the log of what happened since."""

    format: Annotated[Literal[1], BeforeValidator(_no_flag)] = Field(
        description="The version of the plan format."
    )
    document: Document = Field(description="The document that the plan encodes.")
    register_: RegisterNames = Field(
        (),
        alias="register",
        description="The registers whose agencies the plan may name: vn, which comes with kh20, "
        "or the path of a file.",
    )
    agencies: dict[Slug, Agency] = Field(
        {}, description="The bodies that no register has, by a short name."
    )
    headings: dict[ObligationId, Text] = Field(
        {},
        description="The headings of the document, each by the beginning of the ids under it.",
    )
    holidays: tuple[Days, ...] = Field((), description=_HOLIDAYS)
    working_days: tuple[Days, ...] = Field((), description=_WORKING_DAYS)
    tasks: tuple[Task, ...] = Field(description="The obligations, in document order.")
    log: tuple[LogEntry, ...] = Field((), description="What has happened since, in order of days.")
    _own: dict[str, Agency] | None = PrivateAttr(None)
    _shared_days_off: DaysOff = PrivateAttr(DaysOff())

    @property
    def own(self) -> dict[str, Agency]:
        """The agencies that the plan file itself defines, as they stand there."""
        return self.agencies if self._own is None else self._own

    @cached_property
    def assigned(self) -> tuple[Task, ...]:
        """What is owed by itself, in document order: the tasks, some of them by their parts."""
        if not any(task.parts for task in self.tasks):
            return self.tasks
        return tuple(assigned for task in self.tasks for assigned in task.assigned)

    @cached_property
    def days_off(self) -> DaysOff:
        """The days off that the plan and its registers list."""
        return DaysOff(self.holidays, self.working_days) | self._shared_days_off

    def headings_of(self, task: str) -> tuple[str, ...]:
        """Return the headings above an obligation, the outermost first."""
        return headings_above(task, self.headings)

    def with_shared(self, agencies: dict[str, Agency], days_off: DaysOff) -> Self:
        """Return the plan with what registers share: days off, and all agencies it can name."""
        plan = self.model_copy(update={"agencies": agencies})
        plan._own, plan._shared_days_off = self.own, days_off
        return plan


class RegisterFile(Entity, json_schema_extra=_of_agencies):
    """A register: agencies that plans share."""

    register_: Annotated[Literal[1], BeforeValidator(_no_flag)] = Field(
        alias="register", description="The version of the register format."
    )
    version: Text | None = Field(None, description="The version of what it holds, such as a day.")
    title: Text | None = Field(None, description="What bodies it is about.")
    holidays: tuple[Days, ...] = Field((), description=_HOLIDAYS)
    working_days: tuple[Days, ...] = Field((), description=_WORKING_DAYS)
    agencies: dict[Slug, Agency] = Field(description="The bodies, by a short name.")
