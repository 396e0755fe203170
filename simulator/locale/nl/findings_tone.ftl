criterion-tone-insult = Geen belediging
finding-tone-insult-insult = “{ $words }” is een belediging. Wat er verder ook in je antwoord staat, dit is het enige wat de klant onthoudt.
finding-tone-insult-hostile = “{ $words }” is vijandig. Zo'n zin maakt elk vriendelijk woord eromheen ongeloofwaardig.
advice-tone-insult = schrijft zonder een enkel woord dat de klant kan kwetsen, ook als de klant dat zelf wel doet

criterion-tone-friendly-voice = Vriendelijk van toon
finding-tone-friendly-voice-met = Je zinnen klinken bij elkaar vriendelijk. De klant merkt dat je hem graag helpt.
finding-tone-friendly-voice-partly = Deze zin klinkt het koelst van je hele antwoord. Juist zo'n zin blijft hangen, ook als de rest klopt.
finding-tone-friendly-voice-missing = Er staat geen zin waarin de klant jou hoort. Dan leest hij vooral afstand.
advice-tone-friendly-voice = de koelste zin opnieuw schrijft, zoals je het zegt tegen iemand die je graag helpt

criterion-tone-attentive = Heeft aandacht voor wat de klant nodig heeft
finding-tone-attentive-met = Je gaat in op wat deze klant nodig heeft. Aandacht is wat mensen in een antwoord het meest waarderen.
finding-tone-attentive-partly = Je gaat op een deel in van wat deze klant nodig heeft. Wat je overslaat, voelt voor hem als desinteresse.
finding-tone-attentive-missing = Je gaat niet in op wat deze klant nodig heeft. Hoe beleefd de woorden ook zijn, dat klinkt onverschillig.
advice-tone-attentive = ingaat op alles wat deze klant nodig heeft, ook als je het nog niet kunt oplossen

criterion-tone-acknowledges-emotion = Erkent het gevoel
finding-tone-acknowledges-emotion-met = Hier laat je merken dat je ziet wat deze klant meemaakt. Dat haalt de eerste boosheid weg.
finding-tone-acknowledges-emotion-partly = Er is medeleven, maar het zou ook onder een ander bericht kunnen staan. Pas met de details van deze klant voelt het echt.
finding-tone-acknowledges-emotion-missing = Je gaat niet in op wat de klant voelt of meemaakt. Dan lijkt het alsof je alleen de zaak afhandelt.
advice-tone-acknowledges-emotion = in je eigen woorden noemt wat de klant meemaakt, met een detail uit het bericht
hint-tone-acknowledges-emotion = Wat doet dit met de klant? Laat in je eerste zin merken dat je dat ziet.

criterion-tone-apologises = Biedt excuses aan
finding-tone-apologises-met = Je neemt het op je. Dat maakt de rest van je antwoord geloofwaardig.
finding-tone-apologises-partly = Er staan excuses, maar in standaardwoorden. Zeg waarvoor je sorry zegt, dan telt het voor de klant.
finding-tone-apologises-missing = Er ging iets mis bij ons en de klant leest geen excuses. Dan blijft hij wachten op dat ene woord.
advice-tone-apologises = zegt wat er bij ons misging en daar excuses voor maakt
hint-tone-apologises = Wie is hier aan zet om iets recht te zetten? Mag de klant dat ook horen?

criterion-tone-thanks = Bedankt de klant
finding-tone-thanks-met = Je bedankt de klant voor wat hij deed. Zo laat hij het een volgende keer weer weten.
finding-tone-thanks-partly = Dit bedankje past onder elk bericht. Noem waar je de klant voor bedankt.
finding-tone-thanks-missing = De klant deed iets aardigs of nuttigs en leest geen dank. Ook een positief bericht verdient een reactie.
advice-tone-thanks = de klant bedankt voor precies dit compliment, deze tip of deze melding
hint-tone-thanks = Deze klant hoefde dit niet te sturen. Wat zeg je dan?

criterion-tone-humour-joins-in = Speelt mee met de grap
finding-tone-humour-joins-in-met = Je speelt mee met de grap van de klant. Daar wordt een gesprek leuk van, ook voor wie meeleest.
finding-tone-humour-joins-in-partly = Je lacht mee, maar bouwt niet verder op de grap. Met één woord uit het verhaal van de klant is het af.
finding-tone-humour-joins-in-missing = De klant maakt een grap en je laat die liggen. Dat voelt alsof je hem niet gelezen hebt.
advice-tone-humour-joins-in = op de grap van de klant voortborduurt met iets uit zijn eigen verhaal
hint-tone-humour-joins-in = De klant knipoogt. Wat zou je terugzeggen als je tegenover elkaar stond?

criterion-tone-stays-calm = Blijft rustig
finding-tone-stays-calm-met = Je blijft rustig, en de klant weet waar hij aan toe is. Ook wie meeleest ziet wie hier redelijk is.
finding-tone-stays-calm-partly = Je blijft rustig. Zeg er nog bij wat je wél kunt doen of waar de grens ligt, dan komt er een eind aan.
finding-tone-stays-calm-drawn-in = Met “{ $words }” ga je mee in de strijd. Dat is wat de ander wil, en iedereen kan het lezen.
finding-tone-stays-calm-missing = Je laat je meetrekken in de strijd. Wie meeleest ziet twee boze mensen in plaats van één.
advice-tone-stays-calm = rustig blijft, vriendelijk de grens noemt en je aanbod om te helpen laat staan
hint-tone-stays-calm = Deze klant daagt je uit. Hoe help je zonder mee te doen?

criterion-tone-warmth = Klinkt als een mens
finding-tone-warmth-met = Hier klinkt een mens: je groet, biedt iets aan of toont belangstelling.
finding-tone-warmth-partly = Beleefd, maar nog wat vlak. Een groet met naam, een aanbod of een wens maakt het warmer.
finding-tone-warmth-missing = Dit klinkt als een automatische melding. De klant weet niet of er iemand achter zit.
advice-tone-warmth = groet, zelf iets aanbiedt of vraagt, en vriendelijk afsluit
hint-tone-warmth = Zou je dit zo ook hardop tegen de klant zeggen?

criterion-tone-right-register = De juiste aanspreekvorm
finding-tone-right-register-met = Je gebruikt de aanspreekvorm van het huis, of hebt er geen nodig.
finding-tone-right-register-mixed = Hier staat “{ $words }”, terwijl je verder anders aanspreekt. Door elkaar gebruiken oogt slordig, kies één vorm.
finding-tone-right-register-wrong-form = Hier staat “{ $words }”, maar het huis schrijft “{ $wanted }” voor. Zo klinkt iedereen van het team hetzelfde.
finding-tone-right-register-ge = “{ $words }” is spreektaal. In geschreven antwoorden houden we het bij de vorm van het huis.
finding-tone-right-register-impersonal = Met “{ $words }” praat je over de klant in plaats van tegen de klant.
finding-tone-right-register-missing = De aanspreekvorm klopt niet met die van het huis.
advice-tone-right-register = overal de aanspreekvorm gebruikt die het huis voorschrijft
hint-tone-right-register = Zeggen we hier je of u? Kijk in het protocol.

criterion-tone-plain-language = Eenvoudige taal
finding-tone-plain-language-met = Je zinnen zijn kort en je woorden gewoon. Dat leest prettig op een telefoon.
finding-tone-plain-language-partly = Deze zin is aan de lange of moeilijke kant. Op een telefoon haakt de lezer dan af.
finding-tone-plain-language-hard = Deze zin is moeilijk: lange woorden, veel in één keer. De klant moet hem twee keer lezen.
finding-tone-plain-language-missing = Deze tekst is moeilijk te lezen.
advice-tone-plain-language = kortere zinnen schrijft met woorden die je ook zou zeggen
hint-tone-plain-language = Zou je buurman dit in één keer begrijpen?

criterion-tone-spelling = Spelling
finding-tone-spelling-flagged = “{ $words }” is een typfout. Bedoel je “{ $meant }”? Eén foutje is niet erg, maar de klant ziet het wel.
finding-tone-spelling-grammar = “{ $words }” moet “{ $meant }” zijn. Lees je tekst nog één keer door voor je verstuurt.
advice-tone-spelling = je tekst nog één keer naleest op typfouten

criterion-tone-defensive = Schiet in de verdediging
finding-tone-defensive-flagged = Met “{ $words }” verdedig je het bedrijf. De klant wil eerst horen dat je zijn kant ziet.
advice-tone-defensive = zegt wat je gaat doen in plaats van waarom het niet aan ons ligt

criterion-tone-blames-customer = Verwijt de klant iets
finding-tone-blames-customer-flagged = “{ $words }” legt de schuld bij de klant. Ook als het klopt, voelt hij zich op zijn vingers getikt.
advice-tone-blames-customer = de oorzaak neutraal uitlegt en samen naar een oplossing zoekt

criterion-tone-non-apology = Excuses die geen excuses zijn
finding-tone-non-apology-flagged = Met “{ $words }” is het gevoel van de klant het probleem, en niet wat er gebeurde. Dat maakt mensen juist bozer.
advice-tone-non-apology = sorry zegt voor wat er gebeurde, niet voor hoe de klant het ziet

criterion-tone-dismissive = Wimpelt af
finding-tone-dismissive-flagged = “{ $words }” klinkt als: zoek het maar uit. De klant staat met lege handen.
advice-tone-dismissive = vertelt wat wel kan, en wie de klant verder helpt

criterion-tone-lecturing = Leest de les
finding-tone-lecturing-flagged = “{ $words }” klinkt als een lesje. De klant kwam voor hulp, niet voor een vermaning.
advice-tone-lecturing = uitlegt hoe het werkt zonder de klant te zeggen wat hij had moeten weten

criterion-tone-sarcastic = Sarcasme
finding-tone-sarcastic-flagged = “{ $words }” komt over als spot. Wie meeleest kiest dan de kant van de klant.
advice-tone-sarcastic = de klant serieus neemt, ook als hij overdrijft

criterion-tone-rude = Onvriendelijk
finding-tone-rude-flagged = “{ $words }” klinkt geïrriteerd. Eén zo'n zin is genoeg om het gesprek te verliezen.
advice-tone-rude = je ergernis weglaat en antwoordt op wat de klant nodig heeft

criterion-tone-irritated = Ongeduldig
finding-tone-irritated-flagged = In “{ $words }” hoort de klant een zucht. Dan voelt hij zich lastig in plaats van geholpen.
advice-tone-irritated = het nog één keer rustig uitlegt, alsof het de eerste keer is

criterion-tone-speaks-ill = Kwaad spreken over anderen
finding-tone-speaks-ill-flagged = Met “{ $words }” zet je een ander in een kwaad daglicht. De klant denkt: wat zeggen ze straks over mij?
advice-tone-speaks-ill = vertelt wat jij nu doet en anderen erbuiten laat

criterion-tone-misplaced-humour = Grap op het verkeerde moment
finding-tone-misplaced-humour-joke = “{ $words }” is grappig bedoeld, maar deze klant kan er nu niet om lachen. Het voelt alsof je de klacht niet serieus neemt.
finding-tone-misplaced-humour-emoji = Bij dit bericht past { $words } niet. Bij een klacht of zorgen leest een emoji al snel als lachen om de klant.
advice-tone-misplaced-humour = grapjes en vrolijke emoji bewaart voor een klant die zelf lacht

criterion-tone-shouting = Schreeuwt
finding-tone-shouting-flagged = “{ $words }” leest als schreeuwen.
advice-tone-shouting = hoofdletters en rijen uitroeptekens weglaat

criterion-tone-officialese = Ambtelijke taal
finding-tone-officialese-flagged = “{ $words }” is brieventaal. Daarmee zet je afstand tussen jou en de klant.
advice-tone-officialese = het zegt zoals je het aan de telefoon zou zeggen
