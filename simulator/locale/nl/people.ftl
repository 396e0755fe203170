# Aanmelden en mensen
people-email = E-mailadres
people-password = Wachtwoord
people-sign-in = Aanmelden
people-refused = Dat lukt niet. Je e-mailadres of wachtwoord klopt niet, of er is te vaak een verkeerd wachtwoord gegeven. Na vijf keer fout moet je een minuut wachten, daarna steeds langer, hoogstens een uur.
people-forgotten = Wachtwoord vergeten? Vraag je beheerder om een herstel-link. Nog geen account? Je beheerder kan je uitnodigen.
people-provider-button = Aanmelden bij je organisatie
people-provider-text = Je gaat naar de aanmeldpagina van je organisatie en komt daarna hier terug.
people-provider-over = Je bent afgemeld of je aanmelding is verlopen. Meld je opnieuw aan.
people-provider-no-role = Je bent aangemeld bij je organisatie, maar je hebt hier nog geen rol. Vraag je beheerder om een rol.
people-provider-closed = Je account hier is gesloten. Vraag je beheerder waarom.

# Uitnodiging en herstel
people-welcome-new = Maak je account. Je meldt je straks aan met { $email }.
people-welcome-recovery = Kies een nieuw wachtwoord voor { $email }. Op andere apparaten word je dan afgemeld.
people-welcome-button = Opslaan en beginnen
people-welcome-over = Deze link werkt niet meer. Hij is al gebruikt, te oud of ingetrokken. Vraag je beheerder om een nieuwe.
people-welcome-signed-in = Je bent al aangemeld als { $name }. Meld je eerst af om deze link te gebruiken.
people-welcome-not-here = Deze pagina is alleen nodig als mensen zich hier met een wachtwoord aanmelden.
people-name = Naam
people-password-new = Nieuw wachtwoord
people-password-again = Nog een keer hetzelfde wachtwoord
people-password-rule = Minstens { $least } tekens. Een zin van een paar woorden is sterk en goed te onthouden.
people-password-differs = De twee wachtwoorden zijn niet hetzelfde.
people-password-short = Dit wachtwoord is te kort. Neem minstens { $least } tekens.
people-password-long = Dit wachtwoord is te lang. Neem hoogstens 200 tekens.
people-password-common = Dit wachtwoord is makkelijk te raden. Kies een ander.
people-password-yours = Je wachtwoord mag niet je naam of je e-mailadres zijn.

# Wachtwoord wijzigen
people-change-password = Wachtwoord wijzigen
people-change-password-button = Wachtwoord wijzigen
people-password-old = Wachtwoord van nu
people-password-old-wrong = Je wachtwoord van nu klopt niet, of je hebt het te vaak verkeerd gegeven. Wacht dan even.
people-password-changed = Je wachtwoord is gewijzigd. Op andere apparaten ben je afgemeld.

# Mensen
people-how-workshop = Dit is een gedeelde oefencomputer: iedereen kiest zelf een naam en een rol. Een rol die je hier geeft of wegneemt, geldt tot die persoon zich weer aanmeldt.
people-how-oidc = Rollen komen van de aanmelddienst van je organisatie. Een rol die je hier geeft of wegneemt, geldt tot die persoon zich weer aanmeldt. Een account dat je hier sluit, blijft gesloten.
people-part = Wat wil je doen?
people-part-everybody = Iedereen
people-part-inviting = Uitnodigen
people-part-teams = Teams
people-search = Zoek op naam of e-mailadres
people-count = { $shown } van { $count }
people-choose = Wie wil je wijzigen?
people-choose-hint = Kies iemand
people-roles = Rollen
people-role = Rol
people-role-in = { $role } in { $team }
people-no-role = geen rol
people-state = Account
people-state-open = open
people-state-locked = even op slot
people-state-closed = gesloten
people-team = Team
people-give = Geef deze rol
people-take = Neem weg: { $what }
people-close = Sluit dit account
people-open = Open dit account weer
people-recover = Maak een herstel-link
people-done-given = De rol is gegeven.
people-done-taken = De rol is weggenomen. Dat geldt vanaf de volgende klik van deze persoon.
people-done-close = Het account is gesloten. Deze persoon is er bij de volgende klik uit.
people-done-open = Het account is weer open.
people-done-withdrawn = De uitnodiging is ingetrokken.
people-done-team = Het team is opgeslagen.
people-fault-email = Dat is geen e-mailadres.
people-fault-known = Iemand van je organisatie heeft dit e-mailadres al. Geef die persoon een rol bij Mensen.
people-fault-last-admin = Dit is de laatste beheerder. Maak eerst iemand anders beheerder.
people-fault-no-recovery = Voor dit account kan geen herstel-link worden gemaakt.
people-fault-team-name = Geef het team een naam.
people-fault-team-taken = Er is al een team met deze naam.

# Uitnodigen
people-invite-text = Je krijgt een link die zeven dagen en voor één keer werkt. Er wordt geen e-mail verstuurd: geef de link zelf aan deze persoon.
people-invite-button = Maak een uitnodiging
people-invited = Nog niet gebruikt
people-invited-none = Er zijn geen open uitnodigingen.
people-invited-one = { $email }: { $role } in { $team }, tot { $until }
people-withdraw = Trek in: { $email }
people-link-invitation = Geef deze link aan { $email }. Hij werkt zeven dagen en één keer, en is hierna niet meer te zien.
people-link-recovery = Geef deze link aan { $email }. Hij werkt 24 uur en één keer, en is hierna niet meer te zien.
people-link-hide = Gekopieerd, haal de link weg

# Teams
people-team-size = Mensen
people-team-new = Nieuw team
people-team-name = Naam van het team
people-team-make = Maak dit team
people-team-rename = Team een andere naam geven
people-team-other-name = Nieuwe naam
people-team-rename-button = Wijzig de naam

# Eerste beheerder, op de opdrachtregel
people-first-employer = Onze organisatie
people-first-team = Beheer
