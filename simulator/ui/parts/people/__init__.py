"""Parts of the pages on which people get in: passwords, roles, invitations, teams."""
