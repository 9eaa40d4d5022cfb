"""The words of the tree that `csi expand` shows."""

from __future__ import annotations

import dataclasses

from ..model import OVERALL
from ..terms import NODE, Term, Text

TREE = Term("expand", "Model", "模型", meaning=Text("What is measured, and through which columns.", "测量什么，通过哪些列。"))
TREE_NODE = dataclasses.replace(NODE, values={OVERALL: Text("Overall", "总体")})
KIND = Term(
    "kind",
    "Kind",
    "类型",
    meaning=Text("What the node is.", "节点的类型。"),
    values={
        "target": Text("target", "目标"),
        "latent": Text("latent", "潜变量"),
        "part": Text("part", "组成部分"),
        "indicator": Text("indicator", "指标"),
    },
)
MODE = Term("mode", "Mode", "模式", meaning=Text("A reflective, B formative.", "A 反映型，B 形成型。"))
HIGHER_ORDER = Term(
    "higher_order",
    "Higher order",
    "高阶",
    meaning=Text(
        "How the parts, constructs of their own, are joined to the latent.", "各组成部分作为独立构念，如何合成该潜变量。"
    ),
    values={"two-stage": Text("two-stage", "两阶段法"), "repeated": Text("repeated indicators", "重复指标法")},
)
EXPECTATION = Term("expectation", "Expectation", "期望列", meaning=Text("Column of the expectation.", "期望所在的列。"))
IMPORTANCE = Term("importance", "Importance", "重要性列", meaning=Text("Column of the importance.", "重要性所在的列。"))
SCALE = Term("scale", "Scale", "量表", meaning=Text("Lowest and highest answer.", "最低与最高答案。"))
_YES_NO = {"yes": Text("yes", "是"), "no": Text("no", "否")}
REVERSED = Term("reversed", "Reversed", "反向", meaning=Text("A high answer is bad.", "高分表示差。"), values=_YES_NO)
CONTROLLABLE = Term(
    "controllable", "Controllable", "可控", meaning=Text("Whether the firm can change it.", "企业能否加以改变。"), values=_YES_NO
)
QUESTION_EN = Term("question_en", "Question", "题目（英）", meaning=Text("As asked in English.", "英文题目。"))
QUESTION_ZH = Term("question_zh", "Question (zh)", "题目", meaning=Text("As asked in Chinese.", "中文题目。"))
SOURCE = Term("source", "Cause", "原因", meaning=Text("Where the path begins.", "路径的起点。"))
TARGET = Term("target", "Effect", "结果", meaning=Text("Where the path ends.", "路径的终点。"))
ROLE = Term(
    "role",
    "Role",
    "角色",
    meaning=Text("What the column says of the respondent.", "该列说明受访者的什么。"),
    values={
        "id": Text("respondent", "受访者编号"),
        "case_weight": Text("case weight", "个案权重"),
        "segments": Text("segment", "细分"),
        "wave": Text("wave", "期次"),
        "cluster": Text("cluster", "群组"),
        "strata": Text("stratum", "分层"),
        "recommend": Text("recommendation", "推荐意愿"),
        "profit": Text("profit", "利润"),
    },
)
