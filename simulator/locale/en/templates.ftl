# What `simulator new` and the authoring page say when a template cannot be made.
template-id-wrong = '{ $id }' cannot be an id. Use 2 to 64 small letters, digits and dashes, such as 'lost-parcel'. Begin with a letter or digit.
template-id-taken = '{ $id }' is not possible: the organisation's own file has that name. Choose another id.
template-name-wrong = '{ $name }' is not enough. Give the organisation and the id of the scenario with a slash between them, such as 'my-organisation/lost-parcel'.
template-organisation-unknown = There is no organisation '{ $name }'.{ $near ->
    [nothing] {""}
   *[other] {" "}Did you mean '{ $near }'?
} The organisations are: { $known }.
template-no-organisations = There is no organisation in { $folder } yet. Make one first: python -m simulator new organisation my-organisation
template-organisation-unusable = { $path } still has faults. Mend those first: python -m simulator check
template-exists = { $path } exists already. Nothing was changed. Choose another id.
template-not-written = { $path } cannot be written: { $problem }.
