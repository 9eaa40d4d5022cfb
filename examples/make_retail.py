"""Makes retail-zh.xlsx: a Chinese supermarket survey with text answers, expectation beside experience, and a model sheet.

Customers expect most of prices and checkout and are let down there; staff surprise them.
Run: python examples/make_retail.py
"""

from __future__ import annotations

import datetime

import numpy as np
import xlsxwriter
from population import HERE, blanked, draw, paths_matrix

from csi.numerics.generate import Question

EXPECTED = ["很低", "较低", "一般", "较高", "很高"]
SATISFIED = ["很不满意", "不满意", "一般", "满意", "很满意"]
AGREED = ["非常不同意", "不同意", "一般", "同意", "非常同意"]

LATENTS = ["品牌形象", "期望", "感知质量", "感知价值", "顾客满意", "顾客忠诚"]
PATHS = {
    ("品牌形象", "期望"): 0.4,
    ("品牌形象", "感知质量"): 0.3,
    ("期望", "感知质量"): 0.3,
    ("感知质量", "感知价值"): 0.6,
    ("品牌形象", "顾客满意"): 0.15,
    ("感知质量", "顾客满意"): 0.5,
    ("感知价值", "顾客满意"): 0.25,
    ("顾客满意", "顾客忠诚"): 0.6,
    ("品牌形象", "顾客忠诚"): 0.15,
}
# part, indicator, mean expectation, mean experience (1-5)
QUALITY = [
    ("商品", "商品新鲜", 4.2, 4.1),
    ("商品", "品种齐全", 3.8, 3.9),
    ("商品", "价格实惠", 4.3, 3.6),
    ("服务", "店员态度", 3.6, 4.0),
    ("服务", "收银速度", 4.1, 3.3),
    ("服务", "退换便利", 3.7, 3.6),
    ("环境", "购物环境", 3.7, 3.9),
    ("环境", "停车便利", 3.5, 3.4),
]
OTHERS = [
    ("品牌形象", "值得信赖", 3.9),
    ("品牌形象", "口碑良好", 3.8),
    ("感知价值", "质价相符", 3.6),
    ("感知价值", "物有所值", 3.7),
    ("顾客满意", "总体满意", 3.8),
    ("顾客满意", "达到期望", 3.6),
    ("顾客满意", "接近理想", 3.4),
    ("顾客忠诚", "再次光顾", 3.9),
    ("顾客忠诚", "推荐亲友", 3.7),
    ("顾客忠诚", "首选本店", 3.5),
]
STORES = ["中山路店", "人民路店", "大学城店"]
HEADER = ["潜变量", "部分", "指标", "列", "期望列", "量表"]


def main() -> None:
    """Write the workbook: sheet 答卷 with 412 answers, sheet 模型 with the model."""
    rng = np.random.default_rng(20262)
    n = 412
    k = LATENTS.index
    questions = [Question(k("感知质量"), 0.78, experience, 0.85, 1, 5) for *_, experience in QUALITY]
    questions += [Question(k("期望"), 0.7, expected, 0.75, 1, 5) for _, _, expected, _ in QUALITY]
    questions += [Question(k(latent), 0.82, mean, 0.9, 1, 5) for latent, _, mean in OTHERS]
    cells = blanked(rng, draw(rng, n, paths_matrix(LATENTS, PATHS), questions).astype(int), 0.012)
    stores = rng.choice(STORES, n, p=[0.45, 0.35, 0.2])
    members = rng.choice(["会员", "非会员"], n, p=[0.6, 0.4])
    book = xlsxwriter.Workbook(HERE / "retail-zh.xlsx", {"strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": datetime.datetime(2026, 5, 1)})
    _answers(book, cells, stores, members)
    _model(book)
    book.close()


def _answers(book: xlsxwriter.Workbook, cells: np.ndarray, stores: np.ndarray, members: np.ndarray) -> None:
    sheet = book.add_worksheet("答卷")
    names = [name for _, name, _, _ in QUALITY]
    header = ["编号", "门店", "会员类型", *[f"{name}（感知）" for name in names], *[f"{name}（期望）" for name in names]]
    labels = [SATISFIED] * len(names) + [EXPECTED] * len(names) + [AGREED] * len(OTHERS)
    sheet.write_row(0, 0, [*header, *[name for _, name, _ in OTHERS]])
    for i, row in enumerate(cells):
        words = ["" if cell is None else labels[j][cell - 1] for j, cell in enumerate(row)]
        sheet.write_row(i + 1, 0, [f"R{i + 1:03d}", stores[i], members[i], *words])
    for row, column in ((17, 5), (40, 8), (222, 12)):
        sheet.write(row, column, "不清楚")
    sheet.freeze_panes(1, 3)


def _model(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet("模型")
    rows: list[list[str]] = [HEADER]
    rows += [[latent, "", name, name, "", "1-5"] for latent, name, _ in OTHERS[:2]]
    rows += [["感知质量", part, name, f"{name}（感知）", f"{name}（期望）", "1-5"] for part, name, _, _ in QUALITY]
    rows += [[latent, "", name, name, "", "1-5"] for latent, name, _ in OTHERS[2:]]
    rows += [[], ["原因", "结果"]]
    arrows = [(a, b) for a, b in PATHS if "期望" not in (a, b)]
    rows += [list(arrow) for arrow in arrows]
    rows += [
        [],
        ["设置", "值"],
        ["名称", "连锁超市顾客满意度"],
        ["语言", "zh"],
        ["目标", "顾客满意"],
        ["缺失码", "不清楚"],
        ["细分", "门店, 会员类型"],
        ["编号", "编号"],
    ]
    for i, row in enumerate(rows):
        sheet.write_row(i, 0, row)


if __name__ == "__main__":
    main()
