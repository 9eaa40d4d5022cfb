"""The words and letters by which a survey says that it asks twice: as expected, as important, as experienced, with and without."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

Side = Literal["expectation", "importance", "experience", "functional", "dysfunctional"]

# what may stand in brackets, what may end a name or open it, by side
_IN_BRACKETS: Mapping[Side, str] = {
    "expectation": r"expectations?|expected|exp|e|期望值?|期望服务|预期|期待値?|期望程度|harapan|expectativas?|esperado|attentes?|attendu|erwartung(?:en)?|erwartet|기대[^)\]]*",
    "importance": r"importance|important|imp|i|重要性|重要度|重视度|重視度|重要程度|kepentingan|importancia|importância|wichtigkeit|중요도",
    "experience": r"perceptions?|perceived|experiences?|experienced|actual|satisfaction|performance|perc|p|s|感知值?|感知服务|体验|體驗|实际感受|实际|實際|实感|実感|評価"
    r"|满意度|滿意度|満足度|满意程度|表现|persepsi|kenyataan|kinerja|kepuasan|percepción|percibido|desempeño|satisfacción|percepção|percebido|desempenho|satisfação"
    r"|perçue?|performance|wahrnehmung|wahrgenommen|erfahrung|zufriedenheit|인지[^)\]]*|체감|실제|만족도|성과",
    "functional": r"functional|func|positive|正向|正向题|功能型|具备|提供时|funcional|fonctionnel(?:le)?|funktional|充足|긍정",
    "dysfunctional": r"dysfunctional|dysfunc|dys|negative|反向|反向题|非功能型|不具备|不提供时|disfuncional|dysfonctionnel(?:le)?|dysfunktional|不充足|부정",
}
_BEHIND: Mapping[Side, str] = {
    "expectation": r"[_ .-](?:expectations?|expected|expect|exp|harapan|expectativa|attente|erwartung)$|(?<=.)(?:期望值?|预期|期待値?|期待度|기대)$",
    "importance": r"[_ .-](?:importance|imp|kepentingan|importancia|importância|wichtigkeit)$|(?<=.)(?:重要性|重要度|重视度|重視度|重要程度|중요도)$",
    "experience": r"[_ .-](?:perceptions?|perceived|perc|per|experiences?|actual|perf|performance|satisfaction|sat|persepsi|kenyataan|kinerja|kepuasan|percepción"
    r"|percepção|perception|wahrnehmung|zufriedenheit|satisfacción|satisfação)$"
    r"|(?<=.)(?:感知值?|体验值?|实际值?|实际感受|實際感受|実感)$|(?<=[_ .:：-])(?:满意度|滿意度|満足度|만족도)$",
    "functional": r"[_ .-](?:functional|func|fun)$|(?<=.)(?:正向)$",
    "dysfunctional": r"[_ .-](?:dysfunctional|dysfunc|dys)$|(?<=.)(?:反向)$",
}
_BEFORE: Mapping[Side, str] = {
    "expectation": r"^(?:expectations?|expected)(?:(?: of| for| regarding)?[_ :.-]+|(?=\d))|^(?:期望值?|预期|期待|期望服务)(?:[_ :：.-]+|(?=\d))"
    r"|^(?:harapan|expectativas?(?: de| sobre)?|attentes?(?: concernant| sur)?|erwartung(?:en)?(?: an)?|기대)(?:[_ :.-]+|(?=\d))",
    "importance": r"^importance(?:(?: of)?[_ :.-]+|(?=\d))|^(?:重要性|重要度|重视度|重視度)(?:[_ :：.-]+|(?=\d))|^how important (?:is|are|was|were)(?: the| our)? "
    r"|^(?:importancia(?: de)?|importância(?: de)?|wichtigkeit(?: von)?|kepentingan|중요도)(?:[_ :.-]+|(?=\d))",
    "experience": r"^(?:perceptions?|perceived|experience|actual|performance|satisfaction)(?:(?: of| with)?[_ :.-]+|(?=\d))|^(?:感知值?|感知服务|体验|实际|实际感受|满意度|滿意度|満足度)(?:[_ :：.-]+|(?=\d))"
    r"|^how satisfied (?:are|were) you with(?: the| our)? |^(?:persepsi|kenyataan|kinerja|kepuasan|percepción(?: de)?|satisfacción(?: con)?|percepção(?: de)?"
    r"|satisfação(?: com)?|satisfaction(?: concernant)?|wahrnehmung(?: von)?|zufriedenheit(?: mit)?|인지|만족도)(?:[_ :.-]+|(?=\d))",
    "functional": r"^(?:functional)[_ :.-]+|how (?:would|do) you feel if (?=(?:(?!\bnot\b|n't|without|no longer).)*$)|^如果(?:有|提供|具备|具有)|^(?:若|当)(?:有|提供|具备|具有)",
    "dysfunctional": r"^(?:dysfunctional)[_ :.-]+|how (?:would|do) you feel if (?=.*(?:\bnot\b|n't|without|no longer))|^如果(?:没有|不提供|不具备|缺少)|^(?:若|当)(?:没有|不提供|不具备|缺少)",
}
WORDS: tuple[tuple[Side, re.Pattern[str]], ...] = tuple(
    (side, re.compile(rf"[(\[]\s*(?:{_IN_BRACKETS[side]})\s*[)\]]|{_BEHIND[side]}|{_BEFORE[side]}", re.IGNORECASE))
    for side in ("expectation", "importance", "dysfunctional", "functional", "experience")
)
SATISFACTION_BEHIND = re.compile(r"(?<=.)(?:满意度|滿意度|満足度|만족도)$")
# what a sentence says besides, with and without: "if it had", "if it did not have"
NEGATION = re.compile(
    r"\b(?:did not|does not|do not|didn't|doesn't|don't|had|has|have|were|was|is|are|not|no longer|without|with)\b|没有|不提供|不具备|缺少|有|提供|具备|具有"
)

# "有夜间模式时" beside "没有夜间模式时", where the answers are a Kano question's
OPENS: Mapping[Side, re.Pattern[str]] = {"functional": re.compile(r"^有"), "dysfunctional": re.compile(r"^(?:没有|沒有|无|無)")}
# "Map_f" beside "Map_d"; one letter may as well be the fourth and the sixth of a list
LETTERED = re.compile(r"(?P<core>.+)[_ .-](?P<letter>[a-f])", re.DOTALL | re.IGNORECASE)
# the running number of a question: "3、服务态度", "1.2 期望：价格", "1-2. Price", "Q4. Price", "Q4_Price"
NUMBER_IN_FRONT = re.compile(
    r"^(?:[Qq]?\d+(?:[.-]\d+)*\s*[.:：、)]\s*|(?:[Qq]\d+(?:\.\d+)*|\d+(?:\.\d+)+)(?:\s+|\s*_\s*))(?=[^\W\d_])"
)
# "Q1a" asks as important what "Q1b" asks as experienced
PART_LETTER = re.compile(r"(?P<number>[a-z]?\d+)[a-d]")

# a letter before the number: E1 beside P1 or S1, H1 beside K1, I1 beside P1 or S1; words may follow, "E1. Staff"
CODED = re.compile(
    r"(?P<letters>exp|perc|per|imp|fun|dys|e|p|s|h|k|i|w|f|d)[_ .-]?(?P<rest>\d+(?:[_.-]\d+)*|(?<=[_.-])\w+)(?:\s*[.:：、)]\s*\S.*|\s+\S.*)?",
    re.DOTALL,
)
PARTNERS: tuple[tuple[Side, str, str], ...] = (
    ("expectation", "e", "p"),
    ("expectation", "e", "s"),
    ("expectation", "exp", "perc"),
    ("expectation", "exp", "per"),
    ("expectation", "h", "k"),
    ("expectation", "h", "p"),
    ("importance", "i", "p"),
    ("importance", "i", "s"),
    ("importance", "w", "p"),
    ("importance", "imp", "perc"),
    ("importance", "imp", "per"),
    ("dysfunctional", "dys", "fun"),
    ("dysfunctional", "d", "f"),
)
# "1-1" beside "1-2": the same thing, first as expected; with a "1-3" they are items of a section
NUMBERED = re.compile(
    r"[Qq]?(?P<number>\d+)\s*[-–]\s*(?P<part>\d{1,2})(?:\s*[.:：、)]\s*(?P<text>\S.*)|\s+(?P<words>\S.*))?", re.DOTALL
)
STEMS: tuple[tuple[Side, re.Pattern[str]], ...] = (
    ("expectation", re.compile(r"expect|should|期望|预期|期待|理想|harap|esper|expectativ|attend|attente|erwart|기대")),
    ("importance", re.compile(r"importan|important|重要|重视|重視|penting|importân|wichtig|중요")),
)
