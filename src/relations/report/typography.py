"""What each language sets between its words and marks, so that translators type plain spaces."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

_WIDE: Final = "\N{NO-BREAK SPACE}"
_NARROW: Final = "\N{NARROW NO-BREAK SPACE}"


def _french(text: str) -> str:
    """No-break spaces before the double marks and inside the quotation marks, and ’ for '."""
    text = text.replace("'", "’")
    text = re.sub(r" (?=[;!?%])", _NARROW, text)
    text = re.sub(r" (?=:)", _WIDE, text)
    return text.replace("« ", f"«{_WIDE}").replace(" »", f"{_WIDE}»")


TYPOGRAPHY: Final[dict[str, Callable[[str], str]]] = {"fr": _french}
"""The languages whose messages are set otherwise than they are typed."""
