import { formatDatum, type PlainDate } from '@/lib/base/date'
import { cent, formatBedrag, type Cent } from '@/lib/base/money'
import type { BriefInhoud } from '@/lib/beschikking/model'
import { CONTACT, ONDERTEKENING, UWV } from '@/lib/beschikking/texts'
import type { OpenBedrag, VorderingGrond } from '@/lib/vordering/model'
import { GROND } from '@/lib/vordering/texts'

export type NieuweBrief = { readonly onderwerp: string; readonly inhoud: BriefInhoud }

/** What every letter about a claim says. `iban` is the account of UWV. */
export type VorderingFeiten = {
  readonly kenmerk: string
  readonly naam: string
  readonly aan: 'burger' | 'opleider'
  readonly aanvraagKenmerk: string
  readonly opleiding: string
  readonly iban: string
}

const AWB = 'van de Algemene wet bestuursrecht'
const TELWOORD = ['nul', 'één', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien', 'elf', 'twaalf']
/** A number of weeks or years in words, as a letter says it; the number comes from the regeling. */
export const inWoorden = (aantal: number, een: string, meer: string): string => `${TELWOORD[aantal] ?? String(aantal)} ${aantal === 1 ? een : meer}`

/**
 * What a besluit beside the one that asks for payment says of a bezwaar that was made before it: that bezwaar is about this one too, as far as it is disputed
 * (Awb 4:125 lid 1: set-off, uitstel, interest, remission).
 */
export const MEDE_BEZWAAR = { zin: 'Maakte u al bezwaar tegen onze brief dat u moet terugbetalen? Bent u het ook met dit besluit niet eens, dan gaat dat bezwaar daar ook over. Laat ons dat weten. U hoeft geen nieuw bezwaar te maken.', artikel: `artikel 4:125, eerste lid, ${AWB}` } as const

export const totaal = ({ hoofdsom, kosten }: OpenBedrag): Cent => cent(hoofdsom + kosten)
const portaal = ({ aan }: VorderingFeiten) => (aan === 'burger' ? 'Mijn STAP' : 'het opleidersportaal')

export function basis(feiten: VorderingFeiten): Pick<BriefInhoud, 'afzender' | 'aan' | 'gegevens' | 'aanhef' | 'contact' | 'ondertekening'> {
  return {
    afzender: UWV, aan: [feiten.naam], ondertekening: ONDERTEKENING, aanhef: `Beste ${feiten.naam},`,
    gegevens: [{ naam: 'Betalingskenmerk', waarde: feiten.kenmerk }, { naam: feiten.aan === 'burger' ? 'Uw aanvraag' : 'Aanvraag', waarde: feiten.aanvraagKenmerk }],
    contact: feiten.aan === 'burger' ? CONTACT : [...CONTACT.slice(0, 1), 'In het opleidersportaal ziet u wat er met deze terugvordering gebeurt.'],
  }
}

/** How to pay: account, amount, reference. */
export function betaalwijze({ iban, kenmerk }: VorderingFeiten, bedrag: Cent, uiterlijkOp: PlainDate): string {
  return `Betaal ${formatBedrag(bedrag)} uiterlijk op ${formatDatum(uiterlijkOp)} op rekening ${formatIban(iban)} van UWV. Zet ${kenmerk} in de omschrijving. Dan weten wij dat het van u is.`
}

export function formatIban(iban: string): string {
  return iban.replaceAll(/(.{4})(?=.)/g, '$1 ')
}

const nietMeteen = (feiten: VorderingFeiten) =>
  `Kunt u het bedrag niet in één keer betalen? Vraag dan om betalen in termijnen of om meer tijd. Dat kan in ${portaal(feiten)}, bij ‘Terugvorderingen’. Doe dat voordat de termijn om is.`

/** The betalingsbeschikking (Awb 4:86): the amount, the term (4:87), how to pay, how to get more time (4:94), what follows, how to object. */
export function makeBetalingsbeschikking(
  feiten: VorderingFeiten,
  { grond, bedrag, vervaltOp, weken, bezwaarUiterlijkOp, reden = [] }: { grond: VorderingGrond; bedrag: Cent; vervaltOp: PlainDate; /** of the term (regeling, betaaltermijn) */ weken: number; bezwaarUiterlijkOp: PlainDate; reden?: readonly string[] },
): NieuweBrief {
  return {
    onderwerp: 'U moet STAP-budget terugbetalen',
    inhoud: {
      ...basis(feiten),
      kern: `U moet ${formatBedrag(bedrag)} terugbetalen. Het gaat om het STAP-budget voor ‘${feiten.opleiding}’.`,
      betekenis: [
        betaalwijze(feiten, bedrag, vervaltOp),
        'Betaalt u op tijd? Dan komen er geen kosten bij.',
        'Betaalt u niet op tijd? Dan krijgt u een aanmaning met kosten. U moet dan ook wettelijke rente betalen vanaf de dag na de termijn.',
      ],
      doen: [nietMeteen(feiten), 'Betaalde u al? Dan hoeft u niets meer te doen.'],
      waarom: { inleiding: [GROND[grond].zin], gronden: [
        { zin: 'Daarom vorderen wij dit bedrag terug.', artikel: GROND[grond].artikel },
        { zin: `U hebt ${inWoorden(weken, 'week', 'weken')} om te betalen.`, artikel: `artikel 4:86 en artikel 4:87, eerste lid, ${AWB}` },
      ] },
      bezwaar: { uiterlijkOp: bezwaarUiterlijkOp, bij: 'uwv' },
      ...(reden.length === 0 ? {} : { toelichting: reden }),
    },
  }
}

/** A reminder before the term ends. It costs nothing and is no besluit. */
export function makeHerinnering(feiten: VorderingFeiten, open: OpenBedrag, vervaltOp: PlainDate): NieuweBrief {
  return {
    onderwerp: 'Herinnering: u moet nog STAP-budget terugbetalen',
    inhoud: {
      ...basis(feiten),
      kern: `U moet nog ${formatBedrag(totaal(open))} terugbetalen, uiterlijk op ${formatDatum(vervaltOp)}.`,
      betekenis: [betaalwijze(feiten, totaal(open), vervaltOp), 'Deze herinnering kost u niets. Na die dag sturen wij een aanmaning. Daar zijn kosten aan verbonden.'],
      doen: [nietMeteen(feiten), 'Hebt u net betaald? Dan hoeft u niets te doen.'],
      waarom: { inleiding: [], gronden: [] }, bezwaar: null,
    },
  }
}

/** What the regeling says of an aanmaning: the weeks of its term, and below how many cents no interest is owed (Awb 4:98 lid 2). */
type Aanmaningsregels = { readonly weken: number; readonly renteVanaf: Cent }

/**
 * The aanmaning (Awb 4:112): its term, the fee (4:113), and that payment can be enforced at the cost of who owes it. Without that (4:112 lid 3)
 * it is no aanmaning and does not interrupt the limitation. Setting the fee is a besluit, so it says how to object.
 */
export function makeAanmaning(
  feiten: VorderingFeiten,
  { open, vergoeding, vervielOp, uiterlijkOp, bezwaarUiterlijkOp }: { open: OpenBedrag; vergoeding: Cent; vervielOp: PlainDate; uiterlijkOp: PlainDate; bezwaarUiterlijkOp: PlainDate },
  { weken, renteVanaf }: Aanmaningsregels,
): NieuweBrief {
  return {
    onderwerp: 'Aanmaning: u hebt niet op tijd terugbetaald',
    inhoud: {
      ...basis(feiten),
      kern: `U hebt niet op tijd terugbetaald. Betaal nu ${formatBedrag(totaal(open))} binnen ${inWoorden(weken, 'week', 'weken')}.`,
      betekenis: [
        betaalwijze(feiten, totaal(open), uiterlijkOp),
        ...(vergoeding === 0 ? [] : [`In dit bedrag zit ${formatBedrag(vergoeding)} voor de kosten van deze aanmaning.`]),
        `U moet ook wettelijke rente betalen over de tijd dat u te laat bent. Hoeveel dat is, hoort u als u hebt betaald. Is het minder dan ${formatBedrag(renteVanaf)}? Dan hoeft u geen rente te betalen.`,
        'Betaalt u nu weer niet? Dan kunnen wij u dwingen te betalen, bijvoorbeeld met een gerechtsdeurwaarder. De kosten daarvan zijn voor u.',
      ],
      doen: [nietMeteen(feiten), 'Hebt u net betaald? Controleer of u ook de kosten hebt betaald.'],
      waarom: { inleiding: [`U moest betalen uiterlijk op ${formatDatum(vervielOp)}. Wij hebben niet alles ontvangen.`], gronden: [
        { zin: 'Na de termijn bent u in verzuim en bent u rente verschuldigd.', artikel: `artikelen 4:97 en 4:98 ${AWB}` },
        { zin: `U krijgt ${inWoorden(weken, 'week', 'weken')} om alsnog te betalen. Daarna kunnen wij de betaling afdwingen, op uw kosten.`, artikel: `artikel 4:112, eerste en derde lid, ${AWB}` },
        ...(vergoeding === 0 ? [] : [{ zin: 'De kosten van de aanmaning zijn voor u.', artikel: `artikel 4:113 ${AWB}` }]),
      ] },
      bezwaar: { uiterlijkOp: bezwaarUiterlijkOp, bij: 'uwv' },
    },
  }
}

/** The interest is fixed by beschikking (Awb 4:99), with how it was counted. */
export function makeRentebeschikking(
  feiten: VorderingFeiten,
  { rente, open, berekening, uiterlijkOp, bezwaarUiterlijkOp }: { rente: Cent; open: OpenBedrag; berekening: readonly string[]; uiterlijkOp: PlainDate; bezwaarUiterlijkOp: PlainDate },
): NieuweBrief {
  return {
    onderwerp: 'U moet wettelijke rente betalen',
    inhoud: {
      ...basis(feiten),
      kern: `U moet ${formatBedrag(rente)} wettelijke rente betalen, omdat u te laat terugbetaalde.`,
      betekenis: [betaalwijze(feiten, totaal(open), uiterlijkOp), ...(open.hoofdsom === 0 ? ['Het bedrag dat u moest terugbetalen is zelf al betaald.'] : [])],
      doen: [nietMeteen(feiten)],
      waarom: { inleiding: ['Zo hebben wij gerekend:', ...berekening], gronden: [
        { zin: 'Wie te laat betaalt, is wettelijke rente verschuldigd.', artikel: `artikel 4:98, eerste lid, ${AWB} en artikel 119 van Boek 6 van het Burgerlijk Wetboek` },
        { zin: 'Wij stellen het bedrag van de rente vast met deze brief.', artikel: `artikel 4:99 ${AWB}` },
        MEDE_BEZWAAR,
      ] },
      bezwaar: { uiterlijkOp: bezwaarUiterlijkOp, bij: 'uwv' },
    },
  }
}
