# Wat `simulator check` en de schrijfpagina over bestanden zeggen: een tekst per code.
fault-L001 = Deze map bestaat niet. Geef de map waarin de organisaties staan.
fault-L002 = De id is '{ $id }', maar het bestand of de map heet '{ $name }'. Maak ze gelijk.
fault-L003 = Dit bestand wordt niet gelezen. Scenario's eindigen op .yaml, artikelen staan als .md in de map knowledge.
fault-L004 = Er is geen melding met de code '{ $name }'.{ $near ->
    [nothing] {""}
   *[other] {" "}Bedoelde je '{ $near }'?
}
fault-L005 = De ernst van { $name } kan niet '{ $value }' worden. Mogelijk is: { $allowed }; en een fout die een bestand onbruikbaar maakt, blijft een fout.
fault-L006 = Dit artikel heeft geen titel met tekst eronder. Zet op de eerste regel een titel en daaronder de uitleg.
fault-L007 = De klant schrijft in '{ $value }', maar het huis werkt in '{ $house }'. Klopt dat?
fault-L008 = In deze map is protocol.yaml er niet of niet leesbaar ({ $problem }). Zonder protocol kan geen scenario van dit huis worden gebruikt.
fault-Y000 = Het bestand kan niet worden gelezen: { $problem }.
fault-Y001 = Dit is geen geldige UTF-8-tekst{ $found ->
    [none] {""}
   *[other] {" "}maar { $found }
}. Sla het bestand op als UTF-8.
fault-Y002 = Het bestand is groter dan { $most } bytes. Splits het op.
fault-Y003 = Hier kan YAML niet verder lezen: { $what }. Staat hier tekst van een klant? Zet | achter de sleutel en de tekst op de volgende regel.
fault-Y004 = Door de & neemt YAML '{ $what }' voor een verwijzing en valt het woord weg. Zet | achter de sleutel en de tekst op de volgende regel.
fault-Y005 = De sleutel '{ $key }' staat hier twee keer; de eerste staat op regel { $first }. Haal er een weg.
fault-Y006 = Het bestand gaat dieper dan { $depth } niveaus of heeft meer dan { $parts } onderdelen. Zo groot is geen scenario.
fault-Y007 = Het bestand is leeg. Begin met een sjabloon: Nieuw scenario.
fault-Y008 = Het bestand moet beginnen met sleutels, zoals "id: mijn-scenario".
fault-Y009 = Een sleutel moet een gewoon woord zijn, gevolgd door een dubbele punt.
fault-Y010 = '{ $what }' valt weg: na een spatie en # leest YAML niets meer. Zet | achter de sleutel en de tekst op de volgende regel.
fault-Y011 = Door de * neemt YAML '{ $what }' voor een verwijzing. Zet | achter de sleutel en de tekst op de volgende regel.
fault-Y012 = Door de ! neemt YAML '{ $what }' voor een soortnaam. Zet | achter de sleutel en de tekst op de volgende regel.
fault-Y013 = Een tekst kan niet met @ of ` beginnen: '{ $what }'. Zet | achter de sleutel en de tekst op de volgende regel.
fault-Y014 = Een tekst kan niet met % beginnen: '{ $what }'. Zet | achter de sleutel en de tekst op de volgende regel.
fault-Y015 = Deze tekst begint met een aanhalingsteken dat niet wordt gesloten: { $what }. Zet | achter de sleutel en de tekst op de volgende regel.
fault-Y016 = Er staat een dubbele punt met een spatie in de tekst: '{ $what }'. YAML denkt dan aan een sleutel. Zet | achter de sleutel en de tekst op de volgende regel.
fault-Y017 = Hier wordt ingesprongen met een tab of een harde spatie. Gebruik gewone spaties, twee per niveau.
fault-Y018 = De inspringing klopt hier niet. Zet deze regel precies onder de regels waar hij bij hoort.
fault-Y019 = De krulletjes van { $what } horen nu bij de tekst. Bedoelde je aanhalingstekens? Typ dan rechte: "
fault-Y020 = '{ $what }' blijft hier gewoon tekst, maar veel programma's lezen er een getal, datum of ja/nee in. Zet er aanhalingstekens om.
fault-Y021 = Het bestand begint met een onzichtbaar teken (BOM). Het wordt overgeslagen; sla liever op als UTF-8 zonder BOM.
fault-Y022 = Hier staat een onzichtbaar of verboden teken ({ $what }). Haal het weg of typ een gewone spatie.
fault-Y023 = Hier begint met --- een tweede document. Een bestand is één scenario.
fault-Y024 = Dit begint als een lijst of groep met een haakje, maar gaat verder als tekst of wordt niet gesloten. Is het tekst? Zet | achter de sleutel en de tekst op de volgende regel.
fault-Y025 = Na | of > mag op dezelfde regel geen tekst staan. Zet de tekst op de volgende regel.
fault-Y026 = Na het sluitende aanhalingsteken staat nog tekst: { $what }. Zet | achter de sleutel en de tekst op de volgende regel.
fault-Y027 = Tussen dubbele aanhalingstekens is \ een bijzonder teken. Zet | achter de sleutel en de tekst op de volgende regel.
fault-Y028 = Door de komma breekt de tekst af: '{ $what }' wordt een eigen sleutel. Zet aanhalingstekens om de hele tekst.
fault-Y029 = Na het eerste woord van deze regel hoort een dubbele punt, zoals difficulty: 2. Is het tekst van een klant? Spring hem dan verder in.
fault-S001 = De sleutel '{ $key }' is hier niet bekend. Mogelijk zijn: { $allowed }.
fault-S002 = De sleutel '{ $key }' is hier niet bekend. Bedoelde je '{ $near }'?
fault-S003 = Hier ontbreekt de sleutel '{ $key }'.
fault-S005 = '{ $value }' heeft niet de vorm die '{ $key }' vraagt. Een id heeft kleine letters, cijfers en streepjes, zoals '{ $near }'.
fault-S006 = '{ $value }' kan niet bij '{ $key }'.{ $near ->
    [nothing] {""}
   *[other] {" "}Bedoelde je '{ $near }'?
} Mogelijk zijn: { $allowed }.
fault-S007 = '{ $key }' is leeg. Vul het in of haal de sleutel weg.
fault-S008 = '{ $value }' is geen heel getal, en dat vraagt '{ $key }' wel.
fault-S009 = '{ $value }' is geen true (ja) of false (nee), en dat vraagt '{ $key }' wel.
fault-S010 = '{ $key }' moet een lijst zijn: elk onderdeel op een eigen regel, achter een streepje.
fault-S011 = Bij '{ $key }' hoort één tekst, geen lijst en geen groep sleutels.
fault-S012 = '{ $key }' moet eigen sleutels hebben, elk op een eigen regel en ingesprongen.
fault-S013 = '{ $value }' valt buiten wat '{ $key }' toelaat; de grens is { $limit }.
fault-S014 = De tekst bij '{ $key }' is te lang; hoogstens { $limit } tekens.
fault-S015 = De tijd is op (budget) voor het doel (target) is bereikt. Maak budget minstens zo groot als target.
fault-S016 = Geef een punt één van de twee: say (dit hoort erin) of avoid (dit hoort er niet in).
fault-S017 = Geef een reactie één van de twee: when (een voorwaarde) of otherwise: true.
fault-S018 = Een band loopt van laag naar hoog, zoals ["65", "100"].
fault-S019 = Dit deel (part) ligt voorbij het einde van het verhaal (of).
fault-S020 = '{ $key }' vraagt precies twee getallen, zoals ["65", "100"].
fault-S021 = '{ $value }' is geen vergelijking. Schrijf bij '{ $key }' een teken en een getal, zoals ">= 70".
fault-R001 = Er is geen beurt '{ $name }'.{ $near ->
    [nothing] {""}
   *[other] {" "}Bedoelde je '{ $near }'?
} De beurten zijn: { $allowed }.
fault-R002 = Er is geen criterium of punt '{ $name }' dat hier kan staan.{ $near ->
    [nothing] {""}
   *[other] {" "}Bedoelde je '{ $near }'?
}
fault-R003 = Er is geen principe '{ $name }'.{ $near ->
    [nothing] {""}
   *[other] {" "}Bedoelde je '{ $near }'?
} Mogelijk zijn: { $allowed }.
fault-R004 = De id '{ $name }' is twee keer gebruikt. Geef elk een eigen id.
fault-R005 = Er is geen kennisartikel '{ $name }'.{ $near ->
    [nothing] {""}
   *[other] {" "}Bedoelde je '{ $near }'?
} De artikelen zijn: { $allowed }.
fault-R006 = De laatste reactie moet "otherwise: true" zijn, voor alles wat de andere niet dekken.
fault-R007 = "otherwise" verbergt de reacties die erna komen. Zet het achteraan.
fault-R008 = In de tekst staat '{"{"}{ $name }{"}"}', maar deze variant geeft er geen waarde voor.
fault-R009 = Het bericht heeft { $length } tekens; het kanaal staat er { $most } toe.
fault-R010 = Hier is geen bericht om te beantwoorden: schrijf een post.
fault-R011 = De nabespreking heeft geen voorbeeldantwoord voor beurt '{ $turn }'.
fault-R012 = Er is geen standaardtekst '{ $name }' in het protocol.{ $near ->
    [nothing] {""}
   *[other] {" "}Bedoelde je '{ $near }'?
} De standaardteksten zijn: { $allowed }.
fault-R013 = Geen enkele tekst gebruikt '{"{"}{ $name }{"}"}'. Haal de variabele weg of gebruik hem.
fault-R014 = Deel { $part } van het verhaal '{ $story }' bestaat al, of het aantal delen is niet overal { $of }.
fault-R015 = '{ $name }' telt altijd mee en hoeft niet in expect te staan.
fault-R016 = Van het verhaal '{ $story }' ({ $of } delen) ontbreekt deel { $part }.
fault-F001 = Beurt '{ $turn }' wordt nooit bereikt: geen enkele reactie gaat erheen. Zet bij een reactie next: { $turn }.
fault-F002 = Reactie { $number } kan nooit komen, door '{ $why }'. Ligt het aan een criterium dat deze beurt niet vraagt (expect), aan twee eisen die elkaar tegenspreken, aan een score die niet bestaat, of aan een openbaar antwoord in een besloten beurt?
fault-F003 = Reactie { $number } komt nooit aan de beurt: reactie { $earlier } geldt dan altijd al. Zet de strengste voorwaarde vooraan.
fault-F004 = Vanaf beurt '{ $turn }' komt het gesprek nooit aan een eind. Laat een reactie naar end gaan.
fault-T001 = '{ $key }' staat er alleen in het { $other ->
    [nl] Nederlands
   *[other] Engels
}. Schrijf het ook in het { $lang ->
    [nl] Nederlands (nl)
   *[other] Engels (en)
}.
fault-T002 = Nederlands en Engels zijn hier gelijk: '{ $what }'. Vertaal een van de twee.
fault-G001 = Voorbeeldantwoord { $number } (variant { $variant }) krijgt { $total }; het hoort tussen { $low } en { $high }. Is het antwoord zo goed als je dacht? Staan de voorbeeldzinnen van de punten er breed genoeg bij?
fault-G002 = Voorbeeldantwoord { $number } (variant { $variant }) is 'good', maar slaagt niet met { $total }; doorslag gaf: { $by }.
fault-G003 = Geen enkel voorbeeldantwoord haalt '{ $name }' (of breekt het, bij avoid): niemand weet of het gemeten wordt. Voeg een antwoord toe dat het doet.
fault-G004 = Alle voorbeeldantwoorden halen '{ $name }': het onderscheidt niets. Voeg een antwoord toe dat het niet doet.
fault-G005 = Voorbeeldantwoord { $number } ({ $label }) krijgt { $total } en nummer { $other } ({ $other_label }) { $other_total }: minder dan 15 punten verschil. Maak het verschil groter, of geef ze hetzelfde label.
fault-G006 = '{ $what }' telt niet voor punt '{ $point }', terwijl het er een voorbeeld van is. Schrijf het als hele zin, of zeg het in say anders.
fault-G007 = '{ $what }' telt wel voor punt '{ $point }', terwijl het niet genoeg is. Maak de voorbeeldzinnen preciezer.
fault-G008 = Beurt '{ $turn }' heeft { $have } voorbeeldantwoorden met label '{ $label }'. Zonder bewijst de beurt niets: schrijf er minstens één.
fault-G009 = Het voorbeeldantwoord in de nabespreking van beurt '{ $turn }' (variant { $variant }) slaagt zelf niet ({ $total }); doorslag gaf: { $by }.
fault-G010 = Geen voorbeeldantwoord leidt tot reactie { $number }. Voeg er een toe, dan weet je dat de klant zo reageert.
fault-X001 = Dit patroon is geen geldige reguliere expressie: { $what }.
fault-X002 = Dit patroon kan bij een lang antwoord te veel tijd kosten: { $what }. Begrens herhalingen, bijvoorbeeld .{"{"}0,60{"}"} in plaats van .*
fault-X003 = Dit patroon past ook op een lege tekst: { $what }. Dan telt elk antwoord.
fault-X004 = Dit patroon past op geen enkele voorbeeldzin van punt '{ $point }': { $what }. Zet er een bij die het wel doet.
fault-X005 = Deze beurt heeft meer dan vijf patronen. Gebruik voorbeeldzinnen (phrasings).
fault-P001 = '{ $what }' kan een echt burgerservicenummer of rijksregisternummer zijn. Neem een nummer dat niet door de elfproef komt, zoals 123456789.
fault-P002 = '{ $what }' kan een echt rekeningnummer zijn. Neem controlecijfers die niet kloppen, zoals NL00 BANK 0123 4567 89.
fault-P003 = '{ $what }' kan het nummer van iemand zijn. Neem een nummer dat zichtbaar verzonnen is, zoals 06-12345678.
fault-P004 = '{ $what }' kan een echt adres op internet zijn. Neem een domein op .example.
fault-P005 = '{ $what }' is een echt merk. Verzin een naam.
fault-D001 = Niveau { $level }, maar een beurt vraagt { $asked } dingen tegelijk: het scenario is { $than ->
    [harder] moeilijker
   *[other] makkelijker
} dan het zegt.
fault-D002 = Niveau { $level }, maar het bericht leest als een ambtelijke brief (LIX { $lix }). Schrijf zoals een klant typt, of verhoog het niveau.
severity-error = fout
severity-warning = waarschuwing
severity-info = info
check-languages = Scenario's per taal:
check-kinds = Scenario's per soort:
check-principles = Scenario's per principe:
check-reused = { $count } ongewijzigd sinds de vorige keer.
check-file-unknown = { $path }: dit bestand of deze map bestaat niet.
check-summary = { $scenarios ->
    [one] 1 scenario
   *[other] { $scenarios } scenario's
}, { $faults ->
    [one] 1 fout
   *[other] { $faults } fouten
}, { $warnings ->
    [one] 1 waarschuwing
   *[other] { $warnings } waarschuwingen
}.
