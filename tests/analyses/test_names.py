"""What a word of an option may be: a name or a label of the model, alike in every analysis."""

import dataclasses
import json
from pathlib import Path

import pytest

from csi.analyses.names import names_of
from csi.commands.app import run
from csi.errors import UsageFault
from csi.model import OVERALL, Indicator, Latent, Model, Scale
from csi.study import Study

from ..surveys import survey_of

TELECOM = Path(__file__).parents[2] / "examples"
HOTEL = str(TELECOM / "hotel.csv")
LABELLED = "  Loyalty: {label: {zh: 忠诚}, indicators: [LOY1..LOY3]}\n"


def study(**labels: dict[str, str]) -> Study:
    leaves = tuple(Indicator(name, name, label=labels.get(name, {})) for name in ("Price", "Clean, tidy", "Staff"))
    model = Model((Latent("Stay", indicators=leaves, label={"zh": "入住"}),), scale=Scale(0, 10), target=OVERALL)
    return Study(survey_of([[3, 5, 8], [4, 6, 9]], [leaf.column for leaf in leaves], Scale(0, 10)), model, resamples=0)


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Price,Staff", ["Price", "Staff"]),
        ("价格，Staff", ["Price", "Staff"]),
        ("价格、员工", ["Price", "Staff"]),
        ("Clean, tidy", ["Clean, tidy"]),
        ("干净，整洁", ["Clean, tidy"]),
        ("入住", ["Stay"]),
        ("personnel", ["Staff"]),
    ],
)
def test_a_list_holds_names_or_labels_of_any_language_with_either_comma(said, names):
    labels = {"Price": {"zh": "价格"}, "Staff": {"zh": "员工", "en": "personnel"}, "Clean, tidy": {"zh": "干净，整洁"}}
    assert names_of(study(**labels), said) == names


def test_the_nearest_of_names_and_labels_is_told():
    with pytest.raises(UsageFault, match="nearest is personnel") as refusal:
        names_of(study(Staff={"en": "personnel"}), "Price,personel")
    assert refusal.value.place == "--drivers personel"


def test_where_indicators_are_asked_for_a_latent_is_none():
    with pytest.raises(UsageFault, match='no indicator "Stay"'):
        names_of(study(), "Stay", option="--less", indicators=True)


@pytest.fixture
def csi(capsys):
    def call(*words: str):
        code = run([*words, "--lang", "zh", "--resamples", "0"])
        return code, *capsys.readouterr()

    return call


@pytest.mark.parametrize(
    "words",
    [
        ("expectations", "--less", "办理入住，价格"),
        ("ipa", "--drivers", "办理入住,价格"),
        ("simulate", "--raise", "办理入住=5"),
    ],
)
def test_what_is_shown_can_be_typed(csi, words):
    code, out, err = csi(words[0], HOTEL, *words[1:])
    assert (code, err) == (0, "") and "办理入住" in out


@pytest.mark.parametrize(
    ("room", "option"), [("drivers", "--outcome"), ("simulate", "--target"), ("ipma", "--target"), ("ipa", "--outcome")]
)
def test_an_outcome_goes_by_its_label_too(csi, tmp_path, room, option):
    text = (TELECOM / "telecom.model.yaml").read_text(encoding="utf-8")
    model = tmp_path / "model.yaml"
    model.write_text(text.replace("  Loyalty: [LOY1..LOY3]\n", LABELLED), encoding="utf-8")
    code, out, err = csi(room, str(TELECOM / "telecom.csv"), "-m", str(model), option, "忠诚", "-f", "json")
    assert (code, err) == (0, "")
    assert json.loads(out)["results"][0]["settings"][option[2:]] in ("Loyalty", "忠诚")


def test_the_outcome_of_gaps_goes_by_its_label_too():
    from csi.analyses.gap.outcome import outcome_of

    own = study(Staff={"zh": "员工"})
    pairs = tuple(
        dataclasses.replace(leaf, expectation=None if leaf.name == "Staff" else "Staff") for _, leaf in own.model.indicators
    )
    model = dataclasses.replace(own.model, latents=(dataclasses.replace(own.model.latents[0], indicators=pairs),))
    found = outcome_of(Study(own.survey, model, resamples=0), "员工")
    assert found is not None and found.name == "Staff"
