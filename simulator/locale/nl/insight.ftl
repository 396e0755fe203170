# Teamoverzicht en voortgang.

insight-team = Team
insight-period = Periode
insight-period-weeks = Laatste { $weeks } weken
insight-about = { $people } mensen gaven { $replies } antwoorden sinds { $since }.
insight-too-few = Nog geen cijfers: in deze periode oefenden { $people ->
    [0] nul mensen
    [one] 1 persoon
   *[other] { $people } mensen
 }. Vanaf { $least } mensen staan hier cijfers. Bij minder gaan ze over een persoon, niet over het team.
insight-rule = Alle cijfers gaan over { $least } mensen of meer. Namen staan hier niet bij; ieder heeft een schuilnaam.
insight-rule-named = Alle cijfers gaan over { $least } mensen of meer. Je organisatie staat toe dat namen naast elkaar staan.
insight-passed = Geslaagd
insight-total = Totaal
insight-interval = { $value } (tussen { $low } en { $high }; n = { $n })
insight-interval-about = Tussen haakjes staat waar het echte cijfer waarschijnlijk ligt: in 95 van de 100 keer. n is het aantal antwoorden.
insight-none = nog te weinig antwoorden
insight-course = Verloop per onderdeel
insight-course-about = De lijn is het gemiddelde van een week. De band laat zien hoe zeker dat is: 95 %. Weken met minder dan { $least } mensen blijven leeg.
insight-course-alt = { $name }, gemiddelde per week: { $weeks ->
    [0] geen weken met genoeg mensen.
    [one] 1 week, { $first }.
   *[other] { $weeks } weken, eerst { $first }, laatst { $last }.
 } De cijfers staan in de tabel hieronder.
insight-axis-week = week van
insight-weeks = Cijfers per week
insight-week = Week van
insight-people = Mensen
insight-replies = Antwoorden
insight-fewer = minder dan { $least }
insight-attention = Wie heeft aandacht nodig
insight-attention-about = Ieder wordt alleen met zichzelf vergeleken. Open je iemands werk, dan zie je zijn naam; hij ziet dat jij keek.
insight-attention-none = Nu niemand. We letten op drie dingen: lang niet geoefend, dalende scores, en vaak niet geslaagd.
insight-attention-away = { $replies ->
    [0] Oefende in deze periode niet; al { $weeks } weken stil.
   *[other] Oefende al { $weeks } weken niet. Daarvoor { $replies } antwoorden in deze periode.
 }
insight-attention-falling = Het totaal daalt: van { $before } (n = { $n_before }) naar { $now } (n = { $n }) in de laatste vier weken.
insight-attention-not-passed = Vaak niet geslaagd: { $passed } van { $replies } antwoorden wel.
insight-open-work = Werk bekijken van { $who }
insight-criteria = Per criterium
insight-criteria-about = Welk deel van de punten het team houdt. Bovenaan staat wat het meeste oplevert.
insight-criteria-well = Dit gaat goed ({ $count })
insight-criterion = Criterium
insight-kept = Punten gehouden
insight-range = Tussen
insight-n = n
insight-meaning = Wat dit zegt
insight-meaning-good = Gaat goed.
insight-meaning-better = Kan beter. Bespreek een voorbeeld.
insight-meaning-weak = Hier is het meest te winnen. Oefen dit samen.
insight-time = Reactietijd
insight-time-about = Hoe lang een antwoord duurde, vergeleken met de tijd die het scenario vraagt. Alleen antwoorden met klok tellen (n = { $n }).
insight-time-none = Nog te weinig antwoorden met klok.
insight-band = Tijd
insight-band-half = Tot de helft van de tijd
insight-band-within = Binnen de tijd
insight-band-over = Tot anderhalf keer de tijd
insight-band-far = Langer
insight-share = Deel
insight-activity = Hoeveel er geoefend wordt
insight-activity-alt = Antwoorden per week: { $weeks } weken met genoeg mensen, samen { $replies } antwoorden. De cijfers staan in de tabel per week.
insight-scenarios = Per scenario
insight-scenarios-about = Gemiddeld totaal van jouw team. Of een scenario zelf goed werkt, staat in de verzameling.
insight-scenario = Scenario
insight-scenarios-link = Naar de verzameling scenario's
insight-side-by-side = Naast elkaar
insight-side-by-side-about = Dit staat hier omdat je organisatie het toestaat. Kijk naar n en naar de band voordat je mensen vergelijkt.
insight-name = Naam
insight-work = Iemands werk
insight-work-about = Je ziet dan zijn naam en zijn antwoorden. Dat komt in een lijst die hij zelf kan lezen.
insight-work-choose = Medewerker
insight-work-open = Open
insight-work-none = Er zit nog niemand in dit team die oefent.
insight-work-of = Antwoorden van { $name }
insight-work-noted = Deze persoon ziet dat je dit hebt bekeken.
insight-work-newest = De laatste { $count } antwoorden in jouw team.
insight-work-empty = Nog geen antwoorden in jouw team.
insight-work-back = Terug naar het team
insight-work-reply = Antwoord { $number }: { $scenario }
insight-again = weer aan de beurt, laatst op { $when }
insight-band-about = De lijn is het gemiddelde van je laatste { $window } antwoorden. De band laat zien hoe zeker dat is: 95 %.
insight-plot = { $name }: { $count } antwoorden, het eerste { $first }, het laatste { $last }. Gemiddelde nu { $mean }, waarschijnlijk tussen { $low } en { $high }.
insight-skills = Per criterium
insight-skills-about = Welk deel van de punten je houdt. Bovenaan staat waar je het meeste wint.
insight-trend = Verloop
insight-trend-unknown = nog te kort
insight-trend-up = gaat vooruit
insight-trend-level = blijft gelijk
insight-trend-down = gaat achteruit
insight-next = Nu het best
insight-next-trains = Dit traint: { $what }
insight-next-again = Je deed dit op { $when }. Tijd om het nog eens te doen.
insight-next-new = Dit deed je nog niet.
