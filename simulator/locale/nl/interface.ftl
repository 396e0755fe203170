# Navigation and general
nav-practise = Oefenen
nav-progress = Mijn voortgang
nav-collection = Scenario's
nav-settings = Instellingen
nav-compare = Vergelijk pogingen
to-inbox = Naar alle scenario's
close = Sluiten
total = Totaal
public = openbaar
private = privé
internal = intern
colleague = Collega
limit = { $count } tekens
language-nl = Nederlands
language-en = Engels
page-failed = Er ging iets mis op deze pagina. Wat je hebt getypt, is bewaard. Laad de pagina opnieuw; blijft het misgaan, vraag dan je trainer. Noem daarbij dit nummer: { $number }.
no-access-title = Geen toegang
no-access-text = Deze pagina is niet van jou of hoort niet bij je rol.
unknown-attempt-title = Deze poging bestaat niet
unknown-attempt-text = Misschien klopt het adres niet helemaal. Je pogingen vind je terug bij Oefenen.
unknown-scenario-title = Dit scenario is er niet
unknown-scenario-text = Misschien is het verwijderd of staat er een fout in het bestand. Kies een ander.

# Sign-in
sign-in-title = Welkom bij de webcare simulator
sign-in-text = Oefen hier met boze, blije en lastige klanten, voordat je de eerste echte spreekt.
sign-in-name = Je naam
sign-in-role = Wat kom je doen?
sign-in-button = Aan de slag
sign-in-privacy = Dit is een gedeelde oefencomputer zonder wachtwoorden. Gebruik gerust alleen je voornaam.
sign-in-bad-name = Vul een naam in van hoogstens { $most } tekens.
role-trainee = Trainee
role-trainee-about = Ik wil oefenen en zien hoe ik vooruitga.
role-trainer = Trainer
role-trainer-about = Ik schrijf scenario's en wil ook zien wat er in de bestanden staat.
role-lead = Teamleider
role-lead-about = Ik begeleid mensen en wil weten wat ze oefenen.

# Settings
settings-language = Taal van de schermen
settings-who = Je bent aangemeld als { $name } ({ $role }).
settings-time = Hoeveel tijd wil je?
settings-factor = { $factor } keer de gewone tijd
settings-time-about = De klok en je score voor snelheid houden hier rekening mee. Het geldt vanaf je volgende poging.
sign-out = Afmelden
time-factor = { $factor } × tijd

# Inbox
inbox-hello-morning = Goedemorgen { $name }
inbox-hello-afternoon = Goedemiddag { $name }
inbox-hello-evening = Goedenavond { $name }
inbox-go-on = Ga verder waar je was
inbox-go-on-button = Verder
inbox-for-you = Voor jou gekozen
inbox-for-you-button = Beginnen
inbox-trains = traint: { $what }
inbox-all = Alle scenario's
inbox-language = Taal
inbox-channel = Kanaal
inbox-kind = Soort
inbox-level = Niveau
inbox-level-1 = Niveau 1 van 5
inbox-level-2 = Niveau 2 van 5
inbox-level-3 = Niveau 3 van 5
inbox-level-4 = Niveau 4 van 5
inbox-level-5 = Niveau 5 van 5
inbox-only-new = Nog niet gedaan
inbox-any = Alle
inbox-none-fit = Geen scenario past hierbij. Zet een filter uit.
inbox-start = Oefen
inbox-again = Opnieuw
inbox-not-done = Nog niet gedaan
inbox-best = beste { $best }
inbox-best-so-far = bezig, beste { $best }
inbox-best-not-passed = niet geslaagd, beste { $best }
inbox-not-passed-because = niet geslaagd: { $why }
inbox-attempts = { $count ->
    [one] { $count } poging
   *[other] { $count } pogingen
}
inbox-unusable = { $count ->
    [one] { $count } bestand heeft fouten en staat er niet bij; je trainer ziet welke.
   *[other] { $count } bestanden hebben fouten en staan er niet bij; je trainer ziet welke.
}

# Briefing
briefing-other-language-nl = De klant in dit scenario schrijft Nederlands. Antwoord ook in het Nederlands.
briefing-other-language-en = De klant in dit scenario schrijft Engels. Antwoord ook in het Engels.
briefing-mode = Hoe wil je oefenen?
mode-practice = Oefenen
mode-practice-about = Met hints. Pauzeren mag en de klok kan uit.
mode-test = Toets
mode-test-about = Met klok en zonder hints. Is de tijd om, dan wordt verstuurd wat er staat.
briefing-clock = Klok aan
briefing-no-clock = Dit scenario heeft geen klok. Neem de tijd.
briefing-target = Probeer binnen { $time } minuten te antwoorden. De klok loopt vanaf het moment dat je het bericht ziet.
briefing-start = Start

# Practising
thread = Het gesprek
thread-likes = { $n } keer leuk gevonden
mood-furious = De klant is woedend
mood-annoyed = De klant is geërgerd
mood-neutral = De klant is rustig
mood-content = De klant is tevreden
mood-glad = De klant is blij
readers = { $count ->
    [one] { $count } persoon leest mee
   *[other] { $count } mensen lezen mee
}
nothing-sent = (geen bericht)
hints = Hints: waar let je op?
pause = Pauzeer de klok
paused = De klok staat stil. Het bericht is even weg; je tekst is bewaard.
resume = Ga verder
action-reply-public = Openbaar antwoorden
action-reply-public-hint = Iedereen kan dit lezen.
action-reply-private = Privé antwoorden
action-reply-private-hint = Alleen de klant leest dit.
action-pass-on = Doorzetten naar een collega
action-pass-on-hint = Schrijf erbij wat je collega moet weten. De klant ziet dit niet.
action-internal-note = Interne notitie
action-internal-note-hint = Alleen je team leest dit. De klant krijgt geen antwoord.
action-leave-unanswered = Laten staan
action-leave-unanswered-hint = Er gaat niets naar de klant.

# Reply form
form-actions = Wat doe je met dit bericht?
form-reply = Jouw antwoord
form-placeholder = Schrijf hier je antwoord
form-public = Iedereen kan meelezen
form-private = Niet openbaar
form-no-text = Hier hoort geen tekst bij. Wat je al typte, blijft bewaard.
form-over = { $n } te veel
form-parts = bericht { $n } van { $max }
form-saving = Bewaren…
form-saved = Bewaard om { $time }
form-saved-here = Nu alleen in deze browser bewaard
form-send = Versturen
form-sending = Wordt verstuurd…
form-shortcut = of Ctrl + Enter
form-choose-action = Kies eerst wat je met het bericht doet.
form-text-needed = Schrijf eerst je antwoord.
form-clock = { $elapsed } / { $target }
form-clock-ok = op tijd
form-clock-soon = bijna om
form-clock-late = te laat
form-left-60 = Nog een minuut.
form-left-10 = Nog tien seconden.
outage = Geen verbinding met de server. We proberen het steeds opnieuw. Laat dit venster open.
form-offline = Geen verbinding. Je kunt doortypen; alles wordt hier bewaard en straks verstuurd.
form-no-clock = Zonder klok
form-expired-hard = De tijd is om. Wat er staat, wordt verstuurd.
form-expired-soft = De tijd is om. Je tekst blijft staan en je kunt nog versturen.
practice-error = Dit lukte niet. Je tekst staat er nog; probeer het opnieuw.
practice-error-time-up = De tijd van de toets is om. Wat op tijd bewaard was, telt.
practice-error-too-long = Deze tekst is te lang om te versturen. Maak hem korter; hij blijft hier staan.
practice-error-answered = Op dit bericht is al een ander antwoord verstuurd, misschien in een ander tabblad. Jouw tekst staat hier nog: kopieer hem en laad de pagina opnieuw.

# Help
help-briefing = Briefing
help-customer = Klant
help-protocol = Protocol
help-knowledge = Kennis
help-standard = Standaardteksten
help-search = Zoeken
help-search-placeholder = een woord
help-no-name = Naam onbekend
help-only-you = Alleen jij ziet dit. Nooit openbaar noemen.
help-history = Eerdere contacten
help-no-history = Geen eerdere contacten.
help-facts = Wat je van deze zaak weet
help-nothing-found = Niets gevonden.
help-insert = Zet in mijn antwoord
protocol-style = Zo schrijven we
protocol-address = Aanspreekvorm: { $form }
protocol-signature-initials = Sluit af met je initialen, zoals { $example }
protocol-signature-first-name = Sluit af met je voornaam, zoals { $example }
protocol-signature-full-name = Sluit af met je volledige naam, zoals { $example }
protocol-signature-none = Zonder ondertekening
protocol-response = Reageer binnen { $minutes } minuten
protocol-private = Persoonlijke zaken gaan via: { $channel }
protocol-emoji-yes = Emoji mogen
protocol-emoji-no = Geen emoji
protocol-emoji-not-on-complaints = Emoji mogen, maar niet bij klachten
protocol-never = Nooit openbaar
protocol-not-promise = Niet toezeggen
protocol-pass-on = Doorzetten
protocol-not-answered = Hier antwoorden we niet op
protocol-jargon = Woorden die klanten niet kennen
protocol-rules = Huisregels

# Feedback
feedback = Feedback
feedback-expired = De tijd was om; dit is verstuurd zoals het er stond.
feedback-worked = Dit werkte
feedback-most = Hier win je het meest mee
feedback-model = Voorbeeldantwoord
feedback-lessons = Neem dit mee
feedback-all = Alle opmerkingen ({ $count })
verdict-passed = Geslaagd
verdict-not-passed = Niet geslaagd
verdict-decided-by = Dit besliste, los van je punten:
verdict-instead = Het is beter als je { $advice }.
advice-line = als je { $advice }
finding-uncertain = (De simulator is hier niet zeker van.)
scorecard-needs-look = Dit antwoord kan de simulator niet goed beoordelen. Laat een collega of je trainer meekijken voor je op de punten afgaat.
look-uncertain-critical = De uitslag hangt aan een opmerking waar de simulator niet zeker van is.
look-close-call = De punten liggen vlak bij de grens van slagen. Een klein verschil in oordeel keert dan de uitslag.
unscored-no-clock = zonder klok
unscored-no-answer = geen antwoord
unscored-not-applicable = niet van toepassing
dimension-speed = Snelheid
dimension-tone = Toon
dimension-personalisation = Persoonlijk
dimension-protocol = Protocol
your-reply = Jouw antwoord
mark-good = goed
mark-improve = kan beter
mark-critical = beslissend
mark-more = { $n } opmerkingen
go-on = Verder met het gesprek
try-again = Opnieuw proberen
compare-button = Vergelijk pogingen
conversation-over = Het gesprek is klaar.
compare-left = Links
compare-right = Rechts
compare-none = Je hebt dit bericht nog niet beantwoord.
compare-one = Er is nog maar één poging. Probeer het opnieuw om te vergelijken.
compare-try = Poging { $number }: { $total } ({ $when })

# Progress
progress-none = Nog niets te zien: beantwoord eerst een bericht.
progress-summary = { $replies ->
    [one] { $replies } antwoord
   *[other] { $replies } antwoorden
} op { $days ->
    [one] { $days } dag
   *[other] { $days } dagen
}
progress-not-scored = Nog niet gemeten.
progress-reply-number = antwoord
progress-plot = { $name }: { $count } antwoorden, het eerste { $first }, het laatste { $last }.
progress-sides = Sterk en zwak
progress-sides-later = Na een paar antwoorden staat hier wat je al goed doet en wat nog niet.
progress-strongest = Je sterkste kant: { $name } ({ $kept } van de punten, in { $replies } antwoorden)
progress-weakest = Hier is het meest te winnen: { $name } ({ $kept } van de punten, in { $replies } antwoorden)
progress-kinds = Per soort bericht
progress-count = Antwoorden
progress-mean = Gemiddeld
progress-best = Beste
progress-replies = Je antwoorden
progress-when = Wanneer
progress-turn = Bericht
progress-verdict = Oordeel

# Collection
collection-read-again = Lees de bestanden opnieuw in
collection-faults = { $count ->
    [one] { $count } bestand kan niet worden gebruikt. Dit is er mis:
   *[other] { $count } bestanden kunnen niet worden gebruikt. Dit is er mis:
}
collection-no-faults = Alle bestanden zijn in orde.
collection-title = Scenario
collection-status = Status
status-draft = concept
status-published = gepubliceerd
status-archived = gearchiveerd

# Channels and kinds
channel-x = X
channel-facebook = Facebook
channel-instagram = Instagram
channel-whatsapp = WhatsApp
channel-chat = Chat
channel-email = E-mail
channel-review = Reviewsite
kind-angry-repeat-complainer = Boze herhaalklager
kind-confidential-in-public = Vertrouwelijke vraag in het openbaar
kind-customer-publishes-data = Klant deelt eigen gegevens
kind-simple-question = Eenvoudige vraag
kind-question-behind-question = Vraag achter de vraag
kind-compliment = Compliment
kind-community-moment = Samen met de buurt
kind-outage = Storing of crisis
kind-unjustified-complaint = Onterechte klacht
kind-persistent-complainer = Klager die doorgaat
kind-troll = Trol
kind-legal-threat = Juridische dreiging
kind-false-rumour = Vals gerucht
kind-journalist = Journalist
kind-vulnerable-customer = Kwetsbare klant
kind-complaint-about-colleague = Klacht over een collega
kind-outside-mandate = Verzoek buiten je bevoegdheid
kind-no-answer-yet = Vraag zonder antwoord
kind-public-follow-up = Openbaar afronden
kind-needs-no-answer = Bericht dat geen antwoord vraagt
kind-humour = Humor
kind-wrong-organisation = Verkeerde organisatie

# Principles
principle-S1 = Reageer snel; in het openbaar binnen een uur
principle-S2 = Nog geen antwoord? Zeg dat je het zag, waarom het duurt en wanneer het komt
principle-S3 = Zeg welke reactietijd mensen mogen verwachten
principle-T1 = De toon past bij kanaal en persoon
principle-T2 = Op sociale media je, tenzij het huis anders zegt; nooit door elkaar
principle-T3 = Een klacht is een kans: geen discussie, wel de wil om het op te lossen
principle-T4 = Blijf kalm bij wie doorgaat en weet wanneer je stopt
principle-T5 = Humor alleen waar het past
principle-T6 = Leg uit waarom iets niet kan
principle-T7 = Toon echte belangstelling en ga in op wat mensen zeggen
principle-P1 = Een kritisch of specifiek bericht krijgt een persoonlijk antwoord
principle-P2 = Standaardteksten alleen waar het protocol ze toestaat
principle-P3 = Teken met initialen: een mens antwoordt
principle-P4 = Lees goed en zoek de vraag achter de vraag
principle-P5 = Spreek namens de organisatie, niet als privépersoon
principle-R1 = Het protocol van het huis beslist
principle-R2 = Persoonlijke zaken gaan naar een privékanaal
principle-R3 = Antwoord in het openbaar waar dat kan
principle-R4 = Kom na een privé-oplossing openbaar terug
principle-R5 = Geen loze beloftes; kom afspraken na
principle-R6 = Nooit negatief over anderen
principle-R7 = Respecteer de privacy van mensen
principle-R8 = Negeer negatieve berichten niet
principle-R9 = Weet wie antwoordt: één lijn
principle-R10 = Kies het kanaal dat past
principle-C1 = Reageer ook op positieve berichten
principle-C2 = Meld storingen zelf
principle-C3 = Betrek mensen die zich betrokken voelen
principle-C4 = Geef signalen intern door
principle-C5 = Vier vormen: proactief, reactief, openbaar, privé
principle-C6 = Iedereen krijgt hetzelfde antwoord
principle-C7 = Bedenk het ergste vooraf, op papier
