"""The argument parser, made to drop no value and to take a name of several words."""

from collections.abc import Callable, Collection
from functools import partial
from typing import Any

from kh20.cli.errors import UserError
from kh20.text.i18n import _

JOINED = "joined"
"""Marks an argument, in its ``Annotated``, whose words need no quotes: kh20 owner Bộ Nội vụ."""
WORDS = "words"
"""The type of a completion that is several words, which a joined argument takes as they are."""


def options_of(parser: Any) -> set[Any]:
    """Return the options that a parser knows."""
    return {*parser._long_opt.values(), *parser._short_opt.values()}


def take_once(parser: Any) -> None:
    """Have an option refused that is given twice and does not repeat; the last would be kept."""
    for option in options_of(parser):
        if option.action != "append" and not option.obj.is_eager:
            option.process = partial(_once, option.process, option)


def join_words(parser: Any, names: Collection[str]) -> None:
    """Have the words of some arguments joined."""
    for argument in parser._args:
        if argument.dest in names:
            argument.nargs = -1
            argument.process = partial(_joined, argument.process)


def _once(process: Callable[[Any, Any], None], option: Any, value: Any, state: Any) -> None:
    """Take the value of an option. Raises :class:`UserError` where it has one already."""
    if option.dest in state.opts:
        name = max(option.obj.opts, key=len)
        raise UserError(
            _("{option} is given twice").format(option=name), _("give one value, or ask twice")
        )
    process(value, state)


def _joined(process: Callable[[Any, Any], None], words: tuple[str, ...], state: Any) -> None:
    """Take the words of an argument as one value."""
    process(" ".join(words) if words else None, state)
