"""What scripts may rely on."""

from __future__ import annotations

import json
from typing import Any

import pytest

from csi.errors import ModelFault, Several, UnreadableFile
from csi.renderers import render
from csi.renderers.document import document, fault_document, render_json
from csi.results import Figure, Result
from csi.terms import INDEX, Text

from . import sample


def read(words: str) -> Any:
    return json.loads(words)


def test_a_document_has_the_parts_that_are_promised() -> None:
    assert list(document(sample.report())) == ["schema", "generator", "study", "findings", "results", "skipped"]


def test_the_study_says_what_was_read_and_how() -> None:
    assert read(render_json(sample.report()))["study"] == {
        "name": "Retail service, spring wave",
        "survey": "survey.xlsx",
        "sheet": "Responses",
        "respondents": 1210,
        "used": 1204,
        "model": "model.yaml",
        "target": "Satisfaction",
        "weights": "pls",
    }


def test_the_headline_stands_under_the_key_of_its_term() -> None:
    assert read(render_json(sample.report()))["results"][0]["headline"] == {
        "index": 72.4541,
        "standard_error": 0.89,
        "lower": 70.7,
        "upper": 74.24,
        "about": "Satisfaction",
        "n": 1204,
    }


def test_tables_are_lists_of_records_with_every_column_in_full_precision() -> None:
    first = read(render_json(sample.report()))["results"][0]["tables"]["latents"][0]
    assert first == {"latent": "Image", "index": 73.5312, "standard_error": 0.84, "lower": 71.9, "upper": 75.24, "n": 1204}


def test_a_number_without_meaning_is_its_reason() -> None:
    last = read(render_json(sample.report()))["results"][1]["tables"]["gaps"][-1]
    assert (last["gap_index"], last["verdict"]) == ({"blank": "no_pairs"}, {"blank": "no_pairs"})


def test_findings_carry_values_for_scripts_and_a_sentence_for_people() -> None:
    finding = read(render_json(sample.report()))["findings"][1]
    assert (finding["key"], finding["severity"], finding["count"]) == ("out_of_range", "warning", 14)
    assert len(finding["values"]["places"]) == 14
    assert finding["message"].startswith("14 answers outside 1–5 read as missing")


def test_remarks_carry_their_values() -> None:
    remark = read(render_json(sample.report()))["results"][0]["remarks"][1]
    assert (remark["key"], remark["values"]) == ("small_base", {"latents": ["Complaints"], "limit": 100})


def test_a_segment_is_named_by_its_result() -> None:
    result = document(sample.report(sample.score(("Region", "North"))))["results"][0]
    assert result["segment"] == {"column": "Region", "value": "North"}
    assert "segment" not in document(sample.report())["results"][0]


def test_skipped_analyses_say_why() -> None:
    assert document(sample.report(sample.score()))["skipped"] == [
        {"analysis": "gap", "message": "the model names no expectation columns."}
    ]


def test_the_language_changes_nothing() -> None:
    assert render(sample.report(), "json", language="zh") == render(sample.report(), "json")


def test_chinese_stands_as_it_is_and_the_last_line_ends() -> None:
    words = render_json(sample.report())
    assert "门店环境" in words and words.endswith("}\n")


def test_several_surveys_give_an_array() -> None:
    assert [one["schema"] for one in read(render_json([sample.report(), sample.report()]))] == [1, 1]


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_nan_and_infinity_are_refused(value: float) -> None:
    broken = Result("score", sample.SCORE, Figure(INDEX, value, 0.0, 0.0, 0.0), ())
    with pytest.raises(ValueError, match="not JSON compliant"):
        render_json(sample.report(broken))


def test_an_error_is_told_with_its_key_and_exit_code() -> None:
    fault = UnreadableFile(
        place="a.xlsx", reason=Text("it is empty.", "文件为空。"), remedy=Text("Export again.", "请重新导出。")
    )
    assert fault_document(fault) == {
        "schema": 1,
        "exit_code": 2,
        "errors": [{"key": "unreadable_file", "place": "a.xlsx", "reason": "it is empty.", "remedy": "Export again."}],
    }


def test_all_errors_of_a_model_are_told_at_once() -> None:
    faults = tuple(ModelFault(place=f"model.yaml:{line}", reason="r", remedy="d") for line in (3, 9))
    assert [one["place"] for one in fault_document(Several(faults))["errors"]] == ["model.yaml:3", "model.yaml:9"]
