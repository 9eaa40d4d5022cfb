"""What stands first on the terminal: what was studied, and the one number that was asked for."""

from __future__ import annotations

from ..results import Blank, Card, Figure, Result
from .sentences import card_lines, headline_about, model_source
from .terminal_fold import cells, fold, pad
from .terminal_look import Line, Screen
from .wording import heading, number, say

DOT = " · "
WHISKER = 7  # cells of the line between the ends of the headline's interval


def card_head(card: Card, screen: Screen) -> list[Line]:
    """The study's name, what its numbers rest on and where they came from; nothing for an unnamed study."""
    if not card.respondents and not card.name:
        return []
    name = screen.words(card.name or card.survey)
    parts = [part for part in card_lines(card, screen.language) if part]
    basis = screen.words(DOT.join(parts))
    if cells(name) + 3 + cells(basis) <= screen.width:
        first: list[Line] = [((name, "title"), (pad(basis, screen.width - cells(name), right=True), "quiet"))]
    else:
        first = [*(((line, "title"),) for line in fold(name, screen.width)), *_quiet(parts, screen)]
    return [*first, ((screen.glyphs.rule * screen.width, "quiet"),), *_quiet(_origin(card, screen), screen), ()]


def headline(result: Result, screen: Screen) -> list[Line]:
    """The result's title, and its figure between the ends of its interval."""
    title = screen.words(heading(result.title, screen.language))
    figure = result.headline
    if figure is None:
        return [((title, "title"),)]
    if figure.about:
        title += screen.words(DOT + DOT.join(headline_about(figure, screen.names, screen.language)))
    value = screen.words(number(figure.term, figure.value, screen.language, long=True))
    ends = _ends(figure, screen)
    if cells(title) + 3 + cells(value) + 3 + cells(ends) <= screen.width:
        return [((title, "title"), ("   ", ""), (value, "strong"), ("   ", ""), (ends, ""))]
    return [*(((line, "title"),) for line in fold(title, screen.width)), (("  " + value, "strong"), ("   ", ""), (ends, ""))]


def _ends(figure: Figure, screen: Screen) -> str:
    """The figure's place in its interval: 70.7 ──●── 74.2."""
    value, lower, upper = figure.value, figure.lower, figure.upper
    if isinstance(value, Blank) or isinstance(lower, Blank) or isinstance(upper, Blank):
        return ""
    share = (value - lower) / (upper - lower) if upper > lower else 0.5
    at = min(max(round(share * (WHISKER - 1)), 1), WHISKER - 2)
    glyphs = screen.glyphs
    line = glyphs.line * at + glyphs.point + glyphs.line * (WHISKER - 1 - at)
    low, high = (screen.words(number(figure.term, end, screen.language)) for end in (lower, upper))
    return f"{low} {line} {high}"


def _origin(card: Card, screen: Screen) -> list[str]:
    sheet = say("survey_sheet", screen.language, survey=card.survey, sheet=card.sheet) if card.sheet else card.survey
    model = model_source(card.model, screen.language)
    return [sheet, *([say("model_source", screen.language, model=model)] if model else [])]


def _quiet(parts: list[str], screen: Screen) -> list[Line]:
    """The parts with dots between them; a line ends between parts where it can."""
    lines = [""]
    for part in parts:
        longer = f"{lines[-1]}{DOT}{part}" if lines[-1] else part
        lines = [*lines[:-1], longer] if cells(longer) <= screen.width or not lines[-1] else [*lines, part]
    return [((screen.words(folded), "quiet"),) for line in lines if line for folded in fold(line, screen.width)]
