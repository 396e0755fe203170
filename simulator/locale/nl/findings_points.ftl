# Wat de maker van het scenario van juist dit antwoord verwacht.

criterion-protocol-own-points = Doet wat hier nodig is
finding-protocol-own-points-met = Dit hoorde in je antwoord en het staat er: { $say }
finding-protocol-own-points-partly = Dit komt maar half over: { $say }
finding-protocol-own-points-missing = Dit hoorde in je antwoord en ontbreekt nog: { $say }
advice-protocol-own-points = ook dit punt meeneemt: { $say }

criterion-protocol-forbidden-points = Zegt wat hier niet mag
finding-protocol-forbidden-points-flagged = Dit had je hier beter weggelaten: { $say }
advice-protocol-forbidden-points = dit weglaat of anders oplost: { $say }
