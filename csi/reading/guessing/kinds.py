"""What a column may be taken for, and what speaks for it."""

from __future__ import annotations

from typing import Literal

from ...terms import Text

Kind = Literal[
    "indicator", "recommend", "segment", "wave", "weight", "id", "multi_select", "ranking", "kano", "attention", "free_text",
    "number", "metadata", "duration", "personal", "derived", "empty",
]  # fmt: skip

# what speaks for a kind
WHY: dict[str, Text] = {
    "blank": Text("no cell is filled", "没有内容"),
    "named": Text("its name says so", "由列名判断"),
    "platform": Text("added to a question by the platform", "平台为题目附加的列"),
    "dates": Text("dates", "日期"),
    "addresses": Text("addresses of people or computers; never written to any output", "个人或网络地址；不会写入任何输出"),
    "named_personal": Text("its name says so; never written to any output", "由列名判断；不会写入任何输出"),
    "phones": Text("telephone numbers; never written to any output", "电话号码；不会写入任何输出"),
    "counts_rows": Text("counts the rows", "行号"),
    "long_numbers": Text("long numbers", "长数字"),
    "two_numbers": Text("two numbers only", "只有两个数字"),
    "codes_of_groups": Text("codes of groups, by its name", "由列名判断为分组代码"),
    "amount": Text("its name speaks of an amount", "列名表示数量"),
    "recommends": Text("speaks of recommending, 0–10", "题目涉及推荐，0–10 分"),
    "scale_numbers": Text("whole numbers on a common scale", "常用量表的整数"),
    "slider": Text("numbers of a slider", "滑块分值"),
    "other_numbers": Text("numbers on no common scale", "不属于常用量表的数字"),
    "mean_of_others": Text("the mean of other columns", "等于其他列的均值"),
    "sum_of_others": Text("the sum of other columns", "等于其他列之和"),
    "copy_of_another": Text("another column again, or turned round", "与另一列相同或为其反向"),
    "group_beside": Text("promoters and detractors were told from it", "平台据此划分了推荐者与贬损者"),
    "answer_codes": Text("codes of answers without their words", "只有选项代码，没有选项词"),
    "several_choices": Text("several choices in one cell", "单元格内有多个选项"),
    "asks_for_several": Text("asks for all that apply", "题目允许多选"),
    "option_of_several": Text("one option of a question", "多选题的一个选项"),
    "one_choice": Text("one choice or nothing", "只有一个选项或空白"),
    "ranks": Text("the options in their order", "选项排序"),
    "order_numbers": Text("places 1, 2, 3 … given out in each row", "每行依次给出名次 1、2、3……"),
    "kano_words": Text("words of a Kano question, which are no scale", "KANO 题的选项词，不构成量表"),
    "instructed": Text("tells which answer to give", "题目指定了答案"),
    "scale_words": Text("words of an answer scale", "量表选项词"),
    "codes": Text("codes beside unknown words", "选项词旁有代码"),
    "groups": Text("a few short words, repeated", "少数重复出现的短词"),
    "spilled": Text("holds only what rows longer than the header spill", "仅含超出表头的行多出的值"),
    "comments": Text("texts that hardly repeat", "几乎不重复的文字"),
}

Taken = tuple[Kind, str]  # the kind, and a key of WHY
