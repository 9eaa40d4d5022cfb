"""What a reader sees of a number, a list and a sentence, in both languages."""

from __future__ import annotations

import re

import pytest

from csi.findings import Finding, Remark
from csi.renderers.phrases import PHRASES
from csi.renderers.sentences import (
    card_line,
    finding_sentence,
    interval_heading,
    is_under,
    model_source,
    remark_sentence,
    segment_heading,
)
from csi.renderers.wording import cell, interval, label, number, own_names, p_equals, pick, say, text
from csi.results import Blank, Card, Figure
from csi.terms import COLUMN, INDEX, LATENT, MEAN, TOP_TWO, N, Term, Text, Unit

from . import sample

GAP = Term("gap_index", "Gap", "差距", Unit.POINTS, signed=True)
P = Term("p", "p", "p", Unit.P)
CARD = Card("Retail", "survey.xlsx", None, 1204, 1204, "model.yaml", "Satisfaction", "pls", sample.SETTINGS)


@pytest.mark.parametrize(
    ("term", "value", "written"),
    [
        (INDEX, 72.4541, "72.5"),
        (INDEX, -3.26, "−3.3"),
        (INDEX, -0.04, "0.0"),
        (GAP, 2.1, "+2.1"),
        (GAP, -12.79, "−12.8"),
        (GAP, 0.04, "0.0"),
        (MEAN, 8.456, "8.46"),
        (TOP_TWO, 0.6449, "64%"),
        (N, 1204, "1,204"),
        (N, 1204.4, "1,204"),
        (P, 0.0412, ".041"),
        (P, 0.00099, "<.001"),
        (P, 1.0, ">.999"),
    ],
)
def test_a_number_is_written_as_its_term_says(term: Term, value: float, written: str) -> None:
    assert number(term, value, "en") == written


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_is_no_number_is_refused_rather_than_printed(value: float) -> None:
    with pytest.raises(ValueError, match="is no number"):
        number(INDEX, value, "en")


def test_a_blank_is_a_dash_where_there_is_little_room_and_its_reason_where_there_is_more() -> None:
    blank = Blank("too_few_respondents")
    assert number(INDEX, blank, "zh") == "–"
    assert number(INDEX, blank, "zh", long=True) == "受访者过少"


def test_p_in_a_sentence_has_its_sign() -> None:
    assert (p_equals(0.0412), p_equals(0.0001)) == ("p = .041", "p < .001")


def test_an_interval_runs_from_lower_to_upper() -> None:
    assert interval(INDEX, 70.7, 74.24, "en") == "70.7 – 74.2"


def test_an_interval_with_signs_has_a_word_between_its_ends_so_that_no_dash_looks_like_a_minus() -> None:
    assert interval(GAP, -15.6, -9.94, "en") == "−15.6 to −9.9"
    assert interval(GAP, 0.3, 3.9, "zh") == "+0.3 至 +3.9"
    assert interval(INDEX, -1.0, 2.0, "en") == "−1.0 to +2.0"


def test_an_interval_without_an_end_is_a_dash() -> None:
    assert interval(INDEX, Blank("no_resamples"), 3.0, "en") == "–"


def test_a_cell_takes_the_term_s_own_words_for_keys_that_it_lists() -> None:
    assert cell(sample.VERDICT, "below", "zh") == "低于期望"


def test_a_cell_that_does_not_concern_the_row_is_empty() -> None:
    assert cell(INDEX, None, "en") == ""


def test_names_of_the_model_appear_under_the_analyst_s_labels() -> None:
    names = own_names(sample.report(), "zh")
    assert cell(LATENT, "Loyalty", "zh", names=names) == "顾客忠诚"
    assert label("Loyalty", sample.report(), "en") == "Loyalty"


def test_the_header_of_a_column_is_never_replaced_by_a_label() -> None:
    assert cell(COLUMN, "Loyalty", "zh", names=own_names(sample.report(), "zh")) == "Loyalty"


def test_the_whole_tree_is_called_overall() -> None:
    assert (cell(LATENT, "overall", "en"), cell(LATENT, "overall", "zh")) == ("Overall", "总体")


def test_numbers_in_a_sentence_are_rounded_by_their_size() -> None:
    template = Text("{a} {b} {c} {d} {e}", "")
    values = {"a": 1204, "b": 72.45412, "c": 1.2345, "d": 0.03456, "e": -0.5}
    assert text(template, values, "en") == "1,204 72.5 1.23 0.0346 −0.5"


def test_a_slot_may_say_what_its_number_is() -> None:
    template = Text("{confidence:share}% {p:p} {seed:plain}", "")
    assert text(template, {"confidence": 0.95, "p": 0.0412, "seed": 123456}, "en") == "95% p = .041 123456"


def test_a_slot_may_say_how_many_decimals_its_number_has() -> None:
    template = Text("{a:ratio} to {b:ratio}, {c:points}, {d:.2f}, {e:.0%}, {e:.1%}", "")
    values = {"a": 0.525, "b": 0.66, "c": 62.0, "d": -1.0, "e": 0.2}
    assert text(template, values, "en") == "0.525 to 0.660, 62.0, −1.00, 20%, 20.0%"


def test_a_share_that_is_next_to_nothing_is_not_told_as_none() -> None:
    assert text(Text("{a:.1%} {b:.1%} {a:.0%}", ""), {"a": 0.0001, "b": 0.0}, "en") == "<0.1% 0.0% <1%"


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1 answer is missing"), (2, "2 answers are missing"), (0, "0 answers are missing")]
)
def test_a_slot_may_hold_the_word_for_one_and_the_word_for_more(count: int, said: str) -> None:
    assert text(Text("{count} {count:answer is|answers are} missing", ""), {"count": count}, "en") == said


def test_no_interval_is_promised_where_there_is_none() -> None:
    settings = {"resamples": 1, "confidence": 0.95, "interval": None}
    assert card_line(Card("Retail", "a.csv", None, 8, 8, "", "", "equal", settings), "en").endswith("without intervals")


def test_a_single_respondent_is_not_told_in_the_plural() -> None:
    assert card_line(Card("Retail", "a.csv", None, 1, 1, "", "", ""), "en") == "1 respondent"


def test_a_long_list_names_three_and_counts_the_rest() -> None:
    template = Text("({places})", "（{places}）")
    places = tuple(f"D{row}" for row in range(1, 16))
    assert text(template, {"places": places}, "en") == "(D1, D2, D3 … and 12 more)"
    assert text(template, {"places": places}, "zh") == "（D1、D2、D3 …等共 15 处）"


def test_a_list_of_four_is_named_in_full() -> None:
    assert text(Text("{places}", ""), {"places": ("a", "b", "c", "d")}, "en") == "a, b, c, d"


def test_braces_in_a_survey_s_words_are_not_filled() -> None:
    assert text(Text("{header}", ""), {"header": "{secret} {header}", "secret": "x"}, "en") == "{secret} {header}"


def test_a_slot_without_a_value_stands_as_it_is() -> None:
    assert text(Text("{gone} {n}", ""), {"n": 2}, "en") == "{gone} 2"


def test_a_finding_names_its_place_once() -> None:
    named = Finding("x", "warning", Text("odd at {place}", "{place} 异常"), "Responses!C17")
    silent = Finding("x", "warning", Text("{count} odd", "{count} 处异常"), "Responses!C17", 3)
    assert finding_sentence(named, "en") == "odd at Responses!C17"
    assert finding_sentence(silent, "en") == "Responses!C17: 3 odd"
    assert finding_sentence(silent, "zh") == "Responses!C17：3 处异常"


def test_a_remark_is_filled_from_its_values() -> None:
    assert remark_sentence(Remark("x", Text("{n} rows", "{n} 行"), {"n": 3}), "zh") == "3 行"


def test_the_card_says_what_the_numbers_rest_on() -> None:
    assert card_line(CARD, "en") == "1,204 respondents · PLS weights · 95% intervals from 2,000 resamples (seed 1)"
    assert card_line(CARD, "zh") == "1,204 名受访者 · PLS 权重 · 95% 区间，2,000 次重抽样（种子 1）"


def test_the_card_says_when_not_everybody_counts() -> None:
    assert card_line(sample.report().card, "en").startswith("1,204 of 1,210 respondents")


def test_the_card_says_when_there_are_no_intervals() -> None:
    card = Card("Retail", "survey.xlsx", None, 8, 8, "", "", "equal", {"resamples": 0})
    assert card_line(card, "en") == "8 respondents · equal weights · point estimates, no resamples"


def test_a_model_alone_has_no_respondents() -> None:
    assert card_line(Card("Retail", "model.yaml", None, 0, 0, "", "", "given"), "en") == "given weights"


def test_the_heading_over_intervals_carries_their_confidence() -> None:
    assert interval_heading({"confidence": 0.9}, "en") == "90% interval"
    assert interval_heading({}, "zh") == "区间"


def test_a_segment_is_named_by_its_column_and_value() -> None:
    assert segment_heading(sample.score(("Region", "North")), "en") == "Region: North"


def test_a_missed_threshold_is_one_sentence() -> None:
    figure = Figure(INDEX, 68.9, 1.3, 66.2, 71.5)
    assert is_under(figure, 70, "en") == "index 68.9 (66.2 – 71.5) is under 70"
    assert is_under(figure, 70.5, "zh") == "指数 68.9（66.2 – 71.5）低于 70.5"


def test_any_language_but_chinese_reads_english() -> None:
    assert (pick(Text("a", "甲"), "zh_CN"), pick(Text("a", "甲"), "fr")) == ("甲", "a")


@pytest.mark.parametrize("key", PHRASES)
def test_every_phrase_is_there_in_both_languages(key: str) -> None:
    assert PHRASES[key].en and PHRASES[key].zh


@pytest.mark.parametrize("key", sorted(set(PHRASES) - {"list_more", "respondents"}))
def test_both_languages_of_a_phrase_speak_of_the_same_things(key: str) -> None:
    assert set(re.findall(r"\{\w+", PHRASES[key].en)) == set(re.findall(r"\{\w+", PHRASES[key].zh))


def test_a_phrase_is_filled() -> None:
    assert say("findings_count", "zh", count=3) == "3 条数据提示"


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("guess", "推测"),
        ("preset ecsi", "预设 ecsi"),
        ('retail.xlsx, sheet "模型"', "retail.xlsx，工作表“模型”"),
        ("folder/retail.model.yaml", "folder/retail.model.yaml"),
    ],
)
def test_the_source_of_the_model_is_told_in_the_reader_s_language(source: str, told: str) -> None:
    assert model_source(source, "zh") == told
