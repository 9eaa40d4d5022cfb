import numpy as np
from numpy.testing import assert_allclose

from csi.numerics.design import PlsDesign
from csi.numerics.pls import fit


def design(kind: type[PlsDesign] = PlsDesign) -> PlsDesign:
    paths = np.zeros((5, 5), dtype=bool)
    paths[0, 2] = paths[1, 2] = paths[2, 3] = True  # 0 and 1 act on 2, 2 on 3; 4 stands alone
    return kind((0, 2, 4, 6, 8), 10, paths, (False,) * 5)


def test_a_round_reads_a_latents_own_items_those_of_neighbours_and_of_those_who_act_on_the_same():
    assert design().reach == (
        (slice(0, 6),),
        (slice(0, 6),),
        (slice(0, 8),),
        (slice(4, 8),),
        (slice(8, 10),),
    )


def test_runs_of_items_that_are_read_skip_those_between():
    paths = np.zeros((3, 3), dtype=bool)
    paths[0, 2] = True
    assert PlsDesign((0, 2, 4), 6, paths, (False,) * 3).reach[0] == (slice(0, 2), slice(4, 6))


class ReadsAll(PlsDesign):
    reach = ((slice(0, 10),),) * 5


def test_what_a_round_does_not_read_changes_no_figure():
    rng = np.random.default_rng(2)
    shared = rng.standard_normal((400, 1))
    many = np.stack([np.corrcoef((shared + rng.standard_normal((400, 10))).T) for _ in range(5)], axis=-1)
    some, everything = fit(many, design()), fit(many, design(ReadsAll))
    assert_allclose(some.outer_weights, everything.outer_weights, atol=1e-13)
    assert_allclose(some.correlations, everything.correlations, atol=1e-13)
    assert_allclose(some.path_coefficients, everything.path_coefficients, atol=1e-13)


def test_the_owner_of_an_item_is_its_latent():
    assert design().owner.tolist() == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]
