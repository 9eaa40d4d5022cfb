"""Guides of a tree."""

from __future__ import annotations

from csi.renderers.terminal_look import ASCII, UNICODE
from csi.renderers.terminal_tree import guides


def test_the_last_of_its_siblings_turns_the_corner() -> None:
    assert [first for first, _ in guides([0, 1, 2, 2, 1], UNICODE)] == ["", "├─ ", "│  ├─ ", "│  └─ ", "└─ "]


def test_several_roots_stand_side_by_side() -> None:
    assert [first for first, _ in guides([1, 2, 1, 2], UNICODE)] == ["", "└─ ", "", "└─ "]


def test_folded_lines_keep_the_trunks_of_what_follows() -> None:
    assert [later for _, later in guides([0, 1, 2, 1], UNICODE)] == ["│  ", "│  │  ", "│     ", "   "]


def test_without_unicode_the_guides_are_plain() -> None:
    assert [first for first, _ in guides([0, 1, 1], ASCII)] == ["", "|- ", "`- "]
