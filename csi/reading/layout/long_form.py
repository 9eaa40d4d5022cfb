"""One answer a row (respondent, question, answer), turned into one respondent a row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from ...findings import Finding, Value
from ...terms import Text
from ..cells import Cells, Raw
from .listing import listed
from .names import visible_names
from .platforms import folded
from .raw import is_blank, is_figure, title

_FEW, _MANY = 2, 500  # questions
_ROWS_EACH = 1.5  # rows a respondent, on average
_FILLED = 0.3  # share of the wide table that the rows fill, at least
_TWICE = 0.02  # share of rows that may answer a question a second time


def _words(listed_names: str) -> frozenset[str]:
    return frozenset(word.strip() for word in listed_names.split("|"))


_QUESTION = _words(
    "question|question text|question id|question_id|questionid|question name|item|item id|item_id|indicator|variable|题目|问题|题号|题目名称|题干"
    "|指标|指标名称|測項|测项|pregunta|ítem|pergunta|frage|pertanyaan|indikator|질문|문항|質問|設問|問題"
)
_ANSWER = _words(
    "answer|answers|answer text|response|response value|value|score|rating|答案|回答|选项|得分|评分|打分|分值|分数|respuesta|resposta|antwort|réponse"
    "|jawaban|skor|nilai|valor|puntuación|응답|답변|점수|選項|評分"
)
_RESPONDENT = _words(
    "respondent|respondent id|respondent_id|respondentid|response id|response_id|responseid|participant|participant id|participant_id|id|case"
    "|case id|customer|customer id|customer_id|user|user id|user_id|userid|submission id|submission_id|受访者|受访者编号|序号|编号|答卷编号|问卷编号"
    "|样本编号|客户编号|用户|用户id|encuestado|entrevistado|responden|teilnehmer|répondant|응답자|回答者|回答者id"
)


class _Roles(NamedTuple):
    """Places of the three columns."""

    respondent: int
    question: int
    answer: int


def widened(cells: Cells) -> Cells:
    """The cells with one respondent a row where they held one answer a row; the same cells otherwise."""
    roles = _roles(cells)
    return cells if roles is None else _Long(cells, roles).widened()


def _roles(cells: Cells) -> _Roles | None:
    """The columns by their names, where their values are such as well: every respondent answers a question once."""
    names = [folded(name) for name in cells.header]
    found = [next((at for at, name in enumerate(names) if name in listed), None) for listed in (_RESPONDENT, _QUESTION, _ANSWER)]
    if None in found:
        return None
    roles = _Roles(*(at for at in found if at is not None))
    return roles if _fits(cells, roles) else None


def _fits(cells: Cells, roles: _Roles) -> bool:
    who, what = cells.columns[roles.respondent], cells.columns[roles.question]
    rows, questions = len(who), len(set(map(title, what)))
    if not _FEW <= questions <= _MANY:
        return False
    respondents = len(set(map(title, who)))
    pairs = len(set(zip(map(title, who), map(title, what), strict=True)))
    return (
        respondents > 1
        and rows >= _ROWS_EACH * respondents
        and pairs >= (1 - _TWICE) * rows
        and pairs >= _FILLED * respondents * questions
    )


class _Long:
    """The wide table in the making. source: for each question, the row of each respondent's answer, -1 where there is none."""

    def __init__(self, cells: Cells, roles: _Roles) -> None:
        self.cells, self.roles = cells, roles
        who, what = (cells.columns[at] for at in roles[:2])
        self.first = _firsts(who)  # of each respondent
        self.asked = [question for question in _firsts(what) if question]
        people = {name: place for place, name in enumerate(self.first)}
        places = {name: place for place, name in enumerate(self.asked)}
        self.source = [[-1] * len(people) for _ in self.asked]
        self.twice: list[int] = []
        for row, (name, question) in enumerate(zip(map(title, who), map(title, what), strict=True)):
            if question and self.source[places[question]][people[name]] < 0:
                self.source[places[question]][people[name]] = row
            else:
                self.twice.append(row)

    def widened(self) -> Cells:
        """The respondents with what does not change between their rows, and their answers."""
        cells, firsts = self.cells, list(self.first.values())
        kept = [at for at in range(len(cells.header)) if at not in self.roles[1:] and self._is_constant(at)]
        answers = cells.columns[self.roles.answer]
        columns: list[Sequence[Raw]] = [[cells.columns[at][row] for row in firsts] for at in kept]
        columns += [["" if row < 0 else answers[row] for row in rows] for rows in self.source]
        places = (*(cells.letters[at] for at in kept), *[cells.letters[self.roles.answer]] * len(self.asked))
        names, about_names = visible_names([*(cells.header[at] for at in kept), *map(self._name, self.asked)], places)
        sources = [firsts] * len(kept) + self.source

        def spot(column: int, row: int) -> str:
            source = sources[column][row]
            return f"{places[column]}{cells.rows[source if source >= 0 else firsts[row]]}"

        return replace(
            cells,
            header=names,
            columns=tuple(columns),
            letters=places,
            rows=[cells.rows[row] for row in firsts],
            findings=(*cells.findings, *self._findings(kept), *about_names),
            questions={new: cells.questions[at] for new, at in enumerate(kept) if at in cells.questions},
            labels=self._labels(kept),
            spot=spot,
        )

    def _labels(self, kept: Sequence[int]) -> dict[int, Mapping[float, str]]:
        """What the file says of the codes, at their new places; the labels of the answers hold for every question."""
        sources = [*kept, *[self.roles.answer] * len(self.asked)]
        return {new: self.cells.labels[at] for new, at in enumerate(sources) if at in self.cells.labels}

    def _name(self, question: str) -> str:
        return f"{self.cells.header[self.roles.question]} {question}" if is_figure(question) else question

    def _is_constant(self, at: int) -> bool:
        """Whether a column says the same in all rows of a respondent."""
        values = self.cells.columns[at]
        said: dict[str, Raw] = {}
        for name, value in zip(map(title, self.cells.columns[self.roles.respondent]), values, strict=True):
            if said.setdefault(name, value) != value:
                return False
        return not all(map(is_blank, values))

    def _findings(self, kept: Sequence[int]) -> tuple[Finding, ...]:
        cells = self.cells
        letters = {role: cells.letters[at] for role, at in self.roles._asdict().items()}
        left = [at for at in range(len(cells.header)) if at not in (*kept, *self.roles)]
        values: dict[str, Value] = {**letters, "rows": len(cells.rows), "questions": len(self.asked)}
        found = [Finding("long_form", "warning", _LONG, cells.address(0, 0), len(self.first), values)]
        if left:
            columns = listed(left, [cells.letters[at] for at in left])
            found.append(Finding("changing_columns", "warning", _CHANGING, "", len(left), {"columns": columns}))
        if self.twice:
            rows = listed([cells.rows[row] for row in self.twice])
            place = cells.address(self.roles.answer, self.twice[0])
            found.append(Finding("answered_twice", "warning", _AGAIN, place, len(self.twice), {"rows": rows}))
        return tuple(found)


def _firsts(values: Sequence[Raw]) -> dict[str, int]:
    """The first row of each distinct value, in their order."""
    found: dict[str, int] = {}
    for row, value in enumerate(map(title, values)):
        found.setdefault(value, row)
    return found


_LONG = Text(
    "there was one answer a row; {rows} rows were turned into {count} respondents by {questions} questions"
    " (respondent in column {respondent}, question in {question}, answer in {answer}).",
    "数据为每行一个答案；{rows} 行已转换为 {count} 位受访者 × {questions} 道题（受访者：{respondent} 列，题目：{question} 列，答案：{answer} 列）。",
)
_CHANGING = Text(
    "columns that change between the rows of a respondent were left out: {columns}.",
    "同一受访者各行取值不同的列未保留：{columns}。",
)
_AGAIN = Text(
    "rows without a question, or that answer one a second time, were left out: {count} (rows {rows}).",
    "没有题目或重复作答的行未计入：{count} 行（第 {rows} 行）。",
)
