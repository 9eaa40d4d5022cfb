"""Markdown as GitHub shows it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from csi.renderers.markdown import escaped, render_markdown
from csi.results import Card, Report, Result, Table
from csi.terms import INDEX, LATENT, Term, Text

from . import sample


def test_a_table_has_its_headings_and_numbers_to_the_right() -> None:
    assert "| Latent | Index | 95% interval | n |\n| :--- | ---: | ---: | ---: |\n| Image | 73.5 |" in render_markdown(
        sample.report()
    )


def test_the_target_is_marked_and_bold() -> None:
    assert "| ▸ **满意度** | **72.5** | **70.7 – 74.2** | **1,204** |" in render_markdown(sample.report(), language="zh")


def test_every_row_has_as_many_bars_as_its_heading() -> None:
    nasty = Table("t", Text("T", "T"), (LATENT, INDEX), (("a|b\n| c |\\|", 1.0),))
    words = render_markdown(Report(Card("", "", None, 0, 0, "", "", ""), (Result("score", sample.SCORE, None, (nasty,)),)))
    row = next(line for line in words.splitlines() if "1.0" in line)
    assert row == r"| a\|b \| c \|\\\| | 1.0 |"


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("[link](http://x)", r"\[link\](http://x)"),
        ("<script>", r"\<script\>"),
        ("*bold* _it_ `code` ~gone~", r"\*bold\* \_it\_ \`code\` \~gone\~"),
        ("&amp; $x$", r"\&amp; \$x\$"),
        ("two\nlines\x1b", "two lines"),
    ],
)
def test_a_survey_s_words_are_shown_as_they_stand(words: str, written: str) -> None:
    assert escaped(words) == written


def test_the_headline_carries_its_interval() -> None:
    assert "Satisfaction: **72.5** (70.7 – 74.2)" in render_markdown(sample.report())


def test_what_is_absent_is_explained_under_its_table() -> None:
    assert "<sup>b</sup> 没有人同时回答两侧" in render_markdown(sample.report(), language="zh")


def test_a_tree_is_indented() -> None:
    assert "| &emsp;&emsp;Product | 24.0% |" in render_markdown(sample.report(sample.tree()))


def test_findings_are_all_there_the_worst_first() -> None:
    lines = [line for line in render_markdown(sample.report()).splitlines() if line.startswith("- **")]
    assert len(lines) == 12
    assert lines[0] == "- **severe** Perceived value ▸ PER2: PLS weight is negative"


def test_skipped_analyses_are_named() -> None:
    assert "- Expectation gaps: the model names no expectation columns." in render_markdown(sample.report(sample.score()))


def test_analyses_that_the_same_reason_keeps_out_share_a_line() -> None:
    whole = sample.report(sample.score())
    other = replace(whole.skipped[0], analysis="score", title=Term("other", "Other", "其他"))
    text = render_markdown(replace(whole, skipped=(*whole.skipped, other)))
    assert "- Expectation gaps, Other: the model names no expectation columns." in text


def test_settings_stand_in_the_reader_s_language() -> None:
    assert "重抽样种子：1；" in render_markdown(sample.report(), language="zh")
