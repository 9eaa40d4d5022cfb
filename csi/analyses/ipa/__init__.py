"""Importance and performance of every indicator, side by side on a map."""

from .room import ipa

__all__ = ["ipa"]
