criterion-protocol-asks-personal-data-in-public = Vraagt gegevens in het openbaar
finding-protocol-asks-personal-data-in-public-asks = Je vraagt hier om persoonlijke gegevens, en iedereen kan het antwoord lezen. Vraag ze in een privébericht.
advice-protocol-asks-personal-data-in-public = de gegevens die je nodig hebt in een privébericht vraagt
hint-protocol-asks-personal-data-in-public = Waar mag de klant gegevens achterlaten, en waar lezen anderen mee?

criterion-protocol-reveals-personal-data = Geeft gegevens van klant prijs
finding-protocol-reveals-personal-data-reveals = “{ $words }” zijn gegevens van de klant. Herhaal ze niet in het openbaar, ook niet als de klant ze zelf heeft geplaatst.
finding-protocol-reveals-personal-data-reveals-other = “{ $words }” vertelt anderen iets persoonlijks over de klant. Zulke dingen bespreek je alleen privé.
advice-protocol-reveals-personal-data = de gegevens weglaat en er privé op terugkomt
hint-protocol-reveals-personal-data = Wat in dit antwoord gaat alleen de klant zelf aan?

criterion-protocol-names-third-party = Noemt anderen bij naam
finding-protocol-names-third-party-names = { $name } staat hier met naam en toenaam. Een ander heeft ook recht op privacy: noem liever de functie of de initialen.
finding-protocol-names-third-party-surname = Hier staat { $name } met achternaam. Noem liever alleen de functie of initialen, dan blijft die ander buiten beeld.
finding-protocol-names-third-party-tells-about = Je vertelt iets persoonlijks over { $name } aan iemand anders. Dat mag ook in een privébericht niet.
advice-protocol-names-third-party = ‘mijn collega’ of de afdeling noemt in plaats van een volledige naam

criterion-protocol-confirms-customer = Vertelt wat in dossier staat
finding-protocol-confirms-customer-confirms = Iedereen leest hier wat er in het dossier van de klant staat: “{ $words }”. Bespreek dat privé.
advice-protocol-confirms-customer = alleen ingaat op wat de klant zelf heeft verteld en de rest privé bespreekt

criterion-protocol-asks-bsn = Vraagt geheime gegevens
finding-protocol-asks-bsn-asks-bsn = Je vraagt om “{ $words }”. Zulke gegevens horen niet in een gesprek als dit: er kan veel misbruik van worden gemaakt.
advice-protocol-asks-bsn = alleen het minimum vraagt om te controleren wie je spreekt, zoals de huisstijl voorschrijft

criterion-protocol-asks-removal = Vraagt gegevens weg te halen
finding-protocol-asks-removal-met = Je zorgt dat de gegevens niet langer voor iedereen zichtbaar zijn. Dat beschermt de klant.
finding-protocol-asks-removal-missing = In het bericht van de klant staan gegevens die iedereen kan lezen. Je antwoord doet daar niets mee.
advice-protocol-asks-removal = vriendelijk vraagt het bericht te verwijderen, of zegt dat je het hebt verborgen
hint-protocol-asks-removal = Wat staat er in dit bericht dat beter niet openbaar blijft?

criterion-protocol-moves-to-private = Gaat privé verder
finding-protocol-moves-to-private-met = Je brengt het persoonlijke deel naar een plek waar niemand meeleest.
finding-protocol-moves-to-private-partly = Je noemt het privékanaal alleen als extraatje. De klant weet zo niet dat hij nú daar verder moet.
finding-protocol-moves-to-private-missing = Hiervoor zijn persoonlijke gegevens nodig, maar de klant krijgt geen weg naar een privégesprek.
advice-protocol-moves-to-private = de klant naar een privébericht uitnodigt en zegt wat je daar gaat doen
hint-protocol-moves-to-private = Kun je dit hier oplossen, of heb je er iets persoonlijks voor nodig?

criterion-protocol-answers-in-public = Antwoordt gewoon hier
finding-protocol-answers-in-public-met = Je beantwoordt de vraag hier, zodat ook anderen er iets aan hebben.
finding-protocol-answers-in-public-missing = Dit is een algemene vraag. De klant en de meelezers krijgen hier geen antwoord, en dat voelt als een omweg.
advice-protocol-answers-in-public = de vraag hier beantwoordt, want er is niets persoonlijks voor nodig
hint-protocol-answers-in-public = Is er iets geheims aan deze vraag, of mag iedereen het antwoord weten?
