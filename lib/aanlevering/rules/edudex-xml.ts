/*
 * EDU-DEX in XML says the same as EDU-DEX in JSON, with the same names. Here an element becomes the object that the JSON would have been,
 * so that one reader judges both.
 */

/** An element as it was read: its own text, its attributes by local name, and what is in it. */
export type EdudexElement = { naam: string; attributen: Readonly<Record<string, string>>; tekst: string; kinderen: EdudexElement[] }

const LISTS = new Set(['theme', 'programForm', 'programLocation', 'programRun', 'cost', 'includeInCatalog', 'targetSector', 'instructionLanguage', 'subjectText', 'contactHoursPartOfDay', 'accreditation'])
const LOCALIZED = new Set(['programName', 'programSummaryText', 'programDescriptionText', 'descriptionText', 'summaryText', 'webLink'])
const BOOLEANS = new Set(['isRequiredCost', 'amountIsFinal', 'fullyOnline', 'applicationOpen', 'isFinal'])
const NUMBERS = new Set(['maxNumberOfParticipants', 'minNumberOfParticipants', 'percentage', 'years', 'months', 'weeks', 'days', 'hours'])
const UNITS = /^(year|month|week|day|hour)s?$/

/** The object of an element `program`. */
export function toEdudexProgram(program: EdudexElement): unknown {
  return toObject(program)
}

function toObject({ kinderen, attributen }: EdudexElement): Record<string, unknown> {
  const object: Record<string, unknown> = attributen['id'] === undefined ? {} : { id: attributen['id'] }
  for (const naam of new Set(kinderen.map((kind) => kind.naam))) {
    const zelfde = kinderen.filter((kind) => kind.naam === naam)
    const [eerste] = zelfde
    // An empty element says nothing, as a field that is absent in JSON.
    if (eerste === undefined || zelfde.every(({ tekst, kinderen: inhoud }) => tekst === '' && inhoud.length === 0)) continue
    if (LOCALIZED.has(naam)) object[naam] = Object.fromEntries(zelfde.map((kind) => [kind.attributen['lang']?.slice(0, 2).toLowerCase() ?? 'nl', kind.tekst]))
    else object[naam] = LISTS.has(naam) ? zelfde.map(toValue) : toValue(eerste)
  }
  return object
}

function toValue(element: EdudexElement): unknown {
  const { naam, tekst, attributen, kinderen } = element
  if (kinderen.length > 0) return toObject(element)
  if (naam === 'programDuration') return toDuration(tekst, attributen['unit'])
  if (naam === 'startDate' || naam === 'endDate') return { date: tekst, isFinal: attributen['isFinal'] !== 'false' }
  if (naam === 'programLocation') return { description: tekst }
  if (naam === 'currency') return tekst.toUpperCase()
  if (BOOLEANS.has(naam) && (tekst === 'true' || tekst === 'false')) return tekst === 'true'
  if (NUMBERS.has(naam) && /^\d{1,6}$/.test(tekst)) return Number(tekst)
  // <studyLoad><program>16</program></studyLoad>
  if (naam === 'program' && /^\d{1,6}$/.test(tekst)) return Number(tekst)
  return tekst
}

/** XML has the unit as an attribute: <programDuration unit="month">6</programDuration>. */
function toDuration(tekst: string, unit: string | undefined): unknown {
  const naam = UNITS.exec(unit ?? 'month')?.[1]
  return naam === undefined || !/^\d{1,4}$/.test(tekst) ? tekst : { [`${naam}s`]: Number(tekst) }
}
