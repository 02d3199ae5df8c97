import { VERZAMELINGEN, type Dump, type DumpBestand, type Verzameling } from '@/lib/opendata/model'
import { LICENTIE, UITGEVER, VERZAMELING_TEKST, VORM_TEKST } from '@/lib/opendata/texts'

/*
 * The description of the open data by DCAT-AP-NL 3: one catalogue, a dataset per list, a distribution per file, and the API as a data
 * service. Made once as plain data; JSON-LD and Turtle are two ways of writing it.
 */

type Iri = { readonly iri: string }
type Literal = { readonly value: string; readonly lang?: string; readonly type?: string }
type Thing = { readonly iri: string; readonly type: string; readonly facts: readonly (readonly [string, Iri | Literal])[] }

const PREFIXES = {
  dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/', foaf: 'http://xmlns.com/foaf/0.1/', vcard: 'http://www.w3.org/2006/vcard/ns#', xsd: 'http://www.w3.org/2001/XMLSchema#',
  adms: 'http://www.w3.org/ns/adms#', spdx: 'http://spdx.org/rdf/terms#', dcatap: 'http://data.europa.eu/r5r/',
} as const

const iri = (value: string): Iri => ({ iri: value })
const nl = (value: string): Literal => ({ value, lang: 'nl' })
const typed = (value: string, type: string): Literal => ({ value, type })

const AUTHORITY = 'http://publications.europa.eu/resource/authority'
const PUBLIC = iri(`${AUTHORITY}/access-right/PUBLIC`)
const DUTCH = iri(`${AUTHORITY}/language/NLD`)
const FILE_TYPE = { csv: 'CSV', jsonl: 'JSON', parquet: 'PARQUET' } as const

/** Everything that the catalogue says. `url` is the address of the site. */
export function describeDump(dump: Dump, url: string): Thing[] {
  const changed = typed(dump.gemaaktOp, 'xsd:dateTime')
  const dataset = (verzameling: Verzameling) => `${url}/opendata#${verzameling}`
  const distribution = (bestand: DumpBestand) => `${url}/opendata/${bestand.naam}#bestand`
  return [
    { iri: `${url}/opendata#catalogus`, type: 'dcat:Catalog', facts: [
      ['dct:title', nl('Open data van het scholingsregister')], ['dct:description', nl('Opleiders, opleidingen en scholingsactiviteiten waarvoor burgers STAP-budget kunnen aanvragen.')],
      ['dct:publisher', iri(UITGEVER.uri)], ['dct:language', DUTCH], ['dct:license', iri(LICENTIE.uri)], ['dct:modified', changed], ['foaf:homepage', iri(`${url}/opendata`)],
      ['dcat:contactPoint', iri(`${url}/opendata#contact`)], ['dcat:service', iri(`${url}/opendata#api`)], ...VERZAMELINGEN.map((verzameling) => ['dcat:dataset', iri(dataset(verzameling))] as const),
    ] },
    { iri: UITGEVER.uri, type: 'foaf:Organization', facts: [['foaf:name', nl(UITGEVER.naam)]] },
    { iri: `${url}/opendata#contact`, type: 'vcard:Organization', facts: [['vcard:fn', nl('Open data van het scholingsregister')], ['vcard:hasEmail', iri(`mailto:${UITGEVER.email}`)]] },
    ...VERZAMELINGEN.map((verzameling): Thing => ({ iri: dataset(verzameling), type: 'dcat:Dataset', facts: [
      ['dct:identifier', typed(dataset(verzameling), 'xsd:anyURI')], ['dct:title', nl(VERZAMELING_TEKST[verzameling].titel)], ['dct:description', nl(VERZAMELING_TEKST[verzameling].uitleg)],
      ['dct:publisher', iri(UITGEVER.uri)], ['dcat:contactPoint', iri(`${url}/opendata#contact`)], ['dct:accessRights', PUBLIC], ['dct:license', iri(LICENTIE.uri)], ['dct:language', DUTCH],
      ['dcat:theme', iri(`${AUTHORITY}/data-theme/EDUC`)], ['dct:accrualPeriodicity', iri(`${AUTHORITY}/frequency/DAILY`)], ['dct:modified', changed], ['dcat:landingPage', iri(`${url}/opendata`)],
      ...dump.bestanden.filter((bestand) => bestand.verzameling === verzameling).map((bestand) => ['dcat:distribution', iri(distribution(bestand))] as const),
    ] })),
    ...dump.bestanden.map((bestand): Thing => ({ iri: distribution(bestand), type: 'dcat:Distribution', facts: [
      ['dct:title', nl(`${VERZAMELING_TEKST[bestand.verzameling].titel} als ${VORM_TEKST[bestand.vorm].titel}`)], ['dct:license', iri(LICENTIE.uri)], ['dct:rights', PUBLIC], ['dct:modified', changed],
      ['dcat:accessURL', iri(`${url}/opendata`)], ['dcat:downloadURL', iri(`${url}/opendata/${bestand.naam}`)], ['dct:format', iri(`${AUTHORITY}/file-type/${FILE_TYPE[bestand.vorm]}`)],
      ['dcat:mediaType', iri(`http://www.iana.org/assignments/media-types/${VORM_TEKST[bestand.vorm].mediatype}`)],
      ...(bestand.naam.endsWith('.gz') ? [['dcat:compressFormat', iri('http://www.iana.org/assignments/media-types/application/gzip')] as const] : []),
      ['dcat:byteSize', typed(String(bestand.grootte), 'xsd:nonNegativeInteger')], ['adms:status', iri(`${AUTHORITY}/distribution-status/COMPLETED`)],
    ] })),
    { iri: `${url}/opendata#api`, type: 'dcat:DataService', facts: [
      ['dct:title', nl('API van het scholingsregister')], ['dct:publisher', iri(UITGEVER.uri)], ['dct:license', iri(LICENTIE.uri)], ['dct:accessRights', PUBLIC], ['dcat:endpointURL', iri(`${url}/api/v1`)],
      ['dcat:endpointDescription', iri(`${url}/api/v1/openapi.json`)], ['dcat:contactPoint', iri(`${url}/opendata#contact`)], ...VERZAMELINGEN.map((verzameling) => ['dcat:servesDataset', iri(dataset(verzameling))] as const),
    ] },
  ]
}

/** As JSON-LD. */
export function toJsonLd(things: readonly Thing[]): Record<string, unknown> {
  return { '@context': PREFIXES, '@graph': things.map(({ iri: id, type, facts }) => ({ '@id': id, '@type': type, ...groupFacts(facts) })) }
}

function groupFacts(facts: Thing['facts']): Record<string, unknown[]> {
  const grouped: Record<string, unknown[]> = {}
  for (const [name, fact] of facts) {
    const value = 'iri' in fact ? { '@id': fact.iri } : { '@value': fact.value, ...(fact.lang === undefined ? {} : { '@language': fact.lang }), ...(fact.type === undefined ? {} : { '@type': fact.type }) }
    grouped[name] = [...(grouped[name] ?? []), value]
  }
  return grouped
}

/** As Turtle. */
export function toTurtle(things: readonly Thing[]): string {
  const prefixes = Object.entries(PREFIXES).map(([name, value]) => `@prefix ${name}: <${value}> .\n`).join('')
  return prefixes + things.map(({ iri: id, type, facts }) => `\n${term(iri(id))} a ${type}${facts.map(([name, fact]) => ` ;\n  ${name} ${term(fact)}`).join('')} .\n`).join('')
}

function term(fact: Iri | Literal): string {
  if ('iri' in fact) return `<${fact.iri.replace(/[<>"{}|\\^`\s]/g, encodeURIComponent)}>`
  const text = `"${fact.value.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r')}"`
  return fact.lang === undefined ? `${text}${fact.type === undefined ? '' : `^^${fact.type}`}` : `${text}@${fact.lang}`
}
