import numpy as np
import pandas
import pytest

from csi.authoring import model_rows, model_yaml
from csi.errors import ModelFault, NothingToScore, Several, UnknownColumn
from csi.model import Feature, Model
from csi.reading import open_survey
from csi.reading.answers.labels_kano import _OWN, all_steps, own_steps
from csi.reading.answers.written_form import normalise
from csi.reading.data_check import overview
from csi.reading.models.sheet import model_from_rows
from csi.reading.models.yaml_file import parse_model

FIVE = {
    "en": ("I like it", "I expect it", "I am neutral", "I can tolerate it", "I dislike it"),
    "zh": ("我很喜欢", "理应如此", "无所谓", "勉强接受", "我很不喜欢"),
    "zh-Hant": ("我很喜歡", "理所當然", "無所謂", "勉強接受", "我很不喜歡"),
    "es": ("Me gusta", "Debe ser así", "Me da igual", "Lo tolero", "No me gusta"),
    "pt": ("Gosto", "Deve ser assim", "Tanto faz", "Posso tolerar", "Não gosto"),
    "de": ("Das würde mich sehr freuen", "Das setze ich voraus", "Das ist mir egal", "Könnte ich in Kauf nehmen", "Das würde mich sehr stören"),
    "fr": ("Cela me plaît", "C'est indispensable", "Cela m'est égal", "Je peux m'en accommoder", "Cela me déplaît"),
    "id": ("Saya suka", "Memang harus begitu", "Biasa saja", "Masih bisa diterima", "Saya tidak suka"),
    "ja": ("気に入る", "当然である", "なんとも思わない", "仕方ない", "気に入らない"),
    "ko": ("마음에 든다", "당연하다", "아무런 느낌이 없다", "하는 수 없다", "마음에 안 든다"),
}  # fmt: skip


def read(functional: list, dysfunctional: list | None = None, **changes: object):
    """The answers with the feature, the findings by key, and the survey."""
    feature = Feature("Map", "F", "D", **changes)
    other = functional if dysfunctional is None else dysfunctional
    survey, _ = open_survey(pandas.DataFrame({"F": functional, "D": other}, dtype=object), Model((), features=(feature,)))
    return survey.answered("F").tolist(), {finding.key: finding for finding in survey.findings}, survey


@pytest.mark.parametrize("language", list(FIVE))
def test_the_five_answers_are_known_in_every_language(language):
    assert read(list(FIVE[language]))[0] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("language", list(FIVE))
def test_a_code_in_front_of_the_words_changes_nothing(language):
    assert read([f"{at}. {word}" for at, word in enumerate(FIVE[language], 1)])[0] == [1, 2, 3, 4, 5]


# wordings of Berger et al. (1993), of Lee & Newcomb and Löfgren & Witell as quoted by others, of 狩野, of surveys in use
IN_USE = {
    1: ("I would be delighted", "I like it that way", "Cela me ferait plaisir", "Gostaria", "とてもうれしい", "我喜欢这样", "Me gustaría"),
    2: (
        "It must be that way", "I am expecting it to be that way", "Ce serait un minimum", "Es algo básico", "Das setze ich voraus",
        "理所当然", "理所应当", "当然だろう",
    ),
    3: (
        "I have no feeling about it", "Cela me laisserait indifférent(e)", "Me da igual", "É-me indiferente", "何とも感じない",
        "特に何とも思わない", "没有感觉",
    ),
    4: (
        "I dislike it, but I can live with it that way", "I dislike it but can tolerate it", "I don’t like it, but I can live with it.",
        "I can live with it that way", "Je l'accepterais", "No me gusta, pero lo tolero", "Posso viver com isso", "我可以忍受",
        "Das könnte ich eventuell in Kauf nehmen", "しかたがない", "しかたない", "仕方がない", "我能够忍受", "不喜欢，但可以接受",
    ),
    5: (
        "I would be disappointed", "I dislike it that way", "I dislike it, and I can't accept it", "Cela me dérangerait", "Não gostaria",
        "No me gusta y no lo tolero", "Das würde mich sehr stören", "我讨厌这样", "それは困る",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("step", "word"), [(step, word) for step, words in IN_USE.items() for word in words])
def test_wordings_in_use_are_read(step, word):
    assert read([word, "I like it"])[0][0] == step


def test_words_in_a_longer_sentence_are_not_taken_for_an_answer():
    assert np.isnan(read(["I like it, said my aunt", "I like it"])[0][0])


def test_no_list_names_a_word_of_another_list():
    lists = [{normalise(word) for word in words.replace("\n", "").split("|") if word} for words in _OWN]
    assert sum(map(len, lists)) == len(set.union(*lists)) == len(own_steps())


def test_no_word_stands_for_two_answers():
    assert all(all_steps()[word] == step for word, step in own_steps().items())


def test_bare_numbers_count_from_like_to_dislike_and_that_is_said():
    answers, findings, _ = read([1, 2, 3, 4, 5])
    assert answers == [1, 2, 3, 4, 5]
    assert "1 = like … 5 = dislike" in findings["kano_numbers"].text.en


def test_bare_numbers_that_run_the_other_way_are_declared():
    answers, findings, _ = read([5, 4, 3, 2, 1], reversed=True)
    assert answers == [1, 2, 3, 4, 5]
    assert "5 = like … 1 = dislike" in findings["kano_numbers"].text.en


def test_words_decide_what_the_codes_beside_them_mean():
    like, *_, dislike = FIVE["en"]
    answers, findings, _ = read([f"5 - {like}", f"1 - {dislike}", 5, 4, 1])
    assert answers == [1, 5, 1, 2, 5]
    assert "kano_numbers" not in findings


def test_codes_that_begin_at_zero_are_understood_from_their_words():
    like, must, *_ = FIVE["en"]
    assert read([f"0 {like}", f"1 {must}", 0, 4])[0] == [1, 2, 1, 5]


def test_bare_codes_among_words_that_contradict_each_other_are_not_guessed():
    like, must, neutral, *_ = FIVE["en"]
    answers, findings, _ = read([f"1 {like}", f"3 {must}", f"2 {neutral}", 2])
    assert answers[:3] == [1, 2, 3]
    assert np.isnan(answers[3])
    assert findings["out_of_range"].count == 1


def test_mixed_spellings_are_one_answer():
    assert read(["我很喜欢", "很喜欢 ", "1、喜欢", "I LIKE it.", "“理应如此”"])[0] == [1, 1, 1, 1, 2]


def test_an_unknown_word_is_a_finding_and_no_answer():
    answers, findings, _ = read(["I like it", "I expect it", "I lke it", "whatever"])
    assert np.isnan(answers[2:]).all()
    assert findings["unknown_label"].values["answers"] == ('"I lke it" → I like it?', '"whatever"')


def test_unknown_words_with_codes_are_read_by_the_codes_under_a_warning():
    answers, findings, _ = read(["1. splendid", "5. dreadful"])
    assert answers == [1, 5]
    assert findings["kano_codes_read"].severity == "warning"


def test_a_number_outside_one_to_five_is_a_finding_with_its_cell():
    answers, findings, _ = read([1, 7, 2.5, 5])
    assert np.isnan(answers[1:3]).all()
    assert findings["out_of_range"].values["cells"] == ("A3", "A4") or findings["out_of_range"].count == 2


def test_don_t_know_is_no_answer():
    answers, findings, _ = read(["1 I like it", "5 don't know", ""])
    assert np.isnan(answers[1:]).all()
    assert "no_answer" in findings


def test_words_of_other_scales_are_kano_answers_where_the_model_says_so():
    answers, findings, _ = read(["非常满意", "理所当然", "一般", "勉强接受", "不满意"])
    assert answers == [1, 2, 3, 4, 5]
    assert findings["kano_words_shared"].severity == "info"


def test_declared_missing_codes_are_holes():
    model = Model((), features=(Feature("Map", "F", "D"),), missing=("9",))
    survey, _ = open_survey(pandas.DataFrame({"F": [1, 9, 5], "D": [5, 5, 5]}), model)
    assert np.isnan(survey.answered("F")[1])
    assert "out_of_range" not in {finding.key for finding in survey.findings}


def test_self_stated_importance_is_on_a_scale_to_nine():
    feature = Feature("Map", "F", "D", importance="I")
    frame = pandas.DataFrame({"F": [1, 2] * 20, "D": [5, 3] * 20, "I": [9, 4] * 20})
    survey, _ = open_survey(frame, Model((), features=(feature,)))
    assert (survey.scales[0].lowest, survey.scales[0].highest) == (1, 9)


def test_a_column_that_is_not_there_is_told_with_the_feature_that_wants_it():
    model = parse_model("features: {Map: [F, D3]}", "m.yaml")
    with pytest.raises(UnknownColumn, match=r"m.yaml:1.*dysfunctional of Map"):
        open_survey(pandas.DataFrame({"F": [1], "D": [1]}), model)


def test_without_a_single_answer_there_is_nothing_to_score():
    with pytest.raises(NothingToScore, match="whatever"):
        read(["whatever", "never mind"])


def drawn(words: tuple[str, ...], seed: int) -> list:
    return np.random.default_rng(seed).choice(words, 40).tolist()


def guessed(columns: dict) -> Model:
    return open_survey(pandas.DataFrame(columns))[1]


@pytest.mark.parametrize(
    ("functional", "dysfunctional", "name"),
    [
        ("Map (functional)", "Map (dysfunctional)", "Map"),
        ("如果提供外卖，您感觉如何", "如果不提供外卖，您感觉如何", "外卖"),
        ("How would you feel if the app had a map?", "How would you feel if the app did not have a map?", "the app had a map"),
        ("1-1", "1-2", "1-1"),
    ],
)
def test_a_pure_kano_survey_needs_no_model_file(functional, dysfunctional, name):
    model = guessed({functional: drawn(FIVE["en"], 1), dysfunctional: drawn(FIVE["en"], 2)})
    assert (model.latents, [(one.name, one.pair) for one in model.features]) == ((), [(name, (functional, dysfunctional))])


def test_importance_of_a_feature_belongs_to_it_and_to_no_latent():
    rated = [int(number) for number in drawn(tuple("123456789"), 3)]
    kano = {"Map (functional)": drawn(FIVE["zh"], 1), "Map (dysfunctional)": drawn(FIVE["zh"], 2)}
    model = guessed({**kano, "Map (importance)": rated, "Map (satisfaction)": [1, 5] * 20, "Q1": [1, 5] * 20, "Q2": [5, 2] * 20})
    assert (model.features[0].importance, model.features[0].satisfaction) == ("Map (importance)", "Map (satisfaction)")
    assert [leaf.column for _, leaf in model.indicators] == ["Q1", "Q2"]


def test_a_guess_without_ratings_says_what_it_found():
    survey, _ = open_survey(pandas.DataFrame({"Map_f": drawn(FIVE["en"], 1), "Map_d": drawn(FIVE["en"], 2)}))
    assert [finding.values.get("features") for finding in survey.findings if finding.key == "model_guessed"] == [1]


def half() -> dict:
    rated = [int(number) for number in drawn(tuple("123456789"), 3)]
    whole = {"Map (functional)": drawn(FIVE["en"], 1), "Map (dysfunctional)": drawn(FIVE["en"], 2), "Map (importance)": rated}
    return {**whole, "Chat (functional)": drawn(FIVE["en"], 4), "Chat (importance)": rated[::-1]}


def test_half_of_a_kano_pair_is_told_with_what_is_missing():
    survey, _ = open_survey(pandas.DataFrame(half()))
    told = {finding.key: finding for finding in survey.findings}
    assert (told["kano_half"].severity, told["kano_half"].values["missing"]) == ("warning", ("Chat (dysfunctional)",))
    assert "kano_left_out" not in told


def test_the_importance_of_half_a_pair_is_no_latent():
    model = guessed(half())
    assert ([one.name for one in model.features], model.latents) == (["Map"], ())


def test_the_data_check_tells_both_questions_and_gives_feelings_no_mean():
    frame = pandas.DataFrame({"Map (functional)": drawn(FIVE["en"], 1), "Map (dysfunctional)": drawn(FIVE["en"], 2)})
    result = overview(frame)
    assert [table.key for table in result.tables] == ["columns", "labels"]
    assert [(row["read_as"], row["mean"]) for row in result.table("columns").records()] == [
        ("functional", None),
        ("dysfunctional", None),
    ]


FULL = Feature("Map", "F1", "D1", "I1", "S1", reversed=True, controllable=False, label={"en": "The map", "zh": "地图"})


@pytest.mark.parametrize(
    "text",
    [
        "features: [{name: Map, functional: F1, dysfunctional: D1}]",
        "features: {Map: [F1, D1]}",
        "features: {Map: {functional: F1, dysfunctional: D1}}",
        "latents: {}\nfeatures: {Map: [F1, D1]}",
    ],
)
def test_features_are_written_as_a_list_or_by_name(text):
    assert parse_model(text, "m.yaml").features == (Feature("Map", "F1", "D1"),)


def test_a_feature_without_a_name_goes_by_its_first_column():
    assert parse_model("features: [{functional: F1, dysfunctional: D1}]", "m.yaml").features[0].name == "F1"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_sheet_of_features_alone_is_a_model(language):
    model = Model((), features=(FULL, Feature("Chat", "F2", "D2")), language="zh")
    assert model_from_rows(model_rows(model, language), "sheet") == model


def test_rows_of_features_that_look_like_headers_are_features():
    names = ("from", "latent", "feature", "setting")
    columns = (("to", "x"), ("column", "y"), ("functional", "dysfunctional"), ("value", "z"))
    model = Model((), features=tuple(Feature(name, *pair) for name, pair in zip(names, columns, strict=True)))
    assert model_from_rows(model_rows(model), "sheet") == model
    assert parse_model(model_yaml(model), "m.yaml") == model


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("features: [{name: Map, functional: F1}]", '"dysfunctional" is missing'),
        ("features: {Map: [F1]}", '"Map" has 1 where a feature has two questions'),
        ("features: {Map: {functonal: F1, dysfunctional: D1}}", 'nearest is "functional"'),
        ("features: {A: [F1, F1]}", '"F1" answers two Kano questions'),
        (
            "features: [{name: A, functional: F1, dysfunctional: D1}, {name: A, functional: F2, dysfunctional: D2}]",
            'two features "A"',
        ),
        ("latents: {Q: [F1]}\nfeatures: {A: [F1, D1]}", "which are no rating"),
        ("features: {A: [F1, D1]}\nindex: Q", "the model has features only"),
        ("features: []", "no latents"),
    ],
)
def test_faults_of_features_are_told_in_the_analyst_s_words(text, said):
    with pytest.raises((ModelFault, Several)) as refusal:
        parse_model(text, "m.yaml")
    errors = refusal.value.errors if isinstance(refusal.value, Several) else (refusal.value,)
    assert any(said in f"{error.reason.en} {error.remedy.en}" for error in errors)
    assert all(error.place.startswith("m.yaml") for error in errors)
