"""The lexicon's questions: how a fact is worded in a locale, and whether it may be said there at all.

Standard library only: the realiser inside Triton imports it.
"""

from workers.plan.lexicon.locales import language_of, supported
from workers.plan.lexicon.wording import number_forms, sayable, surface_forms

__all__ = ["language_of", "number_forms", "sayable", "supported", "surface_forms"]
