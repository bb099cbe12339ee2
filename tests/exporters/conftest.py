"""What the tests of every shape share."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

Without = Callable[..., None]


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> Without:
    """Make as if libraries were not installed: to import them fails."""

    def block(*names: str) -> None:
        for name in names:
            monkeypatch.setitem(sys.modules, name, None)

    return block
