# Opdrachten: een teamleider vraagt mensen om een scenario te oefenen.

assignments-about = Vraag je mensen om een scenario te oefenen. Ze zien de opdracht bovenaan bij Oefenen. De opdracht is klaar als ze het scenario tot het einde doen.
assignments-new = Nieuwe opdracht
assignments-team = Team
assignments-scenarios = Welke scenario's?
assignments-choose = Kies
assignments-who = Voor wie?
assignments-who-all = { $count ->
    [one] De enige trainee van dit team
   *[other] Alle { $count } trainees van dit team
}
assignments-who-some = Bepaalde mensen
assignments-people = Welke mensen?
assignments-due = Uiterlijk op
assignments-due-option = { $when } ({ $count ->
    [one] morgen
   *[other] over { $count } dagen
})
assignments-note = Wil je er iets bij zeggen? (mag leeg blijven)
assignments-give = Opdracht geven
assignments-given = { $count ->
    [0] Iedereen had deze opdracht al. Er is niets veranderd.
    [one] Er is één opdracht gegeven.
   *[other] Er zijn { $count } opdrachten gegeven.
}
assignments-nobody-here = Dit team heeft nog geen trainees.
assignments-list = Gegeven opdrachten
assignments-none = Je hebt nog geen opdrachten gegeven.
assignments-group = { $title }, gegeven op { $when }: { $done } van { $all } klaar
assignments-group-late = { $count } te laat
assignments-due-on = Uiterlijk op { $when }
assignments-no-due = Zonder einddatum
assignments-asked-again = Gevraagd bij het nakijken
assignments-column-who = Wie
assignments-column-state = Hoe het staat
assignments-state-done = Klaar op { $when }
assignments-state-open = Nog niet klaar
assignments-state-late = Te laat: nog niet klaar
assignments-withdraw-who = Voor wie trek je de opdracht in?
assignments-withdraw = Intrekken
assignments-older = De lijst toont de nieuwste { $most } opdrachten.
assignments-error = Dit kan niet.
assignments-error-nobody = Kies minstens één iemand uit dit team.
assignments-error-scenario = Kies minstens één scenario.
assignments-error-date = Kies een dag die nog komt.
assignments-error-note = De toelichting is te lang.

# In de lijst van de trainee
assignments-mine = Voor jou klaargezet
assignments-mine-due = uiterlijk { $when }
assignments-mine-due-today = uiterlijk vandaag
assignments-mine-due-tomorrow = uiterlijk morgen
assignments-mine-late = te laat: had { $when } klaar moeten zijn
assignments-mine-no-due = zonder einddatum
assignments-mine-again = opnieuw proberen
assignments-mine-begin = Beginnen
assignments-mine-gone = Dit scenario is er nu niet. Vraag je teamleider ernaar.
assignments-mine-more = { $count ->
    [one] Nog één opdracht
   *[other] Nog { $count } opdrachten
}
