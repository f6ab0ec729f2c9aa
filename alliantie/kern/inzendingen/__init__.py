"""The one way in: what comes from outside, from the first word to the published page."""
