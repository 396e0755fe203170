# When the database cannot do its work
store-no-connection = The database cannot be reached for the moment.
store-busy = Too many people are at work at once.
store-locked = The database is busy with something else for the moment.
store-slow = The database takes too long for the moment.
store-full = The server's disk is full. Tell your administrator.
store-read-only = Nothing can be saved now: the database can only be read. Tell your administrator.
store-no-rights = The program may not use the database. Tell your administrator.
store-damaged = Something is wrong with the database. Tell your administrator.
store-other-version = The database is of a newer version of this program. Tell your administrator.
store-text-here = Your text is still here; try again in a moment.
store-typed-kept = What you typed is still in this browser. Load the page again in a moment.
