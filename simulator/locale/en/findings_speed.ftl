criterion-speed-response-time = Response time
finding-speed-response-time-met = You answered in { $elapsed } seconds; the target was { $target }. The customer hardly had to wait.
finding-speed-response-time-just-in-time = You answered in { $elapsed } seconds, just within the target of { $target }.
finding-speed-response-time-late = You answered in { $elapsed } seconds; the target was { $target }. People who complain in public expect an answer soon.
finding-speed-response-time-missing = There is no time to judge.
advice-speed-response-time = answer within the target; read the post once, decide on the action, then write
