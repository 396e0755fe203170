# Exporteren: bestanden die maar één keer te halen zijn, en de bladzijde die ze maakt.

exports-link-over = Deze link werkt niet (meer). Ga terug en vraag het bestand opnieuw aan.
exports-link-once = De link werkt één keer, vijf minuten lang, en alleen in deze browser.

exports-intro = Maak een bestand met cijfers van je team of organisatie. Mensen staan erin met een code, niet met hun naam, tenzij je hieronder anders kiest. Elke export komt in het logboek.
exports-what = Wat wil je exporteren?
exports-what-attempts = Pogingen
exports-what-scores = Antwoorden met scores
exports-what-findings = Opmerkingen bij antwoorden
exports-what-reviews = Beoordelingen door teamleiders
exports-what-marks = Opmerkingen van teamleiders bij woorden
exports-what-disputes = Bezwaren van trainees
exports-what-attempts-about = Eén regel per keer dat iemand een scenario oefende.
exports-what-scores-about = Eén regel per antwoord. De automatische score, de score na aanpassing en de eindscore staan naast elkaar.
exports-what-findings-about = Eén regel per opmerking die de simulator bij een antwoord maakte.
exports-what-reviews-about = Eén regel per beoordeling, of per aanpassing als er meer zijn.
exports-what-marks-about = Eén regel per opmerking die een teamleider bij woorden van een antwoord maakte.
exports-what-disputes-about = Eén regel per opmerking waar een trainee het niet mee eens was, met het besluit als dat er is.
exports-form = Soort bestand
exports-form-csv = CSV, met komma's
exports-form-csv-semicolon = CSV, met puntkomma's (voor Excel in het Nederlands)
exports-form-xlsx = Excel
exports-form-json = JSON
exports-team = Team
exports-team-all = De hele organisatie
exports-period = Periode
exports-period-30 = De laatste 30 dagen
exports-period-90 = De laatste 90 dagen
exports-period-365 = Het laatste jaar
exports-period-own = Zelf kiezen
exports-since = Van (jjjj-mm-dd)
exports-until = Tot en met (jjjj-mm-dd)
exports-bad-period = Vul twee dagen in als jjjj-mm-dd, de eerste niet na de laatste. Bijvoorbeeld 2026-11-01.
exports-person = Van wie?
exports-person-all = Iedereen
exports-names = Met namen
exports-names-off = Namen staan uit: je organisatie vergelijkt mensen niet op naam. Kies één persoon om zijn werk met zijn naam te exporteren.
exports-words = Ook wat mensen schreven: antwoorden, citaten en opmerkingen
exports-is-logged = Wie in dit bestand te herkennen is, ziet bij ‘Mijn gegevens’ dat jij het exporteerde.
exports-make = Maak de link
exports-get = Haal op: { $what } ({ $form })

exports-xapi-title = Voor een leersysteem (xAPI)
exports-xapi-intro = Verklaringen in het formaat xAPI 1.0.3, met de eindscore en de score van een mens. Er staan geen namen en geen teksten in. Twee keer sturen geeft één verklaring.
exports-xapi-get = Haal op: xAPI-verklaringen (JSON)
exports-xapi-make = Maak de link voor xAPI
exports-lrs-off = Sturen naar een leersysteem (LRS) staat uit: er is geen adres ingesteld. Een beheerder kan dat doen bij Instellingen van de organisatie.
exports-lrs-to = Adres van het leersysteem: { $address }
exports-lrs-send = Stuur naar het leersysteem
exports-lrs-busy = Bezig met sturen
exports-lrs-sent =
    { $count ->
        [0] Er was in deze periode niets om te sturen.
        [one] Eén verklaring is gestuurd.
       *[other] { $count } verklaringen zijn gestuurd.
    }
exports-lrs-before =
    { $count ->
        [0] Er is niets aangekomen.
        [one] Eén verklaring kwam wel aan.
       *[other] { $count } verklaringen kwamen wel aan.
    }
exports-lrs-error-off = Er is geen adres van een leersysteem ingesteld.
exports-lrs-error-address = Dit adres mag niet: gebruik een adres dat met https:// begint, zonder naam of wachtwoord erin. Alleen voor deze computer zelf mag ook http://.
exports-lrs-error-unreachable = Het leersysteem geeft geen antwoord. Probeer het later opnieuw; wat al aankwam, komt er niet dubbel in.
exports-lrs-error-credentials = Het leersysteem weigert de naam of het wachtwoord. Een beheerder stelt die in op de server.
exports-lrs-error-conflict = Het leersysteem heeft al een andere verklaring met hetzelfde nummer.
exports-lrs-error-refused = Het leersysteem weigert deze verklaringen.

exports-about = Tijden zijn in UTC.
exports-about-cells = Tijden zijn in UTC. Tekst die op een formule lijkt, heeft een ' ervoor gekregen, zodat geen programma haar uitvoert.
exports-verb-answered = beantwoordde
exports-verb-completed = rondde af
exports-verb-passed = slaagde voor
exports-verb-failed = slaagde niet voor

exports-col-attempt = Nummer van de poging.
exports-col-person = Code van de persoon.
exports-col-name = Naam; leeg als iemand niet meer in het team zit.
exports-col-team = Team waarin de poging telt.
exports-col-scenario = Naam van het bestand van het scenario.
exports-col-scenario-version = Versie van het scenario.
exports-col-mode = practice: oefenen; test: toets.
exports-col-clock-on = Of de klok liep.
exports-col-time-factor = Hoeveel keer de gewone tijd iemand kreeg.
exports-col-retry-of = Nummer van de poging waarvan dit een nieuwe is.
exports-col-started-at = Begin.
exports-col-finished-at = Einde; leeg als de poging nog loopt.
exports-col-replies = Aantal antwoorden.
exports-col-reply = Nummer van het antwoord.
exports-col-turn = Het hoeveelste bericht van het gesprek.
exports-col-action = Wat iemand deed: openbaar of privé antwoorden, doorzetten, notitie, laten staan.
exports-col-answered-at = Wanneer het antwoord is verstuurd.
exports-col-elapsed-seconds = Seconden tot het antwoord, zonder pauzes; leeg zonder klok.
exports-col-target-seconds = Seconden waarbinnen een antwoord verwacht werd.
exports-col-expired = Of de tijd op was.
exports-col-automatic-passed = Of het antwoord slaagde volgens de simulator.
exports-col-automatic-total = Totaal (0-100) volgens de simulator.
exports-col-automatic-speed = Snelheid volgens de simulator.
exports-col-automatic-tone = Toon volgens de simulator.
exports-col-automatic-personalisation = Persoonlijkheid volgens de simulator.
exports-col-automatic-protocol = Protocol volgens de simulator.
exports-col-adjusted-passed = Of het slaagde na aanpassing door een mens; leeg als niemand iets aanpaste.
exports-col-adjusted-total = Totaal na aanpassing; leeg als niemand iets aanpaste.
exports-col-adjusted-speed = Snelheid na aanpassing.
exports-col-adjusted-tone = Toon na aanpassing.
exports-col-adjusted-personalisation = Persoonlijkheid na aanpassing.
exports-col-adjusted-protocol = Protocol na aanpassing.
exports-col-final-passed = Of het slaagde: wat telt.
exports-col-final-total = Totaal dat telt: na aanpassing als die er is, anders automatisch.
exports-col-final-speed = Snelheid die telt.
exports-col-final-tone = Toon die telt.
exports-col-final-personalisation = Persoonlijkheid die telt.
exports-col-final-protocol = Protocol dat telt.
exports-col-scorer-version = Versie van de beoordelaar.
exports-col-rubric = Vingerafdruk van de criteria en gewichten.
exports-col-text = Het antwoord zelf.
exports-col-criterion = Criterium.
exports-col-dimension = Onderdeel van de score.
exports-col-code = Welke opmerking het is.
exports-col-critical = Of dit alleen al ‘niet geslaagd’ betekent.
exports-col-uncertain = Of de simulator twijfelde.
exports-col-effect = Punten die het kostte.
exports-col-earned = Punten die op het spel stonden en bleven.
exports-col-principle = Uitgangspunt waar het criterium uit volgt.
exports-col-start = Eerste teken van de woorden waar het over gaat, vanaf 0.
exports-col-end = Eén na het laatste teken.
exports-col-quotation = De woorden waar het over gaat.
exports-col-review = Nummer van de beoordeling.
exports-col-reviewer = Code van wie beoordeelde.
exports-col-reviewed-at = Wanneer.
exports-col-outcome = Uitkomst.
exports-col-blind = Of de teamleider de automatische score nog niet zag.
exports-col-compliment = Of er een compliment bij was.
exports-col-adjusted-name = Wat is aangepast: onderdeel, criterium of ‘passed’.
exports-col-automatic-value = Waarde van de simulator.
exports-col-adjusted-value = Waarde van de teamleider.
exports-col-reason = Reden uit de lijst.
exports-col-comment = Opmerking van de teamleider.
exports-col-adjustment-words = Uitleg bij de aanpassing.
exports-col-dispute = Nummer van het bezwaar.
exports-col-disputed-at = Wanneer de trainee het liet weten.
exports-col-dispute-words = Wat de trainee erbij schreef.
exports-col-decided-at = Wanneer erover is besloten; leeg als dat nog niet is gebeurd.
exports-col-decided-by = Code van wie besloot.
