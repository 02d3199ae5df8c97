import { alineas } from '@/lib/beschikking/rules/brieven'
import { formatDatum, formatDatumKort, type PlainDate } from '@/lib/base/date'
import { cent, formatBedrag, type Cent } from '@/lib/base/money'
import { basis, betaalwijze, formatIban, MEDE_BEZWAAR, totaal, type NieuweBrief, type VorderingFeiten } from '@/lib/vordering/rules/brieven'
import type { Termijn } from '@/lib/vordering/rules/betalingsregeling'
import type { OpenBedrag } from '@/lib/vordering/model'
import { rekeningVraag } from '@/lib/vordering/rules/brieven-terug'

const AWB = 'van de Algemene wet bestuursrecht'

/** Yes to an arrangement (Awb 4:94): when, how much, what about interest (4:101), and what happens when one is missed. */
export function makeToewijzing(
  feiten: VorderingFeiten,
  { termijnen, hersteldagen, isRentevrij, motivering, bezwaarUiterlijkOp }: { termijnen: readonly Termijn[]; hersteldagen: number; isRentevrij: boolean; motivering: string | null; bezwaarUiterlijkOp: PlainDate },
): NieuweBrief {
  const som = cent(termijnen.reduce((totaalCent, { bedrag }) => totaalCent + bedrag, 0))
  const aantal = termijnen.length === 1 ? 'in één keer, op een latere dag' : `in ${String(termijnen.length)} termijnen`
  return {
    onderwerp: termijnen.length === 1 ? 'U krijgt meer tijd om terug te betalen' : 'U mag in termijnen terugbetalen',
    inhoud: {
      ...basis(feiten),
      kern: `U mag ${formatBedrag(som)} terugbetalen ${aantal}.`,
      betekenis: [
        ...termijnen.map(({ dag, bedrag }, index) => `${termijnen.length === 1 ? 'Betaal' : `Termijn ${String(index + 1)}:`} ${formatBedrag(bedrag)} uiterlijk op ${formatDatumKort(dag)}.`),
        `Betaal op rekening ${formatIban(feiten.iban)} van UWV. Zet ${feiten.kenmerk} in de omschrijving.`,
        isRentevrij ? 'Zolang u op tijd betaalt, komt er geen rente bij. Wij sturen ook geen aanmaning.' : 'Over deze tijd betaalt u wettelijke rente. Wij sturen geen aanmaning zolang u op tijd betaalt.',
      ],
      doen: [
        'Betaal elke termijn op tijd. Meer of eerder betalen mag altijd.',
        `Lukt een termijn niet? Dan sturen wij u een bericht. U hebt daarna ${String(hersteldagen)} dagen om de termijn alsnog te betalen. Doet u dat niet, dan stopt de afspraak en moet u alles in één keer betalen.`,
      ],
      waarom: { inleiding: ['U vroeg om op een andere manier te betalen.'], gronden: [{ zin: 'Wij kunnen uitstel van betaling geven.', artikel: `artikel 4:94, eerste lid, ${AWB}` }, { zin: 'Wij bepalen of u in die tijd rente betaalt.', artikel: `artikel 4:101 ${AWB}` }, MEDE_BEZWAAR] },
      bezwaar: { uiterlijkOp: bezwaarUiterlijkOp, bij: 'uwv' },
      ...(motivering === null ? {} : { toelichting: [motivering] }),
    },
  }
}

/** No to an arrangement, by a person and with the reason. */
export function makeAfwijzing(feiten: VorderingFeiten, { open, uiterlijkOp, motivering, bezwaarUiterlijkOp }: { open: OpenBedrag; uiterlijkOp: PlainDate; motivering: string; bezwaarUiterlijkOp: PlainDate }): NieuweBrief {
  return {
    onderwerp: 'U mag niet betalen zoals u voorstelde',
    inhoud: {
      ...basis(feiten),
      kern: 'Wij gaan niet akkoord met uw voorstel om terug te betalen.',
      betekenis: [betaalwijze(feiten, totaal(open), uiterlijkOp)],
      doen: ['U kunt een ander voorstel doen. Bel ons als u er niet uitkomt. Dan zoeken wij samen een oplossing.'],
      waarom: { inleiding: [], gronden: [{ zin: 'Wij hebben gekeken wat u kunt betalen en hoe lang het duurt.', artikel: `artikel 4:94, eerste lid, ${AWB}` }, MEDE_BEZWAAR] },
      toelichting: [motivering],
      bezwaar: { uiterlijkOp: bezwaarUiterlijkOp, bij: 'uwv' },
    },
  }
}

/** A missed instalment: the message, without cost. */
export function makeTermijnbericht(feiten: VorderingFeiten, { achter, uiterlijkOp }: { achter: Cent; uiterlijkOp: PlainDate }): NieuweBrief {
  return {
    onderwerp: 'U hebt een termijn niet op tijd betaald',
    inhoud: {
      ...basis(feiten),
      kern: `U loopt ${formatBedrag(achter)} achter met betalen. Betaal dat uiterlijk op ${formatDatum(uiterlijkOp)}.`,
      betekenis: [betaalwijze(feiten, achter, uiterlijkOp), 'Doet u dat niet? Dan stopt de afspraak. U moet dan alles in één keer betalen.'],
      doen: ['Lukt het niet? Bel ons voor die dag. Dan kijken wij wat er kan.', 'Hebt u net betaald? Dan hoeft u niets te doen.'],
      waarom: { inleiding: [], gronden: [] }, bezwaar: null,
    },
  }
}

/** The arrangement has ended: all of it at once. */
export function makeVervalbericht(feiten: VorderingFeiten, { open, uiterlijkOp, bezwaarUiterlijkOp }: { open: OpenBedrag; uiterlijkOp: PlainDate; bezwaarUiterlijkOp: PlainDate }): NieuweBrief {
  return {
    onderwerp: 'De afspraak om in termijnen te betalen is gestopt',
    inhoud: {
      ...basis(feiten),
      kern: `De afspraak om in termijnen te betalen is gestopt. U moet nu ${formatBedrag(totaal(open))} in één keer betalen.`,
      betekenis: [betaalwijze(feiten, totaal(open), uiterlijkOp), 'Betaalt u niet op tijd? Dan krijgt u een aanmaning met kosten, als u die nog niet had. Daarna kan een gerechtsdeurwaarder het geld innen.'],
      doen: ['U kunt één keer een nieuw voorstel doen. Een medewerker beslist daarover.'],
      waarom: { inleiding: ['U betaalde niet op tijd, ook niet na ons bericht.'], gronden: [{ zin: 'Wij kunnen uitstel van betaling intrekken als u zich niet aan de afspraak houdt.', artikel: `artikel 4:96, eerste lid, onder a, ${AWB}` }, MEDE_BEZWAAR] },
      bezwaar: { uiterlijkOp: bezwaarUiterlijkOp, bij: 'uwv' },
    },
  }
}

/** The claim is less or nothing any more, and what goes back. */
export function makeWijziging(
  feiten: VorderingFeiten,
  { was, wordt, open, terug, rente, reden, vervaltOp, bezwaarUiterlijkOp }: { was: Cent; wordt: Cent; open: OpenBedrag; terug: Cent; rente: Cent; reden: string; vervaltOp: PlainDate; bezwaarUiterlijkOp: PlainDate },
): NieuweBrief {
  const nogTeBetalen = totaal(open)
  return {
    onderwerp: wordt === 0 ? 'U hoeft niet terug te betalen' : 'U hoeft minder terug te betalen',
    inhoud: {
      ...basis(feiten),
      kern: wordt === 0 ? `U hoeft ${formatBedrag(was)} niet terug te betalen. Onze brief daarover geldt niet meer.` : `U hoeft geen ${formatBedrag(was)} terug te betalen, maar ${formatBedrag(wordt)}.`,
      betekenis: [
        ...(terug > 0 ? [`U hebt ${formatBedrag(terug)} te veel betaald. Dat krijgt u terug.`] : []),
        ...(rente > 0 ? [`U krijgt ook ${formatBedrag(rente)} wettelijke rente, omdat wij uw geld onterecht hadden.`] : []),
        ...(nogTeBetalen > 0 ? [betaalwijze(feiten, nogTeBetalen, vervaltOp)] : ['U hoeft niets meer te betalen. Ook geen kosten of rente.']),
      ],
      doen: [terug > 0 ? rekeningVraag(feiten, 'voorgesteld') : 'U hoeft nu niets te doen.'],
      waarom: { inleiding: [], gronden: [
        { zin: 'Wij kunnen terugvorderen. Wij doen dat nu voor minder, of niet meer.', artikel: `artikel 4:57, eerste lid, en na bezwaar artikel 7:11 ${AWB}` },
        ...(rente > 0 ? [{ zin: 'Over wat u te veel betaalde krijgt u wettelijke rente.', artikel: `artikel 4:102, eerste en vierde lid, ${AWB}` }] : []),
      ] },
      toelichting: [reden],
      bezwaar: { uiterlijkOp: bezwaarUiterlijkOp, bij: 'uwv' },
    },
  }
}

/** Remitted (Awb 4:94a), whole or in part. */
export function makeKwijtschelding(feiten: VorderingFeiten, { bedrag, open, reden, vervaltOp, bezwaarUiterlijkOp }: { bedrag: Cent; open: OpenBedrag; reden: string; vervaltOp: PlainDate; bezwaarUiterlijkOp: PlainDate }): NieuweBrief {
  const rest = totaal(open)
  return {
    onderwerp: rest === 0 ? 'U hoeft niet meer terug te betalen' : 'U hoeft een deel niet meer terug te betalen',
    inhoud: {
      ...basis(feiten),
      kern: `Wij schelden ${formatBedrag(bedrag)} kwijt. Dat bedrag hoeft u niet te betalen.`,
      betekenis: rest === 0 ? ['U hoeft niets meer te betalen.'] : [betaalwijze(feiten, rest, vervaltOp)],
      doen: [rest === 0 ? 'U hoeft niets te doen.' : 'Kunt u de rest niet in één keer betalen? Vraag dan om betalen in termijnen.'],
      waarom: { inleiding: [], gronden: [{ zin: 'De gevolgen van het terugbetalen zijn voor u te zwaar in verhouding tot het doel ervan.', artikel: `artikel 4:94a ${AWB}` }] },
      toelichting: alineas(reden),
      bezwaar: { uiterlijkOp: bezwaarUiterlijkOp, bij: 'uwv' },
    },
  }
}
