"""What we believe about a survey, in words: scales, latents, paths, roles."""

from .feature import Feature
from .inner_model import InnerModel
from .interaction import Interaction
from .latent import HigherOrder, Indicator, Latent, Mode
from .model import FITTED, OVERALL, WEIGHTINGS, Model, Weighting
from .named_columns import ColumnUse, NumberUse
from .roles import Respondents, Role
from .scale import Scale

__all__ = [
    "FITTED",
    "OVERALL",
    "WEIGHTINGS",
    "ColumnUse",
    "Feature",
    "HigherOrder",
    "Indicator",
    "InnerModel",
    "Interaction",
    "Latent",
    "Mode",
    "Model",
    "NumberUse",
    "Respondents",
    "Role",
    "Scale",
    "Weighting",
]
