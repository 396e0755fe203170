"""Scenarios and protocols that trainers write: reading, checking and proving them."""
