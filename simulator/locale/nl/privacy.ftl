# Persoonsgegevens: wat er wordt bewaard en waarom, de eigen gegevens, en die van iemand anders.

# De bladzijde met de eigen gegevens.

privacy-intro = Hier staat wat de simulator over je bewaart, waarom, en wie ernaar keek.
privacy-file-title = Je gegevens meenemen
privacy-file-about = Je krijgt één bestand met alles wat er over je is opgeslagen, met uitleg bij elke kolom.
privacy-file-ask = Maak mijn bestand
privacy-file-link = Haal je gegevens op (JSON)
privacy-seen-title = Wie keek naar je werk
privacy-seen-about = Een teamleider of beheerder die je werk met je naam erbij bekijkt, komt hier te staan.
privacy-seen-none = Niemand heeft je werk onder je naam bekeken.
privacy-seen-more = De nieuwste { $shown } van { $all }. Alles staat in je bestand.
privacy-when = Wanneer
privacy-who = Wie
privacy-role-and-team = Rol en team
privacy-seen-what = Wat
privacy-role-in-team = { $role }, { $team }
privacy-no-role = Geen rol meer
privacy-look-reply = Een antwoord van jou
privacy-look-replies = Je antwoorden
privacy-look-export = Een bestand met jouw werk
privacy-look-data = Al je gegevens
privacy-look-other = Je werk
privacy-look-scenario = { $what }: { $scenario }
privacy-erased-person = Iemand van wie de gegevens zijn gewist
privacy-held-title = Wat er wordt bewaard en waarom
privacy-held-about = Je organisatie bepaalt hoelang pogingen worden bewaard. Aantallen staan erbij.
privacy-what = Wat
privacy-rows = Aantal
privacy-why = Waarom
privacy-how-long = Hoelang
privacy-others-rows = Wat blijft na wissen, zonder je naam
privacy-others-about = Dit deed je voor anderen, voor de scenario's of voor de organisatie, of het zijn aantallen en logboeken. Worden je gegevens gewist, dan blijft dit staan zonder je naam.
privacy-not-kept = Wat er niet wordt bewaard: hoe snel je typt, en welk gevoel jij zou hebben. De stemming in een gesprek is die van de verzonnen klant.
privacy-texts-title = Je teksten
privacy-texts-none = Je hebt nog niets geschreven.
privacy-texts-shown = De nieuwste { $shown } antwoorden. Open er een om alles te lezen.
privacy-texts-more = Toon oudere antwoorden
privacy-drafts = Nog niet verstuurd
privacy-tasks = Opdrachten
privacy-task-done = gedaan
privacy-task-open = open
privacy-certificates = Certificaten
privacy-score = Score
privacy-score-final = Score na aanpassing door een mens
privacy-score-words = { $total }, { $verdict }
privacy-unscored = niet gescoord
privacy-said-review = Nagekeken
privacy-said-mark = Bij je woorden
privacy-said-adjustment = Score aangepast
privacy-said-dispute = Jouw bezwaar
privacy-said-answer = Antwoord op je bezwaar
privacy-no-words = Zonder woorden erbij
privacy-rights-title = Verbeteren, wissen of bezwaar maken
privacy-rights-about = Klopt een beoordeling niet? Maak dan bezwaar bij het antwoord zelf.
privacy-rights-erase = Wil je dat je gegevens worden gewist? Vraag het een beheerder van je organisatie. Je antwoorden, scores, opdrachten en je account gaan dan weg. Alleen aantallen en logboeken zonder naam blijven.
privacy-rights-complain = Kom je er niet uit? Ga naar de functionaris gegevensbescherming van je organisatie, of naar de Autoriteit Persoonsgegevens (in België de Gegevensbeschermingsautoriteit).
privacy-browser = Wat je typt staat ook in je eigen browser, tot je het verstuurt. Dat wist je zelf, met de gegevens van deze site.

# De bladzijde waarop een beheerder iemands gegevens beheert.

privacy-person-intro = Zoek iemand van je organisatie om zijn gegevens te geven of te wissen. Wat je hier doet, komt in het logboek. Wie zijn gegevens laat bekijken, ziet dat ook zelf.
privacy-person-search = Naam, e-mailadres of schuilnaam
privacy-person-none = Niemand gevonden.
privacy-person-many = Alleen de eerste { $most } staan hier. Typ meer van de naam.
privacy-person-choose = Kies iemand
privacy-person-option = { $name }, { $teams } (schuilnaam { $pseudonym })
privacy-person-no-team = geen team
privacy-person-file-title = Alles over deze persoon
privacy-person-file-about = Eén bestand met elke rij over deze persoon. Geef het alleen aan hemzelf.
privacy-person-file-ask = Maak het bestand
privacy-person-file-link = Haal de gegevens op (JSON)
privacy-erase-title = Deze persoon wissen
privacy-erase-about = Wissen kan niet ongedaan worden gemaakt. Geef eerst het bestand hierboven als de persoon erom vroeg.
privacy-erase-removed = Dit gaat weg
privacy-erase-kept = Dit blijft, zonder naam
privacy-erase-named = Teksten van collega's waar de naam uit gaat: { $count }.
privacy-erase-perhaps = Teksten van collega's met het woord { $name }: { $count }. Dat kan ook een ander zijn, dus die blijven. Kijk ze zelf na.
privacy-erase-confirm = Typ de schuilnaam { $pseudonym } om te bevestigen
privacy-erase-button = Wis deze persoon voorgoed
privacy-erase-differs = Dat is niet de schuilnaam. Er is niets gewist.
privacy-erase-done = De gegevens zijn gewist: { $rows } rijen.
privacy-erase-later = De gegevens zijn gewist. Iemand las op dat moment mee; de laatste resten in het schrijflogboek verdwijnen bij de volgende keer wissen of als de app stopt.
privacy-erase-self = Jezelf wissen kan niet. Vraag het een andere beheerder.
privacy-erase-gone = Deze persoon is er niet meer.

# Waarom iets wordt bewaard.

privacy-purpose-account = Om te weten wie iemand is en wat hij mag.
privacy-purpose-sign-in = Om veilig te laten inloggen.
privacy-purpose-practice = Om te oefenen en verder te gaan waar iemand was.
privacy-purpose-scoring = Om antwoorden te beoordelen en uit te leggen waarom.
privacy-purpose-review = Om een mens te laten meekijken en de score te laten verbeteren.
privacy-purpose-dispute = Om een bezwaar te behandelen.
privacy-purpose-coaching = Om te laten weten wat goed is om te oefenen.
privacy-purpose-calibration = Om te zorgen dat teamleiders en programma hetzelfde beoordelen.
privacy-purpose-insight = Om te laten zien hoe het met een team gaat, zonder namen.
privacy-purpose-certificate = Om een leerpad af te ronden en dat te kunnen bewijzen.
privacy-purpose-accountability = Om te kunnen nagaan wie wat deed of zag.
privacy-purpose-writing = Om scenario's te schrijven en te weten wie wat veranderde.
privacy-purpose-settings = Om de simulator voor de organisatie in te richten.

# De grondslag die op het eerste gezicht past.

privacy-ground-interest = Gerechtvaardigd belang, AVG artikel 6 lid 1 onder f (te bevestigen door een jurist)
privacy-ground-contract = Nodig voor het account, AVG artikel 6 lid 1 onder b (te bevestigen door een jurist)
privacy-ground-duty = Plicht om logboeken te bewaren, AVG artikel 6 lid 1 onder c, of anders onder f (te bevestigen door een jurist)
privacy-ground-none = Geen persoonsgegevens

# Hoelang iets wordt bewaard.

privacy-kept-attempt = { $days } dagen
privacy-kept-account = Zolang het account bestaat
privacy-kept-short = Tot het is gebruikt of verlopen; daarna hoogstens { $log_days } dagen
privacy-kept-sent = Tot het antwoord is verstuurd
privacy-kept-log = Ten minste zes maanden
privacy-kept-counts = Zolang de simulator wordt gebruikt: het zijn aantallen zonder naam
privacy-kept-content = Zolang de inhoud wordt gebruikt

# Wat er in elke tabel staat.

privacy-table-employers = De organisatie waar mensen werken
privacy-table-employer-settings = Instellingen van de organisatie, met wie ze veranderde
privacy-table-teams = Teams
privacy-table-users = Account: naam, e-mailadres, taal, extra tijd
privacy-table-memberships = Rollen in teams
privacy-table-sign-ins = Wanneer iemand inlogde
privacy-table-invitations = Uitnodigingen en links voor een nieuw wachtwoord
privacy-table-downloads = Bestanden die zijn opgevraagd
privacy-table-audit-events = Het logboek: inloggen, rollen, nakijken, exporteren, wissen
privacy-table-access-log = Wie naar wiens werk keek
privacy-table-rubrics = Beoordelingsregels
privacy-table-cases = Scenario's zoals ze geoefend zijn
privacy-table-file-revisions = Opgeslagen versies van scenario's, met wie ze opsloeg
privacy-table-working-copies = Scenario's die nog niet zijn opgeslagen
privacy-table-publications = Gepubliceerde scenario's, met wie ze publiceerde
privacy-table-attempts = Pogingen: welk scenario, wanneer, met of zonder klok
privacy-table-turns = Beurten in de pogingen: wanneer ze begonnen, pauzes
privacy-table-drafts = Antwoorden die nog niet zijn verstuurd
privacy-table-answers = Antwoorden en hoe lang ze duurden
privacy-table-scorecards = Scorekaarten: automatische scores met de reden
privacy-table-looks = Waarom een teamleider een antwoord zou moeten nakijken
privacy-table-review-locks = Wie op dit moment een antwoord nakijkt
privacy-table-reviews = Wat teamleiders van de antwoorden vonden
privacy-table-review-marks = Opmerkingen van teamleiders bij woorden in antwoorden
privacy-table-adjustments = Scores die een teamleider aanpaste, met de reden
privacy-table-final-scores = Scores na aanpassing door een mens
privacy-table-disputes = Bezwaren en de beslissing erover
privacy-table-proposals = Zinnen uit antwoorden die als voorbeeld zijn voorgesteld
privacy-table-assignments = Opdrachten
privacy-table-calibrations = Rondes waarin teamleiders samen beoordelen
privacy-table-calibration-items = Antwoorden die, zonder naam, samen zijn beoordeeld
privacy-table-calibration-members = Wie meedoet aan een ronde
privacy-table-judgements = Wat een teamleider in een ronde vond
privacy-table-agreed-scores = De score waar teamleiders het over eens werden
privacy-table-rescorings = Keren dat antwoorden opnieuw zijn gescoord
privacy-table-team-weeks = Aantallen per team en week, zonder namen
privacy-table-user-weeks = Aantallen per persoon en week
privacy-table-learning-paths = Leerpaden, met wie ze maakte
privacy-table-certificates = Certificaten

# Het bestand met iemands gegevens.

privacy-export-explanation = Alle rijen over deze persoon, per tabel, met de betekenis van elke kolom. Vingerafdrukken van geheimen staan er niet in. De grondslagen moet een jurist nog bevestigen.
privacy-export-secret = (opgeslagen, maar niet getoond: wie dit heeft, zou er kwaad mee kunnen)
