# What `simulator check` and the authoring page say of files: one text per code.
fault-L001 = There is no such folder. Give the folder that holds the organisations.
fault-L002 = The id is '{ $id }' but the file or folder is called '{ $name }'. Make them the same.
fault-L003 = This file is not read. Scenarios end in .yaml; articles are .md files in the folder knowledge.
fault-L004 = There is no diagnostic with the code '{ $name }'.{ $near ->
    [nothing] {""}
   *[other] {" "}Did you mean '{ $near }'?
}
fault-L005 = The severity of { $name } cannot be '{ $value }'. Possible: { $allowed }; and what makes a file unusable stays an error.
fault-L006 = This article has no title with text under it. Put a title on the first line and the explanation below.
fault-L007 = The customer writes in '{ $value }' but the house works in '{ $house }'. Is that meant?
fault-L008 = protocol.yaml is missing from this folder or cannot be read ({ $problem }). Without it no scenario of this house can be used.
fault-Y000 = The file cannot be read: { $problem }.
fault-Y001 = This is not valid UTF-8 text{ $found ->
    [none] {""}
   *[other] {" "}but { $found }
}. Save the file as UTF-8.
fault-Y002 = The file is larger than { $most } bytes. Split it up.
fault-Y003 = YAML cannot read on here: { $what }. Is this a customer's text? Write | after the key and the text on the next line.
fault-Y004 = Because of the & YAML takes '{ $what }' for a reference and drops the word. Write | after the key and the text on the next line.
fault-Y005 = The key '{ $key }' stands here twice; the first is on line { $first }. Remove one.
fault-Y006 = The file is nested deeper than { $depth } levels or has more than { $parts } parts. No scenario is that big.
fault-Y007 = The file is empty. Begin with a template: New scenario.
fault-Y008 = The file must begin with keys, such as "id: my-scenario".
fault-Y009 = A key must be a plain word followed by a colon.
fault-Y010 = '{ $what }' is dropped: after a space and # YAML reads nothing. Write | after the key and the text on the next line.
fault-Y011 = Because of the * YAML takes '{ $what }' for a reference. Write | after the key and the text on the next line.
fault-Y012 = Because of the ! YAML takes '{ $what }' for a type. Write | after the key and the text on the next line.
fault-Y013 = A text cannot begin with @ or `: '{ $what }'. Write | after the key and the text on the next line.
fault-Y014 = A text cannot begin with %: '{ $what }'. Write | after the key and the text on the next line.
fault-Y015 = This text begins with a quotation mark that is not closed: { $what }. Write | after the key and the text on the next line.
fault-Y016 = There is a colon and a space in the text: '{ $what }'. YAML takes that for a key. Write | after the key and the text on the next line.
fault-Y017 = A tab or a hard space is used for indentation here. Use plain spaces, two for each level.
fault-Y018 = The indentation is not right here. Put this line exactly under the lines it belongs to.
fault-Y019 = The curly quotes of { $what } are part of the text now. Did you mean quotation marks? Type straight ones: "
fault-Y020 = '{ $what }' stays plain text here, but many programs read a number, a date or yes/no in it. Put quotation marks round it.
fault-Y021 = The file begins with an invisible sign (BOM). It is skipped; better save as UTF-8 without BOM.
fault-Y022 = There is an invisible or forbidden sign here ({ $what }). Remove it or type a plain space.
fault-Y023 = A second document begins here with ---. A file is one scenario.
fault-Y024 = This begins with a bracket as a list or group, but goes on as text or is not closed. Is it text? Write | after the key and the text on the next line.
fault-Y025 = After | or > no text may follow on the same line. Put the text on the next line.
fault-Y026 = There is text after the closing quotation mark: { $what }. Write | after the key and the text on the next line.
fault-Y027 = Between double quotation marks \ is a special sign. Write | after the key and the text on the next line.
fault-Y028 = The comma breaks off the text: '{ $what }' becomes a key of its own. Put quotation marks round the whole text.
fault-Y029 = The first word of this line needs a colon, such as difficulty: 2. Is it a customer's text? Then indent it further.
fault-S001 = The key '{ $key }' is not known here. Possible: { $allowed }.
fault-S002 = The key '{ $key }' is not known here. Did you mean '{ $near }'?
fault-S003 = The key '{ $key }' is missing here.
fault-S005 = '{ $value }' does not have the form that '{ $key }' asks. An id has small letters, digits and dashes, such as '{ $near }'.
fault-S006 = '{ $value }' is not possible for '{ $key }'.{ $near ->
    [nothing] {""}
   *[other] {" "}Did you mean '{ $near }'?
} Possible: { $allowed }.
fault-S007 = '{ $key }' is empty. Fill it in or remove the key.
fault-S008 = '{ $value }' is not a whole number, and '{ $key }' asks for one.
fault-S009 = '{ $value }' is not true or false, and '{ $key }' asks for one of them.
fault-S010 = '{ $key }' must be a list: each item on its own line, after a dash.
fault-S011 = '{ $key }' takes one text, no list and no group of keys.
fault-S012 = '{ $key }' must hold keys of its own, each on its own line and indented.
fault-S013 = '{ $value }' is outside what '{ $key }' allows; the limit is { $limit }.
fault-S014 = The text at '{ $key }' is too long; at most { $limit } characters.
fault-S015 = Time is up (budget) before the target is reached. Make budget at least as large as target.
fault-S016 = Give a point one of the two: say (should be there) or avoid (should not).
fault-S017 = Give a reaction one of the two: when (a condition) or otherwise: true.
fault-S018 = A band runs from low to high, such as ["65", "100"].
fault-S019 = This part lies beyond the end of the story (of).
fault-S020 = '{ $key }' asks for exactly two numbers, such as ["65", "100"].
fault-S021 = '{ $value }' is no comparison. At '{ $key }' write a sign and a number, such as ">= 70".
fault-R001 = There is no turn '{ $name }'.{ $near ->
    [nothing] {""}
   *[other] {" "}Did you mean '{ $near }'?
} The turns are: { $allowed }.
fault-R002 = There is no criterion or point '{ $name }' that can stand here.{ $near ->
    [nothing] {""}
   *[other] {" "}Did you mean '{ $near }'?
}
fault-R003 = There is no principle '{ $name }'.{ $near ->
    [nothing] {""}
   *[other] {" "}Did you mean '{ $near }'?
} Possible: { $allowed }.
fault-R004 = The id '{ $name }' is used twice. Give each its own.
fault-R005 = There is no knowledge article '{ $name }'.{ $near ->
    [nothing] {""}
   *[other] {" "}Did you mean '{ $near }'?
} The articles are: { $allowed }.
fault-R006 = The last reaction must be "otherwise: true", for all that the others do not cover.
fault-R007 = "otherwise" hides the reactions after it. Put it last.
fault-R008 = The text has '{"{"}{ $name }{"}"}' but this variant gives it no value.
fault-R009 = The post has { $length } characters; the channel allows { $most }.
fault-R010 = There is no message to answer here: write a post.
fault-R011 = The debrief has no model answer for turn '{ $turn }'.
fault-R012 = There is no standard reply '{ $name }' in the protocol.{ $near ->
    [nothing] {""}
   *[other] {" "}Did you mean '{ $near }'?
} The standard replies are: { $allowed }.
fault-R013 = No text uses '{"{"}{ $name }{"}"}'. Remove the variable or use it.
fault-R014 = Part { $part } of the story '{ $story }' exists already, or the number of parts is not { $of } everywhere.
fault-R015 = '{ $name }' always counts and need not stand in expect.
fault-R016 = The story '{ $story }' ({ $of } parts) lacks part { $part }.
fault-F001 = Turn '{ $turn }' is never reached: no reaction leads there. Give a reaction next: { $turn }.
fault-F002 = Reaction { $number } can never come, because of '{ $why }'. Is it a criterion that this turn does not ask for (expect), two demands that contradict each other, a score that does not exist, or a public answer in a private turn?
fault-F003 = Reaction { $number } never gets its turn: reaction { $earlier } always holds before it. Put the strictest condition first.
fault-F004 = From turn '{ $turn }' the conversation never ends. Let a reaction go to end.
fault-T001 = '{ $key }' stands here in { $other ->
    [nl] Dutch
   *[other] English
} only. Write it in { $lang ->
    [nl] Dutch (nl)
   *[other] English (en)
} too.
fault-T002 = Dutch and English are the same here: '{ $what }'. Translate one of them.
fault-G001 = Golden reply { $number } (variant { $variant }) gets { $total }; it belongs between { $low } and { $high }. Is the reply as good as you thought? Are the phrasings of the points wide enough?
fault-G002 = Golden reply { $number } (variant { $variant }) is 'good' but does not pass with { $total }; decided by: { $by }.
fault-G003 = No golden reply meets '{ $name }' (or breaks it, for avoid): nobody knows that it is measured. Add a reply that does.
fault-G004 = All golden replies meet '{ $name }': it tells nothing apart. Add a reply that does not.
fault-G005 = Golden reply { $number } ({ $label }) gets { $total } and number { $other } ({ $other_label }) { $other_total }: less than 15 points apart. Make the difference larger, or give them the same label.
fault-G006 = '{ $what }' does not count for point '{ $point }' though it is an example of it. Write it as a whole sentence, or word say differently.
fault-G007 = '{ $what }' counts for point '{ $point }' though it is not enough. Make the phrasings more precise.
fault-G008 = Turn '{ $turn }' has { $have } golden replies labelled '{ $label }'. Without one the turn proves nothing: write at least one.
fault-G009 = The model answer in the debrief of turn '{ $turn }' (variant { $variant }) does not pass itself ({ $total }); decided by: { $by }.
fault-G010 = No golden reply leads to reaction { $number }. Add one, so that you know the customer reacts that way.
fault-X001 = This pattern is not a valid regular expression: { $what }.
fault-X002 = This pattern may take too long on a long reply: { $what }. Bound repetitions, for example .{"{"}0,60{"}"} instead of .*
fault-X003 = This pattern also matches an empty text: { $what }. Then every reply counts.
fault-X004 = This pattern matches none of the phrasings of point '{ $point }': { $what }. Add one that it does match.
fault-X005 = This turn has more than five patterns. Use phrasings.
fault-P001 = '{ $what }' may be a real citizen number. Take one that fails the check, such as 123456789.
fault-P002 = '{ $what }' may be a real bank account. Take wrong check digits, such as NL00 BANK 0123 4567 89.
fault-P003 = '{ $what }' may be somebody's number. Take one that is plainly made up, such as 06-12345678.
fault-P004 = '{ $what }' may be a real address on the internet. Take a domain that ends in .example.
fault-P005 = '{ $what }' is a real brand. Invent a name.
fault-D001 = Level { $level }, but a turn asks { $asked } things at once: the scenario is { $than ->
    [harder] harder
   *[other] easier
} than it says.
fault-D002 = Level { $level }, but the message reads like an official letter (LIX { $lix }). Write as a customer types, or raise the level.
severity-error = error
severity-warning = warning
severity-info = info
check-languages = Scenarios by language:
check-kinds = Scenarios by kind:
check-principles = Scenarios by principle:
check-reused = { $count } unchanged since last time.
check-file-unknown = { $path }: there is no such file or folder.
check-summary = { $scenarios ->
    [one] 1 scenario
   *[other] { $scenarios } scenarios
}, { $faults ->
    [one] 1 fault
   *[other] { $faults } faults
}, { $warnings ->
    [one] 1 warning
   *[other] { $warnings } warnings
}.
