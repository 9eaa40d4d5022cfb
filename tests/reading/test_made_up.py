from csi.reading import look
from tests.nasty.make import row_xml, saved, xlsx


def survey(*formulas: str) -> bytes:
    """Two questions answered by twelve, and these formulas below the first of them."""
    rows = [["Q1", "Q2"], *[[1 + row % 5, 5 - row % 4] for row in range(12)]]
    text = "".join(row_xml(number, row) for number, row in enumerate(rows, 1))
    cells = "".join(
        f'<row r="{number}"><c r="A{number}">{formula}<v>3</v></c></row>' for number, formula in enumerate(formulas, 14)
    )
    return xlsx(text + cells)


def found(folder, *formulas):
    findings = look(saved(folder, "survey.xlsx", survey(*formulas))).findings
    return next((one for one in findings if one.key == "random_formulas"), None)


def test_answers_drawn_at_random_are_severe_and_named_with_their_cells(tmp_path):
    one = found(tmp_path, '<f ca="1">RANDBETWEEN(1,5)</f>', "<f>ROUND(RAND()*4,0)+1</f>")
    assert (one.severity, one.count, one.values["columns"], one.values["cells"]) == (
        "severe",
        2,
        ("A",),
        ("Responses!A14", "Responses!A15"),
    )


def test_cells_that_share_a_random_formula_are_counted_too(tmp_path):
    first = '<f t="shared" ref="A14:A16" ca="1" si="0">RANDBETWEEN(1,5)</f>'
    assert found(tmp_path, first, '<f t="shared" ca="1" si="0"/>', '<f t="shared" si="0"/>').count == 3


def test_other_formulas_are_nobodys_invention(tmp_path):
    shared = '<f t="shared" ref="A15:A16" si="1">B2+1</f>'
    assert found(tmp_path, "<f>SUM(B2:B3)</f>", shared, '<f t="shared" si="1"/>', "<f>OPERAND(1)</f>") is None
