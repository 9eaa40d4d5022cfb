"""The index of every latent, of the target, and what they are made of."""

from .room import score

__all__ = ["score"]
