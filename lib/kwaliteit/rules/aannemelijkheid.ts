import { daysBetween } from '@/lib/base/date'
import type { OpleidingInhoud } from '@/lib/register/model'
import { subsidiabeleSoorten } from '@/lib/register/rules/prijs'
import type { ActiviteitFeiten, Maatstaf, OpleidingFeiten } from '@/lib/kwaliteit/model'
import { GRENZEN, UREN_PER_PUNT } from '@/lib/kwaliteit/rules/grenzen'
import { alsWaar, type Toets, type Toetsen, woordenVan } from '@/lib/kwaliteit/rules/toets'

/** A rule on each start date that still takes people: holds when one of them is wrong, and says how many. */
function perStart(isFout: (activiteit: ActiviteitFeiten, inhoud: OpleidingInhoud, maatstaf: Maatstaf) => boolean): Toets {
  return ({ inhoud, activiteiten }, maatstaf) => {
    const fout = activiteiten.filter((activiteit) => activiteit.isOpen && isFout(activiteit, inhoud, maatstaf))
    const [eerste] = fout
    return eerste === undefined ? undefined : { aantal: fout.length, activiteitId: eerste.id, gegevens: { startdatum: eerste.startdatum, plaats: eerste.plaats ?? '', postcode: eerste.postcode ?? '' } }
  }
}

const hasAdres = ({ plaats, adres, postcode }: ActiviteitFeiten): boolean => [plaats, adres, postcode].some((deel) => (deel ?? '').trim() !== '')
const isThuis = (vorm: ActiviteitFeiten['vorm']): boolean => vorm === 'ONLINE' || vorm === 'ZELFSTUDIE'
const isKomend: (activiteit: ActiviteitFeiten, maatstaf: Maatstaf) => boolean = ({ startdatum }, { vandaag }) => startdatum > vandaag

/** Whether the dates fit the length: a course of two days does not run for a year, and a year does not fit in two days. */
function isPeriodeVreemd({ startdatum, einddatum }: ActiviteitFeiten, { duurDagen }: OpleidingInhoud): boolean {
  const dagen = daysBetween(startdatum, einddatum) + 1
  if (dagen < 1) return true
  if (duurDagen === null) return false
  return dagen > duurDagen * GRENZEN.periodeFactor + GRENZEN.periodeSpelingDagen || dagen * GRENZEN.periodeFactor + GRENZEN.periodeSpelingDagen < duurDagen
}

/** Dates and addresses of the start dates. */
const STARTDATA: Toetsen = {
  'startdatum-voorbij': perStart(({ startdatum }, _inhoud, { vandaag }) => startdatum < vandaag),
  'periode-past-niet': perStart((activiteit, inhoud) => isPeriodeVreemd(activiteit, inhoud)),
  'online-met-adres': perStart((activiteit, _inhoud, maatstaf) => isKomend(activiteit, maatstaf) && isThuis(activiteit.vorm) && hasAdres(activiteit)),
  'locatie-zonder-adres': perStart((activiteit, _inhoud, maatstaf) => isKomend(activiteit, maatstaf) && !isThuis(activiteit.vorm) && (activiteit.plaats ?? '').trim() === ''),
  'postcode-onjuist': perStart(({ postcode }) => postcode !== null && !/^[1-9][0-9]{3} ?[A-Z]{2}$/i.test(postcode.trim())),
  'adres-zonder-nummer': perStart(({ adres }) => (adres ?? '').trim() !== '' && !/\d/.test(adres ?? '')),
}

const UREN_PER: Record<NonNullable<OpleidingInhoud['studielastEenheid']>, number> = { UUR: 1, CONTACTUUR: 1, SBU: 1, ECTS_PUNT: UREN_PER_PUNT, STUDIEPUNT: UREN_PER_PUNT }

/** The studielast in hours; undefined when it is not known. */
export function studieUren({ studielast, studielastEenheid }: OpleidingInhoud): number | undefined {
  return studielast === null || studielast === 0 ? undefined : studielast * UREN_PER[studielastEenheid ?? 'UUR']
}

function uurprijs({ inhoud }: OpleidingFeiten): number | undefined {
  const uren = studieUren(inhoud)
  return uren === undefined || !inhoud.catalogusprijsCent ? undefined : Math.round(inhoud.catalogusprijsCent / uren)
}

const HOGER_ONDERWIJS = /^(HBO|WO)-(AD|BA|MA)$/

/** A diploma of hoger onderwijs is not had in days, a getuigschrift is not of the mbo, and an official document has a level. */
function isNiveauVreemd({ niveau, waardedocument, duurDagen, erkendOnderdeel }: OpleidingInhoud): boolean {
  if (niveau === null || waardedocument === null) return false
  if (waardedocument === 'GETUIGSCHRIFT') return !/^(HBO|WO)/.test(niveau)
  if (waardedocument !== 'DIPLOMA') return false
  return (niveau === 'ONBEPAALD' && erkendOnderdeel === null) || (HOGER_ONDERWIJS.test(niveau) && (duurDagen ?? 365) < 90)
}

const isHoofdletters = (titel: string): boolean => titel.replace(/[^\p{L}]/gu, '').length >= 8 && titel === titel.toUpperCase()
const teksten = ({ samenvatting, omschrijving, leerdoel }: OpleidingInhoud): string => `${samenvatting} ${omschrijving} ${leerdoel}`

/** What is filled in, but cannot well be true. */
export const AANNEMELIJKHEID: Toetsen = {
  ...STARTDATA,
  'uurprijs-laag': (feiten) => alsWaar((uurprijs(feiten) ?? Infinity) < GRENZEN.uurprijsLaagCent, { uurprijsCent: uurprijs(feiten) ?? 0 }),
  'uurprijs-hoog': (feiten) => alsWaar((uurprijs(feiten) ?? 0) > GRENZEN.uurprijsHoogCent, { uurprijsCent: uurprijs(feiten) ?? 0 }),
  'studielast-past-niet': ({ inhoud }) => {
    const uren = studieUren(inhoud) ?? 0
    return alsWaar(inhoud.duurDagen !== null && uren > inhoud.duurDagen * GRENZEN.urenPerDag, { uren, dagen: inhoud.duurDagen ?? 0 })
  },
  'subsidiabel-zonder-kosten': ({ inhoud }) => alsWaar((inhoud.subsidiabelCent ?? 0) > 0 && inhoud.kosten.length > 0 && !inhoud.kosten.some(({ soort, isVerplicht }) => isVerplicht && subsidiabeleSoorten().includes(soort))),
  'omschrijving-kort': ({ inhoud }) => alsWaar(inhoud.omschrijving.trim() !== '' && inhoud.omschrijving.trim().length < GRENZEN.omschrijvingTekens, { tekens: inhoud.omschrijving.trim().length }),
  'omschrijving-herhaalt-titel': ({ inhoud }) => alsWaar(inhoud.omschrijving.trim() !== '' && woordenVan(inhoud.omschrijving).join(' ') === woordenVan(inhoud.titel).join(' ')),
  'titel-in-hoofdletters': ({ inhoud }) => alsWaar(isHoofdletters(inhoud.titel)),
  'opmaak-in-tekst': ({ inhoud }) => alsWaar(/<\/?[a-z][a-z0-9]*[^>]*>|&(nbsp|amp|lt|gt|quot|#\d+);/i.test(teksten(inhoud))),
  'niveau-past-niet': ({ inhoud }) => alsWaar(isNiveauVreemd(inhoud), { niveau: inhoud.niveau ?? '', waardedocument: inhoud.waardedocument ?? '' }),
}
