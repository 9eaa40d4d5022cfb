"""The words of a ranking of expectations."""

from __future__ import annotations

from ...terms import Term, Text, Unit

_NONE = Text("", "")

EXPECTATIONS = Term(
    "expectations",
    "Expectations",
    "期望",
    meaning=Text("Which are essential, and which can be given up.", "哪些期望必须满足，哪些可以放弃。"),
)


def points(key: str, en: str, zh: str, meaning: Text = _NONE, *, signed: bool = False) -> Term:
    """A figure in points of 0-100."""
    return Term(key, en, zh, Unit.POINTS, 1, meaning, signed)


def answers(key: str, en: str, zh: str, meaning: Text = _NONE, *, signed: bool = False) -> Term:
    """A figure in units of the answers, or of what was asked for."""
    return Term(key, en, zh, Unit.ANSWER, 2, meaning, signed)


def share(key: str, en: str, zh: str, meaning: Text = _NONE) -> Term:
    """A share of the respondents, or of the resamples."""
    return Term(key, en, zh, Unit.SHARE, 0, meaning)


def count(key: str, en: str, zh: str, meaning: Text = _NONE) -> Term:
    """A number of respondents, or a place in a ranking."""
    return Term(key, en, zh, Unit.COUNT, 0, meaning)


def probability(key: str, en: str, zh: str, meaning: Text = _NONE) -> Term:
    """The p of a test."""
    return Term(key, en, zh, Unit.P, 3, meaning)


def keys(term: Term) -> tuple[str, str, str]:
    """The keys of a figure and of its ends."""
    return term.key, f"{term.key}_lower", f"{term.key}_upper"


RANK = count("rank", "Rank", "名次", Text("By class, and inside a class by importance.", "先按类别，同类按重要性。"))
IMPORTANCE = points(
    "importance", "Importance", "重要性", Text("As rated by the respondents, 0-100.", "受访者评定的重要性（0–100）。")
)
GIVE_UP = share("give_up", "Would give it up", "愿意放弃", Text("Share who would give it up.", "愿意放弃的比例。"))
EXPECTED = points("expectation_index", "Expected", "期望", Text("Expectation on 0-100.", "0–100 的期望。"))
EXPERIENCED = points("experience_index", "Experienced", "体验", Text("Experience on 0-100.", "0–100 的体验。"))
GAP = points(
    "gap_index",
    "Gap",
    "差距",
    Text("Experience minus expectation on 0-100; positive is good.", "0–100 的体验减期望，正值为好。"),
    signed=True,
)
CERTAINTY = share(
    "certainty", "Certainty", "稳定度", Text("Share of the resamples that say the same.", "得出同一结论的重抽样比例。")
)
CLASS = Term(
    "class",
    "Class",
    "类别",
    meaning=Text("How firmly it is expected.", "期望的坚定程度。"),
    values={
        "essential": Text("essential", "必须满足"),
        "ordinary": Text("ordinary", "一般"),
        "negotiable": Text("negotiable", "可协商"),
        "given_up": Text("can be given up", "可放弃"),
    },
)
KANO = Term(
    "kano",
    "Kano",
    "KANO",
    meaning=Text("Category of the feature of the same name.", "同名功能的 KANO 类别。"),
    values={
        "M": Text("must-be", "必备"),
        "O": Text("one-dimensional", "期望"),
        "A": Text("attractive", "魅力"),
        "I": Text("indifferent", "无差异"),
        "R": Text("reverse", "反向"),
        "Q": Text("questionable", "可疑"),
    },
)
BEYOND_STANDARD = Term(
    "unreasonable",
    "Beyond the standard",
    "超出标准",
    meaning=Text(
        "Whether the level asked for lies beyond the industry standard: yes where its interval does, too.",
        "要求的水平是否超出行业标准；区间也超出时为“是”。",
    ),
    values={"yes": Text("yes", "是"), "perhaps": Text("perhaps", "可能"), "no": Text("no", "否")},
)
BEYOND_SHARE = share(
    "unreasonable_share",
    "Ask for more",
    "要求更高者",
    Text("Share who ask for more than the standard.", "要求高于行业标准的比例。"),
)
EXCESS = answers(
    "excess",
    "Beyond by",
    "超出幅度",
    Text("Mean level asked for less the standard, in its units.", "平均要求水平与行业标准之差，以其单位计。"),
    signed=True,
)
CAUSE = Term(
    "cause",
    "Against the industry's standard",
    "与行业标准相比",
    meaning=Text(
        "Where experience falls short: the expectation, when it clearly lies beyond the industry's standard; the experience, when it clearly does not.",
        "体验不及期望时：期望明显超出行业标准，为期望偏高；明显未超出，为体验不足。",
    ),
    values={
        "expectation": Text("too high an expectation", "期望偏高"),
        "experience": Text("too poor an experience", "体验不足"),
        "both": Text("both", "两者兼有"),
        "open": Text("not settled", "尚不确定"),
    },
)
VERDICT = Term(
    "verdict",
    "Verdict",
    "结论",
    meaning=Text("Where the interval of the gap lies.", "差距的区间位于何处。"),
    values={
        "below": Text("falls short", "低于期望"),
        "meets": Text("meets", "符合期望"),
        "exceeds": Text("exceeds", "超出期望"),
    },
)
