"""The reading of a deadline phrase, in the terms in which plan.yaml encodes it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal, NamedTuple

from kh20.periods import Period

Kind = Literal["deadline", "range", "from", "ongoing", "recurring", "counted"]
"""The sort of time that a phrase states; see :attr:`Reading.kind`."""


class Reading(NamedTuple):
    """The time that a phrase states. At most one of ``by``, ``in_`` and ``before`` is set.

    Attributes:
        by: the work is complete by the end of this period ("hoàn thành trong quý I/2024").
        in_: the work takes place inside this period ("trong tháng 12/2023").
        before: the work is complete before the first day of this period ("trước ngày 30/6/2024").
        from_: the work starts in this period, at its first day ("thực hiện từ tháng 01/2024").
        ongoing: it goes on without an end ("thường xuyên").
        substantially: it is to be complete in the main only ("cơ bản hoàn thành").
        every: it recurs: ``year``, ``half-year``, ``quarter``, ``month``, ``week``, ``5 years``,
            ``4 months``, or ``unspecified`` where the phrase names no interval ("định kỳ").
        cutoffs: the days by which a recurring duty is due, as the phrase names them, in its order:
            ``12-15`` in a year, ``20`` in a month. "trước ngày 15/12 hằng năm" is ``12-15``,
            although the last day in time is the 14th.
        cutoffs_before: whether all of those days are cut-offs before which it is due ("trước
            ngày"), or none of them is ("chậm nhất ngày"); None where it is some of them, or where
            there are none.
        cutoffs_unread: whether the phrase names a day for each turn that could not be read as one
            of ``cutoffs`` ("ngày 15 tháng đầu quý sau"); ``cutoffs`` are then empty.
        bare: the phrase is a period and nothing else ("Quý II/2025" in a table), which does not
            say whether the work takes place in it or ends by it. It is given as ``by``; an
            encoding as ``in`` agrees with the phrase as well.
        relative: the start is counted from an event that the phrase does not date ("kể từ ngày
            đăng Công báo"); ``from_`` is then None.
        within: how long after an event that has no date it is due: ``30 days``, ``10 working
            days``, ``6 months``; nothing else says when it ends.
        counted: the same where the event is the signing of the document, so that ``by`` is known.
        once: what a phrase that recurs says if it does not ("trước ngày 31/01 năm sau" is of each
            year, or of the year after the document); None where it can only recur.
        year_unread: the phrase is a deadline whose year could not be read ("quý III niên độ
            2025"); nothing else is then set. Only a running text has such a reading.
    """

    by: Period | None = None
    in_: Period | None = None
    before: Period | None = None
    from_: Period | None = None
    ongoing: bool = False
    substantially: bool = False
    every: str | None = None
    cutoffs: tuple[str, ...] = ()
    cutoffs_before: bool | None = None
    cutoffs_unread: bool = False
    bare: bool = False
    relative: bool = False
    within: str | None = None
    counted: str | None = None
    once: Reading | None = None
    year_unread: bool = False

    @property
    def start(self) -> date | None:
        """The first day on which the work may take place, where the phrase states one."""
        start = self.from_ or self.in_
        return start.first if start is not None else None

    @property
    def deadline(self) -> date | None:
        """The last day on which the work is in time: for ``before``, the day before its period."""
        if self.before is not None:
            return self.before.first - timedelta(days=1)
        end = self.by or self.in_
        return end.last if end is not None else None

    @property
    def kind(self) -> Kind:
        """The sort of time stated.

        ``deadline``: an end, also where the work goes on or recurs afterwards. ``range``: a start
        and an end. ``counted``: a term that begins with an event. Without an end: ``recurring``,
        else ``ongoing``, else ``from``.
        """
        if self.within is not None:
            return "counted"
        if self.deadline is not None or self.year_unread:
            return "deadline" if self.from_ is None else "range"
        if self.every is not None:
            return "recurring"
        return "ongoing" if self.ongoing else "from"
