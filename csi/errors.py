"""What stops: an error names the place, the reason and the next move, in both languages, and knows its exit code."""

from __future__ import annotations

from .terms import Text

Words = Text | str


class CsiError(Exception):
    """The base of everything that `csi` refuses. `str(error)` is the English sentence."""

    exit_code: int = 2

    def __init__(self, *, place: Words, reason: Words, remedy: Words) -> None:
        self.where = _both(place)
        self.reason = _both(reason)
        self.remedy = _both(remedy)
        super().__init__(f"{self.place}: {self.reason.en} {self.remedy.en}".strip())

    @property
    def place(self) -> str:
        """Where it happened, in English; `where` has both languages."""
        return self.where.en

    @property
    def key(self) -> str:
        """Snake-case name of the class: the stable key in JSON."""
        name = type(self).__name__
        return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")


def _both(words: Words) -> Text:
    return words if isinstance(words, Text) else Text(words, words)


class Several(CsiError):
    """All that is wrong at once, for model files. Carries the single errors."""

    def __init__(self, errors: tuple[CsiError, ...]) -> None:
        self.errors = errors
        self.exit_code = max(error.exit_code for error in errors)
        first = errors[0]
        super().__init__(place=first.where, reason=first.reason, remedy=first.remedy)


# 2: wrong usage, or an input that cannot be read
class UsageFault(CsiError):
    """An option or argument that makes no sense."""


class NoSuchColumn(UsageFault):
    """An option names a column that the survey has not."""


class UnreadableFile(CsiError):
    """The bytes are not what they claim to be, are too large, or are not there."""


class NoSuchSheet(UnreadableFile):
    """The workbook has no sheet of that name."""


class OutputFault(CsiError):
    """The result could not be written; the old file is as it was."""


# 3: the survey has nothing to score
class NothingToScore(CsiError):
    """Empty, header only, no valid answers, or an unknown scale."""

    exit_code = 3


class UnusableWeights(NothingToScore):
    """Case weights that are negative, missing or all zero."""


# 4: the model is wrong or does not fit the survey
class ModelFault(CsiError):
    """The model contradicts itself."""

    exit_code = 4


class UnknownColumn(ModelFault):
    """The model names a column that the survey has not."""


# 5: the estimation has no honest answer
class NoHonestAnswer(CsiError):
    """Not settled, too few respondents, a negative weight in the target."""

    exit_code = 5


class TooFewRespondents(NoHonestAnswer):
    """Fewer respondents than the estimate needs."""


class NotConverged(NoHonestAnswer):
    """The iteration did not settle."""


class ConstantIndicator(NoHonestAnswer):
    """No spread where a weight needs spread."""


class NegativeWeight(NoHonestAnswer):
    """The target's index would leave 0-100."""


# 6: the analysis wants data that this study has not
class MissingRole(CsiError):
    """The model has no column in the role that the analysis needs."""

    exit_code = 6


# 7: an optional library is missing
class MissingExtra(CsiError):
    """A library for this format or analysis is not installed; the remedy is the install line."""

    exit_code = 7
