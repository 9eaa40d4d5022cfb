"""What we believe about a survey, in words: scales, latents, paths, roles."""

from .inner_model import InnerModel
from .interaction import Interaction
from .latent import HigherOrder, Indicator, Latent, Mode
from .model import FITTED, OVERALL, WEIGHTINGS, ColumnUse, Model, Weighting
from .roles import Respondents, Role
from .scale import Scale

__all__ = [
    "FITTED",
    "OVERALL",
    "WEIGHTINGS",
    "ColumnUse",
    "HigherOrder",
    "Indicator",
    "InnerModel",
    "Interaction",
    "Latent",
    "Mode",
    "Model",
    "Respondents",
    "Role",
    "Scale",
    "Weighting",
]
