# Menu en de namen van de bladzijden.

nav-group-team = Team
nav-group-scenarios = Scenario's
nav-group-manage = Beheer
nav-group-you = Jij
nav-inbox = Oefenen
nav-review-queue = Nakijken
nav-review-reply = Antwoord nakijken
nav-disputes = Bezwaren
nav-assignments = Opdrachten
nav-team = Teamoverzicht
nav-calibration = Samen beoordelen
nav-paths = Leerpaden
nav-exports = Exporteren
nav-write = Schrijven
nav-proposals = Voorstellen
nav-people = Mensen
nav-employer = Instellingen van de organisatie
nav-rescoring = Opnieuw scoren
nav-persons-data = Gegevens van iemand
nav-audit = Logboek
nav-my-data = Mijn gegevens
nav-certificates = Leerpaden en certificaten
nav-welcome = Welkom
nav-verify = Certificaat controleren
role-admin = Beheerder
role-admin-about = Ik beheer mensen, rechten en instellingen.
