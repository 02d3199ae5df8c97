import { createHash } from 'node:crypto'
import { addDays, addMonths, plainDate } from '@/lib/base/date'
import { parseBsn, type Bsn } from '@/lib/base/bsn'
import { BURGERS, type BurgerPersona } from '@/scripts/idp/personas'

/** A person as the base registers of the stand-in know them. */
export type RegisterPersoon = {
  voornamen: string
  voorvoegsel: string | null
  geslachtsnaam: string
  /** YYYY-MM-DD, or only the year */
  geboortedatum: string
  straat: string
  huisnummer: number
  postcode: string
  woonplaats: string
  verzekerd: readonly (readonly [van: string, totEnMet: string | null])[]
  storing: 'brp' | 'verzekeringen' | null
}

const VOORNAMEN = [
  'Anna', 'Emma', 'Julia', 'Fleur', 'Iris', 'Esra', 'Naomi', 'Marloes', 'Karin', 'Sabine', 'Yasmina', 'Linda', 'Femke', 'Priya', 'Aleksandra',
  'Daan', 'Bram', 'Lucas', 'Sem', 'Jasper', 'Mohammed', 'Erik', 'Pieter', 'Ruben', 'Sjoerd', 'Omar', 'Tomasz', 'Wouter', 'Ravi', 'Gijs',
]
const ACHTERNAMEN: readonly (readonly [string | null, string])[] = [
  [null, 'Jansen'], ['de', 'Jong'], [null, 'Bakker'], ['van', 'Dijk'], [null, 'Visser'], ['de', 'Boer'], [null, 'Mulder'], ['van der', 'Meer'],
  [null, 'Bos'], [null, 'Peters'], ['van', 'Leeuwen'], [null, 'Dekker'], [null, 'Brouwer'], ['de', 'Wit'], [null, 'Kaya'], [null, 'Nguyen'],
  ['van den', 'Heuvel'], [null, 'Kowalska'], [null, 'Hendriks'], ['ter', 'Horst'], [null, 'Ramdin'], [null, 'Haddad'], ["'t", 'Hart'], [null, 'Schröder'],
]
const STRATEN = ['Dorpsstraat', 'Kerkstraat', 'Molenweg', 'Beatrixlaan', 'Eikenlaan', 'Schoolstraat', 'Stationsweg', 'Parallelweg', 'Lindelaan', 'Hoofdstraat']
const PLAATSEN: readonly (readonly [string, number])[] = [
  ['Utrecht', 3511], ['Rotterdam', 3011], ['Groningen', 9711], ['Eindhoven', 5611], ['Zwolle', 8011], ['Arnhem', 6811], ['Leeuwarden', 8911],
  ['Tilburg', 5011], ['Almere', 1311], ['Maastricht', 6211], ['Middelburg', 4331], ['Assen', 9401], ['Den Helder', 1781], ['Apeldoorn', 7311],
]

/**
 * The person of a BSN: a persona, or somebody who is made up from the BSN, the same one every time.
 * Who is made up was born from 1962 to 2001 and always insured, so that a simulation can use any BSN.
 */
export function personOf(bsn: Bsn): RegisterPersoon {
  const persona = BURGERS.find((burger) => burger.bsn === bsn)
  const person = makeUp(bsn)
  return persona === undefined ? person : asPersona(person, persona)
}

/** As personOf, for text that may not be a BSN. */
export function findPerson(text: string): RegisterPersoon | undefined {
  const bsn = parseBsn(text)
  return bsn === undefined ? undefined : personOf(bsn)
}

function asPersona(person: RegisterPersoon, persona: BurgerPersona): RegisterPersoon {
  const { voornamen, geslachtsnaam, geboortedatum } = persona
  const vanaf = geboortedatum.length === 4 ? `${geboortedatum}-01-01` : geboortedatum
  return {
    ...person, voornamen, geslachtsnaam, geboortedatum,
    voorvoegsel: persona.voorvoegsel ?? null,
    verzekerd: persona.verzekerd ?? [[vanaf, null]],
    storing: persona.storing ?? null,
  }
}

function makeUp(bsn: Bsn): RegisterPersoon {
  const dice = createHash('sha256').update(`persoon:${bsn}`).digest()
  const throwDie = (at: number, sides: number): number => dice.readUInt16BE(at * 2) % sides
  const [voorvoegsel, geslachtsnaam] = pick(ACHTERNAMEN, throwDie(0, ACHTERNAMEN.length))
  const [woonplaats, viercijferig] = pick(PLAATSEN, throwDie(1, PLAATSEN.length))
  const geboortedatum = addDays(addMonths(plainDate('1962-01-01'), throwDie(2, 40 * 12)), throwDie(3, 28))
  return {
    voornamen: pick(VOORNAMEN, throwDie(4, VOORNAMEN.length)),
    voorvoegsel,
    geslachtsnaam,
    geboortedatum,
    straat: pick(STRATEN, throwDie(5, STRATEN.length)),
    huisnummer: 1 + throwDie(6, 240),
    postcode: `${String(viercijferig + throwDie(7, 40))}${letter(throwDie(8, 20))}${letter(throwDie(9, 20))}`,
    woonplaats,
    verzekerd: [[geboortedatum, null]],
    storing: null,
  }
}

function letter(index: number): string {
  return pick([...'ABCDEGHJKLMNPRSTVWXZ'], index)
}

function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index]
  if (item === undefined) throw new RangeError(`no item ${String(index)}`)
  return item
}
