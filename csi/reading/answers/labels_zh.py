"""The words of Simplified Chinese answer scales, in the same small grammar as the English ones: slots run from worst to best."""

from __future__ import annotations

ADVERBS = {
    "top": "非常, 很, 极, 极其, 极为, 十分, 完全, 特别, 最, 一点都, 一点也, 根本",
    "utmost": "完全, 极, 极其, 极为, 绝对, 最",
    "very": "非常, 很, 十分, 特别",
    "quite": "比较, 较, 较为",
    "firm": "-, 比较, 较, 较为",
    "light": "有点, 有点儿, 有些, 略, 略微, 稍微, 稍, 部分, 还算",
}

# family: (favourable, unfavourable, words for the middle besides the usual ones)
PAIRS = {
    "satisfaction": ("满意", "不满意, 不满", ""),
    "agreement": ("同意", "不同意", "不确定, 没意见, 无意见, 不好说"),
    "approval": ("赞同, 赞成", "不赞同, 不赞成, 反对", "不确定, 没意见, 无意见"),
    "recognition": ("认同, 认可", "不认同, 不认可", "不确定"),
    "fit": ("符合", "不符合", "不确定"),
    "importance": ("重要", "不重要", ""),
    "likelihood": ("可能", "不可能", "不确定, 不好说"),
    "willingness": ("愿意", "不愿意", "不确定, 看情况"),
    "goodness": ("好", "差, 不好, 坏", "尚好"),
    "convenience": ("方便, 便利, 便捷", "不方便, 不便利, 不便捷, 不便", ""),
    "fairness": ("合理", "不合理", ""),
    "ease": ("容易, 简单", "困难, 不容易, 难, 复杂", ""),
    "trust": ("信任, 放心", "不信任, 不放心", "不确定"),
    "liking": ("喜欢", "不喜欢, 讨厌", ""),
    "help": ("有帮助", "没有帮助, 没帮助, 无帮助", ""),
    "use": ("有用", "没有用, 没用, 无用", ""),
    "support": ("支持", "不支持, 反对", "不确定"),
    "speed": ("及时", "不及时", ""),
    "comfort": ("舒适, 舒服", "不舒适, 不舒服", ""),
    "skill": ("专业", "不专业", ""),
    "level": ("高", "低, 不高", ""),
    "clarity": ("清晰, 清楚", "不清晰, 不清楚, 模糊", ""),
    "knowledge": ("了解, 熟悉", "不了解, 不熟悉", ""),
    "concern": ("关注, 关心, 在意", "不关注, 不关心, 不在意", ""),
    "need": ("需要", "不需要", ""),
}

MIDDLE = "一般, 中立, 普通, 尚可, 还可以, 还行, 中等, 一般般, 无所谓, 适中, 一般{pos}, {pos}度一般, 既不{pos}也不{neg}, 既非{pos}也非{neg}"

SHAPES: tuple[str, ...] = (
    "{top}{neg} | {firm}{neg}, {light}{neg}, 不太{pos}, 不怎么{pos}, 不大{pos} | {mid} | {firm}{pos}, {light}{pos}, 基本{pos} | {top}{pos}",
    "{neg} | 不太{pos}, 不怎么{pos}, 不大{pos}, {quite}{neg}, {light}{neg} | {mid} | {firm}{pos}, 基本{pos} | {very}{pos}, 完全{pos}",
    "{neg} | 不太{pos}, 不怎么{pos}, 不大{pos}, {quite}{neg}, {light}{neg} | 基本{pos} | {firm}{pos} | {very}{pos}, 完全{pos}",
    "{top}{neg} | {firm}{neg}, 不太{pos}, 不怎么{pos} | 基本{pos} | {firm}{pos} | {top}{pos}",
    "{neg} | {mid} | 基本{pos} | {pos} | {very}{pos}",
    "{top}{neg} | {neg} | {quite}{neg}, {light}{neg}, 不太{pos} | {mid} | {quite}{pos}, {light}{pos}, 基本{pos} | {pos} | {top}{pos}",
    "{top}{neg} | {quite}{neg} | {light}{neg}, 不太{pos} | {mid} | {light}{pos}, 基本{pos} | {quite}{pos} | {top}{pos}",
    "{utmost}{neg} | {very}{neg} | {firm}{neg}, 不太{pos} | {mid} | {firm}{pos}, 基本{pos} | {very}{pos} | {utmost}{pos}",
    "{top}{neg} | {firm}{neg}, {light}{neg}, 不太{pos} | {firm}{pos}, {light}{pos}, 基本{pos} | {top}{pos}",
    "{neg} | 基本{pos}, 不太{pos} | {firm}{pos} | {very}{pos}, 完全{pos}",
    "{top}{neg} | {neg} | {quite}{neg}, {light}{neg}, 不太{pos} | {quite}{pos}, {light}{pos}, 基本{pos} | {pos} | {top}{pos}",
    "{top}{neg} | {quite}{neg} | {light}{neg}, 不太{pos} | {light}{pos}, 基本{pos} | {quite}{pos} | {top}{pos}",
    "{top}{neg} | {neg}, 不太{pos} | {mid} | 基本{pos} | {firm}{pos} | {top}{pos}",
    "{neg} | {mid}, 基本{pos} | {pos}",
    "{neg} | {pos}",
)

SETS: dict[str, tuple[str, ...]] = {
    "yes_no": ("否, 不是, 没有, 错误 | 是, 有, 正确", "否, 不是 | 部分, 部分是, 不完全是 | 是"),
    "frequency": (
        "从不, 从未, 从来不, 从没有 | 很少, 极少 | 有时, 有时候, 偶尔 | 经常, 常常 | 总是, 一直, 每次, 始终",
        "从不, 从未, 从来不, 从没有 | 偶尔 | 有时, 有时候 | 经常, 常常 | 总是, 一直, 每次, 始终",
        "几乎不, 几乎从不 | 偶尔, 很少 | 有时, 有时候 | 经常, 常常 | 几乎总是, 总是",
        "从不, 从未 | 偶尔, 很少, 有时 | 经常, 常常 | 总是",
        "从不, 从未 | 偶尔, 有时 | 经常, 总是",
    ),
    "likelihood": (
        "一定不会, 肯定不会, 绝对不会 | 可能不会, 应该不会, 不太会 | 不确定, 不一定, 看情况, 说不定"
        " | 可能会, 应该会, 也许会, 比较会 | 一定会, 肯定会, 绝对会",
        "非常不愿推荐, 完全不推荐 | 不推荐, 不太推荐 | 一般, 不确定 | 推荐, 比较推荐 | 非常推荐, 强烈推荐",
        "不会 | 不确定, 可能会, 看情况 | 会",
    ),
    "quality": (
        "很差, 非常差, 极差, 差劲 | 差, 较差, 比较差, 不好 | 一般, 普通, 中等, 尚可, 中 | 良好, 好, 较好, 良 | 优秀, 很好, 非常好, 优, 极好",
        "差 | 一般, 中, 中等, 合格, 及格 | 良, 良好, 好 | 优, 优秀",
        "不合格, 不及格 | 合格, 及格 | 良好, 良 | 优秀, 优",
        "劣, 差 | 较差, 可 | 中, 中等, 一般 | 良, 良好 | 优, 优秀",
    ),
    "expectation": (
        "远低于预期, 远低于期望, 远不及预期, 远不及期望, 远不如预期, 大大低于预期"
        " | 低于预期, 低于期望, 不及预期, 不及期望, 不如预期, 略低于预期"
        " | 符合预期, 符合期望, 与预期一致, 与期望一致, 和预期一样, 达到预期, 与预期相符"
        " | 高于预期, 高于期望, 超出预期, 超出期望, 好于预期, 超过预期, 略高于预期"
        " | 远高于预期, 远高于期望, 远超预期, 远超期望, 远超出预期, 远好于预期, 大大高于预期",
        "低于预期, 低于期望, 不及预期 | 符合预期, 符合期望, 达到预期 | 高于预期, 高于期望, 超出预期, 超出期望",
    ),
    "comparison": (
        "差很多, 差得多, 明显变差 | 差一些, 差一点, 略差, 稍差, 有所下降 | 差不多, 一样, 没有变化, 相同 | 好一些, 好一点, 略好, 稍好, 有所提升"
        " | 好很多, 好得多, 明显变好",
    ),
    "extent": (
        "完全没有, 一点也没有, 没有 | 很少, 有一点, 较小 | 一般, 有一些, 中等 | 较多, 比较多, 较大 | 非常多, 很多, 非常大, 很大",
    ),
}

NO_ANSWER = (
    "不清楚, 不知道, 不适用, 不了解, 不确定, 说不清, 说不清楚, 说不好, 不好说, 难以评价, 拒答, 拒绝回答, 不愿回答, 不想回答, 未使用过, 未使用, 没用过,"
    " 没有使用过, 没使用过, 没有接触, 未接触, 没接触过, 未体验, 没体验过, 无法评价, 无法判断, 无法回答, 未填写, 未填, 未作答, 未回答, 跳过, 空, (空),"
    " (跳过), 无, 无答案, 缺失, 不涉及, 未涉及, 没有意见, 无意见"
)
