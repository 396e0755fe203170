"""Parts of the lead's review, and of what a trainee reads of it."""
