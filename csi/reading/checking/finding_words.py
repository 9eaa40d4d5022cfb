"""What a finding with cells or rows is called in one or two words."""

from __future__ import annotations

from dataclasses import replace

from ...terms import Text
from .terms import FINDING

NAMES: dict[str, Text] = {
    "out_of_range": Text("outside the scale", "超出量表"),
    "not_an_answer": Text("no number", "非数字"),
    "not_a_number": Text("no number", "非数字"),
    "unknown_label": Text("unknown word", "未知选项词"),
    "date_for_answer": Text("date", "日期"),
    "random_formulas": Text("random formula", "随机数公式"),
    "error_cells": Text("Excel error", "Excel 错误"),
    "formulas_without_values": Text("formula without value", "公式无结果"),
    "merged_answers": Text("merged cells", "合并单元格"),
    "straight_lines": Text("straight line", "直线作答"),
    "block_lines": Text("line in a block", "题组内直线作答"),
    "long_strings": Text("long string", "连续相同"),
    "duplicate_answers": Text("repeated answers", "答案重复"),
    "duplicate_rows": Text("repeated row", "整行重复"),
    "duplicate_ids": Text("repeated id", "编号重复"),
    "duplicate_people": Text("repeated person", "人员重复"),
    "ids_restart": Text("ids restart", "编号重新开始"),
    "speeding": Text("speeding", "作答过快"),
    "attention_failed": Text("attention check failed", "注意力检测未通过"),
    "no_answers_at_all": Text("no answers", "完全未答"),
    "preview_rows": Text("test row", "测试行"),
    "unfinished_rows": Text("unfinished", "未完成"),
    "rejected_rows": Text("rejected", "已退回"),
    "blank_rows": Text("blank row", "空行"),
    "repeated_header": Text("repeated header", "重复表头"),
}
NAMED_FINDING = replace(FINDING, values=NAMES)
