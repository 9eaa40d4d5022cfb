"""Faces and thumbs that stand for answers, from worst to best; see labels_en for the grammar."""

from __future__ import annotations

ADVERBS: dict[str, str] = {}
PAIRS: dict[str, tuple[str, str, str]] = {}
MIDDLE = ""
SHAPES: tuple[str, ...] = ()
SETS: dict[str, tuple[str, ...]] = {
    "faces": (
        "😡, 😠, 🤬, 😭, 😢, 😖, 😫, 😩, 👿 | 😞, 🙁, ☹, 😟, 😕, 😔, 😣, 😒 | 😐, 😑, 😶 | 🙂, 😊, 😀, ☺, 😃, 😌 | 😍, 😄, 🤩, 😁, 😃, 🥰, 😆, 😻",
        "😡, 😠, 🤬, 😭, 😢, 😞 | 🙁, ☹, 😕, 😟, 😔 | 😐, 😑, 😶 | 🙂, 😊, ☺, 😌 | 😀, 😃, 😄, 😁, 😆, 😍, 🤩",
        "☹, 😡, 😠, 😭, 😢, 😞 | 🙁, 😕, 😟, 😔 | 😐, 😑, 😶 | 🙂, 😊, ☺, 😌 | 😀, 😃, 😄, 😁, 😆, 😍, 🤩",
        "😡, 😠, 😞, 🙁, ☹, 😟, 😕, 😢 | 😐, 😑, 😶 | 🙂, 😊, 😀, ☺, 😃, 😄, 😍, 😁",
        "😡, 😠, 😢, 😭 | 🙁, 😞, ☹, 😟, 😕 | 🙂, 😊, ☺ | 😀, 😄, 😍, 😁, 😃",
        "😞, 🙁, ☹, 😡, 😟 | 🙂, 😊, 😀, 😃, 😄",
    ),
    "thumbs": ("👎 | 👍", "👎 | 🤷, 😐, ✋ | 👍"),
}
