"""The contract of a room: a function from a study to a result, with keyword options that have defaults and a sentence each."""

from __future__ import annotations

import inspect
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Concatenate, Generic, ParamSpec, get_args, get_origin, get_type_hints

from ..errors import MissingRole, UsageFault
from ..model import Role
from ..model.places import of_model
from ..results import Result
from ..study import Study
from ..terms import Term, Text
from .missing_roles import ABSENT, remedy

P = ParamSpec("P")

_COUNTS = Text(
    "the survey holds counts of answers, and this analysis needs respondents.", "数据为答案频数，而该分析需要逐人数据。"
)
_ROWS = Text("Give the respondents' answers, one respondent a row.", "请提供逐人答案，每行一位受访者。")


@dataclass(frozen=True)
class Range:
    """What a number may be: from `lowest` (`above`: itself left out) to `highest`."""

    lowest: float
    highest: float = math.inf
    above: bool = False


MODELS = "model"  # beside an option's sentence: the model has a key for it, which holds where the option is not given


@dataclass(frozen=True)
class Option:
    """One keyword of an analysis. models: whether the model's own holds where nothing is said. range: of its numbers."""

    name: str
    kind: type
    default: Any
    text: Text
    models: bool = False
    range: Range | None = None


@dataclass(frozen=True)
class Analysis(Generic[P]):
    """A room. Callable; the command, the Python call, the report's section and the manual come from it."""

    name: str
    title: Term
    needs: tuple[Role, ...]
    options: tuple[Option, ...]
    help: Text  # the manual page; its first line is the sentence in the register
    from_counts: bool  # whether counts of each question's answers are enough
    run: Callable[Concatenate[Study, P], Result]

    def __call__(self, study: Study, *args: P.args, **options: P.kwargs) -> Result:
        """Refuse early, then run."""
        if self._needs_respondents(study):
            raise MissingRole(place=study.survey.origin.source, reason=_COUNTS, remedy=_ROWS)
        absent = self._absent(study)
        if absent is not None:
            model = study.model
            raise MissingRole(place=of_model(model.source), reason=ABSENT[absent], remedy=remedy(absent, model))
        unknown = set(options) - {option.name for option in self.options}
        if unknown:
            raise UsageFault(
                place=f"csi {self.name}",
                reason=Text(f"it has no option {', '.join(sorted(unknown))}.", f"该分析没有选项 {'、'.join(sorted(unknown))}。"),
                remedy=Text(
                    f"Its options are {', '.join(o.name for o in self.options) or 'none'}.",
                    f"可用选项：{'、'.join(o.name for o in self.options) or '无'}。",
                ),
            )
        return self.run(study, *args, **options)

    def missing(self, study: Study) -> Text | None:
        """Why this study cannot be analysed so, or None."""
        if self._needs_respondents(study):
            return _COUNTS
        absent = self._absent(study)
        return None if absent is None else ABSENT[absent]

    def _absent(self, study: Study) -> Role | None:
        # features may be all that a survey asks about; every other analysis stands on ratings
        needs = self.needs if Role.FEATURES in self.needs else (Role.INDICATORS, *self.needs)
        return next((role for role in needs if not study.model.has(role)), None)

    def _needs_respondents(self, study: Study) -> bool:
        return study.survey.origin.holds == "counts" and not self.from_counts


def analysis(
    *, title: Term, zh: str, needs: tuple[Role, ...] = (), from_counts: bool = False
) -> Callable[[Callable[Concatenate[Study, P], Result]], Analysis[P]]:
    """Make a room of a function. `zh` is the Chinese manual page; the docstring is the English one.

    from_counts: whether it needs no more than counts of each question's answers. Raises TypeError at definition when the docstring, a default or an option's sentence is absent.
    """

    def make(function: Callable[Concatenate[Study, P], Result]) -> Analysis[P]:
        page = inspect.getdoc(function)
        if not page or not zh.strip():
            raise TypeError(f"{function.__name__} has no docstring in both languages")
        return Analysis(
            function.__name__, title, needs, _options(function), Text(page, inspect.cleandoc(zh)), from_counts, function
        )

    return make


def _options(function: Callable[..., Result]) -> tuple[Option, ...]:
    hints = get_type_hints(function, include_extras=True)
    found = []
    for name, parameter in list(inspect.signature(function).parameters.items())[1:]:
        hint = hints[name]
        if get_origin(hint) is not Annotated or not isinstance(get_args(hint)[1], Text):
            raise TypeError(f"{function.__name__}: option {name} has no sentence in both languages")
        if parameter.default is inspect.Parameter.empty:
            raise TypeError(f"{function.__name__}: option {name} has no default")
        kind, text, *more = get_args(hint)
        limits = next((one for one in more if isinstance(one, Range)), None)
        found.append(Option(name, kind, parameter.default, text, MODELS in more, limits))
    return tuple(found)
