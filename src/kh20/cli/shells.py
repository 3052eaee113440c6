"""Completion as shells have it: setting it up, and the words of a line that is being typed.

Typer does most of it. What is here is where a shell parts or reads words in another way.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

import typer.completion

from kh20.cli.errors import UserError
from kh20.cli.parsing import WORDS
from kh20.text.i18n import _
from kh20.text.quoting import shown

_TYPER: Any = typer.completion
_SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")
_STARTUP = {"bash": ".bashrc", "zsh": ".zshrc"}
"""The files that are read at the start of a shell, where a line is added to one."""

_BREAKS = frozenset("=:@")
"""Signs inside a word at which bash parts it when it completes."""
_ACTED_ON = frozenset("\"'$`\\!*?[")
"""Signs that a shell acts upon in quotes too, or while it completes."""
_ACTED_ON_BARE = frozenset(" \t&;|<>(){}#~^,")
"""Signs that a shell acts upon outside of quotes."""


def tell_failures(program: Any) -> None:
    """Have the two options of Typer that set completion up raise :class:`UserError`."""
    for option in program.params:
        if option.name in ("install_completion", "show_completion"):
            option.callback = partial(_set_up, option.callback)


def _set_up(callback: Callable[..., Any], ctx: Any, option: Any, value: Any) -> Any:
    if not value or ctx.resilient_parsing:
        return value
    shell = value if isinstance(value, str) else _TYPER._get_shell_name()
    if shell is None:
        raise UserError(
            _("kh20 cannot tell which shell it was called from"),
            _("call it from bash, zsh, fish or PowerShell itself, not from another program"),
        )
    if shell not in _SHELLS:
        raise UserError(
            _("there is no completion for the shell “{shell}”").format(shell=shown(shell)),
            _("there is one for bash, zsh, fish and PowerShell"),
        )
    if option.name == "show_completion":
        return callback(ctx, option, value)
    try:
        with _kept_on_failure(shell):
            return callback(ctx, option, value)
    except Exception as error:
        message = _("completion cannot be installed: {reason}").format(reason=error)
        if isinstance(error, OSError) and error.filename:
            message = _("completion cannot be installed in “{file}”: {reason}").format(
                file=error.filename, reason=error.strerror
            )
        elif isinstance(error, UnicodeError):
            message = _("completion cannot be installed in “{file}”: it is not UTF-8").format(
                file=Path.home() / _STARTUP[shell]
            )
        hint = _("“kh20 --show-completion” prints the lines, to be put where you want them")
        raise UserError(message, hint) from None


@contextmanager
def _kept_on_failure(shell: str) -> Iterator[None]:
    """Leave the start-up file of a shell as it was where the rest cannot be written."""
    if shell not in _STARTUP:
        yield
        return
    file = Path(os.path.realpath(Path.home() / _STARTUP[shell]))
    before = file.read_bytes() if file.is_file() else None
    try:
        yield
    except Exception:
        with suppress(OSError):
            if before is not None:
                file.write_bytes(before)
            elif file.is_file():
                file.unlink()
        raise


def teach_shells() -> None:
    """Have Typer read the words of a line, and offer values, as each shell does."""
    registry = _TYPER.shell_completion
    for shell in _SHELLS:
        known = registry.get_completion_class(shell)
        registry.add_completion_class(type(known.__name__, (_Careful, known), {}), shell)


class _Careful:
    """Completion behind ``--option=``, of values that the shell takes as they are."""

    name: str

    def get_completions(self, args: list[str], incomplete: str) -> list[Any]:
        """Return what goes on from an incomplete word."""
        prefix = ""
        if incomplete.startswith("--") and "=" in incomplete:
            prefix = incomplete.partition("=")[0] + "="
        bare = self.name in ("powershell", "pwsh")
        if self.name == "bash":
            bare = not _raw_word().removeprefix(prefix).startswith(("'", '"'))
            *args, incomplete = _joined([*args, incomplete])
        items: list[Any] = super().get_completions(args, incomplete)  # type: ignore[misc]
        unfit = _ACTED_ON | _ACTED_ON_BARE if bare else _ACTED_ON
        items = [item for item in items if item.value.isprintable() and _fits(item, unfit)]
        for item in items:
            item.value = prefix + item.value
        return items


def _fits(item: Any, unfit: frozenset[str]) -> bool:
    """Tell whether a shell takes a value as it is; what is several words may be parted."""
    value = item.value.replace(" ", "") if item.type == WORDS else item.value
    return not unfit & {*value}


def _raw_word() -> str:
    """Return the word that bash completes as it stands in the line, with its quotes."""
    words = os.environ.get("COMP_WORDS", "").split("\n")
    number = int(os.environ.get("COMP_CWORD", "0"))
    return words[number] if number < len(words) else ""


def _joined(words: Iterable[str]) -> list[str]:
    """Join words that bash has parted, as it parts ``--option=value`` into three."""
    joined: list[str] = []
    parted = False
    for word in words:
        sign = bool(word) and _BREAKS.issuperset(word)
        if joined and (sign or parted):
            joined[-1] += word
        else:
            joined.append(word)
        parted = sign
    return joined
