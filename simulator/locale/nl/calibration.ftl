# Samen beoordelen: rondes, blind oordelen, de uitkomst en hoe ver je de score kunt vertrouwen.

calibration-intro = Een paar teamleiders beoordelen dezelfde antwoorden, zonder elkaars oordeel en zonder de score van de simulator te zien. Daarna zie je waar je verschilt en praat je erover. Het telt voor niemand mee.
calibration-unknown = Deze ronde is er niet, of je doet er niet aan mee.
calibration-back = Naar alle rondes
calibration-rounds = Jouw rondes
calibration-no-rounds = Er is nog geen ronde waar je aan meedoet.
calibration-new = Nieuwe ronde
calibration-opened-by = Geopend door { $who } op { $when }
calibration-due = Klaar voor { $when }
calibration-late = Had klaar moeten zijn op { $when }
calibration-count = { $count ->
    [one] { $count } antwoord
   *[other] { $count } antwoorden
}
calibration-done-of = { $done } van { $members } mensen klaar
calibration-closed-on = Gesloten op { $when }
calibration-to-judge = Beoordeel: { $title }
calibration-to-look = Bekijk: { $title }
calibration-to-results = Uitkomst: { $title }

calibration-title = Naam van de ronde
calibration-due-date = Klaar voor (mag leeg blijven)
calibration-members = Wie doen er mee, naast jou?
calibration-members-choose = Kies teamleiders
calibration-no-leads = Er is nog geen andere teamleider. Een ronde is er voor twee mensen of meer.
calibration-days = Antwoorden uit de laatste
calibration-days-value = { $days } dagen
calibration-scenario = Scenario
calibration-scenario-any = Alle scenario's
calibration-how = Hoe kies je de antwoorden?
calibration-how-draw = Door het lot
calibration-how-choose = Zelf kiezen
calibration-how-many = Hoeveel antwoorden?
calibration-found = { $count ->
    [0] Geen antwoorden gevonden. Kies een langere tijd of een ander scenario.
    [one] { $count } antwoord van je team gevonden.
   *[other] { $count } antwoorden van je team gevonden.
}
calibration-draw-about = Het lot pakt zo mogelijk evenveel geslaagde als niet geslaagde antwoorden. Welke dat zijn, zie je niet.
calibration-choose = Antwoorden
calibration-choose-hint = Kies antwoorden
calibration-evidence = Onder { $least } antwoorden zijn er geen cijfers; een oordeel over de simulator vraagt er { $badge } of meer, in een of meer rondes.
calibration-open-button = Ronde openen
calibration-opened = De ronde is geopend.

calibration-progress = Antwoord { $number } van { $count }
calibration-thread = Het gesprek tot hier
calibration-reply = Het antwoord
calibration-no-text = Er is geen tekst verstuurd.
calibration-did = Gedaan: { $action }
calibration-time = Tijd: { $elapsed } van { $target } minuten
calibration-facts = Wat bekend is over deze zaak
calibration-rules = Protocol van { $name }
calibration-yours = Jouw oordeel
calibration-saved = Alles wordt meteen bewaard. Je kunt later verdergaan.
calibration-scores = Punten
calibration-choose-score = Kies
calibration-passed = Zou je dit laten slagen?
calibration-yes = ja
calibration-no = nee
calibration-abstain = geen oordeel
calibration-expected = Staat dit erin?
calibration-expected-about = Sla gerust over wat je niet weet.
calibration-met = wel
calibration-not-met = niet
calibration-faults = Welke fouten zie je?
calibration-faults-about = Wat je niet aanwijst, staat er volgens jou niet in.
calibration-faults-in = Fouten bij { $dimension }
calibration-faults-abstain = Hier heb ik geen oordeel over
calibration-previous = Vorige
calibration-next = Volgende
calibration-finish = Ik ben klaar
calibration-finish-about = Daarna kun je niets meer veranderen. Is iedereen klaar, dan zie je de uitkomst.
calibration-to-do = Nog niet af: antwoord { $numbers }. Geef punten en ja of nee, of kies “geen oordeel”.
calibration-waiting = Je bent klaar. Je ziet de uitkomst als iedereen klaar is.
calibration-who = Wie is klaar?
calibration-is-done = klaar
calibration-is-busy = nog bezig
calibration-close = Ronde sluiten
calibration-close-about = Wie nog bezig is, kan dan niet meer verder. Wat er al beoordeeld is, telt mee.
calibration-close-yes = Ja, sluit de ronde

calibration-counting = De cijfers worden berekend…
calibration-agreement = Hoe eens zijn jullie?
calibration-how-to-read = Zo lees je dit
calibration-read-kappa = Punten worden vergeleken in zes groepen: { $bands }. Het cijfer is de kwadratisch gewogen kappa: 1 is helemaal eens, 0 is niet meer dan toeval. Bij meer mensen is het het gemiddelde van alle tweetallen.
calibration-read-ac1 = Bij ja of nee is het cijfer Gwets AC1. Dat blijft ook eerlijk als bijna alles ja is.
calibration-read-interval = Tussen haakjes staat het bereik waar het echte cijfer met 95 % zekerheid in ligt. Hoe minder antwoorden, hoe breder.
calibration-read-few = Onder { $least } antwoorden staat er “te weinig om te zeggen”.
calibration-read-scorer = “Met de simulator” vergelijkt het middelste oordeel van de mensen met de automatische score van nu.
calibration-read-one-band = Vielen alle oordelen in dezelfde groep, dan zegt kappa niets en staat er een streepje.
calibration-what = Waarover
calibration-between = Tussen mensen
calibration-with-scorer = Met de simulator
calibration-n = Antwoorden
calibration-prevalence = In orde (bij punten: de vaakste groep)
calibration-too-few = te weinig om te zeggen ({ $n })
calibration-interval = { $value } ({ $low } tot { $high })
calibration-passed-name = Geslaagd
calibration-per-criterion = Per criterium
calibration-per-pair = Per tweetal
calibration-pair = { $first } en { $second }
calibration-no-criteria = Niemand heeft een criterium beoordeeld.

calibration-talk = Praat hierover
calibration-talk-about = Bij deze antwoorden liggen jullie oordelen het verst uit elkaar.
calibration-talk-none = Jullie zijn het over alle antwoorden eens.
calibration-which = Antwoord
calibration-which-value = Antwoord { $number }
calibration-which-apart = Antwoord { $number } (ver uit elkaar)
calibration-in-order = in orde
calibration-not-in-order = niet in orde
calibration-scorer = Simulator
calibration-agreed = Afgesproken
calibration-agreed-about = Wat spreken jullie af? Wie de ronde opende, vult het in.

calibration-badges = Hoe ver kun je de simulator vertrouwen?
calibration-badges-about = Per criterium, gemeten over alle gesloten rondes van je organisatie. Elk criterium begint bij “met een mens erbij”. Het wordt pas “automatisch” als mensen het onderling eens zijn en de simulator het met hen eens is: in { $least } antwoorden of meer, met het hele bereik boven { $bar }, en als beide gevallen (wel en niet in orde) vaak genoeg voorkwamen. Blijkt dat ze het niet eens zijn, dan wordt het “alleen mensen”.
calibration-badges-count = Automatisch: { $automatic }. Met een mens erbij: { $look }. Alleen mensen: { $people }.
calibration-badge-automatic = automatisch
calibration-badge-with-a-look = met een mens erbij
calibration-badge-people-only = alleen mensen
calibration-badge = Vertrouwen
calibration-criterion = Criterium
calibration-badges-rest = { $count ->
    [one] Over { $count } ander criterium is nog niets beoordeeld: met een mens erbij.
   *[other] Over { $count } andere criteria is nog niets beoordeeld: met een mens erbij.
}

calibration-error = Dit lukte niet. Probeer het opnieuw.
calibration-error-unknown = Deze ronde is er niet, of je doet er niet aan mee.
calibration-error-title = Geef de ronde een naam van hoogstens 120 tekens.
calibration-error-replies = Kies 1 tot 40 antwoorden van je eigen team.
calibration-error-members = Kies minstens een andere teamleider.
calibration-error-due = Kies een dag die nog moet komen.
calibration-error-closed = De ronde is dicht of je was al klaar. Dit is niet meer bewaard.
calibration-error-not-yet = De uitkomst is er als iedereen klaar is of de ronde gesloten is.
calibration-error-judgement = Dit kun je hier niet beoordelen.
calibration-error-incomplete = Nog niet alle antwoorden zijn beoordeeld.
