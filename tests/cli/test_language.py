"""The language of help and messages: chosen before anything is translated."""

import struct
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from asking import ROOT
from conftest import PATIENCE, process_environment

TRANSLATED = {
    "What falls due in a period.": "Việc đến hạn trong một kỳ.",
    "List the obligations whose deadline falls in a period; without one, in this quarter.": (
        "Liệt kê các nhiệm vụ đến hạn trong một kỳ."
    ),
    "A quarter.": "Một quý.",
    "Answer as of this day, instead of today.": "Tính đến ngày này, thay vì hôm nay.",
    "Print the version.": "In phiên bản.",
    "there is no command “{name}”": "không có lệnh “{name}”",
}
IN_PROCESS = (
    "import sys\n"
    "from pathlib import Path\n"
    "from kh20.text import i18n\n"
    "i18n.CATALOGUES = Path({folder!r})\n"
    "from kh20.cli.main import run\n"
    "sys.exit(run({args!r}, language={language!r}))\n"
)


def catalogue(folder: Path, language: str, messages: Mapping[str, str]) -> None:
    """Write a catalogue as ``msgfmt`` does: two tables of lengths and offsets, then the texts."""
    said = {"": "Content-Type: text/plain; charset=UTF-8\n", **messages}
    pairs = sorted((old.encode(), new.encode()) for old, new in said.items())
    texts, tables = b"", []
    start = 28 + 16 * len(pairs)
    for column in (0, 1):
        for pair in pairs:
            tables += [len(pair[column]), start + len(texts)]
            texts += pair[column] + b"\0"
    head = (0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0)
    path = folder / language / "LC_MESSAGES" / "kh20.mo"
    path.parent.mkdir(parents=True)
    path.write_bytes(struct.pack(f"<{len(head) + len(tables)}I", *head, *tables) + texts)


def said(
    folder: Path, *args: str, language: str | None = None, env: Mapping[str, str] | None = None
) -> str:
    """Return what a process prints whose catalogues are in a folder."""
    script = IN_PROCESS.format(folder=str(folder), args=list(args), language=language)
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=process_environment({"COLUMNS": "80", "LANGUAGE": "", "LC_ALL": "C", **(env or {})}),
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    return (done.stdout + done.stderr).decode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    catalogue(tmp_path, "vi", TRANSLATED)
    return tmp_path


@pytest.mark.parametrize(
    ("language", "env"), [("vi", {}), ("vi_VN", {"LANGUAGE": "en"}), (None, {"LANGUAGE": "vi"})]
)
def test_a_language_is_that_of_help_and_options(
    folder: Path, language: str | None, env: dict[str, str]
) -> None:
    """Named to the program, or by the environment; what it lacks stays English."""
    shown = said(folder, "due", "--help", language=language, env=env)
    assert "Liệt kê các nhiệm vụ đến hạn trong một kỳ." in shown
    assert "Một quý." in shown
    assert "Tính đến ngày này, thay vì hôm nay." in shown
    assert "A month." in shown
    shown = said(folder, "--help", language=language, env=env)
    assert "Việc đến hạn trong một kỳ." in shown
    assert "In phiên bản." in shown


def test_a_language_is_that_of_messages(folder: Path) -> None:
    assert said(folder, "due1234", language="vi").startswith("kh20: không có lệnh “due1234”\n")


@pytest.mark.parametrize(
    ("language", "env"), [("en", {"LANGUAGE": "vi"}), ("xx", {}), (None, {"LANGUAGE": ""})]
)
def test_without_a_catalogue_it_is_english(
    folder: Path, language: str | None, env: dict[str, str]
) -> None:
    assert "A quarter." in said(folder, "due", "--help", language=language, env=env)


def test_nothing_is_translated_before_the_language_is_chosen() -> None:
    """By none of the modules that the program starts with."""
    script = (
        "from kh20.text import i18n\n"
        "asked = []\n"
        "i18n._ = lambda message: asked.append(message) or message\n"
        "i18n.ngettext = lambda *messages: asked.append(messages) or messages[0]\n"
        "import kh20.cli.main\n"
        "assert not asked, asked\n"
    )
    subprocess.run(
        [sys.executable, "-c", script], env=process_environment(), timeout=PATIENCE, check=True
    )
