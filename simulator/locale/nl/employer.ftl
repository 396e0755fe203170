# Instellingen van de organisatie.

employer-intro = Deze keuzes gelden voor iedereen in je organisatie. Elke wijziging blijft bewaard met wie het deed en wanneer.
employer-weights = Hoe zwaar telt wat?
employer-weights-about = In procenten. Elk deel ligt tussen { $least } en { $most }, en samen is het 100. Dit geldt voor nieuwe antwoorden; oudere houden hun score tot je ze opnieuw laat scoren.
employer-sum = Samen: { $sum } %
employer-sum-good = Samen: 100 %
employer-review = Nakijken en bezwaar
employer-dispute-days = Hoeveel dagen mag een trainee bezwaar maken?
employer-sample-share = Van hoeveel geslaagde antwoorden (in procenten) vraag je de teamleider om toch even te kijken?
employer-blind = Blind nakijken
employer-blind-about = De teamleider geeft eerst zelf punten en ziet daarna pas de score.
employer-privacy = Privacy
employer-retention-forever = Bewaar pogingen zolang het account bestaat
employer-retention-days = Na hoeveel dagen gaan pogingen weg?
employer-names-compared = Mensen met naam naast elkaar laten zien
employer-names-compared-about = Staat dit uit, dan ziet een teamleider in vergelijkingen alleen schuilnamen. Overleg met je ondernemingsraad voor je het aanzet.
employer-links = Koppeling
employer-lrs-url = Adres van je learning record store (mag leeg blijven)
employer-save = Bewaren
employer-saved = Bewaard. Het geldt vanaf nu.
employer-unchanged = Er is niets veranderd.
employer-faults = Nog niet bewaard. Kijk hiernaar:
employer-fault-weights = Elk gewicht ligt tussen { $least } en { $most } %.
employer-fault-weights-sum = De gewichten zijn samen { $sum } %. Maak er samen 100 van.
employer-fault-retention-days = Bewaren kan 30 tot 3650 dagen.
employer-fault-dispute-days = Bezwaar kan binnen 1 tot 90 dagen.
employer-fault-sample-share = Kies 0 tot 100 procent.
employer-fault-lrs-url = Het adres begint met https:// of http:// en heeft geen spaties.
employer-rescore = Oudere antwoorden opnieuw scoren
employer-history = Wat er eerder is veranderd
employer-no-history = Er is nog niets veranderd: alles staat zoals het geleverd is.
employer-version = Versie { $number }, door { $who } op { $when }
employer-change = { $name }: van { $before } naar { $after }
employer-on = aan
employer-off = uit
employer-none = leeg
employer-forever = zolang het account bestaat
employer-days = { $days ->
    [one] { $days } dag
   *[other] { $days } dagen
}
employer-name-weights = Gewichten
employer-name-retention-days = Bewaren
employer-name-names-compared = Namen naast elkaar
employer-name-dispute-days = Bezwaar
employer-name-sample-share = Steekproef
employer-name-blind = Blind nakijken
employer-name-lrs-url = Learning record store
