# Team overview and progress.

insight-team = Team
insight-period = Period
insight-period-weeks = Last { $weeks } weeks
insight-about = { $people } people gave { $replies } replies since { $since }.
insight-too-few = No figures yet: in this period { $people ->
    [0] nobody
    [one] 1 person
   *[other] { $people } people
 } practised. Figures start at { $least } people. With fewer they are about a person, not about the team.
insight-rule = All figures are about { $least } people or more. There are no names; everybody has a pseudonym.
insight-rule-named = All figures are about { $least } people or more. Your organisation allows names side by side.
insight-passed = Passed
insight-total = Total
insight-interval = { $value } (between { $low } and { $high }; n = { $n })
insight-interval-about = In brackets is where the true figure probably lies: 95 times out of 100. n is the number of replies.
insight-none = too few replies yet
insight-course = Course per dimension
insight-course-about = The line is the mean of a week. The band shows how sure that is: 95 %. Weeks with fewer than { $least } people stay empty.
insight-course-alt = { $name }, mean per week: { $weeks ->
    [0] no weeks with enough people.
    [one] 1 week, { $first }.
   *[other] { $weeks } weeks, first { $first }, last { $last }.
 } The figures are in the table below.
insight-axis-week = week of
insight-weeks = Figures per week
insight-week = Week of
insight-people = People
insight-replies = Replies
insight-fewer = fewer than { $least }
insight-attention = Who needs attention
insight-attention-about = Everybody is compared with himself only. When you open somebody's work, you see his name; he sees that you looked.
insight-attention-none = Nobody now. We watch three things: no practice for long, falling scores, and often not passed.
insight-attention-away = { $replies ->
    [0] Did not practise in this period; silent for { $weeks } weeks.
   *[other] Has not practised for { $weeks } weeks. Before that { $replies } replies in this period.
 }
insight-attention-falling = The total is falling: from { $before } (n = { $n_before }) to { $now } (n = { $n }) in the last four weeks.
insight-attention-not-passed = Often not passed: { $passed } of { $replies } replies were.
insight-open-work = See the work of { $who }
insight-criteria = Per criterion
insight-criteria-about = Which part of the points the team keeps. What can gain the most is on top.
insight-criteria-well = Going well ({ $count })
insight-criterion = Criterion
insight-kept = Points kept
insight-range = Between
insight-n = n
insight-meaning = What this says
insight-meaning-good = Goes well.
insight-meaning-better = Can be better. Discuss an example.
insight-meaning-weak = Most to gain here. Practise this together.
insight-time = Reply time
insight-time-about = How long a reply took, compared with the time that the scenario asks. Only replies with the clock on count (n = { $n }).
insight-time-none = Too few replies with the clock on yet.
insight-band = Time
insight-band-half = Up to half of the time
insight-band-within = Within the time
insight-band-over = Up to one and a half times
insight-band-far = Longer
insight-share = Share
insight-activity = How much is practised
insight-activity-alt = Replies per week: { $weeks } weeks with enough people, { $replies } replies together. The figures are in the table per week.
insight-scenarios = Per scenario
insight-scenarios-about = Mean total of your team. Whether a scenario itself works well is shown in the collection.
insight-scenario = Scenario
insight-scenarios-link = To the collection of scenarios
insight-side-by-side = Side by side
insight-side-by-side-about = This is here because your organisation allows it. Look at n and at the range before you compare people.
insight-name = Name
insight-work = Somebody's work
insight-work-about = You will see his name and his replies. That goes into a list that he can read himself.
insight-work-choose = Employee
insight-work-open = Open
insight-work-none = Nobody who practises is in this team yet.
insight-work-of = Replies of { $name }
insight-work-noted = This person sees that you looked at this.
insight-work-newest = The newest { $count } replies in your team.
insight-work-empty = No replies in your team yet.
insight-work-back = Back to the team
insight-work-reply = Reply { $number }: { $scenario }
insight-again = due again, last on { $when }
insight-band-about = The line is the mean of your last { $window } replies. The band shows how sure that is: 95 %.
insight-plot = { $name }: { $count } replies, the first { $first }, the last { $last }. Mean now { $mean }, probably between { $low } and { $high }.
insight-skills = Per criterion
insight-skills-about = Which part of the points you keep. What can gain the most is on top.
insight-trend = Course
insight-trend-unknown = too short yet
insight-trend-up = getting better
insight-trend-level = stays the same
insight-trend-down = getting worse
insight-next = Best to do now
insight-next-trains = This trains: { $what }
insight-next-again = You did this on { $when }. Time to do it again.
insight-next-new = You have not done this yet.
