"""What a column may be taken for, and what speaks for it."""

from __future__ import annotations

from typing import Literal

from ...terms import Text

Kind = Literal[
    "indicator", "recommend", "segment", "wave", "weight", "id", "multi_select", "free_text", "number",
    "metadata", "personal", "derived", "empty",
]  # fmt: skip

# what speaks for a kind
WHY: dict[str, Text] = {
    "blank": Text("no cell is filled", "没有内容"),
    "named": Text("its name says so", "由列名判断"),
    "dates": Text("dates", "日期"),
    "addresses": Text("addresses of people or computers", "个人或网络地址"),
    "counts_rows": Text("counts the rows", "行号"),
    "phones": Text("telephone numbers", "电话号码"),
    "long_numbers": Text("long numbers", "长数字"),
    "two_numbers": Text("two numbers only", "只有两个数字"),
    "codes_of_groups": Text("codes of groups, by its name", "由列名判断为分组代码"),
    "amount": Text("its name speaks of an amount", "列名表示数量"),
    "recommends": Text("speaks of recommending, 0–10", "题目涉及推荐，0–10 分"),
    "scale_numbers": Text("whole numbers on a common scale", "常用量表的整数"),
    "other_numbers": Text("numbers on no common scale", "不属于常用量表的数字"),
    "several_choices": Text("several choices in one cell", "单元格内有多个选项"),
    "scale_words": Text("words of an answer scale", "量表选项词"),
    "codes": Text("codes beside unknown words", "选项词旁有代码"),
    "one_choice": Text("one choice or nothing", "只有一个选项或空白"),
    "groups": Text("a few short words, repeated", "少数重复出现的短词"),
    "comments": Text("texts that hardly repeat", "几乎不重复的文字"),
}

Taken = tuple[Kind, str]  # the kind, and a key of WHY
