"""What the tests of the world's parties look at."""

from __future__ import annotations

from functools import cache

import relations
from relations.dataset import Dataset
from relations.model.country import Country
from relations.model.organisation import Organisation


@cache
def shipped() -> Dataset:
    """The data as shipped."""
    return relations.load()


def country(identifier: str) -> Country:
    """A state by its identifier."""
    return next(country for country in shipped().countries if country.id == identifier)


def body(identifier: str) -> Organisation:
    """A body by its identifier."""
    return next(body for body in shipped().organisations if body.id == identifier)


def successors(identifier: str) -> set[str]:
    """The identifiers of what came after a party."""
    return {party.id for party in shipped().successors(identifier)}


def members(identifier: str, day: str) -> set[str]:
    """Who certainly belonged to a body on a day."""
    return {party.id for party in shipped().members(identifier, on=day).certain}
