"""The frame of a query: the options that all of them take, and the way from a plan to an answer."""

from __future__ import annotations

from collections.abc import Callable
from inspect import Parameter, Signature, signature
from typing import Any, NamedTuple

import typer

from kh20.answers.answer import Answer
from kh20.cli.errors import ExitCode
from kh20.cli.options import AsOfOption, FormatOption, NoColorOption, PlanOption
from kh20.cli.plans import open_plan
from kh20.cli.printing import print_answer
from kh20.formats.write import OutputFormat


class Reply(NamedTuple):
    """An answer that ends the command with an exit code of its own."""

    answer: Answer
    code: ExitCode


_SHARED = (
    ("plan", PlanOption, None),
    ("as_of", AsOfOption, None),
    ("fmt", FormatOption, OutputFormat.TABLE),
    ("no_color", NoColorOption, False),
)


def query(ask: Callable[..., Answer | Reply]) -> Callable[..., None]:
    """Make a command of a function that answers a question about an opened plan.

    The function takes the plan and the options of its own; the shared ones are added behind them.
    """

    def command(plan: Any, as_of: Any, fmt: Any, no_color: Any, **own: Any) -> None:
        reply = ask(open_plan(plan, as_of), **own)
        answer, code = reply if isinstance(reply, Reply) else (reply, ExitCode.FINE)
        print_answer(answer, fmt, no_color=no_color)
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
