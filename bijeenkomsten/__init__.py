"""Meetings, trainings and project visits."""
