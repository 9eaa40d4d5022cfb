"""What the model says nothing of though an analysis needs it, and the lines that say it, in the form the model is written in."""

from __future__ import annotations

from ..model import Model, Role
from ..model.places import form_of
from ..terms import Text

ABSENT: dict[Role, Text] = {
    Role.EXPECTATION: Text("the model names no expectation columns.", "模型没有指定期望列。"),
    Role.IMPORTANCE: Text("the model names no importance columns.", "模型没有指定重要性列。"),
    Role.PATHS: Text("the model has no paths between latents.", "模型没有潜变量之间的路径。"),
    Role.SEGMENTS: Text("the model names no segment columns.", "模型没有指定细分列。"),
    Role.WAVE: Text("the model names no wave column.", "模型没有指定期次列。"),
    Role.RECOMMEND: Text("the model names no recommendation column.", "模型没有指定推荐意愿列。"),
    Role.MINIMUM: Text("the model names no columns of the least acceptable level.", "模型没有指定最低可接受列。"),
    Role.GIVE_UP: Text("the model names no columns of what could be given up.", "模型没有指定可放弃列。"),
    Role.ASKED: Text("the model names no columns of the level asked for.", "模型没有指定要求水平列。"),
    Role.STANDARD: Text("the model names no industry standards.", "模型没有写明行业标准。"),
    Role.FEASIBLE: Text("the model does not say what is feasible.", "模型没有写明哪些可行。"),
    Role.COMPANY: Text("the model names no estimates of the company.", "模型没有写明企业自己的估计。"),
    Role.BENCHMARK: Text("the model names no benchmarks.", "模型没有指定标杆。"),
    Role.COST: Text("the model names no costs of an index point.", "模型没有写明每点成本。"),
    Role.CEILING: Text("the model names no ceilings of an index.", "模型没有写明指数上限。"),
    Role.PROMISED: Text("the model names no columns of what was promised.", "模型没有指定已承诺列。"),
    Role.HEARD: Text("the model names no columns of what was heard of.", "模型没有指定听说过列。"),
    Role.VIP_ONLY: Text("the model does not say which services are for VIP customers only.", "模型没有写明哪些服务仅限 VIP。"),
    Role.CONTROLLABLE: Text("the model does not say what the firm controls.", "模型没有写明哪些可控。"),
    Role.EXPECTATION_DIMENSION: Text("the model names no dimensions of expectation.", "模型没有写明期望维度。"),
    Role.EXPERIENCE_DIMENSION: Text("the model names no dimensions of experience.", "模型没有写明体验维度。"),
    Role.POINTS: Text("the model names no columns of shares of 100 points.", "模型没有指定分值列。"),
    Role.TIER: Text("the model names no column of customer tiers.", "模型没有指定客户等级列。"),
    Role.PROMISES: Text("the model names no column of promises made.", "模型没有指定承诺数列。"),
    Role.KEPT: Text("the model names no column of promises kept.", "模型没有指定兑现数列。"),
    Role.DISCONFIRMATION: Text("the model names no column of experience against expectation.", "模型没有指定期望落差列。"),
    Role.INDICATORS: Text(
        "the model has features of a Kano survey only, and no latent with ratings.",
        "模型只有 KANO 功能，没有带评分题的潜变量。",
    ),
    Role.FEATURES: Text("the model names no features with Kano questions.", "模型没有列出带 KANO 题的功能。"),
}
_RESPONDENTS = {
    Role.WAVE: "wave: COLUMN",
    Role.RECOMMEND: "recommend: COLUMN",
    Role.TIER: "tier: COLUMN",
    Role.PROMISES: "promises: COLUMN",
    Role.KEPT: "kept: COLUMN",
    Role.DISCONFIRMATION: "disconfirmation: COLUMN",
}
_EXAMPLES = {  # of what an indicator says that is no column
    Role.STANDARD: "4.5",
    Role.FEASIBLE: "no",
    Role.COMPANY: "4.5",
    Role.BENCHMARK: "72",
    Role.COST: "12000",
    Role.CEILING: "90",
    Role.VIP_ONLY: "yes",
    Role.CONTROLLABLE: "no",
    Role.EXPECTATION_DIMENSION: "quality",
    Role.EXPERIENCE_DIMENSION: "feel",
}
# what to add, the line that adds it, the headings of its table on a model sheet
_WHOLE: dict[Role, tuple[Text, str, Text]] = {
    Role.INDICATORS: (
        Text("add the rating questions to the model (csi kano needs none)", "在模型中补充评分题（csi kano 无需评分题）"),
        "latents: {Quality: [COLUMN, COLUMN]}",
        Text("latent, indicator and column", "“潜变量”“指标”“列”"),
    ),
    Role.FEATURES: (
        Text("add the questions with and without each feature to the model", "在模型中补充每个功能的正向题与反向题"),
        "features: [{name: NAME, functional: WITH, dysfunctional: WITHOUT}]",
        Text("feature, functional and dysfunctional", "“功能”“正向题”“反向题”"),
    ),
}
_DRAFT = Text(
    "Draft a model file with csi init --from SURVEY, and ", "请先用 csi init --from 调查文件 起草模型文件，再"
)  # before a remedy for a model that was only guessed


def remedy(role: Role, model: Model) -> Text:
    """How the analyst says it in this model."""
    form = form_of(model.source)
    said = _paths(model, form) if role is Role.PATHS else _columns(role, model, form)
    if form != "guess":
        return Text(said.en[:1].upper() + said.en[1:], "请" + said.zh)
    return Text(_DRAFT.en + said.en, _DRAFT.zh + said.zh)


def _of_the_whole(role: Role, form: str) -> Text:
    """What a model lacks as a whole, with a line that begins it."""
    said, line, headings = _WHOLE[role]
    chinese = line.replace("COLUMN", "列名").replace("NAME", "名称").replace("WITHOUT", "反向题列").replace("WITH", "正向题列")
    if form == "lavaan" and role is Role.FEATURES:
        return Text(
            f"write the model as YAML, because lavaan text has no word for it: {line}",
            f"改用 YAML 模型（lavaan 文本无法表示），写成：{chinese}",
        )
    if form == "sheet":
        return Text(
            f"add a table with the headings {headings.en} on the model sheet.", f"在模型工作表中添加表头为{headings.zh}的表格。"
        )
    return Text(f"{said.en}, such as: {line}", f"{said.zh}，例如：{chinese}")


def _paths(model: Model, form: str) -> Text:
    names = [latent.name for latent in model.latents]
    if len(names) < 2:
        return Text(
            "divide the indicators among two latents or more, and say which acts on which.",
            "把指标分给两个以上的潜变量，并写明哪个影响哪个。",
        )
    effect = model.target if model.target in names else names[-1]
    cause = next(name for name in names if name != effect)
    if form == "lavaan":
        line = f"{effect} ~ {cause}"
        return Text(
            f"add a line for each latent that others act on, such as: {line}", f"为每个受影响的潜变量加一行，例如：{line}"
        )
    if form == "sheet":
        return Text(
            f"add a table with the headings from and to on the model sheet, such as: {cause}, {effect}",
            f"在模型工作表中添加表头为“原因”“结果”的路径表，例如：{cause}、{effect}",
        )
    line = f"paths: [{cause} -> {effect}]"
    return Text(f"add the paths to the model, such as: {line}", f"在模型中补充路径，例如：{line}")


def _columns(role: Role, model: Model, form: str) -> Text:
    if role in _WHOLE:
        return _of_the_whole(role, form)
    if role is Role.SEGMENTS:
        return Text(
            "name the column of the groups with --between COLUMN or --by COLUMN, or in a YAML model: respondents: {segments: [COLUMN]}",
            "用 --between 列名 或 --by 列名 指定分组列，或在 YAML 模型中写明：respondents: {segments: [列名]}",
        )
    if role in _RESPONDENTS:
        line = f"respondents: {{{_RESPONDENTS[role]}}}"
        chinese = line.replace("COLUMN", "列名")
    elif role is Role.POINTS:
        line = f"latents: {{{model.latents[0].name}: {{points: COLUMN, indicators: [COLUMN, COLUMN]}}}}"
        chinese = line.replace("COLUMN", "列名")
    else:
        name, column = next((leaf.name, leaf.column) for _, leaf in model.indicators)
        line = f"{{name: {name}, column: {column}, {role.value}: {_EXAMPLES.get(role, 'COLUMN')}}}"
        chinese = line.replace("COLUMN", "列名")
    if form == "lavaan":
        return Text(
            f"write the model as YAML, because lavaan text has no word for it: {line}",
            f"改用 YAML 模型（lavaan 文本无法表示），写成：{chinese}",
        )
    if form == "sheet":
        return Text(f"fill {role.value} on the model sheet.", f"在模型工作表中填写 {role.value}。")
    return Text(f"add the columns to the indicators in the model, such as: {line}", f"在模型的指标中补充，例如：{chinese}")
