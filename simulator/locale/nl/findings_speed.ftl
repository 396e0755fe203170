criterion-speed-response-time = Reactietijd
finding-speed-response-time-met = Je antwoordde in { $elapsed } seconden; het doel was { $target }. De klant hoefde nauwelijks te wachten.
finding-speed-response-time-just-in-time = Je antwoordde in { $elapsed } seconden, net binnen het doel van { $target }.
finding-speed-response-time-late = Je antwoordde in { $elapsed } seconden; het doel was { $target }. Wie in het openbaar klaagt, verwacht snel iets te horen.
finding-speed-response-time-missing = Er is geen tijd om te beoordelen.
advice-speed-response-time = binnen het doel antwoordt: lees het bericht één keer goed, kies je actie en schrijf dan
