criterion-protocol-empty-promise = Lege belofte
finding-protocol-empty-promise-empty = “{ $words }” klinkt als een belofte, maar je kunt haar niet waarmaken. Gaat het mis, dan is de klant dubbel teleurgesteld.
finding-protocol-empty-promise-vague = “{ $words }” zegt niet wat er gebeurt of wanneer. De klant weet nog niet waar hij aan toe is.
advice-protocol-empty-promise = zegt welke stap je zet en wanneer de klant iets hoort

criterion-protocol-promise-outside-mandate = Belooft wat niet mag
finding-protocol-promise-outside-mandate-promised = Hier beloof je iets wat je van de huisstijl niet mag toezeggen: { $item }. De klant mag je hieraan houden.
advice-protocol-promise-outside-mandate = eerlijk zegt wat je niet kunt toezeggen en wat je wél gaat doen

criterion-protocol-negative-about-others = Negatief over anderen
finding-protocol-negative-about-others-flagged = “{ $words }” is negatief over een ander. De klant ziet vooral een organisatie die naar elkaar wijst.
finding-protocol-negative-about-others-blames = Met “{ $words }” leg je de schuld bij een ander. Daar is de klant niet mee geholpen.
advice-protocol-negative-about-others = namens de hele organisatie spreekt en vertelt wat jullie eraan doen

criterion-protocol-admits-liability = Erkent aansprakelijkheid
finding-protocol-admits-liability-flagged = “{ $words }” is een juridische erkenning. Toegeven dat iets misging mag, over aansprakelijkheid beslist een ander.
advice-protocol-admits-liability = gewoon sorry zegt voor wat misging en de juridische kant overlaat aan wie daarover gaat

criterion-protocol-too-long = Te lang voor dit kanaal
finding-protocol-too-long-flagged = Je antwoord telt { $length } tekens; hier passen er { $limit }. Wat te lang is, wordt afgekapt of niet gelezen.
advice-protocol-too-long = het kort houdt: eerst het belangrijkste, de rest kan weg

criterion-protocol-private-opinion = Geeft eigen mening
finding-protocol-private-opinion-flagged = “{ $words }” is je eigen mening. Voor de klant spreek je namens de organisatie, dus dit wordt als haar standpunt gelezen.
advice-protocol-private-opinion = begrip toont zonder je eigen oordeel over de organisatie te geven

criterion-protocol-sends-away = Stuurt de klant weg
finding-protocol-sends-away-sent-away = De klant komt met een eigen probleem bij jou, en je stuurt hem hiermee door zonder zelf te helpen.
advice-protocol-sends-away = zelf een stap zet, en pas daarna vertelt waar meer te vinden is
