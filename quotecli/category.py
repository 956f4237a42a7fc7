"""The categories of verbs that the engine treats in a way of their own; pattern files may have any others."""

from __future__ import annotations

ACCORDING = "according"
ACCUSE = "accuse"
ADD = "add"
AFFIRM = "affirm"
ASK = "ask"
CRITICIZE = "criticize"
DEMAND = "demand"
DESCRIBE = "describe"
EXPLAIN = "explain"
EXPRESS = "express"
PREDICT = "predict"
PROMISE = "promise"
REVEAL = "reveal"
SAY = "say"
WARN = "warn"
