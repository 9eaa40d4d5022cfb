"""Every sentence that a rendering adds of its own, in both languages. `wording.say` fills and picks."""

from __future__ import annotations

from ..terms import Text

PHRASES: dict[str, Text] = {
    # the line about the study
    "respondents": Text("{used} {used:respondent|respondents}", "{used} 名受访者"),
    "respondents_used": Text(
        "{used} of {respondents} {respondents:respondent|respondents}", "{respondents} 名受访者中的 {used} 名"
    ),
    "weights_component": Text("first-component weights", "第一主成分权重"),
    "weights_pls": Text("PLS weights", "PLS 权重"),
    "weights_equal": Text("equal weights", "等权重"),
    "weights_given": Text("given weights", "给定权重"),
    "weights_stated": Text("stated-importance weights", "自述重要性权重"),
    "weights_other": Text("{weights} weights", "{weights} 权重"),
    "intervals": Text(
        "{confidence:share}% intervals from {resamples} resamples (seed {seed:plain})",
        "{confidence:share}% 区间，{resamples} 次重抽样（种子 {seed:plain}）",
    ),
    "intervals_bca": Text(
        "{confidence:share}% BCa intervals from {resamples} resamples (seed {seed:plain})",
        "{confidence:share}% BCa 区间，{resamples} 次重抽样（种子 {seed:plain}）",
    ),
    "intervals_normal": Text(
        "{confidence:share}% normal intervals from {resamples} resamples (seed {seed:plain})",
        "{confidence:share}% 正态区间，{resamples} 次重抽样（种子 {seed:plain}）",
    ),
    "no_intervals": Text("point estimates without intervals", "仅点估计，无区间"),
    "intervals_permutation": Text(
        "{confidence:share}% intervals from {permutations} permutations (seed {seed:plain})",
        "{confidence:share}% 区间，{permutations} 次置换（种子 {seed:plain}）",
    ),
    "point_estimates": Text("point estimates, no resamples", "仅点估计，未重抽样"),
    "survey_sheet": Text("{survey} ▸ sheet “{sheet}”", "{survey} ▸ 工作表“{sheet}”"),
    "model_source": Text("model: {model}", "模型：{model}"),
    "source_guess": Text("guess", "推测"),
    "source_preset": Text("preset {name}", "预设 {name}"),
    "source_sheet": Text('{file}, sheet "{sheet}"', "{file}，工作表“{sheet}”"),
    "made_by": Text("Made by csi {version}", "由 csi {version} 生成"),
    "made_at": Text("Made by csi {version} on {created}", "由 csi {version} 于 {created} 生成"),
    # tables
    "interval": Text("{confidence:share}% interval", "{confidence:share}% 区间"),
    "interval_of": Text("{interval} of {figure}", "{figure}的{interval}"),
    "interval_plain": Text("Interval", "区间"),
    "overall": Text("Overall", "总体"),
    "no_rows": Text("Nothing to list.", "没有可列出的内容。"),
    "more_tables": Text(
        "more tables with --verbose or in any file (-o report.xlsx): {tables}",
        "更多表格见 --verbose 或任一输出文件（-o report.xlsx）：{tables}",
    ),
    "yes": Text("yes", "是"),
    "no": Text("no", "否"),
    "segment": Text("{column}: {value}", "{column}：{value}"),
    "settings": Text("Settings", "设置"),
    "remarks": Text("Remarks", "说明"),
    "dash_means": Text("– {reasons}", "– {reasons}"),
    "pair": Text("{name}: {value}", "{name}：{value}"),
    "left_out": Text("no room at this width for: {columns}", "宽度不足，未显示：{columns}"),
    "target_row": Text("▸ marks the target", "▸ 为目标"),
    # findings
    "findings": Text("Findings", "数据提示"),
    "findings_count": Text("{count} findings", "{count} 条数据提示"),
    "finding_one": Text("1 finding", "1 条数据提示"),
    "findings_none": Text("No findings: nothing odd was seen.", "无数据提示：未见异常。"),
    "findings_more": Text("and {more} more; `{command}` lists them", "另有 {more} 条，用 `{command}` 查看全部"),
    "findings_more_plain": Text("and {more} more", "另有 {more} 条"),
    "skipped": Text("Not in this report", "本报告未包含"),
    "skipped_line": Text("{title}: {reason}", "{title}：{reason}"),
    "info": Text("note", "提示"),
    "warning": Text("warning", "警告"),
    "severe": Text("severe", "严重"),
    # thresholds
    "is_under": Text("index {index} ({interval}) is under {threshold}", "指数 {index}（{interval}）低于 {threshold}"),
    "is_under_bare": Text("index {index} is under {threshold}", "指数 {index} 低于 {threshold}"),
    # how a cut list goes on
    "list_more": Text(" … and {more} more", " …等共 {total} 处"),
    "placed": Text("{place}: {sentence}", "{place}：{sentence}"),
}
