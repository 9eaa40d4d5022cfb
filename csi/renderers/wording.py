"""The only place that rounds a number and picks a language."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import replace

from ..findings import Value
from ..reasons import REASONS
from ..results import Blank, Cell, Number, Report
from ..terms import Term, Text, Unit
from .phrases import PHRASES

DASH = "–"
MINUS = "−"
OVERALL = "overall"
LONGEST_NAME, CLIPPED = 300, 40  # letters of a survey's own name, and what is told of a longer one
_LOWER, _UPPER = "lower", "upper"
LISTED = 3  # places named before a list is cut
# cells of these columns are the survey's words, not names of the model
_AS_WRITTEN = frozenset({"column", "expectation", "importance", "segment", "value"})
_SLOT = re.compile(r"\{(\w+)(?::([^{}:]+))?\}")
_DIGITS = re.compile(r"\.(\d)([f%])")  # a number of decimals, of the number itself or as per cent with its sign
_NAMED_DIGITS = {"points": ".1f", "ratio": ".3f"}


def pick(words: Text, language: str) -> str:
    """The sentence in the language, English unless it begins with zh."""
    return words.zh if language.startswith("zh") else words.en


def heading(term: Term, language: str) -> str:
    """The column's name."""
    return pick(Text(term.en, term.zh), language)


def meaning(term: Term, language: str) -> str:
    """The sentence that explains the term."""
    return pick(term.meaning, language)


def say(key: str, language: str, **values: Value) -> str:
    """One of our own phrases, filled."""
    return text(PHRASES[key], values, language)


def reason(blank: Blank, language: str) -> str:
    """Why a number is absent, as words."""
    return pick(REASONS.get(blank.reason, Text(blank.reason, blank.reason)), language)


def number(term: Term, value: Number, language: str, *, long: bool = False) -> str:
    """The number as it is read aloud: 72.5, 64.0%, 1,204, −12.8, <.001. A Blank: a dash, or its reason when `long`."""
    if isinstance(value, Blank):
        return reason(value, language) if long else DASH
    if not math.isfinite(value):
        raise ValueError(f"{term.key}: {value} is no number")
    if term.unit is Unit.P:
        return probability(value)
    if term.unit is Unit.SHARE:
        return _decimal(100 * value, term.digits, signed=term.signed) + "%"
    return _decimal(value, term.digits, signed=term.signed)


def probability(value: float) -> str:
    """Three digits without the zero before the point: .041, <.001, >.999."""
    if value < 0.001:
        return "<.001"
    return ">.999" if value >= 0.9995 else f"{value:.3f}"[1:]


def p_equals(value: float) -> str:
    """For use in a sentence: "p = .041", "p < .001"."""
    written = probability(value)
    return f"p {written[0]} {written[1:]}" if written[0] in "<>" else f"p = {written}"


def interval(term: Term, lower: Number, upper: Number, language: str) -> str:
    """From lower to upper: "70.7 – 74.2"; with signs "−15.6 to −9.9", "−2.1 to +0.4"; a dash when an end is absent."""
    if isinstance(lower, Blank) or isinstance(upper, Blank):
        return DASH
    own = replace(term, signed=term.signed or (term.unit is Unit.POINTS and min(lower, upper) < 0))
    between = Text(" to ", " 至 ") if own.signed or min(lower, upper) < 0 else Text(" – ", " – ")
    return pick(between, language).join(number(own, end, language) for end in (lower, upper))


def are_ends(lower: str, upper: str) -> bool:
    """Whether two keys are those of an interval's ends: "lower" and "upper", "importance_lower" and "importance_upper"."""
    return lower.endswith(_LOWER) and upper == lower.removesuffix(_LOWER) + _UPPER


def cell(term: Term, value: Cell, language: str, *, names: Mapping[str, str] | None = None, long: bool = False) -> str:
    """What stands in a table's cell. names: the analyst's own labels in this language, see `own_names`."""
    if value is None:
        return ""
    if isinstance(value, Blank):
        return number(term, value, language, long=long)
    if isinstance(value, bool):
        return say("yes" if value else "no", language)
    if isinstance(value, str):
        return _word(term, value, language, names or {})
    return str(value) if term.unit is Unit.NAME else number(term, value, language)


def own_names(report: Report, language: str) -> Mapping[str, str]:
    """The analyst's own labels in this language, by name."""
    return report.names.get("zh" if language.startswith("zh") else "en", {})


def label(name: str, report: Report, language: str) -> str:
    """The analyst's own label of a latent or indicator, else its name as it stands."""
    return named(name, own_names(report, language), language)


def named(name: str, names: Mapping[str, str], language: str) -> str:
    """The label of a name among `names`, else the name; the whole weighted tree is "Overall"."""
    return names.get(name) or (say("overall", language) if name == OVERALL else name)


def text(template: Text, values: Mapping[str, Value], language: str) -> str:
    """The template with its {names} filled and numbers rounded; lists are cut at three.

    {name} rounds by size; {name:share} takes a share as per cent (without the sign), {name:p} a probability,
    {name:plain} leaves whole numbers without separators; {name:points} has one decimal, {name:ratio} three, {name:.2f} two,
    {name:.0%} is a share as per cent, sign included. {name:case|cases} is the first word where the number is 1, else the second.
    A name without a value stays as it stands.
    """

    def fill(slot: re.Match[str]) -> str:
        name, kind = slot.groups()
        return _value(values[name], language, kind or "") if name in values else slot.group()

    return _SLOT.sub(fill, pick(template, language))


def clipped(words: str) -> str:
    """The words; of a name that is longer than any question, no more than its beginning."""
    return words if len(words) <= LONGEST_NAME else words[:CLIPPED].rstrip() + "…"


def _decimal(value: float, digits: int, *, signed: bool = False) -> str:
    written = f"{abs(value):,.{digits}f}"
    if not any(digit in "123456789" for digit in written):
        return written  # no sign before a rounded zero
    if value < 0:
        return MINUS + written
    return "+" + written if signed else written


def _word(term: Term, value: str, language: str, names: Mapping[str, str]) -> str:
    if value in term.values:
        return pick(term.values[value], language)
    return value if term.key in _AS_WRITTEN else named(value, names, language)


def _value(value: Value, language: str, kind: str) -> str:
    if value is None:
        return DASH
    if isinstance(value, bool):
        return say("yes" if value else "no", language)
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return _listed(value, language, kind)
    return _by_kind(value, kind)


def _by_kind(value: float, kind: str) -> str:
    if "|" in kind:
        return kind.split("|")[0 if value == 1 else 1]
    digits = _DIGITS.fullmatch(_NAMED_DIGITS.get(kind, kind))
    if digits and digits[2] == "%":
        least = 10.0 ** -int(digits[1])
        return f"<{least:g}%" if 0 < 100 * value < least / 2 else _decimal(100 * value, int(digits[1])) + "%"
    if digits:
        return _decimal(value, int(digits[1]))
    if kind == "share":
        return _by_size(100 * value)
    if kind == "p":
        return p_equals(value)
    return f"{value:g}" if kind == "plain" and isinstance(value, float) else str(value) if kind == "plain" else _by_size(value)


def _by_size(value: float) -> str:
    """About three digits: 1,204, 72.5, 1.25, 0.0312."""
    size = abs(value)
    if size >= 1000 or math.isclose(value, round(value), rel_tol=1e-12):
        return _decimal(value, 0)
    digits = 2 - math.floor(math.log10(size)) if size < 1 else 1 if size >= 10 else 2
    return _decimal(value, digits).rstrip("0").rstrip(".")


def _listed(values: tuple[Value, ...], language: str, kind: str) -> str:
    words = [_value(value, language, kind) for value in values]
    comma = pick(Text(", ", "、"), language)
    if len(words) <= LISTED + 1:  # one more name is no longer than saying that there is one more
        return comma.join(words)
    return comma.join(words[:LISTED]) + say("list_more", language, more=len(words) - LISTED, total=len(words))
