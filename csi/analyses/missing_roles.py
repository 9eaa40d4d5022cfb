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
}
_RESPONDENTS = {
    Role.WAVE: "wave: COLUMN",
    Role.RECOMMEND: "recommend: COLUMN",
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
    if role is Role.SEGMENTS:
        return Text(
            "name the column of the groups with --between COLUMN or --by COLUMN, or in a YAML model: respondents: {segments: [COLUMN]}",
            "用 --between 列名 或 --by 列名 指定分组列，或在 YAML 模型中写明：respondents: {segments: [列名]}",
        )
    if role in _RESPONDENTS:
        line = f"respondents: {{{_RESPONDENTS[role]}}}"
        chinese = line.replace("COLUMN", "列名")
    else:
        name, column = next((leaf.name, leaf.column) for _, leaf in model.indicators)
        line = f"{{name: {name}, column: {column}, {role.value}: COLUMN}}"
        chinese = line.replace("COLUMN", "列名")
    if form == "lavaan":
        return Text(
            f"write the model as YAML, because lavaan text has no word for it: {line}",
            f"改用 YAML 模型（lavaan 文本无法表示），写成：{chinese}",
        )
    if form == "sheet":
        return Text(f"fill {role.value} on the model sheet.", f"在模型工作表中填写 {role.value}。")
    return Text(f"add the columns to the indicators in the model, such as: {line}", f"在模型的指标中补充，例如：{chinese}")
