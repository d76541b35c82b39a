"""The base of every model of a content file."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class ContentModel(BaseModel):
    """Unknown members are refused, values are frozen."""

    model_config = ConfigDict(extra="forbid", frozen=True)
