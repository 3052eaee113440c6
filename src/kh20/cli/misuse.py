"""A command line that the argument parser does not take, told in sentences of our own."""

from collections.abc import Iterator, Sequence, Set
from enum import Enum
from functools import partial
from inspect import signature
from itertools import pairwise
from shlex import quote
from typing import Any, NamedTuple, get_args

import typer
from typer.core import TyperGroup

from kh20.cli.errors import UserError
from kh20.cli.parsing import options_of
from kh20.text.i18n import _, ngettext
from kh20.text.quoting import shown
from kh20.text.suggestions import closest, did_you_mean

_LONGEST_LINE = 300
_OF_ONE_WORD = ("PATH", "FILE", "REV", "ID")
"""What such a value is called in help. A word behind it is none of its own."""


def misuse(error: typer.TyperException, context: Any, words: Sequence[str]) -> UserError:
    """Return what the parser raised over some words as a sentence, and what to do about it."""
    parameter: Any = getattr(error, "param", None)
    match type(error).__name__:
        case "NoSuchOption":
            name: str = getattr(error, "option_name", "")
            return _out_of_place(name, context, words) or _no_such_option(name, context, words)
        case "BadOptionUsage":
            return _bad_usage(getattr(error, "option_name", ""), context)
        case "MissingParameter":
            return _missing(parameter, context)
        case "BadParameter":
            return _bad_value(parameter, context, words)
        case _:
            return _surplus(_typed(context, words), context)


def _help(context: Any) -> str:
    return _("“{command} --help” shows how it is used").format(command=context.command_path)


def _out_of_place(option: str, context: Any, words: Sequence[str]) -> UserError | None:
    """Tell of an option before the command where it belongs."""
    group = context.command
    for place, name in enumerate(words if isinstance(group, TyperGroup) else ()):
        command = group.get_command(context, name)
        if command is not None and option in _option_names(command):
            line = _line([context.command_path, name, *words[:place], *words[place + 1 :]])
            return UserError(
                _("{option} stands before the command").format(option=option),
                _("put it behind the command: {line}").format(line=line),
            )
    return None


def _option_names(command: Any) -> list[str]:
    options = [each for each in command.params if each.param_type_name == "option"]
    return [name for each in options for name in each.opts]


def _no_such_option(name: str, context: Any, words: Sequence[str]) -> UserError:
    hint = _help(context)
    if isinstance(context.command, TyperGroup):
        hint = _("options stand behind a command; “kh20 --help” lists the commands")
    if not name.startswith("--"):  # Of “-plan” the parser tells its first letter.
        name = next((each for each in words if each.startswith(name)), name)
    return UserError(
        _("“{command}” has no option “{option}”").format(
            command=context.command_path, option=shown(name)
        ),
        did_you_mean(closest(name, _option_names(context.command))) or hint,
    )


def _bad_usage(name: str, context: Any) -> UserError:
    option = next(each for each in context.command.get_params(context) if name in each.opts)
    if option.is_flag:
        return UserError(_("{option} takes no value").format(option=name), _help(context))
    message = ngettext(
        "{option} needs a value: {usage}", "{option} needs {count} values: {usage}", option.nargs
    )
    usage = _usage(option, context)
    return UserError(message.format(option=name, count=option.nargs, usage=usage), _help(context))


def _missing(parameter: Any, context: Any) -> UserError:
    return UserError(_("{name} is missing").format(name=_name(parameter)), _pattern(context))


def _pattern(context: Any) -> str:
    """Say how a command is written with all that it needs."""
    needed = [
        _usage(each, context) if each.required else f"[{_usage(each, context)}]"
        for each in context.command.params
        if each.required or each.param_type_name == "argument"
    ]
    return _("write “{usage}”; “{command} --help” tells more").format(
        usage=" ".join([context.command_path, *needed]), command=context.command_path
    )


def _bad_value(parameter: Any, context: Any, words: Sequence[str]) -> UserError:
    choices = _choices(parameter, context)
    values = _as_list(_typed(context, words).values.get(parameter.name))
    value = next((each for each in values if each not in choices), "")
    usage = _("write {usage}").format(usage=_usage(parameter, context))
    listed = _("it is one of: {choices}").format(choices=", ".join(choices))
    return UserError(
        _("{name}: “{value}” is not a value that it takes").format(
            name=_name(parameter), value=shown(value)
        ),
        did_you_mean(closest(value, choices)) or (listed if choices else usage),
    )


def _name(parameter: Any) -> str:
    """Return the name by which a person knows an option or an argument."""
    is_option = parameter.param_type_name == "option"
    return max(parameter.opts, key=len) if is_option else str(parameter.metavar)


def _usage(parameter: Any, context: Any) -> str:
    """Return a parameter as it is written, with its choices or what help calls its value."""
    value = "|".join(_choices(parameter, context)) or str(parameter.metavar)
    return f"{_name(parameter)} {value}" if parameter.param_type_name == "option" else value


def _choices(parameter: Any, context: Any) -> list[str]:
    """Return the words that a parameter takes, where the function of the command lists them."""
    function = signature(context.command.callback, eval_str=True)
    return [
        str(each.value)
        for kind in _kinds(function.parameters[parameter.name].annotation)
        if isinstance(kind, type) and issubclass(kind, Enum)
        for each in kind
    ]


def _kinds(annotation: Any) -> Iterator[Any]:
    yield annotation
    for inner in get_args(annotation):
        yield from _kinds(inner)


class _Given(NamedTuple):
    """An option as it was typed, and the places of the words behind it, up to the next one."""

    option: Any
    values: list[str]
    behind: range


class _Typed(NamedTuple):
    """A command line taken apart: its words, the options between them, the values by name."""

    words: list[str]
    options: list[_Given]
    values: dict[str, Any]


def _typed(context: Any, words: Sequence[str]) -> _Typed:
    """Take apart the command line of a command that knows all its options."""
    options: list[tuple[Any, list[str], int]] = []

    def note(process: Any, option: Any, value: Any, state: Any) -> None:
        process(value, state)
        options.append((option, _as_list(value), len(state.largs)))

    parser = context.command.make_parser(context)
    for option in options_of(parser):
        option.process = partial(note, option.process, option.obj)
    parser._args.clear()
    values, rest, _order = parser.parse_args(list(words))
    begins = [*(begin for _option, _values, begin in options), len(rest)]
    runs = [range(*pair) for pair in pairwise(begins)]
    given = [
        _Given(option, own, run) for (option, own, _begin), run in zip(options, runs, strict=True)
    ]
    return _Typed(rest, given, values)


def _as_list(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value or ())


def _surplus(typed: _Typed, context: Any) -> UserError:
    """Tell which words are too many, and which quotes are likely missing."""
    wanted = sum(each.param_type_name == "argument" for each in context.command.params)
    surplus = range(wanted, len(typed.words))
    hint = _pattern(context)
    words = [typed.words[place] for place in surplus]
    quoted = _meant_in_quotes(typed, len(surplus), context)
    if quoted:
        line = _line([*context.command_path.split(), *_with_quoted(typed, frozenset(quoted))])
        hint = _("put quotes around a value of several words: {line}").format(line=line)
        words = [typed.words[place] for place in quoted]
    message = ngettext(
        "“{words}” is one word too many", "“{words}” are {count} words too many", len(words)
    )
    return UserError(message.format(words=shown(" ".join(words)), count=len(words)), hint)


def _meant_in_quotes(typed: _Typed, count: int, context: Any) -> list[int]:
    """Return the places of words that likely go on with the value of the option before them.

    None do where they are not as many as there are words too many.
    """
    found: list[int] = []
    for given in reversed(typed.options):
        if _may_go_on(given, context):
            found += given.behind[: count - len(found)]
    return sorted(found) if len(found) == count else []


def _may_go_on(given: _Given, context: Any) -> bool:
    """Tell whether the value of an option may be the first of several words."""
    option, values, _behind = given
    if len(values) != 1 or option.metavar in _OF_ONE_WORD:
        return False
    is_day = option.metavar == "DAY" and any(map(str.isdigit, values[0]))
    return not is_day and not _choices(option, context)


def _with_quoted(typed: _Typed, quoted: Set[int]) -> Iterator[str]:
    """Yield a command line with the words at some places in the value of the option before them."""
    yield from typed.words[: typed.options[0].behind.start]
    for option, values, behind in typed.options:
        yield _name(option)
        meant = [typed.words[place] for place in behind if place in quoted]
        yield from [" ".join([*values, *meant])] if meant else values
        yield from (typed.words[place] for place in behind if place not in quoted)


def _line(words: Sequence[str]) -> str:
    """Return a command line as a person types it, cut where it is very long."""
    return shown(" ".join(map(_in_quotes, words)), _LONGEST_LINE)


def _in_quotes(word: str) -> str:
    """Return a word in quotes where a shell needs them."""
    if word and all(char.isalnum() or char in "@%+=:,./_-" for char in word):
        return word
    return quote(word) if any(char in word for char in '"$`\\!') else f'"{word}"'
