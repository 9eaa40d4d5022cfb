"""Headings and sentences that only the page and the workbook add, in both languages. `wording.text` fills and picks."""

from __future__ import annotations

from ..findings import Value
from ..terms import Text
from .wording import text

HEADINGS: dict[str, Text] = {
    "report": Text("Customer satisfaction report", "顾客满意度报告"),
    "about": Text("About this survey", "调查概况"),
    "contents": Text("Contents", "目录"),
    "summary": Text("Summary", "摘要"),
    "method": Text("How the figures were made", "计算方法"),
    "settings_here": Text("Settings of this analysis: {settings}", "本项分析的设置：{settings}"),
    "terms": Text("Terms", "术语"),
    "all_columns": Text("All columns: {title}", "全部列：{title}"),
    # the study card
    "survey": Text("Survey", "调查文件"),
    "respondents": Text("Respondents", "受访者"),
    "used_of": Text("{used} used of {respondents}", "共 {respondents} 名，采用 {used} 名"),
    "model": Text("Model", "模型"),
    "target": Text("Target", "目标变量"),
    "weights": Text("Weights", "权重"),
    "intervals": Text("Intervals", "区间"),
    "made": Text("Made on", "生成时间"),
    "none_because": Text("{what}: {why}", "{what}：{why}"),
    # charts
    "index_bars": Text("Bars run from 0 (worst) to 100 (best).", "条形从 0（最差）到 100（最好）。"),
    "share_bars": Text("Bars are shares of the whole.", "条形表示占整体的份额。"),
    "whiskers": Text("Whiskers: {interval}.", "须线：{interval}。"),
    "target_bar": Text("▸ and the dark bar mark the target.", "▸ 与深色条表示目标变量。"),
    "map": Text("To the right: {x}. Upwards: {y}.", "向右：{x}。向上：{y}。"),
    "curve": Text("To the right: {x}. Upwards: {y}.", "向右：{x}。向上：{y}。"),
    "curve_band": Text("Band: {interval}.", "色带：{interval}。"),
    "curve_strong": Text("The large point is what was asked for.", "大圆点为所问的位置。"),
    "map_cross": Text("The dashed lines stand at {x} and {y}.", "虚线位于 {x} 与 {y}。"),
    "map_diagonal": Text("On the slanting line {x} and {y} are equal.", "斜线上{x}与{y}相等。"),
    "map_unsure": Text("Grey points: their place is not settled.", "灰色点的位置尚不确定。"),
    "below": Text("below zero", "低于零"),
    "meets": Text("not clearly off zero", "与零无明显差异"),
    "exceeds": Text("above zero", "高于零"),
    "chart_says": Text("{note} The numbers stand in the table.", "{note}数值见表格。"),
    # workbook
    "headline": Text("Headline", "核心指标"),
    "terms_held": Text("What the columns mean, and their keys in JSON and CSV", "各列含义及其在 JSON、CSV 中的键"),
    "term": Text("Term", "术语"),
    "meaning": Text("Meaning", "含义"),
    "key": Text("Key", "键"),
    "chart_label": Text("Chart: row", "图表：行名"),
    "chart_minus": Text("Chart: value to lower", "图表：值至下限"),
    "chart_plus": Text("Chart: value to upper", "图表：值至上限"),
    "back": Text("Back to the summary", "返回摘要"),
}


def title(key: str, language: str, **values: Value) -> str:
    """One of these headings, filled."""
    return text(HEADINGS[key], values, language)
