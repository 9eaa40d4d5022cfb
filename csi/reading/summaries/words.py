"""The words that head the columns and rows of printed tables: means, deviations, bases, totals."""

from __future__ import annotations

import re
import unicodedata

from ..cells import Raw
from ..layout.raw import title


def _names(listed: str) -> frozenset[str]:
    return frozenset(name.strip() for name in listed.replace("\n", "").split("|"))


MEAN = _names(
    "m|mean|means|average|avg|mean score|μ|x̄|均值|平均值|平均分|平均数|平均得分|平均|media|média|mittelwert|moyenne|rata-rata|rerata|평균|平均値"
)
DEVIATION = _names(
    "sd|s.d|s. d|std|std dev|std. dev|stddev|std deviation|std. deviation|standard deviation|σ|s|标准差|標準差|标准偏差|desviación estándar|desviación típica"
    "|de|dt|desvio padrão|dp|standardabweichung|écart type|écart-type|standar deviasi|simpangan baku|표준편차|標準偏差"
)
BASE = _names(
    "n|n.|base|bases|total|totals|total n|valid n|respondents|responses|count|sample size|sample|合计|总计|总数|总人数|人数|样本量|样本数|有效样本|有效样本量"
    "|有效人数|有效填写人次|本题有效填写人次|填写人数|有效答卷|基数|频数合计|小计|合計|總計|樣本數|anzahl|gesamt|effectif|nombre|tamaño|jumlah|全体|회답수|응답자수|사례수"
)
LOWEST = _names("min|minimum|min.|最小值|最低分|minimal|mínimo|최소값|最小")
HIGHEST = _names("max|maximum|max.|最大值|最高分|maximal|máximo|최대값|最大")
NUMBERS = _names(
    "n|count|counts|frequency|freq|f|人数|频数|频次|数量|计数|次数|份数|個數|人數|anzahl|effectif|frecuencia|frequência|frekuensi|빈도|度数"
)
SHARES = _names(
    "%|percent|per cent|percentage|share|pct|比例|占比|百分比|百分数|频率|构成比|比率|anteil|prozent|pourcentage|porcentaje|persentase|비율|割合"
)
ROW_TYPES = {"mean": "mean", "means": "mean", "stddev": "sd", "sd": "sd", "n": "n", "corr": "corr"}  # of an SPSS matrix file


def plain(value: Raw) -> str:
    """A heading in the form in which headings are compared."""
    text = " ".join(unicodedata.normalize("NFKC", title(value)).casefold().split())
    return text.strip(" :*") or text


_LONGEST = 120  # letters of a heading that may carry a unit
_UNIT = re.compile(r"(.+?)\s*(?:[(\[]\s*(?P<inside>[^()\[\]]+)\s*[)\]]|[-_/:,]\s*(?P<behind>\S+)|(?P<sign>%))")


def headed(value: Raw) -> tuple[str, str]:
    """A heading without the unit behind it, and the unit: "n", "%" or ""."""
    text = plain(value)
    found = _UNIT.fullmatch(text) if len(text) <= _LONGEST else None
    if found:
        unit = (found["inside"] or found["behind"] or found["sign"]).strip()
        if unit in NUMBERS or unit in SHARES:
            return found[1].strip(), "n" if unit in NUMBERS else "%"
    words = text.rsplit(" ", 1)
    if len(words) == 2 and words[1] in {"n", "%"}:
        return words[0], words[1]
    return text, ""
