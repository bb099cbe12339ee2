"""The signs of a dossier: what kind of matter a thing is, and how far it has come.

They are meanings, not looks. The theme gives each its colour, shape and letter.
"""

from __future__ import annotations

import enum


class Category(enum.Enum):
    """The kind of matter a block is about; a renderer gives each its colour, shape and letter."""

    AGREEMENT = "agreement"
    ARMS_TRANSFER = "arms_transfer"
    EXERCISE = "exercise"
    MEETING = "meeting"
    PROGRAMME = "programme"
    STATEMENT = "statement"
    DISPUTE = "dispute"
    NEUTRAL = "neutral"


class Fill(enum.Enum):
    """How a marker is filled: how far the thing has come, alike for every category."""

    FULL = "full"  # took place, in force, delivered
    HALF = "half"  # part delivered, or signed and not known to be in force
    OUTLINE = "outline"  # proposed, planned, ordered, under discussion
    STRUCK = "struck"  # ended, cancelled, terminated
    DASHED = "dashed"  # disputed or doubtful
