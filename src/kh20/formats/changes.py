"""Changes between two versions of a plan: for a terminal, and as a comment on a merge request."""

from kh20.answers.changes import Changes, effect_word
from kh20.comparison import Change, Effect
from kh20.comparison.change import headline, sentence
from kh20.comparison.word_diff import shortened, stretches
from kh20.formats.lines import Screen, fitted, styled
from kh20.formats.markdown import escaped
from kh20.text.quoting import printable

_STYLE = {
    Effect.WEAKENS: "bold red",
    Effect.ALTERS: "bold red",
    Effect.REASSIGNS: "yellow",
    Effect.STRENGTHENS: "green",
    Effect.CORRECTS: "green",
    Effect.NEUTRAL: "cyan",
}
_MARKS = {
    Effect.WEAKENS: "🔴",
    Effect.ALTERS: "🔴",
    Effect.REASSIGNS: "🟡",
    Effect.STRENGTHENS: "🟢",
    Effect.CORRECTS: "🟢",
    Effect.NEUTRAL: "⚪",
}


def write_text(answer: Changes, screen: Screen) -> str:
    """Return the changes a line each, under a line that counts them."""
    lines = [fitted(printable(answer.tally), screen)]
    width = max((len(effect_word(change.effect)) for change in answer.changes), default=0)
    for change in answer.changes:
        word = effect_word(change.effect).ljust(0 if screen.narrow else width)
        line = fitted(f"  {word}  {printable(sentence(change))}", screen)
        word_styled = styled(word, _STYLE[change.effect], colour=screen.colour)
        lines.append(line.replace(word, word_styled, 1))
    return "\n".join(lines) + "\n"


def write_markdown(answer: Changes, _screen: Screen) -> str:
    """Return the changes as Markdown for a comment on a merge request."""
    lines = [f"**{escaped(answer.tally)}**", ""]
    for change in answer.changes:
        word = effect_word(change.effect)
        lines.append(f"- {_MARKS[change.effect]} **{word}** {_markdown(change)}")
    return "\n".join(lines).rstrip("\n") + "\n"


def _markdown(change: Change) -> str:
    if not change.kind.of_texts:
        return escaped(sentence(change))
    # Tags hold inside a word and beside punctuation, where asterisks would show as they are.
    marks = {"same": "{}", "removed": "<del>{}</del>", "added": "<ins>{}</ins>"}
    found = shortened(stretches(change.old or "", change.new or ""))
    body = "".join(marks[piece.kind].format(_spaced(piece.text)) for piece in found)
    return f"{escaped(headline(change))}: {body}"


def _spaced(text: str) -> str:
    """Return a piece of a text escaped, with the spaces at its ends kept."""
    before, after = " " * text.startswith(" "), " " * text.endswith(" ")
    return f"{before}{escaped(text.strip())}{after}"
