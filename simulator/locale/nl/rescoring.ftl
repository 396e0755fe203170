# Opnieuw scoren: eerst proberen, dan toepassen, en terug als het moet.

rescoring-intro = Nieuwe antwoorden krijgen altijd de regels en gewichten van nu. Hier laat je oudere antwoorden opnieuw scoren. Oude scores blijven bewaard, en je kunt het terugdraaien.
rescoring-now = De regels van nu
rescoring-rubric = Kenmerk van de regels
rescoring-version = Versie van de scoring
rescoring-weights = Gewichten
rescoring-weight = { $name } { $share }
rescoring-replies = Antwoorden
rescoring-other = Gescoord met andere regels
rescoring-try = Eerst proberen
rescoring-try-about = Dit verandert niets. Je ziet wie er andere punten zou krijgen en wie over de slaaggrens gaat.
rescoring-how-many = Hoeveel antwoorden?
rescoring-all = Alle
rescoring-newest = De nieuwste { $count }
rescoring-try-button = Proberen
rescoring-begins = We beginnen…
rescoring-busy = Bezig: { $done } van { $count }
rescoring-lost = { $count ->
    [one] { $count } antwoord kan niet opnieuw gescoord worden: de versie van het scenario is er niet meer. Het houdt zijn score.
   *[other] { $count } antwoorden kunnen niet opnieuw gescoord worden: de versie van het scenario is er niet meer. Ze houden hun score.
}
rescoring-found = { $scored ->
    [one] { $scored } antwoord bekeken.
   *[other] { $scored } antwoorden bekeken.
} { $moving ->
    [0] Geen enkel antwoord krijgt andere punten.
    [one] { $moving } antwoord krijgt andere punten.
   *[other] { $moving } antwoorden krijgen andere punten.
}
rescoring-words-only = { $count ->
    [one] Bij { $count } antwoord verandert wel iets in de opmerkingen.
   *[other] Bij { $count } antwoorden verandert wel iets in de opmerkingen.
}
rescoring-cross = Over de slaaggrens: { $up } slagen nu wel, { $down } slagen niet meer.
rescoring-who = Wie
rescoring-scenario = Scenario
rescoring-message = Bericht
rescoring-total = Punten
rescoring-move = { $before } → { $after }
rescoring-verdict = Oordeel
rescoring-stays-passed = blijft geslaagd
rescoring-stays-not-passed = blijft niet geslaagd
rescoring-now-passes = slaagt nu
rescoring-no-longer-passes = slaagt niet meer
rescoring-cut-list = Hier staan er { $shown } van { $count }.
rescoring-apply = Toepassen
rescoring-apply-about = Elk antwoord dat andere punten krijgt, krijgt er een nieuwe score bij. Een score die een mens gaf, blijft tellen. Wordt dit onderbroken, doe het dan nog eens: het gaat verder waar het was.
rescoring-reason = Waarom? (staat in de lijst hieronder)
rescoring-apply-button = Score alles opnieuw
rescoring-applied = { $count ->
    [0] Alles was al gescoord met de regels van nu.
    [one] Klaar: { $count } nieuwe score.
   *[other] Klaar: { $count } nieuwe scores.
}
rescoring-history = Eerder gedaan
rescoring-none = Er is nog nooit opnieuw gescoord.
rescoring-done = { $count ->
    [one] { $count } nieuwe score, door { $who } op { $when }
   *[other] { $count } nieuwe scores, door { $who } op { $when }
}
rescoring-undone = { $count ->
    [one] Teruggedraaid: { $count } score, door { $who } op { $when }
   *[other] Teruggedraaid: { $count } scores, door { $who } op { $when }
}
rescoring-with = Regels { $rubric }, versie { $version }
rescoring-because = Reden: { $reason }
rescoring-revert = Terugdraaien
rescoring-revert-about = Alle antwoorden van deze keer krijgen de score van daarvoor terug, als nieuwe score.
rescoring-revert-yes = Ja, draai terug
rescoring-revert-go-on = Ga verder met terugdraaien
rescoring-revert-cut = Het terugdraaien is onderbroken en nog niet af.
rescoring-reverted = { $count ->
    [0] Alles was al teruggedraaid.
    [one] Teruggedraaid: { $count } score.
   *[other] Teruggedraaid: { $count } scores.
}
rescoring-error = Dit lukte niet. Probeer het opnieuw.
rescoring-error-reason = Schrijf erbij waarom.
rescoring-error-revert = Alleen wat het laatst gedaan is, kan terug. Laad de pagina opnieuw.
