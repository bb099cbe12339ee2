"""Somebody's records held against the data: what is new, what is there, and what differs.

Nothing is merged by itself. A report says what each record is and why, and a person decides.
"""

from __future__ import annotations

from relations.merge.deciding import Choice, Decision, decided
from relations.merge.reporting import Finding, Kind, Report, merge

__all__ = ["Choice", "Decision", "Finding", "Kind", "Report", "decided", "merge"]
