"""Penalties and rewards: which items hurt when they fail, which please when they excel."""

from .room import asymmetry

__all__ = ["asymmetry"]
