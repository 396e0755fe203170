# What the author of the scenario expects of this very answer.

criterion-protocol-own-points = Does what's needed here
finding-protocol-own-points-met = This belonged in your answer and it's there: { $say }
finding-protocol-own-points-partly = This comes across only in part: { $say }
finding-protocol-own-points-missing = This belonged in your answer and is still missing: { $say }
advice-protocol-own-points = include this point as well: { $say }

criterion-protocol-forbidden-points = Says what it mustn't
finding-protocol-forbidden-points-flagged = You'd better have left this out: { $say }
advice-protocol-forbidden-points = leave this out or solve it another way: { $say }
