"""The frame of a query: the options that all of them take, and the way from a plan to an answer."""

import sys
from collections.abc import Callable
from inspect import Parameter, Signature, signature
from typing import Any, NamedTuple

import typer

from kh20.answers.answer import Answer
from kh20.cli.errors import ExitCode, UserError
from kh20.cli.options import AsOfOption, ExcelOption, FormatOption, NoColorOption, PlanOption
from kh20.cli.plans import open_plan
from kh20.cli.terminal import say, screen_of, write
from kh20.formats import write as formats
from kh20.formats.lines import paragraph
from kh20.formats.write import OutputFormat
from kh20.text.i18n import _


class Reply(NamedTuple):
    """An answer that ends the command with an exit code of its own."""

    answer: Answer
    code: ExitCode


_SHARED = (
    ("plan", PlanOption, None),
    ("as_of", AsOfOption, None),
    ("fmt", FormatOption, OutputFormat.TABLE),
    ("excel", ExcelOption, False),
    ("no_color", NoColorOption, False),
)


def query(ask: Callable[..., Answer | Reply]) -> Callable[..., None]:
    """Make a command of a function that answers a question about an opened plan.

    The function takes the plan and the options of its own; the shared ones are added behind them.
    """

    def command(
        plan: str | None,
        as_of: str | None,
        fmt: OutputFormat,
        excel: bool,
        no_color: bool,
        **own: Any,
    ) -> None:
        if excel and fmt not in (OutputFormat.TABLE, OutputFormat.CSV, OutputFormat.EXCEL):
            raise UserError(
                _("--excel is a format, and --format {format} another").format(format=fmt),
                _("give one of them"),
            )
        fmt = OutputFormat.EXCEL if excel else fmt
        reply = ask(open_plan(plan, as_of), **own)
        answer, code = reply if isinstance(reply, Reply) else (reply, ExitCode.FINE)
        _print(answer, fmt, no_color=no_color)
        if code:
            raise typer.Exit(code)

    _opened, *own = signature(ask, eval_str=True).parameters.values()
    shared = [
        Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=option)
        for name, option, default in _SHARED
    ]
    command.__signature__ = Signature([*own, *shared])  # type: ignore[attr-defined]
    command.__annotations__ = {}
    command.__doc__ = ask.__doc__
    return command


def _print(answer: Answer, fmt: OutputFormat, *, no_color: bool) -> None:
    """Write an answer to standard output; where it is empty, tell a person so on standard error.

    The formats for programs have no one to tell it to.
    """
    if fmt.for_people and answer.page.is_empty:
        say(paragraph(answer.nothing, screen_of(sys.stderr)))
    text = formats.write(answer, fmt, screen_of(sys.stdout, no_color=no_color))
    write(text, exact=not fmt.for_people)
