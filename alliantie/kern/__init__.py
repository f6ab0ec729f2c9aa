"""Ground floor: what every app stands on. Knows no app."""
