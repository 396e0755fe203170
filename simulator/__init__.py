"""The application round the scoring: casebook, practice, store and screens."""
