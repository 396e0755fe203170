"""Many trainees at once on the real app: load, and what is left when processes are killed under it."""
