import type { ActiviteitInhoud, Gebrek, OpleidingInhoud } from '@/lib/register/model'

type Waarde = string | number | boolean | null | readonly string[]
type Kolom<Bron> = { naam: string; type: string; veld: string; lees: (bron: Bron) => Waarde }

type Inhoud = OpleidingInhoud & { gebreken: Gebrek[] }
const tekst = <Bron>(naam: string, veld: string, lees: (bron: Bron) => Waarde, type = 'text'): Kolom<Bron> => ({ naam, type, veld, lees })

/** What a feed can say of an opleiding, in the columns of the register: the name, its type, the name in a version, and the value. */
export const OPLEIDING_KOLOMMEN: readonly Kolom<Inhoud>[] = [
  tekst('titel', 'titel', (o) => o.titel),
  tekst('samenvatting', 'samenvatting', (o) => o.samenvatting),
  tekst('omschrijving', 'omschrijving', (o) => o.omschrijving),
  tekst('categorie', 'categorie', (o) => o.categorie),
  tekst('niveau', 'niveau', (o) => o.niveau),
  tekst('opleidingsvorm', 'opleidingsvorm', (o) => o.opleidingsvorm),
  tekst('waardedocument', 'waardedocument', (o) => o.waardedocument),
  tekst('studielast', 'studielast', (o) => o.studielast, 'int'),
  tekst('studielast_eenheid', 'studielastEenheid', (o) => o.studielastEenheid),
  tekst('duur_dagen', 'duurDagen', (o) => o.duurDagen, 'int'),
  tekst('voertaal', 'voertaal', (o) => o.voertaal),
  tekst('stap_toestemming', 'stapToestemming', (o) => o.stapToestemming, 'boolean'),
  tekst('catalogusprijs_cent', 'catalogusprijsCent', (o) => o.catalogusprijsCent, 'int'),
  tekst('subsidiabel_cent', 'subsidiabelCent', (o) => o.subsidiabelCent, 'int'),
  tekst('soort', 'soort', (o) => o.soort),
  tekst('kosten', 'kosten', (o) => JSON.stringify(o.kosten), 'jsonb'),
  tekst('themas', 'themas', (o) => o.themas, 'text[]'),
  tekst('leerdoel', 'leerdoel', (o) => o.leerdoel),
  tekst('toelatingseisen', 'toelatingseisen', (o) => o.toelatingseisen),
  tekst('erkend_onderdeel', 'erkendOnderdeel', (o) => (o.erkendOnderdeel === null ? null : JSON.stringify(o.erkendOnderdeel)), 'jsonb'),
  tekst('eqf', 'eqf', (o) => o.eqf, 'int'),
  tekst('nlqf', 'nlqf', (o) => o.nlqf, 'int'),
  tekst('url', 'url', (o) => o.url),
  tekst('dagdelen', 'dagdelen', (o) => o.dagdelen, 'text[]'),
  tekst('actief', 'actief', (o) => o.actief, 'boolean'),
  tekst('gebreken', 'gebreken', (o) => o.gebreken, 'text[]'),
]

/** The same for an activity; `cohortcode` is its key. */
export const ACTIVITEIT_KOLOMMEN: readonly Kolom<ActiviteitInhoud>[] = [
  tekst('startdatum', 'startdatum', (a) => a.startdatum, 'date'),
  tekst('einddatum', 'einddatum', (a) => a.einddatum, 'date'),
  tekst('plaats', 'plaats', (a) => a.plaats),
  tekst('adres', 'adres', (a) => a.adres),
  tekst('postcode', 'postcode', (a) => a.postcode),
  tekst('opleidingsvorm', 'opleidingsvorm', (a) => a.opleidingsvorm),
  tekst('status', 'status', (a) => a.status),
  tekst('catalogusprijs_cent', 'catalogusprijsCent', (a) => a.catalogusprijsCent, 'int'),
  tekst('subsidiabel_cent', 'subsidiabelCent', (a) => a.subsidiabelCent, 'int'),
  tekst('deelnemersplaatsen', 'deelnemersplaatsen', (a) => a.deelnemersplaatsen, 'int'),
  tekst('dagdelen', 'dagdelen', (a) => a.dagdelen, 'text[]'),
  tekst('scholingsjaar', 'scholingsjaar', (a) => a.scholingsjaar, 'int'),
  tekst('kosten', 'kosten', (a) => JSON.stringify(a.kosten), 'jsonb'),
]
