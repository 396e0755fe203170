# What `simulator check` and the list of unusable files say.
fault-L001 = There is no such folder. Give the folder that holds the organisations.
fault-L002 = The id is '{ $id }' but the file or folder is called '{ $name }'. Make them the same.
fault-Y000 = The file cannot be read: { $problem }.
fault-Y001 = This is not valid UTF-8 text. Save the file as UTF-8.
fault-Y002 = The file is { $size } bytes; at most { $most } are allowed. Split it up.
fault-Y003 = YAML cannot read on here: { $problem }. Does a text begin with @, *, &, ! or ', or hold a colon? Then write | after the key and the text on the next line.
fault-Y004 = '{ $what }' is an anchor, alias or tag, and those are not allowed. Is it text? Then write | after the key and the text on the next line.
fault-Y005 = The key '{ $key }' stands here twice; the first is on line { $first }. Remove one.
fault-Y006 = The file is nested deeper than { $depth } levels or has more than { $parts } parts.
fault-Y007 = The file is empty.
fault-Y008 = The file must begin with keys, such as "id: my-scenario".
fault-Y009 = A key must be a plain word.
fault-S001 = The key '{ $key }' is not known here. Remove it, or look it up in docs/scenario-format.md.
fault-S002 = The key '{ $key }' is not known here. Did you mean '{ $near }'?
fault-S003 = The key '{ $key }' is missing here.
fault-S004 = '{ $value }' does not fit '{ $key }': { $problem }.
fault-S005 = '{ $value }' does not have the form that '{ $key }' asks.
fault-S006 = '{ $value }' is not possible for '{ $key }'. Allowed: { $allowed }.
fault-S007 = '{ $key }' is empty. Fill it in.
fault-S008 = '{ $value }' is not a whole number, and '{ $key }' asks for one.
fault-S009 = '{ $value }' is not true or false, and '{ $key }' asks for one of them.
fault-S010 = '{ $key }' must be a list: each item on its own line, after a dash.
fault-S011 = '{ $value }' is not a fitting text for '{ $key }'.
fault-S012 = '{ $key }' must hold keys of its own.
fault-R001 = There is no turn '{ $name }'. Nearest: { $near }.
fault-R002 = There is no criterion or point '{ $name }' that can stand here. Nearest: { $near }.
fault-R003 = There is no principle '{ $name }'. Nearest: { $near }.
fault-R004 = The id '{ $name }' is used twice. Give each its own.
fault-R006 = The last reaction must be "otherwise: true", for all that the others do not cover.
fault-R007 = "otherwise" hides the reactions after it. Put it last.
fault-R008 = The text has '{"{"}{ $name }{"}"}' but this variant gives it no value.
fault-R009 = The post has { $length } characters; the channel allows { $most }.
fault-R010 = There is no message to answer here: write a post.
fault-R011 = The debrief has no model answer for turn '{ $turn }'.
check-golden-missed = { $scenario }: golden reply { $number } ({ $label }, turn { $turn }, variant { $variant }) scored { $total }, { $verdict }; its band is { $low }-{ $high }.
check-languages = Scenarios by language:
check-kinds = Scenarios by kind:
check-principles = Scenarios by principle:
check-summary = { $scenarios ->
    [one] 1 scenario
   *[other] { $scenarios } scenarios
}, { $faults ->
    [one] 1 fault
   *[other] { $faults } faults
}.
