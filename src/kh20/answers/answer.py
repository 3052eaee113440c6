"""An answer as a value: what is said to a question, before a format writes it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, NamedTuple, TypeVar, overload

from kh20.answers.page import Page, Sheet
from kh20.answers.records import Record
from kh20.text.i18n import _

_From = TypeVar("_From")
_To = TypeVar("_To")


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said to a question, for people and for programs. The formats take what they need.

    ``page`` is what a person reads, and ``nothing`` the sentence that stands for it where it is
    empty. ``document`` is the whole as JSON gives it; ``records`` are its items one by one, and
    ``fields`` the columns of a table for programs.
    """

    page: Page | Sheet
    document: Mapping[str, Any]
    records: Sequence[Record]
    fields: tuple[str, ...]
    nothing: str = ""


class Scope(NamedTuple):
    """Of which plan an answer is, read from where, and as of which day."""

    number: str
    path: str
    as_of: date
    packaged: bool = False
    """Whether the plan is the one that comes with kh20, for which no office keeps the log."""

    @property
    def unrecorded(self) -> list[str]:
        """The note that what is open here may have been done, where nobody keeps the log."""
        note = _(
            "The plan that comes with kh20 records what public sources show. What nobody recorded "
            "may still have been done."
        )
        return [note] if self.packaged else []

    def caption(self, subject: str) -> str:
        """Return the line that says what a page is about, of which plan, as of which day."""
        return _("{number}, as of {day}: {subject}").format(
            number=self.number, day=self.as_of, subject=subject
        )

    def document(self, schema: str, **body: Any) -> dict[str, Any]:
        """Return a JSON document: of which schema it is, of which plan, and as of which day."""
        plan = {"number": self.number, "path": self.path}
        return {"schema": schema, "plan": plan, "as_of": self.as_of.isoformat(), **body}


class Each(Sequence[_To], Generic[_From, _To]):
    """Items made from others when they are looked at: an answer holds more than a format takes."""

    def __init__(self, make: Callable[[_From], _To], items: Sequence[_From]) -> None:
        self._make = make
        self._items = items

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[_To]:
        return map(self._make, self._items)

    @overload
    def __getitem__(self, index: int) -> _To: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[_To]: ...
    def __getitem__(self, index: int | slice) -> _To | Sequence[_To]:
        if isinstance(index, slice):
            return Each(self._make, self._items[index])
        return self._make(self._items[index])
