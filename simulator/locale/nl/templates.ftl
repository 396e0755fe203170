# Wat `simulator new` en de schrijfpagina zeggen als een sjabloon niet gemaakt kan worden.
template-id-wrong = '{ $id }' kan geen id zijn. Gebruik 2 tot 64 kleine letters, cijfers en streepjes, zoals 'pakket-kwijt'. Begin met een letter of cijfer.
template-id-taken = '{ $id }' kan niet: zo heet het bestand van de organisatie zelf. Kies een andere id.
template-name-wrong = '{ $name }' is niet genoeg. Geef de organisatie en de id van het scenario, met een schuine streep ertussen, zoals 'mijn-organisatie/pakket-kwijt'.
template-organisation-unknown = Er is geen organisatie '{ $name }'.{ $near ->
    [nothing] {""}
   *[other] {" "}Bedoelde je '{ $near }'?
} De organisaties zijn: { $known }.
template-no-organisations = In { $folder } staat nog geen organisatie. Maak er eerst een: python -m simulator new organisation mijn-organisatie
template-organisation-unusable = In { $path } zitten nog fouten. Los die eerst op: python -m simulator check
template-exists = { $path } bestaat al. Er is niets veranderd. Kies een andere id.
template-not-written = { $path } kan niet worden geschreven: { $problem }.
