"""Public pages of the inzendingen. Who has a link or a code needs nothing else."""
