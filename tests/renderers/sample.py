"""Reports as a study makes them, for looking at renderings: invented figures, real shapes."""

from __future__ import annotations

from csi.findings import Finding, Remark, Value
from csi.results import Blank, Card, Cell, Chart, Figure, Report, Result, Skipped, Table
from csi.terms import (
    COLUMN,
    INDEX,
    INDICATOR,
    LATENT,
    LEVEL,
    LOWER,
    MEAN,
    NODE,
    OUTER_WEIGHT,
    OVERALL_WEIGHT,
    STANDARD_ERROR,
    TOP_TWO,
    UPPER,
    WEIGHT,
    N,
    Term,
    Text,
    Unit,
)

SCORE = Term("score", "Customer satisfaction index", "顾客满意度指数")
GAP = Term("gap", "Expectation gaps", "期望差距")
EXPECTED = Term("expectation_index", "Expected", "期望", Unit.POINTS)
EXPERIENCED = Term("experience_index", "Experienced", "体验", Unit.POINTS)
GAP_INDEX = Term("gap_index", "Gap", "差距", Unit.POINTS, signed=True)
P_ADJUSTED = Term("p_adjusted", "Adjusted p", "校正 p", Unit.P)
VERDICT = Term(
    "verdict",
    "Verdict",
    "结论",
    values={"below": Text("below", "低于期望"), "meets": Text("meets", "符合期望"), "exceeds": Text("exceeds", "超出期望")},
)
SETTINGS: dict[str, Value] = {
    "weights": "pls",
    "scheme": "path",
    "missing": "available",
    "resamples": 2000,
    "seed": 1,
    "confidence": 0.95,
}

LATENTS: tuple[tuple[Cell, ...], ...] = (
    ("Image", 73.5312, 0.84, 71.9, 75.24, 1204),
    ("Expectation", 78.0911, 0.63, 76.8, 79.31, 1204),
    ("Perceived quality", 70.2344, 0.79, 68.7, 71.84, 1198),
    ("Perceived value", 61.0402, 0.97, 59.1, 62.93, 1201),
    ("Satisfaction", 72.4541, 0.89, 70.7, 74.24, 1204),
    ("Complaints", 66.8, 3.4, 59.8, 73.2, 96),
    ("Loyalty", 66.8934, 1.42, 64.0, 69.64, 1187),
)
LATENT_NAMES = ("Image", "Expectation", "Perceived quality", "Perceived value", "Satisfaction", "Complaints", "Loyalty")
ZH = dict(zip(LATENT_NAMES, ("企业形象", "顾客期望", "感知质量", "感知价值", "满意度", "顾客抱怨", "顾客忠诚"), strict=True))

LONG = "How satisfied are you, all in all, with the way our staff in the branch dealt with your last request? [Politeness]"
MIXED = "您对门店 App 下单 (iOS/Android) 的整体满意程度如何？请以最近一次购物为准"


def latents_table(rows: tuple[tuple[Cell, ...], ...] = LATENTS) -> Table:
    return Table(
        "latents",
        Text("Latents", "潜变量"),
        (LATENT, INDEX, STANDARD_ERROR, LOWER, UPPER, N),
        rows,
        shown=("latent", "index", "lower", "upper", "n"),
        strong=frozenset({4} if len(rows) > 4 else {}),
    )


def indicators_table() -> Table:
    names = [f"{block[:3].upper()}{number}" for block in LATENT_NAMES for number in range(1, 4)] + [LONG, MIXED, "CUSA3b"]
    blocks = [block for block in LATENT_NAMES for _ in range(3)] + ["Loyalty"] * 3
    rows: list[tuple[Cell, ...]] = []
    for at, (block, name) in enumerate(zip(blocks, names, strict=True)):
        index = 55 + (at * 7.37) % 36
        top: Cell = Blank("not_discrete") if at == 5 else 0.31 + (at * 0.037) % 0.5
        rows.append(
            (block, name, f"Q{at + 1}", 0.2 + at / 100, 1 / 3, 1 + index / 11, index, index - 1.7, index + 1.6, top, 1204 - at)
        )
    return Table(
        "indicators",
        Text("Indicators", "指标"),
        (LATENT, INDICATOR, COLUMN, OUTER_WEIGHT, WEIGHT, MEAN, INDEX, LOWER, UPPER, TOP_TWO, N),
        tuple(rows),
        shown=("latent", "indicator", "weight", "mean", "index", "lower", "upper", "top_two", "n"),
    )


def tree_table() -> Table:
    rows: tuple[tuple[Cell, ...], ...] = (
        ("overall", 0, 1.0, 71.2, 69.9, 72.5),
        ("Perceived quality", 1, 0.6, 70.2, 68.7, 71.8),
        ("Product", 2, 0.24, 74.1, 72.2, 75.9),
        ("IMA1", 3, 0.12, 75.0, 73.0, 77.0),
        ("IMA2", 3, 0.12, 73.2, 71.0, 75.1),
        ("Service", 2, 0.36, 67.6, 65.8, 69.4),
        (LONG, 3, 0.18, 66.0, 64.1, 68.0),
        ("服务态度与响应速度", 3, 0.18, 69.2, 67.0, 71.1),
        ("Loyalty", 1, 0.4, 66.9, 64.0, 69.6),
        ("LOY1", 2, 0.4, 66.9, 64.0, 69.6),
    )
    return Table("tree", Text("Tree", "指标树"), (NODE, LEVEL, OVERALL_WEIGHT, INDEX, LOWER, UPPER), rows)


def gaps_table() -> Table:
    rows: tuple[tuple[Cell, ...], ...] = (
        ("Image", "Speed", 81.2, 68.41, -12.79, -15.6, -9.94, 0.00001, "below", 1190),
        ("Image", "Staff", 77.0, 79.1, 2.1, 0.3, 3.9, 0.0412, "exceeds", 1201),
        ("Perceived quality", "Price", 70.3, 69.8, -0.5, -2.1, 1.1, 0.61, "meets", 1187),
        ("Perceived quality", "门店环境", 74.9, 70.2, -4.7, -6.4, -2.9, 0.0004, "below", 1202),
        ("Perceived quality", LONG, 66.0, 66.0, 0.0, -1.6, 1.6, 0.9999, "meets", 644),
        ("Loyalty", "Returns", 64.2, Blank("no_answers"), *[Blank("no_pairs")] * 5, 0),
    )
    return Table(
        "gaps",
        Text("Expectation gaps", "期望差距"),
        (LATENT, INDICATOR, EXPECTED, EXPERIENCED, GAP_INDEX, LOWER, UPPER, P_ADJUSTED, VERDICT, N),
        rows,
        shown=("indicator", "expectation_index", "experience_index", "gap_index", "verdict", "lower", "upper", "p_adjusted", "n"),
    )


def score(segment: tuple[str, str] | None = None) -> Result:
    bars = Chart("latents", "index_bars", "latents", Text("Index", "指数"), ("latent",), "index", "lower", "upper")
    return Result(
        "score",
        SCORE,
        Figure(INDEX, 72.4541, 0.89, 70.7, 74.24, "Satisfaction", 1204),
        (latents_table(), indicators_table()),
        (bars, Chart("indicators", "index_bars", "indicators", Text("Index", "指数"), ("indicator",), "index", "lower", "upper")),
        (
            Remark("percentile", Text("Intervals are percentile intervals.", "区间为百分位区间。")),
            Remark(
                "small_base",
                Text(
                    "{latents} rest on fewer than {limit} answers; read them with care.",
                    "{latents}的回答不足 {limit} 份，请谨慎解读。",
                ),
                {"latents": ("Complaints",), "limit": 100},
            ),
        ),
        SETTINGS,
        segment,
    )


def gap() -> Result:
    bars = Chart("gaps", "gap_bars", "gaps", Text("Gap", "差距"), ("indicator",), "gap_index", "lower", "upper")
    holm = Remark(
        "holm",
        Text("p is adjusted over {count} indicators (Holm).", "p 值已对 {count} 个指标作 Holm 校正。"),
        {"count": 5},
    )
    return Result("gap", GAP, Figure(GAP_INDEX, -3.2, 0.5, -4.2, -2.1, "overall"), (gaps_table(),), (bars,), (holm,), SETTINGS)


def tree() -> Result:
    bars = Chart("tree", "index_bars", "tree", Text("Index", "指数"), ("node",), "index", "lower", "upper")
    return Result("score", SCORE, None, (tree_table(),), (bars,), settings=SETTINGS)


def findings() -> tuple[Finding, ...]:
    places = tuple(f"Responses!D{row}" for row in (17, 40, 41, 77, 78, 79, 80, 81, 103, 118, 120, 121, 122, 155))
    outside = Text(
        "{count} answers outside {lowest}–{highest} read as missing ({places})",
        "{count} 个答案超出 {lowest}–{highest}，按缺失处理（{places}）",
    )
    holes = Text("{share:share}% of the answers are blank", "{share:share}% 的答案为空")
    return (
        Finding("scale_guessed", "info", Text("scale of Q9 guessed as 1–7", "Q9 的量表推测为 1–7"), "Q9"),
        Finding("out_of_range", "warning", outside, "Responses!D", 14, {"lowest": 1, "highest": 5, "places": places}),
        Finding("negative_weight", "severe", Text("PLS weight is negative", "PLS 权重为负"), "Perceived value ▸ PER2"),
        *(Finding(f"holes_{at}", "warning", holes, f"Q{at}", 31, {"share": 0.0123 * at}) for at in range(3, 12)),
    )


def report(*results: Result, notes: tuple[Finding, ...] | None = None) -> Report:
    card = Card(
        "Retail service, spring wave", "survey.xlsx", "Responses", 1210, 1204, "model.yaml", "Satisfaction", "pls", SETTINGS
    )
    skipped = Skipped("gap", GAP, Text("the model names no expectation columns.", "模型没有指定期望列。"))
    return Report(
        card,
        results or (score(), gap()),
        findings() if notes is None else notes,
        (skipped,) if results else (),
        "0.1.0",
        "",
        {"zh": ZH},
    )


def check() -> Result:
    read_as = Term(
        "read_as",
        "Read as",
        "读作",
        values={
            "indicator": Text("indicator", "指标"),
            "metadata": Text("metadata", "元数据"),
            "personal": Text("personal data", "个人信息"),
        },
    )
    scale = Term("scale", "Scale", "量表")
    answered = Term("answered", "Answered", "已答", Unit.COUNT, 0)
    note = Term("note", "Note", "备注")
    rows: tuple[tuple[Cell, ...], ...] = (
        ("Timestamp", "metadata", None, 414, None),
        ("How satisfied are you with our staff?", "indicator", "很不满意 … 非常满意", 409, "5 blank"),
        (LONG, "indicator", "1–5", 414, 'typo "Satisifed" ×2 → Satisfied?'),
        (MIXED, "indicator", "1–10", 1204, None),
        ("[red]Email[/] \x1b[31mAddress :smile:\u202e", "personal", None, 414, "never written to any output"),
    )
    table = Table("columns", Text("Columns", "列"), (COLUMN, read_as, scale, answered, note), rows)
    return Result("check", Term("check", "Data check", "数据检查"), None, (table,))
