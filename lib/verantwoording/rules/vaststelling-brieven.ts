import { addDays, formatDatum, type PlainDate } from '@/lib/base/date'
import { cent, formatBedrag, type Cent } from '@/lib/base/money'
import type { BriefFeiten, BriefInhoud } from '@/lib/beschikking/model'
import { endOfTermijn } from '@/lib/base/termijn'
import { alineas, basis, scholing, type NieuweBrief } from '@/lib/beschikking/rules/brieven'
import { CONTACT, ONDERTEKENING, UWV, vervolggrond } from '@/lib/beschikking/texts'
import type { Regeling } from '@/lib/regeling/model'
import type { Voorstel } from '@/lib/verantwoording/rules/vaststelling-voornemen'

export type VoornemenBrief = Voorstel & {
  readonly reden: string
  readonly reagerenTot: PlainDate
  /** The amount that holds now, and what was paid to the opleider. */
  readonly geldendCent: Cent
  readonly betaaldCent: Cent
}

/** What we mean to decide about a burger's STAP-budget, and until when the burger can say something of it (Awb 4:8). No besluit: no bezwaar. */
export function makeVoornemenbrief(feiten: BriefFeiten, voornemen: VoornemenBrief): NieuweBrief {
  const { zin, artikel } = vervolggrond(voornemen.grond, voornemen.soort)
  const tot = formatDatum(voornemen.reagerenTot)
  return {
    onderwerp: voornemen.soort === 'uitsluiting' ? 'Wij willen u tijdelijk uitsluiten. Wat vindt u daarvan?' : 'Wij willen uw STAP-budget verlagen. Wat vindt u daarvan?',
    inhoud: {
      ...basis(feiten),
      kern: kernOf(feiten, voornemen),
      betekenis: ['Er is nog niets besloten. Wij willen eerst van u horen wat er is gebeurd.', ...gevolgen(voornemen)],
      doen: [
        `Reageer uiterlijk op ${tot}. Ga naar uw aanvraag in Mijn STAP en kies ‘Reageren op het voornemen’. U kunt ook bewijs meesturen.`,
        'Liever bellen? Bel ons op 088 000 00 00. Wij schrijven op wat u zegt.',
        'Was u ziek, of was er iets anders aan de hand? Of komt u in geldproblemen? Vertel het ons. Wij houden er rekening mee.',
        'Reageert u niet? Dan beslissen wij met wat wij nu weten.',
      ],
      waarom: { inleiding: [], gronden: [{ zin, artikel }] },
      toelichting: alineas(voornemen.reden),
      bezwaar: null,
    },
  }
}

function kernOf(feiten: BriefFeiten, { soort, bedragCent, maanden }: VoornemenBrief): string {
  const bedrag = bedragCent === null ? '' : formatBedrag(bedragCent)
  switch (soort) {
    case 'vaststelling':
      return `Wij zijn van plan om uw STAP-budget voor ${scholing(feiten)} vast te stellen op ${bedrag}.`
    case 'intrekking':
      return `Wij zijn van plan om uw STAP-budget voor ${scholing(feiten)} in te trekken.`
    case 'wijziging':
      return `Wij zijn van plan om uw STAP-budget voor ${scholing(feiten)} te verlagen naar ${bedrag}.`
    case 'herziening':
      return `Wij zijn van plan om het vastgestelde STAP-budget voor ${scholing(feiten)} te verlagen naar ${bedrag}.`
    case 'uitsluiting':
      return `Wij zijn van plan om u ${String(maanden)} maanden uit te sluiten van STAP-budget.`
  }
}

function gevolgen({ soort, van, bedragCent, geldendCent, betaaldCent, werktTerug, ingaatOp, maanden }: VoornemenBrief): readonly string[] {
  if (soort === 'uitsluiting') return [`U zou dan ${String(maanden)} maanden geen nieuwe aanvraag kunnen doen. Dat zou ingaan op de dag van ons besluit.`]
  const terugCent = cent(Math.max(0, betaaldCent - (bedragCent ?? 0)))
  const vanaf = werktTerug === false && ingaatOp !== null ? [`Het zou gelden vanaf ${formatDatum(ingaatOp)}.`] : []
  const nu = [`Uw STAP-budget is nu ${formatBedrag(geldendCent)}.`]
  if (terugCent === 0 || van === 'niemand') return [...nu, ...vanaf, 'U hoeft dan niets terug te betalen.']
  return van === 'burger'
    ? [...nu, ...vanaf, `Wij betaalden ${formatBedrag(betaaldCent)} aan uw opleider. U zou dan ten hoogste ${formatBedrag(terugCent)} moeten terugbetalen.`]
    : [...nu, ...vanaf, 'U hoeft dan niets terug te betalen. Wij vragen het geld terug aan de opleider.']
}

/** The same to the opleider, when the money would come from the opleider. */
export function makeOpleiderVoornemenbrief(
  feiten: BriefFeiten,
  voornemen: VoornemenBrief,
  opleider: { readonly naam: string; readonly adres: string; readonly plaats: string },
): NieuweBrief {
  const terugCent = cent(Math.max(0, voornemen.betaaldCent - (voornemen.bedragCent ?? 0)))
  const inhoud: BriefInhoud = {
    afzender: UWV,
    aan: [opleider.naam, opleider.adres, opleider.plaats],
    gegevens: [{ naam: 'Aanvraag', waarde: feiten.aanvraagKenmerk }],
    aanhef: `Beste medewerker van ${opleider.naam},`,
    kern: `Wij zijn van plan om ${formatBedrag(terugCent)} van u terug te vragen voor ‘${feiten.opleiding}’.`,
    betekenis: ['Er is nog niets besloten. Wij willen eerst uw reactie.', `Wij betaalden u ${formatBedrag(voornemen.betaaldCent)} voor deze deelnemer.`],
    doen: [
      `Reageer uiterlijk op ${formatDatum(voornemen.reagerenTot)}. Stuur een brief of bel ons, en noem het kenmerk van de aanvraag.`,
      'Hebt u bewijs dat de scholing is gegeven? Stuur het mee.',
      'Reageert u niet? Dan beslissen wij met wat wij nu weten.',
    ],
    waarom: { inleiding: [], gronden: [{ zin: OPLEIDER_ZIN[voornemen.grond] ?? 'Het STAP-budget voor deze deelnemer wordt lager.', artikel: vervolggrond(voornemen.grond, voornemen.soort).artikel }] },
    toelichting: alineas(voornemen.reden),
    bezwaar: null,
    contact: CONTACT,
    ondertekening: ONDERTEKENING,
  }
  return { onderwerp: 'Wij willen geld van u terugvragen. Wat vindt u daarvan?', inhoud }
}

const OPLEIDER_ZIN: Partial<Record<string, string>> = {
  'niet-gegeven': 'U hebt de scholing niet gegeven.',
  'niet-gestart': 'De deelnemer is niet met de scholing begonnen.',
  'niet-afgerond-opleider': 'De scholing is niet doorgegaan of gestopt door u.',
  'niet-aangetoond': 'Wij kregen van u geen bewijs dat de scholing is gevolgd.',
}

/** That an announced besluit does not go on. */
export function makeVervallenbrief(feiten: BriefFeiten): NieuweBrief {
  return {
    onderwerp: 'Ons voornemen gaat niet door',
    inhoud: {
      ...basis(feiten),
      kern: `Wij nemen het besluit over ${scholing(feiten)} dat wij u aankondigden, niet.`,
      betekenis: ['Er verandert niets door ons voornemen.'],
      doen: ['U hoeft niets te doen.'],
      waarom: { inleiding: ['Wij hebben opnieuw naar de feiten gekeken.'], gronden: [] },
      bezwaar: null,
    },
  }
}

/** The last day to react: so many days after the letter; an end on a weekend or feestdag moves (Atw 1 lid 1). */
export function calculateReagerenTot(vandaag: PlainDate, regeling: Pick<Regeling, 'get'>): PlainDate {
  return endOfTermijn(addDays(vandaag, regeling.get('zienswijze-termijn').dagen), regeling.get('gelijkgestelde-dagen'))
}
