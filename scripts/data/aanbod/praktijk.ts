import type { Vakgebied } from './types'

export const VEILIGHEID: Vakgebied = {
  categorie: 'VEILIGHEID_EN_DEFENSIE', theme: 'health and safety', voorWie: 'Voor wie verantwoordelijk is voor veilig werken.',
  stammen: [
    ['VCA-Basis', 'mbo niveau 2', 195, 1, 'klas', 'diploma', 'U leert veilig werken op een bouwplaats of in de industrie en legt het VCA-examen af.'],
    ['VCA-VOL voor leidinggevenden', 'mbo niveau 3', 245, 1, 'klas', 'diploma', 'U leert uw ploeg veilig laten werken en legt het VCA-VOL-examen af.'],
    ['VIL-VCU voor intercedenten', 'mbo niveau 4', 265, 1, 'klas', 'diploma', 'U leert welke risico’s uitzendkrachten lopen en legt het examen af.'],
    ['Bedrijfshulpverlening (BHV) *', 'mbo niveau 2', 225, 2, 'klas', 'certificate', 'U leert eerste hulp geven, een brandje blussen en een gebouw ontruimen.', ['basis', 'herhaling', 'ploegleider']],
    ['Eerste hulp (EHBO) *', 'none', 245, 3, 'avond', 'diploma', 'U leert hulp verlenen bij ongevallen thuis, op straat en op het werk.', ['met reanimatie en AED', 'aan kinderen']],
    ['Preventiemedewerker', 'mbo niveau 4', 695, 2, 'klas', 'certificate', 'U leert risico’s inventariseren en het plan van aanpak bewaken.'],
    ['Middelbare veiligheidskunde (MVK)', 'mbo niveau 4', 2495, 150, 'deels', 'diploma', 'U leert veiligheidsrisico’s beoordelen en maatregelen voorstellen.'],
    ['Beveiliger 2', 'mbo niveau 2', 998, 90, 'avond', 'diploma', 'U leert toezien, controleren en rapporteren en bereidt u voor op het examen.'],
    ['Event Security Officer', 'mbo niveau 2', 495, 5, 'klas', 'certificate', 'U leert bezoekers van evenementen veilig ontvangen en begeleiden.'],
    ['Buitengewoon opsporingsambtenaar (boa), basisbekwaamheid', 'mbo niveau 3', 1495, 90, 'deels', 'diploma', 'U leert de wet, uw bevoegdheden en gesprekken op straat.'],
    ['Werken met adembescherming', 'mbo niveau 2', 295, 1, 'klas', 'certificate', 'U leert adembescherming kiezen, dragen en onderhouden.'],
    ['Gasmeten', 'mbo niveau 2', 325, 1, 'klas', 'certificate', 'U leert meten of een ruimte veilig is om in te gaan.'],
    ['Veilig werken langs de weg', 'mbo niveau 2', 345, 1, 'klas', 'certificate', 'U leert afzettingen plaatsen en veilig werken bij verkeer.'],
    ['Omgaan met agressie', 'none', 395, 1, 'klas', 'certificate of participation', 'U leert spanning zien aankomen en rustig en veilig handelen.'],
    ['Privacy en AVG op het werk', 'hbo', 395, 1, 'online', 'certificate', 'U leert wat de AVG van u vraagt en wat u moet vastleggen.'],
  ],
}

export const TRANSPORT: Vakgebied = {
  categorie: 'TRANSPORT_EN_LOGISTIEK', theme: 'procurement and logistics', voorWie: 'Voor wie rijdt, laadt, plant of inkoopt.',
  stammen: [
    ['Heftruckcertificaat', 'mbo niveau 2', 225, 1, 'klas', 'certificate', 'U leert veilig rijden en stapelen met een heftruck.'],
    ['Reachtruckcertificaat', 'mbo niveau 2', 245, 1, 'klas', 'certificate', 'U leert veilig werken met een reachtruck tussen hoge stellingen.'],
    ['Hoogwerkercertificaat (IPAF)', 'mbo niveau 2', 285, 1, 'klas', 'certificate', 'U leert een hoogwerker controleren en veilig bedienen.'],
    ['Verreikercertificaat', 'mbo niveau 2', 345, 2, 'klas', 'certificate', 'U leert een verreiker veilig bedienen en onderhouden.'],
    ['Elektropallettruck en stapelaar', 'mbo niveau 2', 195, 1, 'klas', 'certificate', 'U leert veilig werken met een elektrische pallettruck en stapelaar.'],
    ['Rijbewijs C, theorie en praktijk', 'mbo niveau 2', 2500, 28, 'klas', 'diploma', 'U leert een vrachtwagen rijden en haalt uw rijbewijs C.'],
    ['Code 95 basiskwalificatie', 'mbo niveau 2', 995, 21, 'klas', 'certificate', 'U haalt de verplichte vakbekwaamheid voor beroepschauffeurs.'],
    ['Code 95 nascholing: *', 'mbo niveau 2', 265, 1, 'klas', 'certificate of participation', 'U volgt een dag nascholing die meetelt voor code 95.', ['het nieuwe rijden', 'digitale tachograaf', 'lading zekeren', 'eerste hulp op de weg']],
    ['ADR basis', 'mbo niveau 2', 545, 3, 'klas', 'certificate', 'U leert gevaarlijke stoffen veilig vervoeren en legt het ADR-examen af.'],
    ['Taxichauffeur, theorie en praktijk', 'mbo niveau 2', 895, 21, 'deels', 'diploma', 'U leert personen veilig en gastvrij vervoeren en haalt uw vakbekwaamheid.'],
    ['Logistiek medewerker, mbo-certificaat', 'mbo niveau 2', 890, 90, 'deels', 'mbo-certificaat', 'U leert goederen ontvangen, opslaan, verzamelen en verzenden.'],
    ['Logistiek teamleider', 'mbo niveau 4', 995, 120, 'avond', 'certificate', 'U leert een magazijnploeg plannen en aansturen.'],
    ['Transportplanner', 'mbo niveau 4', 945, 60, 'deels', 'certificate', 'U leert ritten plannen binnen tijd, wet en kosten.'],
    ['NEVI Inkoop 1', 'hbo', 2395, 150, 'avond', 'diploma', 'U leert het inkoopproces van behoefte tot contract.'],
    ['Douanedeclarant, basis', 'mbo niveau 4', 1195, 90, 'deels', 'certificate', 'U leert aangiften doen en goederen indelen.'],
  ],
}

export const HORECA: Vakgebied = {
  categorie: 'TOERISME_HORECA_EN_RECREATIE', theme: 'tourism, recreation and hospitality', voorWie: 'Voor wie gasten blij wil maken.',
  stammen: [
    ['Sociale Hygiëne', 'mbo niveau 3', 165, 7, 'online', 'diploma', 'U leert verantwoord alcohol schenken en haalt de verplichte verklaring.'],
    ['HACCP en voedselveiligheid', 'mbo niveau 2', 149, 7, 'online', 'certificate', 'U leert veilig werken met eten volgens de hygiënecode.'],
    ['Allergenen in de keuken', 'mbo niveau 2', 125, 7, 'online', 'certificate', 'U leert de veertien allergenen kennen en gasten goed inlichten.'],
    ['Kok, mbo-certificaat *', 'mbo niveau 2', 998, 120, 'deels', 'mbo-certificaat', 'U leert koken in een professionele keuken.', ['basis van de keuken', 'warme keuken']],
    ['Gastheer of gastvrouw, mbo-certificaat', 'mbo niveau 2', 895, 90, 'deels', 'mbo-certificaat', 'U leert gasten ontvangen, adviseren en bedienen.'],
    ['Barista *', 'none', 345, 2, 'klas', 'certificate', 'U leert espresso zetten, melk schuimen en de machine afstellen.', ['basis', 'gevorderd']],
    ['Wijnbrevet SDEN *', 'mbo niveau 3', 495, 30, 'avond', 'diploma', 'U leert over druiven, streken en wijn bij het eten en doet SDEN-examen.', ['2', '3']],
    ['Leidinggevende keuken', 'mbo niveau 4', 1395, 120, 'avond', 'diploma', 'U leert een keuken leiden, kosten berekenen en menu’s maken.'],
    ['Reisleider', 'mbo niveau 3', 645, 5, 'klas', 'certificate', 'U leert een groep begeleiden en problemen onderweg oplossen.'],
    ['Medewerker recreatie en evenementen', 'mbo niveau 2', 795, 60, 'deels', 'mbo-certificaat', 'U leert activiteiten opzetten en gasten begeleiden.'],
    ['Hotelreceptionist', 'mbo niveau 3', 845, 60, 'deels', 'certificate', 'U leert gasten inchecken, boekingen verwerken en klachten oplossen.'],
    ['Brood bakken als vak', 'mbo niveau 2', 950, 60, 'avond', 'certificate', 'U leert deeg maken, rijzen en bakken zoals de bakker.'],
  ],
}

export const GROEN: Vakgebied = {
  categorie: 'LANDBOUW_VOEDSEL_EN_NATUURLIJKE_OMGEVING', sector: 'A', voorWie: 'Voor wie met groen, dieren of voedsel werkt.',
  stammen: [
    ['Hovenier, mbo-certificaat *', 'mbo niveau 2', 895, 120, 'avond', 'mbo-certificaat', 'U leert tuinen aanleggen en onderhouden.', ['aanleg', 'onderhoud']],
    ['European Tree Worker', 'mbo niveau 3', 1995, 120, 'klas', 'diploma', 'U leert bomen beklimmen, snoeien en veilig vellen.'],
    ['Veilig werken met de motorkettingzaag', 'mbo niveau 2', 495, 2, 'klas', 'certificate', 'U leert een kettingzaag gebruiken en onderhouden.'],
    ['Spuitlicentie *', 'mbo niveau 3', 395, 2, 'klas', 'certificate', 'U leert gewasbescherming veilig en volgens de wet toepassen.', ['1', '2', 'verlenging']],
    ['Snoeien van fruitbomen en heesters', 'none', 245, 2, 'klas', 'certificate of participation', 'U leert wanneer en hoe u snoeit, met oefening in de boomgaard.'],
    ['Bloembinden, basis', 'mbo niveau 2', 745, 60, 'avond', 'certificate', 'U leert boeketten en bloemwerk maken voor winkel en markt.'],
    ['Dierverzorger, mbo-certificaat', 'mbo niveau 2', 945, 120, 'deels', 'mbo-certificaat', 'U leert huisdieren verzorgen, voeren en hun gezondheid volgen.'],
    ['Paraveterinair, assistentie bij de dierenarts', 'mbo niveau 4', 1850, 180, 'deels', 'certificate', 'U leert assisteren in de spreekkamer en bij operaties.'],
    ['Melkveehouder: diergezondheid en voer', 'mbo niveau 4', 895, 30, 'klas', 'certificate', 'U leert ziekte voorkomen en het rantsoen verbeteren.'],
    ['Teeltmedewerker glastuinbouw', 'mbo niveau 2', 790, 60, 'deels', 'mbo-certificaat', 'U leert gewas verzorgen, oogsten en ziekten herkennen.'],
    ['Biologische moestuin als bedrijf', 'none', 695, 60, 'deels', 'certificate', 'U leert een teeltplan maken en zonder gif telen voor de verkoop.'],
    ['Imker, basis', 'none', 225, 90, 'avond', 'certificate', 'U leert een bijenvolk verzorgen door het jaar heen.'],
  ],
}

export const OVERIG: readonly Vakgebied[] = [
  {
    categorie: 'RECHT', theme: 'law', voorWie: 'Voor wie met regels en dossiers werkt.',
    stammen: [
      ['Juridisch medewerker, *', 'mbo niveau 4', 995, 150, 'avond', 'diploma', 'U leert juridische stukken voorbereiden en dossiers beheren.', ['openbaar bestuur', 'zakelijke dienstverlening']],
      ['Arbeidsrecht in de praktijk', 'hbo', 845, 3, 'klas', 'certificate', 'U leert de regels voor contract, ontslag en verlof toepassen.'],
      ['Algemene wet bestuursrecht voor beginners', 'hbo', 745, 3, 'klas', 'certificate', 'U leert hoe een besluit tot stand komt en hoe bezwaar werkt.'],
      ['Bezwaar behandelen', 'hbo', 895, 4, 'klas', 'certificate', 'U leert een bezwaarschrift beoordelen, horen en een advies schrijven.'],
      ['Contractenrecht voor inkopers en verkopers', 'hbo', 695, 2, 'online', 'certificate', 'U leert een contract lezen en de risico’s herkennen.'],
      ['Omgevingswet voor gemeenten', 'hbo', 795, 3, 'klas', 'certificate', 'U leert werken met omgevingsplan en omgevingsvergunning.'],
      ['Huurrecht voor woningcorporaties', 'hbo', 595, 2, 'klas', 'certificate', 'U leert de regels voor huurprijs, onderhoud en overlast.'],
      ['Inleiding recht', 'hbo', 545, 90, 'zelf', 'certificate', 'U leert hoe het Nederlandse recht is opgebouwd.'],
      ['Sociaal domein: Wmo, Jeugdwet en Participatiewet', 'hbo', 945, 4, 'klas', 'certificate', 'U leert de wetten van het sociaal domein en hun samenhang.'],
    ],
  },
  {
    categorie: 'NATUUR', voorWie: 'Voor wie in een laboratorium of in de natuur werkt.',
    stammen: [
      ['Analist chemie, mbo-certificaat', 'mbo niveau 4', 1650, 180, 'deels', 'mbo-certificaat', 'U leert monsters voorbereiden, meten en uitkomsten beoordelen.'],
      ['Veilig werken in het laboratorium', 'mbo niveau 3', 395, 2, 'klas', 'certificate', 'U leert veilig omgaan met stoffen, afval en apparaten.'],
      ['Microbiologische technieken', 'mbo niveau 4', 890, 5, 'klas', 'certificate', 'U leert steriel werken, kweken en tellen.'],
      ['Statistiek voor onderzoekers', 'hbo', 845, 42, 'online', 'certificate', 'U leert gegevens beschrijven, toetsen en eerlijk rapporteren.'],
      ['Wiskunde B, voorbereiding hbo en universiteit', 'hbo', 745, 120, 'avond', 'certificate', 'U werkt uw wiskunde bij tot het niveau van havo of vwo.'],
      ['Natuurkunde, deficiëntiecursus', 'hbo', 695, 90, 'online', 'certificate', 'U haalt het niveau dat een hbo-opleiding vraagt.'],
      ['Scheikunde, deficiëntiecursus', 'hbo', 695, 90, 'online', 'certificate', 'U haalt het niveau dat een hbo-opleiding vraagt.'],
      ['Ecologie en soortenkennis', 'hbo', 545, 60, 'deels', 'certificate', 'U leert planten en dieren herkennen en een gebied beschrijven.'],
      ['Boswachter, natuurbeheer en toezicht', 'mbo niveau 4', 1295, 150, 'deels', 'certificate', 'U leert gebieden beheren en bezoekers begeleiden.'],
    ],
  },
  {
    categorie: 'HOBBY_EN_VRIJE_TIJD', theme: 'hobbies and leisure', voorWie: 'Voor wie van een vaardigheid zijn werk wil maken.',
    stammen: [
      ['Fotografie *', 'none', 495, 42, 'avond', 'certificate of participation', 'U leert licht, scherpte en compositie bewust gebruiken.', ['basis', 'voor beginnende beroepsfotografen']],
      ['Interieurstyling', 'none', 895, 120, 'zelf', 'diploma', 'U leert kleur, licht en indeling kiezen voor een interieur.'],
      ['Naaien en patroontekenen', 'none', 645, 90, 'avond', 'certificate', 'U leert kleding ontwerpen, knippen en maken.'],
      ['Meubels restaureren', 'none', 795, 60, 'avond', 'certificate', 'U leert hout herstellen, logen, beitsen en politoeren.'],
      ['Keramiek: draaien en glazuren', 'none', 545, 60, 'avond', 'certificate of participation', 'U leert draaien, decoreren en stoken.'],
      ['Creatief schrijven', 'none', 395, 60, 'online', 'certificate of participation', 'U leert verhalen opbouwen en uw teksten verbeteren.'],
    ],
  },
]
