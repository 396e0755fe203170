# Bezwaren van een trainee tegen een opmerking, het besluit van de teamleider, en voorstellen die eruit komen.

disputes-heading = Oneens?
disputes-open-form = Oneens met een opmerking?
disputes-about = Klopt een opmerking niet? Leg het je teamleider voor. Dat kan één keer per opmerking, tot en met { $until }.
disputes-which = Over welke opmerking gaat het?
disputes-option = { $title }: { $body }
disputes-reason = Wat klopt er niet?
disputes-reason-misread = Mijn antwoord is verkeerd gelezen
disputes-reason-missing-context = De omstandigheden tellen niet mee
disputes-reason-rule-wrong = De regel zelf klopt niet
disputes-reason-technical = Er ging iets mis met de techniek
disputes-reason-other = Iets anders
disputes-words = Leg uit waarom (je teamleider leest dit)
disputes-send = Bezwaar versturen
disputes-sent = Je bezwaar is verstuurd. Het antwoord komt hier te staan.
disputes-withdraw = Bezwaar intrekken
disputes-withdraw-about = Over een ingetrokken bezwaar kun je niet opnieuw beginnen.
disputes-state-open = Wacht op je teamleider sinds { $when }
disputes-state-accepted = Je kreeg gelijk op { $when }
disputes-state-partly = Je kreeg deels gelijk op { $when }
disputes-state-rejected = De opmerking blijft staan, besloten op { $when }
disputes-state-withdrawn = Door jou ingetrokken op { $when }
disputes-your-words = Jouw uitleg
disputes-answer = Antwoord van je teamleider
disputes-counts = De score die nu telt: { $total } ({ $verdict }). De automatische score was { $automatic }.
disputes-turn-option = Beurt { $number }: { $what }
disputes-answered = Je teamleider besliste over je bezwaar
disputes-answered-look = Lees het antwoord
disputes-error-late = De termijn voor een bezwaar is voorbij.
disputes-error-finding = Deze opmerking staat niet bij dit antwoord.
disputes-error-before = Over deze opmerking heb je al een bezwaar ingediend.
disputes-error-words = Schrijf een uitleg van hoogstens { $most } tekens.
disputes-error-team = Je zit in geen enkel team, dus niemand kan over je bezwaar beslissen. Vraag je beheerder om je in een team te zetten.
disputes-error-unknown = Dit bezwaar bestaat niet.
disputes-error-closed = Over dit bezwaar is al beslist, of het is ingetrokken.

# De bladzijde van de teamleider
disputes-lead-about = Je mensen vinden dat een opmerking niet klopt. Het oudste bezwaar staat bovenaan.
disputes-none = Er wacht geen bezwaar op je.
disputes-waiting = { $count ->
    [0] sinds vandaag
    [one] wacht { $count } dag
   *[other] wacht { $count } dagen
}
disputes-look = Bekijken
disputes-decided-heading = Beslist in de laatste 30 dagen
disputes-decided-none = Nog niets beslist.
disputes-back = Naar alle bezwaren
disputes-detail-title = Bezwaar: { $what }
disputes-of = Van { $name }, { $when }. Dat je dit bekijkt, ziet { $name } in zijn of haar gegevens.
disputes-reply = Het antwoord
disputes-finding = De opmerking
disputes-their-words = De uitleg van de trainee
disputes-would-change = Wat je besluit verandert
disputes-would-change-about = Bij "deels eens" telt de opmerking voor de helft; een kritieke opmerking blijft dan kritiek.
disputes-would-not = De score verandert niet: er zijn nog andere opmerkingen die zwaarder wegen.
disputes-column-what = Onderdeel
disputes-column-now = Telt nu
disputes-column-accepted = Als je het eens bent
disputes-column-partly = Als je het deels eens bent
disputes-row-passed = Uitslag
disputes-unscored = niet gescoord
disputes-decision = Je besluit
disputes-decision-accepted = Eens: de opmerking telt niet
disputes-decision-partly = Deels eens: de opmerking telt half
disputes-decision-rejected = Oneens: de opmerking blijft
disputes-comment = Wat wil je de trainee zeggen? (verplicht)
disputes-decide = Besluit vastleggen
disputes-outcome-accepted = Je was het eens
disputes-outcome-partly = Je was het deels eens
disputes-outcome-rejected = De opmerking bleef staan
disputes-outcome-withdrawn = De trainee trok het bezwaar in
disputes-given-comment = Gegeven antwoord
disputes-choose = Kies een besluit.

# Van bezwaar naar voorbeeld
proposals-heading = Leert het scenario hiervan?
proposals-about = Stel een stuk van het antwoord voor als voorbeeld. Een trainer beslist. De naam van de trainee gaat niet mee.
proposals-example = Welk stuk is het voorbeeld?
proposals-whole = Het hele antwoord
proposals-counts = Het voorbeeld telt dan als goed bij: { $point }
proposals-not-flagged = Het voorbeeld wordt dan niet meer aangerekend bij: { $point }
proposals-effect = Wat het voorbeeld verandert
proposals-effect-disputed = Dit antwoord: van { $before } naar { $after } ({ $verdict }).
proposals-effect-disputed-same = Dit antwoord: blijft { $before }.
proposals-effect-none = Geen van de { $count } keuringen van de voorbeeldantwoorden verandert.
proposals-effect-golden = { $label } { $number }, variant { $variant }: van { $before } naar { $after }
proposals-effect-golden-out = { $label } { $number }, variant { $variant }: van { $before } naar { $after }. Let op: dat past niet meer bij wat de schrijver verwacht.
proposals-effect-some = { $count } van de { $all } keuringen van de voorbeeldantwoorden veranderen:
proposals-effect-gone = Het scenario van nu heeft dit punt niet meer. Een trainer kan het voorbeeld dan niet plaatsen.
proposals-rubric = Deze opmerking hoort bij de vaste criteria, niet bij dit scenario. Een trainer kan het voorbeeld doorgeven aan de makers van de criteria. Tot die het verwerken, verandert er niets.
proposals-send = Voorstellen aan de trainers
proposals-sent = Voorgesteld aan de trainers: { $example }
proposals-error = Dit kan niet.
proposals-error-point = Het scenario heeft dit punt niet meer.
proposals-error-not-accepted = Alleen een bezwaar waarmee je het eens was, wordt een voorbeeld.
proposals-error-example = Dit stuk staat niet in het antwoord.
proposals-error-unknown = Dit voorstel bestaat niet.
proposals-error-closed = Over dit voorstel is al beslist.

# De bladzijde van de trainer
proposals-trainer-about = Teamleiders waren het eens met een bezwaar en stellen een voorbeeld voor. Je ziet de woorden, niet van wie ze zijn.
proposals-none = Er zijn geen voorstellen.
proposals-words = De woorden
proposals-why = Reden van het bezwaar: { $reason }
proposals-when = Voorgesteld op { $when }
proposals-take = Overnemen
proposals-take-about = Het voorbeeld komt in jouw werkversie van het scenario. Je publiceert het zelf.
proposals-pass-on = Doorgegeven
proposals-decline = Afwijzen
proposals-copy = Tekst voor de makers van de criteria
proposals-decided-heading = Al beslist
proposals-taken = Overgenomen op { $when }
proposals-declined = Afgewezen op { $when }
proposals-scenario-gone = Dit scenario is er niet meer; je kunt het voorstel alleen afwijzen.
health-disputed = Antwoorden met een bezwaar
