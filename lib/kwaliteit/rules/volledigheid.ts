import { ONTBREEKT, type OpleidingFeiten } from '@/lib/kwaliteit/model'
import { alsWaar, eenmaal, type Toets, type Toetsen } from '@/lib/kwaliteit/rules/toets'
import { determineGebreken } from '@/lib/register/rules/gebreken'

const gebrekenVan = eenmaal((inhoud) => determineGebreken(inhoud))
const isLeeg = (tekst: string): boolean => tekst.trim() === ''

/** A mandatory field of the register (Gegevensset STAP scholingsregister 1.0): which ones, the register itself says. */
const ontbreekt = ONTBREEKT.map((regel): [string, Toets] => [regel, ({ inhoud }) => alsWaar(gebrekenVan(inhoud).some((gebrek) => regel === `ontbreekt-${gebrek}`))])

const isAangeboden = ({ inhoud }: OpleidingFeiten): boolean => inhoud.stapToestemming && inhoud.actief

/** What is not there. Only what is offered with STAP-budget has to have a start date and answers on the arbeidsmarkt. */
export const VOLLEDIGHEID: Toetsen = {
  ...Object.fromEntries(ontbreekt),
  'geen-startdatum': (feiten, { vandaag }) =>
    alsWaar(isAangeboden(feiten) && gebrekenVan(feiten.inhoud).length === 0 && !feiten.activiteiten.some(({ isOpen, startdatum }) => isOpen && startdatum > vandaag)),
  'samenvatting-ontbreekt': ({ inhoud }) => alsWaar(isLeeg(inhoud.samenvatting)),
  'leerdoel-ontbreekt': ({ inhoud }) => alsWaar(isLeeg(inhoud.leerdoel)),
  'toelatingseisen-ontbreken': ({ inhoud }) => alsWaar(isLeeg(inhoud.toelatingseisen)),
  // Art. 5 lid 1: arbeidsmarktgericht; what OCW recognises is so by itself.
  'arbeidsmarkt-ontbreekt': (feiten) => alsWaar(isAangeboden(feiten) && feiten.inhoud.arbeidsmarkt === null && feiten.inhoud.erkendOnderdeel === null),
}
