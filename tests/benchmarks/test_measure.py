import sys
from pathlib import Path

import pytest

# The benchmarks are no installed package: they lie beside the tests.
sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.measure import Command, Failed, best, environment, interleaved, peak, run, typical


def python(code: str) -> Command:
    return Command([sys.executable, "-c", code])


def test_time_output_and_peak_are_those_of_the_child(tmp_path: Path) -> None:
    base = environment(tmp_path)
    code = "import time; block = b'x' * (80 << 20); time.sleep(0.2); print('đã xong')"
    sample = run(python(code), base, tmp_path)
    assert sample.output == "đã xong\n"
    assert sample.seconds >= 0.2
    assert 80 << 20 < sample.peak < 400 << 20


def test_a_child_on_a_terminal_sees_one(tmp_path: Path) -> None:
    code = "import os, sys; print(sys.stdout.isatty(), os.get_terminal_size().columns, 'x' * 9000)"
    sample = run(python(code)._replace(terminal=True), environment(tmp_path), tmp_path)
    assert sample.output.split() == ["True", "120", "x" * 9000]


def test_a_failing_command_is_no_measurement(tmp_path: Path) -> None:
    with pytest.raises(Failed, match="ended with 3: broken"):
        run(python("import sys; print('broken'); sys.exit(3)"), environment(tmp_path), tmp_path)


def test_other_exit_codes_can_be_accepted(tmp_path: Path) -> None:
    command = python("print('found'); raise SystemExit(1)")._replace(accept=frozenset({1}))
    assert run(command, environment(tmp_path), tmp_path).output == "found\n"


def test_a_command_that_hangs_is_ended(tmp_path: Path) -> None:
    with pytest.raises(Failed, match=r"after 0\.5 s"):
        run(
            python("import time; time.sleep(30)")._replace(limit=0.5),
            environment(tmp_path),
            tmp_path,
        )


def test_commands_take_turns_and_every_second_round_is_reversed(tmp_path: Path) -> None:
    order = tmp_path / "order"
    mark = "open('order', 'a').write({!r})"
    commands = {name: python(mark.format(name)) for name in "ab"}
    samples = interleaved(commands, 2, environment(tmp_path), tmp_path)
    assert order.read_text() == "ababba"
    assert {name: len(taken) for name, taken in samples.items()} == {"a": 2, "b": 2}
    assert best(samples["a"]) <= typical(samples["a"])
    assert peak(samples["a"]) > 1 << 20


def test_the_environment_tilts_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("KH20_PLAN", "mine.yaml")
    monkeypatch.setenv("PYTHONPATH", "src")
    base = environment(tmp_path)
    assert "PYTHONDONTWRITEBYTECODE" not in base
    assert "KH20_PLAN" not in base
    assert base["PYTHONPATH"].startswith(str(Path("src").resolve()))
    assert base["PYTHONPYCACHEPREFIX"].startswith(str(tmp_path))
