# Teksten die geen antwoord zijn. De hele score zakt dan, daarom staat er steeds waarom.

criterion-protocol-blank = Geen antwoord
finding-protocol-blank-blank = Er staat niets in wat de klant verder helpt. Wie een bericht stuurt, wil op zijn minst weten dat het gezien is.
finding-protocol-blank-no-reply = Je hebt dit bericht laten liggen. Hier verwacht de klant een reactie, al is het maar dat je het gezien hebt.
advice-protocol-blank = laat weten dat je het bericht gezien hebt en wat er nu gebeurt

criterion-protocol-other-language = Andere taal
finding-protocol-other-language-flagged = Je antwoordt in een andere taal dan de klant. De kans is groot dat de klant je zo niet begrijpt.
advice-protocol-other-language = antwoordt in de taal waarin de klant schrijft

criterion-protocol-gibberish = Geen leesbare tekst
finding-protocol-gibberish-flagged = Hier staan geen gewone woorden. De klant kan er niets mee.
finding-protocol-gibberish-repeats = Je herhaalt steeds dezelfde woorden. Daarmee is de vraag van de klant niet beantwoord.
advice-protocol-gibberish = in gewone zinnen zegt wat je voor de klant doet

criterion-protocol-echoes-post = Herhaalt alleen het bericht
finding-protocol-echoes-post-flagged = Je geeft de woorden van de klant terug zonder er iets aan toe te voegen. Dat hij dit schreef, weet hij al.
advice-protocol-echoes-post = kort noemt wat je gelezen hebt en dan zegt wat je eraan doet

criterion-protocol-keyword-list = Losse trefwoorden
finding-protocol-keyword-list-flagged = Dit is een rijtje goede woorden, maar er staat geen zin. De klant leest niet wat je voor hem doet.
advice-protocol-keyword-list = van de losse woorden echte zinnen maakt

criterion-protocol-unpermitted-template = Standaardantwoord dat hier niet mag
finding-protocol-unpermitted-template-flagged = Dit is een standaardantwoord, vrijwel zonder verandering. In deze situatie staat het protocol dat niet toe, en de klant merkt dat er niemand naar zijn verhaal heeft gekeken.
advice-protocol-unpermitted-template = zelf een antwoord schrijft dat bij deze klant past

criterion-protocol-off-topic = Gaat ergens anders over
finding-protocol-off-topic-flagged = Deze tekst gaat niet over het bericht van de klant. Zijn vraag of klacht blijft liggen.
advice-protocol-off-topic = reageert op wat de klant vraagt of vertelt
