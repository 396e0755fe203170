# Assignments: a team lead asks people to practise a scenario.

assignments-about = Ask your people to practise a scenario. They see the assignment on top of Practise. It is done when they finish the scenario.
assignments-new = New assignment
assignments-team = Team
assignments-scenarios = Which scenarios?
assignments-choose = Choose
assignments-who = For whom?
assignments-who-all = { $count ->
    [one] The only trainee of this team
   *[other] All { $count } trainees of this team
}
assignments-who-some = Certain people
assignments-people = Which people?
assignments-due = Due on
assignments-due-option = { $when } ({ $count ->
    [one] tomorrow
   *[other] in { $count } days
})
assignments-note = Anything to add? (may stay empty)
assignments-give = Give the assignment
assignments-given = { $count ->
    [0] Everybody had this assignment already. Nothing changed.
    [one] One assignment was given.
   *[other] { $count } assignments were given.
}
assignments-nobody-here = This team has no trainees yet.
assignments-list = Assignments given
assignments-none = You gave no assignments yet.
assignments-group = { $title }, given on { $when }: { $done } of { $all } done
assignments-group-late = { $count } late
assignments-due-on = Due on { $when }
assignments-no-due = No due date
assignments-asked-again = Asked in a review
assignments-column-who = Who
assignments-column-state = State
assignments-state-done = Done on { $when }
assignments-state-open = Not done yet
assignments-state-late = Late: not done yet
assignments-withdraw-who = For whom do you withdraw it?
assignments-withdraw = Withdraw
assignments-older = The list shows the newest { $most } assignments.
assignments-error = This cannot be done.
assignments-error-nobody = Choose at least one person of this team.
assignments-error-scenario = Choose at least one scenario.
assignments-error-date = Choose a day that is still to come.
assignments-error-note = The note is too long.

# In the trainee's list
assignments-mine = Set out for you
assignments-mine-due = due { $when }
assignments-mine-due-today = due today
assignments-mine-due-tomorrow = due tomorrow
assignments-mine-late = late: was due { $when }
assignments-mine-no-due = no due date
assignments-mine-again = try again
assignments-mine-begin = Begin
assignments-mine-gone = This scenario is not there now. Ask your team lead about it.
assignments-mine-more = { $count ->
    [one] One more assignment
   *[other] { $count } more assignments
}
