"""What we believe about a survey, in words: scales, latents, paths, roles."""

from .inner_model import InnerModel
from .latent import Indicator, Latent, Mode
from .model import OVERALL, WEIGHTINGS, ColumnUse, Model, Weighting
from .roles import Respondents, Role
from .scale import Scale

__all__ = [
    "OVERALL",
    "WEIGHTINGS",
    "ColumnUse",
    "Indicator",
    "InnerModel",
    "Latent",
    "Mode",
    "Model",
    "Respondents",
    "Role",
    "Scale",
    "Weighting",
]
