"""What the bare words tell before an option is read."""

import pytest

from csi.commands.session import Session, system_language


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LC_ALL": "zh_TW"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({}, "en"),
        ({"LC_ALL": "", "LANG": "zh_CN"}, "zh"),
        ({"LC_ALL": "C", "LANG": "zh_CN"}, "en"),
    ],
)
def test_the_locale_decides_the_language(environ, language):
    assert system_language(environ) == language


@pytest.mark.parametrize("words", [["score", "x", "--lang", "zh"], ["--lang=zh", "score", "x"]])
def test_a_language_that_is_asked_for_overrules_the_locale(words):
    assert Session.of(words, {"LANG": "en_US"}) == Session("zh", "zh")


def test_a_language_that_does_not_exist_leaves_the_locale_in_charge():
    assert Session.of(["--lang", "fr"], {"LANG": "zh_CN"}) == Session("zh", None)


@pytest.mark.parametrize("words", [["-f", "json"], ["-fjson"], ["--format=json"], ["--format", "json"]])
def test_whoever_asks_for_json_gets_errors_as_json(words):
    assert Session.of(["score", "x", *words], {}).machine


def test_words_after_two_dashes_are_files():
    assert not Session.of(["score", "--", "--format=json"], {}).machine
