"""The options that every analysis has, declared once, with the defaults that scripts rely on."""

from __future__ import annotations

from ..errors import UsageFault
from ..model import WEIGHTINGS
from ..renderers import RENDERERS
from ..terms import Text
from .flags import THE_MODELS, Flag, as_written, between, one_of, whole, within
from .session import LANGUAGES

PANELS: dict[str, Text] = {
    "own": Text("Options of this command", "本命令的选项"),
    "input": Text("Survey and model", "调查与模型"),
    "figures": Text("Figures and intervals", "数值与区间"),
    "people": Text("Respondents", "受访者"),
    "output": Text("Output", "输出"),
    "other": Text("Options", "选项"),
}


def _column_value(spelling: str, word: str) -> tuple[str, str]:
    column, equals, value = word.partition("=")
    if not equals or not column.strip():
        raise UsageFault(
            place=spelling,
            reason=Text(f'"{word}" names no column and value.', f"“{word}”没有写明列和值。"),
            remedy=Text("Write it as COLUMN=VALUE.", "请写成 列=值。"),
        )
    return column.strip(), value.strip()


INPUT = (
    Flag(
        "model",
        Text(
            "The model: a file, or the name of a preset. Else the sheet model/模型, SURVEY.model.yaml beside it, or a guess that says so.",
            "模型：文件，或预设名称。未给出时依次使用工作表 model/模型、同目录的 SURVEY.model.yaml，最后才是会明确说明的推测。",
        ),
        "FILE",
        short="-m",
        panel="input",
    ),
    Flag("sheet", Text("The sheet with the answers.", "答案所在的工作表。"), "NAME", panel="input"),
    Flag("encoding", Text("Encoding of a text file.", "文本文件的编码。"), "NAME", panel="input"),
)

FIGURES = (
    Flag(
        "weights",
        Text("Where the weights come from.", "权重的来源。"),
        "|".join(WEIGHTINGS),
        one_of(*WEIGHTINGS),
        shown=THE_MODELS,
        panel="figures",
    ),
    Flag(
        "scheme",
        Text("Inner weighting scheme of PLS.", "PLS 的内部加权方案。"),
        "path|factorial|centroid",
        one_of("path", "factorial", "centroid"),
        "path",
        panel="figures",
    ),
    Flag(
        "missing",
        Text("What is done about missing answers.", "缺失答案的处理方式。"),
        "available|listwise|mean|em",
        one_of("available", "listwise", "mean", "em"),
        "available",
        panel="figures",
    ),
    Flag(
        "resamples",
        Text("How many resamples the intervals rest on; 0: point estimates.", "区间所依据的重抽样次数；0 表示仅点估计。"),
        "N",
        whole(0, 1_000_000),
        2000,
        panel="figures",
    ),
    Flag("seed", Text("Seed of the resamples.", "重抽样的随机种子。"), "N", whole(0, 2**63 - 1), 1, panel="figures"),
    Flag("confidence", Text("Confidence of the intervals.", "区间的置信水平。"), "P", between(0.5, 1), 0.95, panel="figures"),
    Flag(
        "interval",
        Text(
            "Form of the intervals: percentiles of the resamples, the same corrected for bias and skewness, or estimate ∓ standard errors.",
            "区间的形式：重抽样百分位数；校正偏差与偏态的百分位数；或估计值 ∓ 若干倍标准误。",
        ),
        "percentile|bca|normal",
        one_of("percentile", "bca", "normal"),
        "percentile",
        panel="figures",
    ),
)

PEOPLE = (
    Flag(
        "case_weights",
        Text("Column with one weight a respondent.", "每位受访者权重所在的列。"),
        "COLUMN",
        shown=THE_MODELS,
        panel="people",
    ),
    Flag(
        "cluster", Text("Column that names the sampled cluster.", "标明抽样群的列。"), "COLUMN", shown=THE_MODELS, panel="people"
    ),
    Flag("strata", Text("Column that names the stratum.", "标明层的列。"), "COLUMN", shown=THE_MODELS, panel="people"),
    Flag("by", Text("Repeat everything for each group of this column.", "按该列的每个群体分别计算。"), "COLUMN", panel="people"),
    Flag(
        "only",
        Text(
            "Keep the respondents with this value; repeat it for more: one column, any of its values; several columns, all of them.",
            "仅保留该值的受访者；可重复：同一列取任一值，不同列须同时满足。",
        ),
        "COLUMN=VALUE",
        _column_value,
        (),
        many=True,
        panel="people",
    ),
    Flag(
        "min_base",
        Text("Groups with fewer respondents are hidden.", "人数少于该值的群体不予显示。"),
        "N",
        whole(1, 10**9),
        30,
        panel="people",
    ),
)

FAIL_UNDER = Flag(
    "fail_under",
    Text("Exit with 1 when the target's index is under this.", "目标指数低于该值时以 1 退出。"),
    "X",
    within(0, 100),
    panel="output",
)

STRICT = Flag(
    "strict",
    Text("Exit with 1 when any finding is a warning or worse.", "有警告或更严重的数据提示时以 1 退出。"),
    default=False,
    panel="output",
)

LANG = Flag(
    "lang",
    Text("Language of what is written.", "输出语言。"),
    "|".join(LANGUAGES),
    one_of(*LANGUAGES),
    shown=Text("the model's, else the system's", "模型设定，其次系统语言"),
    panel="output",
)

QUIET = Flag(
    "quiet",
    Text("Only errors and missed thresholds.", "仅显示错误与未达到的阈值。"),
    default=False,
    short="-q",
    panel="output",
)

VERBOSE = Flag(
    "verbose",
    Text("Every assumption and every finding.", "显示每个假定与每条数据提示。"),
    default=False,
    short="-v",
    panel="output",
)

FORMAT = Flag(
    "format",
    Text("How the result is written.", "结果的格式。"),
    "|".join(RENDERERS),
    one_of(*RENDERERS),
    short="-f",
    shown=Text("by the suffix of --out, else table", "由 --out 的后缀决定，否则为 table"),
    panel="output",
)


def _file(spelling: str, word: str) -> str | None:
    """A dash means standard output, as elsewhere."""
    return None if word == "-" else as_written(spelling, word)


OUT = Flag(
    "out",
    Text(
        "Write to this file instead; an existing one is replaced. A folder/ takes every table as CSV.",
        "写入该文件；已有文件会被替换。以 / 结尾的文件夹则写入全部 CSV 表格。",
    ),
    "FILE",
    _file,
    short="-o",
    panel="output",
)

SHARED = (*INPUT, *FIGURES, *PEOPLE, FORMAT, OUT, LANG, STRICT, QUIET, VERBOSE)
