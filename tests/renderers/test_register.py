"""The register of forms, and which suffix means which."""

from __future__ import annotations

from importlib import import_module

import pytest

from csi.errors import UsageFault
from csi.renderers import RENDERERS, form_for, render

from . import sample


@pytest.mark.parametrize(
    ("path", "form"),
    [("a.json", "json"), ("out/B.XLSX", "xlsx"), ("c.htm", "html"), ("d.md", "md"), ("e.csv", "csv"), ("f.txt", "table")],
)
def test_a_suffix_means_its_form(path: str, form: str) -> None:
    assert form_for(path) == form


@pytest.mark.parametrize("path", ["a.pdf", "report"])
def test_an_unknown_suffix_is_refused_with_the_list_of_those_that_work(path: str) -> None:
    with pytest.raises(UsageFault, match=r"\.json, \.csv, \.md"):
        form_for(path)


def test_an_unknown_form_is_refused_with_the_list_of_those_that_work() -> None:
    with pytest.raises(UsageFault, match="table, json, csv, md, html, xlsx"):
        render(sample.report(), "pdf")


@pytest.mark.parametrize("form", RENDERERS)
def test_every_form_has_a_room_and_a_sentence_in_both_languages(form: str) -> None:
    entry = RENDERERS[form]
    assert callable(getattr(import_module(f"csi.renderers.{entry.module}"), entry.function))
    assert entry.sentence.en and entry.sentence.zh


@pytest.mark.parametrize("form", ["table", "json", "csv", "md"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_single_result_is_rendered_like_a_report_of_one(form: str, language: str) -> None:
    assert render(sample.gap(), form, language=language)
