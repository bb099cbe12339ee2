"""Words that no sentence of ours may use: they praise, and bear no reference.

What a source says is quoted as it stands, whatever its words; titles of records are an editor's.
"""

from __future__ import annotations

from typing import Final

BANNED: Final = (
    "deepened",
    "deepening",
    "robust",
    "traditional friendship",
    "strong ties",
    "flourishing",
    "fruitful",
    "longstanding friend",
    "time-honoured",
    "unprecedented",
    "milestone",
    "historic visit",
    "warm relations",
    "win-win",
    "comprehensive and deep",
    "all-weather",
    "dynamic partnership",
)
