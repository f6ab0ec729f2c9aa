"""Public pages of the meetings, and of one's own sign-up."""
