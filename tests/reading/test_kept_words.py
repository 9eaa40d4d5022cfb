"""Columns kept as words: ids that are taken as they stand say what understanding each of them says."""

from hypothesis import given
from hypothesis import strategies as st

from csi.reading.answers.kept_words import words_of
from csi.reading.answers.said import Missing, understand

from .made_cells import cells

TEXTS = st.one_of(
    st.sampled_from(
        [
            "7",
            "007",
            "0",
            "",
            " ",
            "1.50",
            "1,5",
            "R_3x",
            "_",
            "a@b.c",
            "5pts",
            "3-abc",
            "1e5",
            "-4",
            "99",
            "NA",
            "²",
            "٣",
            "x" * 201,
        ]
    ),
    st.text(alphabet="ab09_@.- 满分", max_size=20),
)
VALUES = st.one_of(TEXTS, st.floats(), st.integers(), st.booleans(), st.none())


def understood(value: object, missing: Missing) -> str | None:
    said = understand(value)
    return None if said.kind == "blank" or missing.holds(said) else said.text


@given(
    column=st.one_of(
        st.lists(VALUES, min_size=1), st.lists(TEXTS, min_size=1), st.lists(st.floats(0, 9).map(round).map(float), min_size=1)
    ),
    declared=st.sampled_from([(), ("99",), ("NA",)]),
)
def test_words_are_what_understanding_every_cell_gives(column, declared):
    missing = Missing(declared)
    distinct = list({(type(value), str(value)): value for value in column}.values())
    assert words_of(cells({"id": distinct}), 0, missing) == tuple(understood(value, missing) for value in distinct)


def test_running_numbers_stay_as_they_stand():
    ids = [str(number) for number in range(1, 3000)]
    assert words_of(cells({"id": ids}), 0, Missing()) == tuple(ids)
    assert words_of(cells({"id": list(map(float, ids))}), 0, Missing()) == tuple(ids)


def test_padded_numbers_read_as_they_are_shown():
    assert words_of(cells({"id": ["1", "002", "3"]}), 0, Missing()) == ("1", "2", "3")


def test_groups_are_told_apart_once():
    where = ["North", "South", "", "North"] * 1000
    assert words_of(cells({"where": where}), 0, Missing()) == ("North", "South", None, "North") * 1000
