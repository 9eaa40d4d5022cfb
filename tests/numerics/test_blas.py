import pytest

from csi.numerics import blas
from csi.numerics.blas import one_thread_a_product


class Library:
    def __init__(self, threads):
        self.threads = threads

    def read(self):
        return self.threads

    def write(self, threads):
        self.threads = threads


@pytest.fixture
def library(monkeypatch):
    four = Library(4)
    monkeypatch.setattr(blas, "_controls", lambda: (four.read, four.write))
    monkeypatch.setattr(blas, "_LIBRARY", [])
    return four


def test_a_product_takes_one_thread_inside_and_as_many_as_before_afterwards(library):
    with one_thread_a_product():
        assert library.threads == 1
    assert library.threads == 4


def test_the_threads_come_back_when_the_last_computation_ends(library):
    with one_thread_a_product():
        with one_thread_a_product():
            pass
        assert library.threads == 1
    assert library.threads == 4


def test_the_threads_come_back_after_a_failure(library):
    with pytest.raises(KeyError), one_thread_a_product():
        raise KeyError
    assert library.threads == 4


def test_the_threads_of_the_library_that_numpy_uses_are_found_or_left_alone():
    read, _ = blas._controls()
    before = read()
    with one_thread_a_product():
        assert read() == 1
    assert read() == before
