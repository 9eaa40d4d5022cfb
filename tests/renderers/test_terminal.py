"""A report at a terminal: whole screens, and what must hold on any."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from csi.findings import Finding
from csi.renderers import render
from csi.renderers.sentences import finding_sentence
from csi.renderers.terminal import render_terminal
from csi.renderers.terminal_fold import cells
from csi.renderers.terminal_look import STYLES, draws_unicode
from csi.results import Blank, Card, Report, Result, Table
from csi.terms import INDEX, INDICATOR, LATENT, LOWER, UPPER, N, Term, Text, Unit

from . import sample
from .screens import GOLDEN, SCREENS

WIDTHS = [40, 60, 80, 100, 140, 200]
NOTHING = Card("", "", None, 0, 0, "", "", "")


def one_table(table: Table, **options: object) -> str:
    result = Result("score", sample.SCORE, None, (table,))
    return render_terminal(Report(NOTHING, (result,)), **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", SCREENS)
def test_whole_screens_look_as_they_did(name: str) -> None:
    # made by python -m tests.renderers.screens and looked at as pictures
    assert SCREENS[name]() == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_line_is_wider_than_the_terminal(width: int, language: str) -> None:
    results = sample.score(), sample.gap(), sample.tree(), sample.check()
    screen = render_terminal(sample.report(*results), language=language, width=width, verbose=True)
    assert max(map(cells, screen.splitlines())) <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_every_index_is_written_in_full_at_any_width(width: int) -> None:
    screen = render_terminal(sample.report(), width=width)
    assert all(f" {row[1]:.1f} " in screen for row in sample.LATENTS)


def test_columns_without_room_are_named() -> None:
    assert "no room at this width for: Mean, Top two, n" in render_terminal(sample.report(), width=60)


def test_columns_stand_under_one_another_beside_chinese_names() -> None:
    lines = render_terminal(sample.report(sample.score()), language="zh", width=80).splitlines()
    assert len({cells(line) for line in lines if line.endswith((" 1,204", " 1,198", " 1,187", "   96"))}) == 1


def test_colour_changes_no_number() -> None:
    plain, painted = (render_terminal(sample.report(), width=80, color=color) for color in (False, True))
    assert re.findall(r"\d+\.\d", plain) == re.findall(r"\d+\.\d", re.sub(r"\x1b\[[0-9;]*m", "", painted))


def test_without_colour_there_are_no_escape_sequences() -> None:
    assert "\x1b" not in render_terminal(sample.report(), color=False)


def test_with_colour_there_are_colours_whatever_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b[38;5;25m" in render_terminal(sample.report(), color=True)


def test_a_survey_cannot_steer_the_terminal() -> None:
    screen = render_terminal(sample.report(sample.check()), width=100, color=True)
    assert "[red]Email[/] [31mAddress" in screen and ":smile:" in screen
    assert not set(re.sub(r"\x1b\[[0-9;]*m", "", screen)) & set("\x1b\x07\u202e\x9b")


def test_without_unicode_only_the_survey_s_own_words_leave_ascii() -> None:
    screen = render_terminal(sample.report(sample.score(), notes=()), unicode=False, width=80)
    assert {line.strip()[:4] for line in screen.splitlines() if not line.isascii()} == {"您对门店"}


@pytest.mark.parametrize(
    ("encoding", "term", "draws"),
    [
        ("utf-8", "xterm", True),
        ("utf-8", None, True),
        ("utf-8", "dumb", False),
        ("latin-1", "xterm", False),
        ("no-such", "xterm", False),
        (None, "xterm", False),
    ],
)
def test_signs_are_drawn_only_where_they_can_be_shown(encoding: str | None, term: str | None, draws: bool) -> None:
    assert draws_unicode(encoding, term) is draws


def test_the_worst_five_findings_stand_at_the_foot_and_the_rest_is_counted() -> None:
    foot = render_terminal(sample.report()).split("12 findings\n")[1].splitlines()
    assert foot[0] == "  ✕ Perceived value ▸ PER2: PLS weight is negative"
    assert foot[-1] == "    and 7 more; `csi check survey.xlsx` lists them"


def test_the_command_that_lists_findings_can_be_pasted() -> None:
    report = sample.report()
    spaced = replace(report, card=replace(report.card, survey="my survey.xlsx"))
    assert "`csi check 'my survey.xlsx'`" in render_terminal(spaced)


def test_six_findings_are_listed_rather_than_one_counted() -> None:
    assert "more;" not in render_terminal(sample.report(notes=sample.findings()[:6]))


@pytest.mark.parametrize(
    "screen",
    [
        render_terminal(sample.report(), verbose=True),
        render_terminal(sample.report(sample.check())),
    ],
)
def test_verbose_and_check_list_every_finding(screen: str) -> None:
    assert "Q11: 13.5% of the answers are blank" in screen


def test_without_findings_there_is_no_foot() -> None:
    assert "finding" not in render_terminal(sample.report(notes=()))


def test_verbose_tells_the_settings() -> None:
    assert "Seed of the resampling: 1" in render_terminal(sample.report(), verbose=True)


def test_a_single_result_needs_no_card() -> None:
    assert render(sample.score(), "table").decode().startswith("Customer satisfaction index · Satisfaction   72.5")


def test_a_part_of_the_respondents_is_headed_by_its_name() -> None:
    assert "── Region: North ──" in render_terminal(sample.report(sample.score(("Region", "North"))))


def test_the_reason_of_a_blank_stands_under_its_table() -> None:
    table = Table("t", Text("T", "T"), (LATENT, INDEX), (("A", 1.0), ("B", Blank("too_few_respondents"))))
    assert "  – too few respondents" in one_table(table)


def test_a_column_without_any_number_leaves_and_says_why() -> None:
    absent = Blank("no_resamples")
    table = Table("t", Text("T", "T"), (LATENT, INDEX, LOWER, UPPER), (("A", 1.0, absent, absent),))
    assert one_table(table).splitlines()[-2] == "  Interval: no resamples were asked for"


def test_columns_that_are_empty_for_one_reason_share_a_note() -> None:
    absent = Blank("single_item")
    table = Table("t", Text("T", "T"), (LATENT, N, INDEX, sample.P_ADJUSTED), (("A", 3, absent, absent),))
    assert one_table(table, language="zh").splitlines()[-2] == "  指数、校正 p：只有一道题"


def test_reasons_of_dashes_are_joined_by_the_language_s_own_sign() -> None:
    rows = (("A", 1.0), ("B", Blank("no_answers")), ("C", Blank("single_item")))
    table = Table("t", Text("T", "T"), (LATENT, INDEX), rows)
    assert one_table(table, language="zh").splitlines()[-2] == "  – 无人作答；只有一道题"


def test_a_column_without_room_leaves_no_reason_behind() -> None:
    long = Term("long", "A rather long heading", "很长的标题", Unit.RATIO, 3)
    table = Table("t", Text("T", "T"), (LATENT, N, long), (("A" * 30, 1204, Blank("no_answers")), ("B", 7, 1e15)))
    assert "nobody answered" in one_table(table, width=100) and "nobody answered" not in one_table(table, width=40)


def test_a_table_without_rows_says_so() -> None:
    assert "Nothing to list" in one_table(Table("t", Text("T", "T"), (LATENT, INDEX), ()))


def test_a_table_of_a_later_analysis_renders_from_its_terms_alone() -> None:
    table = Table("t", Text("T", "T"), (LATENT, N, sample.P_ADJUSTED, sample.VERDICT), (("A", 1204, 0.03, "below"),))
    assert one_table(table).splitlines()[4].split() == ["A", "1,204", ".030", "▼", "below"]


def test_rows_of_one_latent_stand_under_its_name() -> None:
    rows = tuple((latent, f"Q{at}", 50.0) for at, latent in enumerate(("A", "A", "B", "B")))
    lines = one_table(Table("t", Text("T", "T"), (LATENT, INDICATOR, INDEX), rows)).splitlines()
    assert [line.split() for line in lines[4:7]] == [["A"], ["Q0", "50.0"], ["Q1", "50.0"]]


def test_a_long_question_stands_above_its_numbers_rather_than_beside_them_in_a_ribbon() -> None:
    table = Table("t", Text("T", "T"), (LATENT, INDEX, N), ((sample.LONG, 50.0, 12), ("A", 60.0, 13)))
    assert one_table(table, width=40).splitlines()[4:8] == [
        "  How satisfied are you, all in all,",
        "  with the way our staff in the branch",
        "  dealt with your last request?",
        "  [Politeness]",
    ]


def test_every_style_is_a_name_that_the_painter_knows() -> None:
    assert {"", "bar", "below", "exceeds", "severe", "warning", "info"} <= STYLES.keys()


def test_a_name_of_thousands_of_letters_takes_one_line() -> None:
    table = Table("t", Text("t", "t"), (LATENT, INDEX), (("Q" * 10_000, 50.0),))
    finding = Finding("k", "warning", Text("{x} is odd", "{x}"), "Q" * 10_000, 1, {"x": "P" * 10_000})
    assert "Q" * 41 not in one_table(table, width=80) and len(finding_sentence(finding, "en")) < 100
