# Wat `simulator check` en de lijst van onbruikbare bestanden zeggen.
fault-L001 = Deze map bestaat niet. Geef de map waarin de organisaties staan.
fault-L002 = De id is '{ $id }', maar het bestand of de map heet '{ $name }'. Maak ze gelijk.
fault-Y000 = Het bestand kan niet worden gelezen: { $problem }.
fault-Y001 = Dit is geen geldige UTF-8-tekst. Sla het bestand op als UTF-8.
fault-Y002 = Het bestand is { $size } bytes; het mag er hoogstens { $most } zijn. Splits het op.
fault-Y003 = Hier kan YAML niet verder lezen: { $problem }. Begint een tekst met @, *, &, ! of ', of staat er een dubbele punt in? Zet dan | achter de sleutel en de tekst op de volgende regel.
fault-Y004 = '{ $what }' is een anker, alias of tag, en die mogen hier niet. Is het tekst? Zet dan | achter de sleutel en de tekst op de volgende regel.
fault-Y005 = De sleutel '{ $key }' staat hier twee keer; de eerste staat op regel { $first }. Haal er een weg.
fault-Y006 = Het bestand gaat dieper dan { $depth } niveaus of heeft meer dan { $parts } onderdelen.
fault-Y007 = Het bestand is leeg.
fault-Y008 = Het bestand moet beginnen met sleutels, zoals "id: mijn-scenario".
fault-Y009 = Een sleutel moet een gewoon woord zijn.
fault-S001 = De sleutel '{ $key }' is hier niet bekend. Haal hem weg of zoek hem op in docs/scenario-format.md.
fault-S002 = De sleutel '{ $key }' is hier niet bekend. Bedoelde je '{ $near }'?
fault-S003 = Hier ontbreekt de sleutel '{ $key }'.
fault-S004 = '{ $value }' past niet bij '{ $key }': { $problem }.
fault-S005 = '{ $value }' heeft niet de vorm die '{ $key }' vraagt.
fault-S006 = '{ $value }' kan niet bij '{ $key }'. Wel mogelijk: { $allowed }.
fault-S007 = '{ $key }' is leeg. Vul het in.
fault-S008 = '{ $value }' is geen heel getal, en dat vraagt '{ $key }' wel.
fault-S009 = '{ $value }' is geen true of false, en dat vraagt '{ $key }' wel.
fault-S010 = '{ $key }' moet een lijst zijn: elk onderdeel op een eigen regel, achter een streepje.
fault-S011 = '{ $value }' is geen passende tekst voor '{ $key }'.
fault-S012 = '{ $key }' moet eigen sleutels hebben.
fault-R001 = Er is geen beurt '{ $name }'. Het meest lijkt: { $near }.
fault-R002 = Er is geen criterium of punt '{ $name }' dat hier kan staan. Het meest lijkt: { $near }.
fault-R003 = Er is geen principe '{ $name }'. Het meest lijkt: { $near }.
fault-R004 = De id '{ $name }' is twee keer gebruikt. Geef elk een eigen id.
fault-R006 = De laatste reactie moet "otherwise: true" zijn, voor alles wat de andere niet dekken.
fault-R007 = "otherwise" verbergt de reacties die erna komen. Zet het achteraan.
fault-R008 = In de tekst staat '{"{"}{ $name }{"}"}', maar deze variant geeft er geen waarde voor.
fault-R009 = Het bericht heeft { $length } tekens; het kanaal staat er { $most } toe.
fault-R010 = Hier is geen bericht om te beantwoorden: schrijf een post.
fault-R011 = De nabespreking heeft geen voorbeeldantwoord voor beurt '{ $turn }'.
check-golden-missed = { $scenario }: voorbeeld { $number } ({ $label }, beurt { $turn }, variant { $variant }) kreeg { $total }, { $verdict }; het hoort tussen { $low } en { $high }.
check-languages = Scenario's per taal:
check-kinds = Scenario's per soort:
check-principles = Scenario's per principe:
check-summary = { $scenarios ->
    [one] 1 scenario
   *[other] { $scenarios } scenario's
}, { $faults ->
    [one] 1 fout
   *[other] { $faults } fouten
}.
