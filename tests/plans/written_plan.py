"""A plan of one's own to write to, and what the writing commands make of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from kh20.cli.clock import using

TODAY = date(2024, 5, 10)

TEXT = """\
# Kế hoạch thử
format: 1
document: {number: 1-KH/BA, title: Kế hoạch, issued: 2024-01-02, issuer: Bộ A}
agencies:
  bo-a: {name: Bộ A, aliases: [BA]}
  bo-b: {name: Bộ B, successor: {agency: bo-c, from: 2024-03-01, basis: 1/NQ}}
  bo-c: {name: Bộ C}
tasks:
  - id: I.1
    title: Báo cáo
    text: Báo cáo (hoàn thành trong quý I/2024).
    owners: [bo-a]
    due: {by: 2024-Q1, stated: hoàn thành trong quý I/2024}
  - id: I.2
    title: Kế hoạch từng bộ
    text: Ban hành kế hoạch (hoàn thành trong quý II/2024).
    owners: [bo-a, bo-b]
    responsibility: each
    due: {by: 2024-Q2, stated: hoàn thành trong quý II/2024}
  - id: I.3
    title: Hai đề án
    text: Xây dựng hai đề án (hoàn thành trong năm 2024).
    owners: [bo-a]
    parts: [{id: mot, title: Đề án một}, {id: hai, title: Đề án hai}]
    due: {by: "2024", stated: hoàn thành trong năm 2024}
  - id: I.4
    title: Sơ kết
    text: Sơ kết, báo cáo trước ngày 15/12 hằng năm.
    owners: [bo-a]
    due: {every: year, before: 12-15, stated: trước ngày 15/12 hằng năm}
  - id: I.5
    title: Kiểm tra
    text: Thường xuyên kiểm tra.
    owners: [bo-a]
    due: {ongoing: true, stated: Thường xuyên}

log: []  # từ đây
"""
"""Of every kind of duty one, with an empty log."""

HEAD, TAIL = TEXT.split("log: []")


def own_plan(folder: Path, log: str = "") -> Path:
    """Write the plan into a folder; ``log`` are the items of its log."""
    path = folder / "plan.yaml"
    path.write_text(f"{HEAD}log:{TAIL}{log}" if log else TEXT, encoding="utf-8", newline="")
    return path


def log_of(path: Path) -> str:
    """Return the items of the log as they stand in the file, and assert the rest as it was."""
    text = path.read_bytes().decode()
    assert text.startswith(f"{HEAD}log:{TAIL}"), text[-500:]
    return text.removeprefix(f"{HEAD}log:{TAIL}")


@contextmanager
def today_is(day: date = TODAY) -> Iterator[None]:
    """Make a day today for the writing commands."""
    noon = datetime(day.year, day.month, day.day, 5, tzinfo=UTC)  # In Việt Nam.
    with using(lambda: noon):
        yield
