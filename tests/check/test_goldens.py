"""What `kh20 check` says of files as people write them, to the letter.

``pytest --refresh-goldens`` writes the expected outputs anew; read them before keeping them.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run

_HERE = Path(__file__).parent
_PLANS = sorted(path.name for path in _HERE.glob("*.yaml"))


@pytest.mark.parametrize("name", _PLANS)
@pytest.mark.parametrize("fmt", ["text", "concise", "json"])
def test_output(name: str, fmt: str, kh20: Run, golden: Callable[[Path, str], None]) -> None:
    result = kh20("check", name, "--format", fmt, cwd=_HERE)
    assert result.code == 1
    suffix = ".out" if fmt == "text" else f".{fmt}"
    assert result.err == ""
    golden((_HERE / name).with_suffix(suffix), result.out)
