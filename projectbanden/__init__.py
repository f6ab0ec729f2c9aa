"""Pairings of like initiatives, new places and who pays."""
