"""Groups of respondents compared: do they measure the same thing, and do their paths and indices differ?"""

from .room import multigroup

__all__ = ["multigroup"]
