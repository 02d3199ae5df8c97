import { formatDatum, type PlainDate } from '@/lib/base/date'
import { formatBedrag, type Cent } from '@/lib/base/money'
import type { OpenBedrag } from '@/lib/vordering/model'
import { basis, betaalwijze, MEDE_BEZWAAR, totaal, type NieuweBrief, type VorderingFeiten } from '@/lib/vordering/rules/brieven'

const AWB = 'van de Algemene wet bestuursrecht'

/** What the letters say a burger does about the account. */
export function rekeningVraag({ aan, kenmerk }: VorderingFeiten, rekening: 'onbekend' | 'voorgesteld' | 'bevestigd'): string {
  if (aan === 'opleider') return 'U hoeft niets te doen. Wij betalen op de rekening die bij ons bekend is. U ziet haar in het opleidersportaal, bij ‘Rekening’.'
  if (rekening === 'bevestigd') return 'U hoeft niets te doen. Wij betalen op de rekening die u hebt bevestigd.'
  const waar = `Ga naar Mijn STAP, bij ‘Terugvorderingen’, en kies ${kenmerk}.`
  return rekening === 'voorgesteld'
    ? `${waar} Bevestig daar op welke rekening wij betalen, of geef er een op. Zolang u dat niet doet, kunnen wij niet betalen.`
    : `${waar} Geef daar op naar welke rekening wij betalen.`
}

/** There is money for who owed us: paid too much, or paid after all was over. And when the bank sent our payment back. */
export function makeTerugbetaalbericht(
  feiten: VorderingFeiten, { bedrag, isTeruggekomen, rekening }: { bedrag: Cent; isTeruggekomen: boolean; rekening: 'onbekend' | 'voorgesteld' | 'bevestigd' },
): NieuweBrief {
  const wacht = feiten.aan === 'burger' && rekening !== 'bevestigd'
  return {
    onderwerp: isTeruggekomen ? 'Wij konden u niet betalen' : 'U krijgt geld van ons terug',
    inhoud: {
      ...basis(feiten),
      kern: isTeruggekomen ? `Wij wilden ${formatBedrag(bedrag)} aan u terugbetalen. De bank heeft de betaling teruggestuurd.` : `U krijgt ${formatBedrag(bedrag)} van ons terug.`,
      betekenis: [wacht ? 'Wij betalen zodra wij zeker weten op welke rekening.' : 'Wij betalen met onze eerstvolgende betalingen. Dat duurt meestal een paar dagen.'],
      doen: [rekeningVraag(feiten, rekening)],
      waarom: { inleiding: ['U betaalde meer dan u moest betalen. Wat u te veel betaalde, is van u.'], gronden: [] },
      bezwaar: null,
    },
  }
}

export type Verrekenbrief = {
  /** What is set off, against what we owed on the other claim. */
  readonly bedrag: Cent
  readonly tegenKenmerk: string
  /** What we still pay back on that one after it. */
  readonly restTerug: Cent
  readonly open: OpenBedrag
  /** From when it counts as paid (Awb 4:93 lid 3). */
  readonly werktVanaf: PlainDate
  readonly vervaltOp: PlainDate
  readonly reden: string
  readonly bezwaarUiterlijkOp: PlainDate
}

/** The besluit to set off: which claim, against what, and how much (Awb 4:93 lid 2). */
export function makeVerrekening(feiten: VorderingFeiten, { bedrag, tegenKenmerk, restTerug, open, werktVanaf, vervaltOp, reden, bezwaarUiterlijkOp }: Verrekenbrief): NieuweBrief {
  const rest = totaal(open)
  return {
    onderwerp: 'Wij verrekenen wat u moet betalen',
    inhoud: {
      ...basis(feiten),
      kern: `Wij verrekenen ${formatBedrag(bedrag)} van terugvordering ${feiten.kenmerk} met STAP-budget dat u van ons krijgt (${tegenKenmerk}).`,
      betekenis: [
        rest === 0 ? `U hoeft voor ${feiten.kenmerk} niets meer te betalen.` : betaalwijze(feiten, rest, vervaltOp),
        restTerug === 0 ? `Van ${tegenKenmerk} krijgt u niets meer terug.` : `Van ${tegenKenmerk} krijgt u nog ${formatBedrag(restTerug)} terug.`,
        `De verrekening telt vanaf ${formatDatum(werktVanaf)}. Over het verrekende bedrag betaalt u vanaf die dag geen rente.`,
      ],
      doen: [rest === 0 ? 'U hoeft niets te doen.' : 'Kunt u de rest niet in één keer betalen? Vraag dan om betalen in termijnen.', 'Houdt u hierdoor te weinig over om van te leven? Bel ons dan meteen.'],
      waarom: { inleiding: ['U moet STAP-budget terugbetalen. En wij moeten u STAP-budget betalen voor dezelfde scholing in een ander tijdvak.'], gronden: [
        { zin: 'Dan mogen wij het een met het ander verrekenen.', artikel: `artikel 4:57, derde lid, en artikel 4:93 ${AWB}` },
        MEDE_BEZWAAR,
      ] },
      toelichting: [reden],
      bezwaar: { uiterlijkOp: bezwaarUiterlijkOp, bij: 'uwv' },
    },
  }
}


/** More time to pay (Awb 4:94 lid 3): until when, that interest runs on (4:101), and how to object. */
export function makeUitstel(feiten: VorderingFeiten, { open, tot, reden, bezwaarUiterlijkOp }: { open: OpenBedrag; tot: PlainDate; reden: string; bezwaarUiterlijkOp: PlainDate }): NieuweBrief {
  return {
    onderwerp: 'U krijgt meer tijd om terug te betalen',
    inhoud: {
      ...basis(feiten),
      kern: `U hebt uitstel tot en met ${formatDatum(tot)}.`,
      betekenis: [betaalwijze(feiten, totaal(open), tot), 'Tot die dag sturen wij u geen aanmaning.', 'Was de eerste betaaltermijn al voorbij, of loopt die intussen af? Dan betaalt u over die tijd wettelijke rente.'],
      doen: ['Lukt betalen ook dan niet? Vraag voor die dag om betalen in termijnen.'],
      waarom: { inleiding: [], gronden: [
        { zin: 'Wij kunnen uitstel van betaling geven.', artikel: `artikel 4:94 ${AWB}` },
        { zin: 'Tijdens uitstel loopt de rente door.', artikel: `artikel 4:101 ${AWB}` },
        MEDE_BEZWAAR,
      ] },
      toelichting: [reden],
      bezwaar: { uiterlijkOp: bezwaarUiterlijkOp, bij: 'uwv' },
    },
  }
}
