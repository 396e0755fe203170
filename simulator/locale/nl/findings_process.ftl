# De stappen van een goed antwoord.

criterion-protocol-next-step = Noemt de volgende stap
finding-protocol-next-step-met = Je zegt wat er nu gebeurt en wie het doet. De klant hoeft niet te gissen.
finding-protocol-next-step-partly = Er klinkt een volgende stap in door, maar niet wie wat gaat doen.
finding-protocol-next-step-vague = Je zegt dat er naar gekeken wordt, maar niet wat er gebeurt. Dat stelt een klant die wacht niet gerust.
finding-protocol-next-step-missing = De klant leest niet wat er nu gebeurt. Dan blijft hij wachten, of schrijft hij opnieuw.
advice-protocol-next-step = zegt wat jij of een collega nu concreet gaat doen
hint-protocol-next-step = Weet de klant na jouw antwoord wat er nu gaat gebeuren, en wie dat doet?

criterion-protocol-time-indication = Noemt een tijdstip
finding-protocol-time-indication-met = Je zegt wanneer de klant meer hoort. Dat geeft rust.
finding-protocol-time-indication-vague = Je zegt dat er iets volgt, maar niet wanneer. Voor wie wacht is "zo snel mogelijk" geen tijd.
finding-protocol-time-indication-missing = De klant leest niet wanneer hij meer hoort. Wie dat niet weet, gaat opnieuw vragen.
advice-protocol-time-indication = een moment noemt waarop de klant iets hoort, en dat je kunt nakomen
hint-protocol-time-indication = Weet de klant wanneer hij weer iets van jullie hoort?

criterion-protocol-says-seen = Zegt dat het gezien is
finding-protocol-says-seen-met = Je laat weten dat het bericht gelezen is en dat er iemand naar kijkt.
finding-protocol-says-seen-partly = Je laat half merken dat het bericht gezien is.
finding-protocol-says-seen-missing = De klant weet niet of zijn bericht is aangekomen.
advice-protocol-says-seen = zegt dat je het bericht gelezen hebt en dat je het uitzoekt
hint-protocol-says-seen = Merkt de klant dat zijn bericht is aangekomen?

criterion-protocol-explains = Legt uit waarom
finding-protocol-explains-met = Je geeft een reden. Wie begrijpt hoe iets komt, kan er beter mee leven.
finding-protocol-explains-partly = Er zit een begin van uitleg in, maar de reden blijft vaag.
finding-protocol-explains-missing = De klant hoort niet waarom het zo is. Zonder reden klinkt een antwoord al snel als onwil.
advice-protocol-explains = in één zin zegt hoe het komt of waarom iets niet kan
hint-protocol-explains = Begrijpt de klant na jouw antwoord hoe dit komt?

criterion-protocol-asks-on = Vraagt door
finding-protocol-asks-on-met = Je stelt een vraag om het beter te begrijpen. Zo merkt de klant dat je het echt wilt weten.
finding-protocol-asks-on-partly = Je vraagt iets, maar het helpt je nog niet om het probleem te begrijpen.
finding-protocol-asks-on-missing = Je vraagt niet door, terwijl er nog iets onduidelijk is.
advice-protocol-asks-on = één open vraag stelt over wat er precies aan de hand is
hint-protocol-asks-on = Weet je al genoeg om goed te helpen, of ontbreekt er nog iets?

criterion-protocol-passes-on-inside = Geeft het intern door
finding-protocol-passes-on-inside-met = Je zegt aan wie je het doorgeeft. De klant ziet dat zijn bericht ergens landt.
finding-protocol-passes-on-inside-partly = Je lijkt het door te geven, maar aan wie blijft vaag.
finding-protocol-passes-on-inside-missing = De klant leest niet dat zijn bericht bij de juiste mensen terechtkomt.
advice-protocol-passes-on-inside = zegt aan welke collega of afdeling je dit doorgeeft
hint-protocol-passes-on-inside = Wie binnen de organisatie zou dit moeten weten?

criterion-protocol-closes-in-public = Rondt openbaar af
finding-protocol-closes-in-public-met = Je laat ook in het openbaar zien dat het opgelost is. Meelezers zien zo dat jullie het afmaken.
finding-protocol-closes-in-public-partly = Het klinkt alsof het opgelost is, maar je zegt het niet duidelijk.
finding-protocol-closes-in-public-missing = Wie meelas, ziet niet dat het is opgelost. Voor hen blijft de klacht open staan.
advice-protocol-closes-in-public = in het openbaar kort meldt dat het samen is opgelost
hint-protocol-closes-in-public = Wie hebben het begin van dit gesprek gelezen, en weten zij hoe het afliep?

criterion-protocol-invites-contact = Nodigt uit tot contact
finding-protocol-invites-contact-met = Je houdt de deur open. De klant voelt zich welkom om terug te komen.
finding-protocol-invites-contact-partly = Er zit een uitnodiging in, maar die mag warmer of duidelijker.
finding-protocol-invites-contact-missing = Het antwoord nodigt niet uit om terug te komen of mee te doen.
advice-protocol-invites-contact = de klant uitnodigt om te reageren, langs te komen of te laten weten hoe het gaat
hint-protocol-invites-contact = Wat mag de klant hierna doen als hij nog iets wil zeggen?

criterion-protocol-refers-to-right-party = Wijst de juiste weg
finding-protocol-refers-to-right-party-met = Je zegt wie er wel over gaat. Zo loopt de klant niet vast.
finding-protocol-refers-to-right-party-partly = Je noemt een ander, maar de klant weet nog niet goed waar hij moet zijn.
finding-protocol-refers-to-right-party-missing = De klant weet niet bij wie hij wel terechtkan.
advice-protocol-refers-to-right-party = noemt wie hierover gaat en hoe de klant die bereikt
hint-protocol-refers-to-right-party = Wie gaat hier eigenlijk over, en hoe komt de klant daar?

criterion-protocol-corrects-calmly = Zet het rustig recht
finding-protocol-corrects-calmly-met = Je zegt hoe het zit zonder de klant een veeg te geven. Zo blijft het een gesprek.
finding-protocol-corrects-calmly-partly = Je zet iets recht, maar nog niet helder genoeg.
finding-protocol-corrects-calmly-missing = Wat niet klopt, blijft zo staan. Ook meelezers nemen dat over.
advice-protocol-corrects-calmly = vriendelijk en in één zin zegt hoe het werkelijk zit
hint-protocol-corrects-calmly = Klopt alles wat de klant schrijft, en hoe zou je dat aardig zeggen?

criterion-protocol-best-action = Kiest de juiste actie
finding-protocol-best-action-met = Je koos de actie die hier past. Zo komt het bericht bij de goede mensen terecht.
finding-protocol-best-action-allowed = Dit kan, maar er was een betere keuze: { $best ->
    [reply_public] openbaar antwoorden
    [reply_private] in een privébericht antwoorden
    [pass_on] doorzetten naar een collega of afdeling
    [internal_note] een interne notitie maken
    [leave_unanswered] niet reageren
   *[other] zie het protocol
}.
finding-protocol-best-action-missing = Deze keuze past hier niet. Beter was: { $best ->
    [reply_public] openbaar antwoorden
    [reply_private] in een privébericht antwoorden
    [pass_on] doorzetten naar een collega of afdeling
    [internal_note] een interne notitie maken
    [leave_unanswered] niet reageren
   *[other] zie het protocol
}.
advice-protocol-best-action = eerst bedenkt wie dit moet lezen en dan pas de actie kiest

criterion-protocol-leans-on-template = Leunt op een standaardtekst
finding-protocol-leans-on-template-flagged = Je hebt een standaardtekst overgenomen en er iets omheen gezet. Hier staat het protocol dat niet toe: deze klant verdient een eigen antwoord.
advice-protocol-leans-on-template = de standaardtekst loslaat en alleen zegt wat in dit geval klopt

criterion-protocol-no-signature = Ondertekening ontbreekt
finding-protocol-no-signature-flagged = Het protocol vraagt een ondertekening: { $wanted ->
    [initials] initialen, zoals ^TG
    [first_name] je voornaam
    [full_name] je voor- en achternaam
   *[other] zie het protocol
}. Die staat er niet zo onder.
advice-protocol-no-signature = afsluit met de ondertekening die het protocol noemt
