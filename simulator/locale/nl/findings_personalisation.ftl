# Wat de speler leest over personalisatie: geschreven door een mens, aan deze klant, over dit geval.

criterion-personalisation-greets-by-name = Noemt de klant bij naam
finding-personalisation-greets-by-name-met = Je spreekt de klant aan met de eigen naam. Zo merkt hij meteen dat dit antwoord voor hem is.
finding-personalisation-greets-by-name-misspelt = Je schrijft "{ $name }". Dat is net niet zoals de klant zijn naam schrijft, en daar zijn mensen gevoelig voor.
finding-personalisation-greets-by-name-last-name-only = Alleen "{ $name }" klinkt kortaf. Met de voornaam, of met mevrouw of meneer ervoor, is het vriendelijker.
finding-personalisation-greets-by-name-handle = Je gebruikt de accountnaam. Dat werkt, maar de klant laat ook een echte naam zien.
finding-personalisation-greets-by-name-short-form = Je gebruikt een korte vorm van de naam. Neem liever de naam zoals de klant hem toont.
finding-personalisation-greets-by-name-missing = De naam van de klant komt niet voor. Zonder naam had dit bericht aan iedereen gericht kunnen zijn.
advice-personalisation-greets-by-name = de klant één keer bij de naam noemt die hij zelf laat zien

criterion-personalisation-case-details = Gaat over dit geval
finding-personalisation-case-details-met = Je gebruikt details uit het verhaal van de klant: { $details }. Daaruit blijkt dat je goed gelezen hebt.
finding-personalisation-case-details-partly = Er zit iets van dit geval in ({ $details }), maar het antwoord zou nog bij veel andere klanten passen.
finding-personalisation-case-details-missing = Niets in het antwoord gaat over wat juist deze klant vertelde. Dan voelt het als een standaardbericht.
advice-personalisation-case-details = twee of drie dingen noemt die alleen bij deze klant horen: wat er gebeurde, waar, wanneer of hoe vaak

criterion-personalisation-answers-this-case = Antwoordt op dit geval
finding-personalisation-answers-this-case-met = Je geeft antwoord op wat er in dit geval speelt. Dit bericht past bij geen andere klant.
finding-personalisation-answers-this-case-partly = Een deel van wat in dit geval speelt, laat je liggen. De klant moet dan nog een keer vragen.
finding-personalisation-answers-this-case-missing = Je antwoordt niet op wat er in dit geval speelt. De klant denkt dat zijn bericht niet echt gelezen is.
advice-personalisation-answers-this-case = elk ding beantwoordt dat in dit geval speelt, ook de vraag achter de vraag

criterion-personalisation-signature = Ondertekent zoals afgesproken
finding-personalisation-signature-met = Je ondertekent zoals de huisstijl het vraagt. De klant ziet dat er een mens antwoordt.
finding-personalisation-signature-other-form = Je ondertekent wel, maar anders dan in dit huis is afgesproken: { $wanted ->
    [initials] initialen, zoals ^TG
    [first_name] je voornaam onder het bericht
    [full_name] je voor- en achternaam onder het bericht
   *[other] zie het protocol
}.
finding-personalisation-signature-missing = Er staat geen ondertekening onder. De klant weet zo niet wie hem antwoordt.
advice-personalisation-signature = ondertekent op de manier die het protocol noemt

criterion-personalisation-own-voice = Praat als mens
finding-personalisation-own-voice-met = Er is iemand die iets doet: een "ik" of een collega. Dat geeft de klant vertrouwen.
finding-personalisation-own-voice-we-only = Je schrijft alleen "wij" of "we". Dat mag, maar met "ik" hoort de klant dat jij het oppakt.
finding-personalisation-own-voice-missing = Nergens in het antwoord doet iemand iets. Dan klinkt de organisatie als een machine.
advice-personalisation-own-voice = één keer "ik" schrijft bij wat je doet of vindt

criterion-personalisation-wrong-name = Verkeerde naam
finding-personalisation-wrong-name-flagged = Je noemt iemand "{ $name }", maar deze klant heet { $right }. Met een verkeerde naam denkt de klant dat niemand zijn bericht gelezen heeft.
advice-personalisation-wrong-name = de naam overneemt uit het bericht van de klant en hem nog even naleest

criterion-personalisation-against-person = Tegen de persoon gericht
finding-personalisation-against-person-flagged = “{ $words }” gaat tegen deze klant in plaats van over zijn zaak. Persoonlijk is hier juist: aan zijn kant staan.
advice-personalisation-against-person = over de zaak schrijft en niets zegt over hoe de klant is of doet

criterion-personalisation-robot-phrases = Zinnen van de automaat
finding-personalisation-robot-phrases-flagged = "{ $phrase }" stuurt elk bedrijf aan iedereen. De klant leest eroverheen, of ergert zich eraan.
advice-personalisation-robot-phrases = die zin weglaat of vervangt door iets wat alleen jij over dit geval kunt zeggen

criterion-personalisation-like-standard-reply = Lijkt op een standaardantwoord
finding-personalisation-like-standard-reply-flagged = Een groot deel komt uit een standaardtekst van het huis. Ook als die tekst mag, merkt de klant dat er weinig van jou bij zit.
advice-personalisation-like-standard-reply = de standaardtekst in je eigen woorden zet en iets over dit geval toevoegt
