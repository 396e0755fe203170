# When the database cannot do its work
store-no-connection = De database is even niet bereikbaar.
store-busy = Er zijn nu te veel mensen tegelijk bezig.
store-locked = De database is even bezet door iets anders.
store-slow = De database doet er nu te lang over.
store-full = De schijf van de server is vol. Waarschuw je beheerder.
store-read-only = Er kan nu niets bewaard worden: de database is alleen te lezen. Waarschuw je beheerder.
store-no-rights = Het programma mag niet bij de database. Waarschuw je beheerder.
store-damaged = Er is iets mis met de database. Waarschuw je beheerder.
store-other-version = De database is van een nieuwere versie van dit programma. Waarschuw je beheerder.
store-text-here = Je tekst staat nog hier; probeer het zo nog eens.
store-typed-kept = Wat je hebt getypt, staat nog in deze browser. Laad de pagina zo opnieuw.
