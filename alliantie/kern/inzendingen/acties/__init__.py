"""What changes an inzending. Every function is one step that happens whole or not at all."""
