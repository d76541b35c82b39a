"""From patterns to what is suggested: union, conflicts (P8), what is on record (4.3), order of cards (P7)."""

from cds_service.neuro.recommendations.outcome import CardPlan, Recommendations, RecommendedAction
from cds_service.neuro.recommendations.recommend import recommend

__all__ = ["CardPlan", "Recommendations", "RecommendedAction", "recommend"]
