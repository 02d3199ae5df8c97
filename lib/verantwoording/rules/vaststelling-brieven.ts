import { addDays, formatDatum, type PlainDate } from '@/lib/base/date'
import { formatBedrag, type Cent } from '@/lib/base/money'
import type { BriefFeiten } from '@/lib/beschikking/model'
import { endOfTermijn } from '@/lib/base/termijn'
import { alineas, basis, scholing, type NieuweBrief } from '@/lib/beschikking/rules/brieven'
import { vervolggrond } from '@/lib/beschikking/texts'
import type { Regeling } from '@/lib/regeling/model'
import { VERGOEDT_SCHADE } from '@/lib/verantwoording/rules/vaststelling-schade'
import type { Voorstel } from '@/lib/verantwoording/rules/vaststelling-voornemen'

export type VoornemenBrief = Voorstel & {
  readonly reden: string
  readonly reagerenTot: PlainDate
  /** The amount that holds now, and what was paid to the opleider. In cents. */
  readonly geldendCent: Cent
  readonly betaaldCent: Cent
  /** What would come back at most. */
  readonly terugCent: Cent
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
        `Wij beslissen niet voor het einde van ${tot}, tenzij u zegt dat wij eerder mogen beslissen.`,
        'Liever bellen? Bel ons op 088 000 00 00. Wij schrijven op wat u zegt.',
        'Was u ziek, of was er iets anders aan de hand? Of komt u in geldproblemen? Vertel het ons. Wij houden er rekening mee.',
        ...(VERGOEDT_SCHADE.includes(voornemen.grond) ? [SCHADE] : []),
        'Reageert u niet? Dan beslissen wij met wat wij nu weten.',
      ],
      waarom: { inleiding: [], gronden: [{ zin, artikel }] },
      toelichting: alineas(voornemen.reden),
      bezwaar: null,
    },
  }
}

/** Awb 4:50 lid 2: asked before the besluit, because only the burger knows. */
const SCHADE = 'Hebt u kosten gemaakt omdat u op het STAP-budget rekende? Vertel ons hoeveel, en stuur bewijs mee, zoals een rekening. Schade die u daardoor hebt, vergoeden wij.'

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

function gevolgen({ soort, van, geldendCent, betaaldCent, terugCent, werktTerug, ingaatOp, maanden }: VoornemenBrief): readonly string[] {
  if (soort === 'uitsluiting') return [`U zou dan ${String(maanden)} maanden geen nieuwe aanvraag kunnen doen. Dat zou ingaan op de dag van ons besluit.`]
  const vanaf = werktTerug === false && ingaatOp !== null ? [`Het zou gelden vanaf ${formatDatum(ingaatOp)}.`] : []
  const nu = [`Uw STAP-budget is nu ${formatBedrag(geldendCent)}.`]
  if (terugCent === 0 || van === 'niemand') return [...nu, ...vanaf, 'U hoeft dan niets terug te betalen.']
  return van === 'burger'
    ? [...nu, ...vanaf, `Wij betaalden ${formatBedrag(betaaldCent)} aan uw opleider. U zou dan ten hoogste ${formatBedrag(terugCent)} moeten terugbetalen.`]
    : [...nu, ...vanaf, 'U hoeft dan niets terug te betalen. Wij vragen het geld terug aan de opleider.']
}

/** What a behandelaar wrote down of what the burger said, so that the burger can put it right. */
export function makeVastgelegdbrief(feiten: BriefFeiten, { tekst, zietAf, reagerenTot }: Vastgelegd): NieuweBrief {
  return {
    onderwerp: 'Wij hebben opgeschreven wat u zei over ons voornemen',
    inhoud: {
      ...basis(feiten),
      kern: `U reageerde op ons voornemen over ${scholing(feiten)}. Wij hebben opgeschreven wat u zei.`,
      betekenis: [zietAf ? 'U zei dat u niet wilt reageren.' : `Dit schreven wij op: ‘${tekst}’`, 'Wij gebruiken dit bij ons besluit.'],
      doen: [`Klopt het niet, of wilt u nog iets zeggen? Laat het ons weten, uiterlijk op ${formatDatum(reagerenTot)}. Ga naar uw aanvraag in Mijn STAP, of bel 088 000 00 00.`, 'Klopt het? Dan hoeft u niets te doen.'],
      waarom: { inleiding: [], gronden: [] },
      bezwaar: null,
    },
  }
}

export type Vastgelegd = { readonly tekst: string; readonly zietAf: boolean; readonly reagerenTot: PlainDate }

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
