"""A taste of the byte fuzzer: the first accidents of every format. The whole of it: python -m tests.nasty.fuzz --minutes 60."""

import random

import pytest

from . import fuzz

SOUND = fuzz.seeds()


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_file_is_read(name: str):
    assert fuzz.read(SOUND[name]) in {"survey", "cells"}


@pytest.mark.parametrize("name", SOUND)
def test_a_file_broken_at_random_ends_in_a_survey_or_in_our_own_error(name: str):
    told = [fuzz.read(fuzz.broken(SOUND[name], random.Random(f"taste {name} {number}"))) for number in range(6)]
    assert [one for one in told if not fuzz.is_sound(one)] == []
