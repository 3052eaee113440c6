"""Files to check."""

from pathlib import Path

import pytest

from kh20.findings.code import merge

GOOD = merge("")
BAD = merge("format: 2\n")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.yaml").write_text(BAD, encoding="utf-8")
    warned = merge("agencies:\n  bo-a: {name: A}\n  bo-b: {name: B}\n  bo-c: {name: C}\n")
    (tmp_path / "warned.yaml").write_text(warned, encoding="utf-8")
    return tmp_path
