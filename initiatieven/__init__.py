"""The catalogue: methodieken, initiatieven, places, themes, organisations, search and map."""
