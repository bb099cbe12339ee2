"""The founding documents: their sources in the data, and the names of their saved texts."""

from __future__ import annotations

FOUNDING = (
    "humannationalityvn-2014-10-09",
    "laotian-times-2023-11-17",
    "navy-recognition-2020-02",
    "new-eastern-outlook-2018",
    "viet-nam-news-2021-07-07",
)
