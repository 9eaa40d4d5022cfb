"""The words of the data check."""

from __future__ import annotations

from ...terms import Term, Text, Unit

ROLES = {
    "indicator": Text("indicator", "指标"),
    "expectation": Text("expectation", "期望"),
    "importance": Text("importance", "重要性"),
    "minimum": Text("least acceptable", "最低可接受"),
    "benchmark": Text("benchmark", "标杆"),
    "give_up": Text("would give up", "可放弃"),
    "asked": Text("level asked for", "要求水平"),
    "promised": Text("was promised", "已承诺"),
    "heard": Text("has heard of it", "听说过"),
    "points": Text("share of points", "分值"),
    "disconfirmation": Text("against expectation", "期望落差"),
    "tier": Text("customer tier", "客户等级"),
    "promises": Text("promises made", "承诺数"),
    "kept": Text("promises kept", "兑现数"),
    "answer": Text("answer, not in the model", "答案（未入模型）"),
    "recommend": Text("recommendation", "推荐意愿"),
    "segment": Text("segment", "细分变量"),
    "wave": Text("wave", "期次"),
    "weight": Text("case weight", "个案权重"),
    "cluster": Text("cluster", "群"),
    "strata": Text("stratum", "层"),
    "profit": Text("profit", "利润"),
    "id": Text("id", "编号"),
    "multi_select": Text("multi-select", "多选题"),
    "ranking": Text("ranking", "排序题"),
    "kano": Text("Kano question", "KANO 题"),
    "functional": Text("Kano, with it", "KANO 正向题"),
    "dysfunctional": Text("Kano, without it", "KANO 反向题"),
    "satisfaction": Text("satisfaction with a feature", "功能满意度"),
    "attention": Text("attention check", "注意力检测题"),
    "free_text": Text("free text", "开放题"),
    "number": Text("number", "数值"),
    "metadata": Text("metadata", "平台元数据"),
    "duration": Text("duration", "用时"),
    "personal": Text("personal data", "个人信息"),
    "derived": Text("derived", "衍生列"),
    "empty": Text("empty", "空列"),
}
LETTER = Term("letter", "Col", "列号", meaning=Text("Where the column stands in the sheet.", "该列在工作表中的位置。"))
TITLE = Term(
    "title",
    "Column",
    "列名",
    meaning=Text(
        "The column's name, or the question where the name is a code; shortened.", "列名；列名为代码时显示题目，过长则缩略。"
    ),
)
READ_AS = Term("read_as", "Read as", "读作", meaning=Text("What the column was taken for.", "该列被视为什么。"), values=ROLES)
SCALE = Term("scale", "Scale", "量表", meaning=Text("Lowest and highest possible answer.", "可能的最低与最高答案。"))
ENDS = Term("ends", "Scale", "量表", meaning=SCALE.meaning)
LABELS = Term(
    "labels",
    "Labels",
    "选项表",
    Unit.COUNT,
    0,
    Text(
        "Number of the label map that the words were read by, in the table of labels.",
        "该列所用选项对照表的编号，见“选项与得分”表。",
    ),
)
ANSWERED = Term("answered", "Answered", "已答", Unit.COUNT, 0, Text("Cells that count.", "有效单元格数。"))
MISSING = Term("missing", "Missing", "缺失", Unit.COUNT, 0, Text("Cells that are blank or say so.", "空白或注明未答的单元格数。"))
MISSING_SHARE = Term(
    "missing_share",
    "Missing %",
    "缺失率",
    Unit.SHARE,
    1,
    Text("Share of cells without a valid answer.", "无有效答案的单元格比例。"),
)
UNREAD = Term(
    "unread", "Unread", "未识别", Unit.COUNT, 0, Text("Filled cells that could not be read.", "有内容但无法识别的单元格数。")
)
CODE = Term("code", "Code", "得分", Unit.ANSWER, 2, Text("What the answer counts.", "该答案的得分。"))
ANSWER = Term("answer", "Answer", "答案", meaning=Text("The answer as it stands in the file.", "文件中的答案原文。"))
COUNT = Term("count", "Count", "次数", Unit.COUNT, 0, Text("How often it occurs.", "出现次数。"))
COLUMNS = Term("columns", "Columns", "列", meaning=Text("Letters of the columns.", "列号。"))
FIRST = Term("column", "First column", "首列", meaning=Text("The first of these columns.", "其中的第一列。"))
INDICATORS = Term("indicators", "Indicators", "指标数", Unit.COUNT, 0, Text("How many questions measure it.", "测量题目数。"))
IS_TARGET = Term("target", "Target", "目标", meaning=Text("Whether the index is of it.", "是否为指数的目标。"))
FINDING = Term("finding", "Finding", "提示", meaning=Text("Key of the finding.", "数据提示的键。"))
CELLS = Term("cells", "Cells", "单元格", meaning=Text("Addresses of cells, or rows of respondents.", "单元格地址或受访者行号。"))
WHERE = Term("where", "Where", "位置", meaning=Text("The first of these addresses or rows.", "其中靠前的地址或行号。"))
