import { addDays, formatDatum, type PlainDate } from '@/lib/base/date'
import { formatBedrag, type Cent } from '@/lib/base/money'
import type { BesluitSoort, BriefFeiten, BriefInhoud, Geldgevolg, Herstel, Vaststellingsgrond, Vervolgbesluit, Vervolggrond } from '@/lib/beschikking/model'
import { alineas, basis, scholing, type NieuweBrief } from '@/lib/beschikking/rules/brieven'
import { vervolggrond } from '@/lib/beschikking/texts'

type Slot = { motivering: string | null; bezwaarUiterlijkOp: PlainDate }

/** Letter of vaststelling (Awb 4:46): what the definite amount is, why, and what of the money comes back from whom. */
export function makeVaststellingsbrief(
  feiten: BriefFeiten,
  besluit: Slot & { gronden: readonly Vaststellingsgrond[]; bedragCent: Cent; geld?: Geldgevolg },
): NieuweBrief {
  return {
    onderwerp: 'Uw STAP-budget is vastgesteld',
    inhoud: {
      ...basis(feiten),
      kern: `Wij stellen uw STAP-budget voor ${scholing(feiten)} vast op ${formatBedrag(besluit.bedragCent)}.`,
      betekenis: ['Dit bedrag is definitief.', ...(besluit.geld === undefined ? [] : betekenisVanGeld(besluit.geld))],
      doen: doenMetGeld(besluit.geld),
      ...slot('vaststelling', besluit),
    },
  }
}

/** The letters of the other besluiten after a verlening. */
export function makeVervolgbrief(feiten: BriefFeiten, besluit: Vervolgbesluit & Slot): NieuweBrief {
  switch (besluit.soort) {
    case 'intrekking':
    case 'wijziging':
      return makeIntrekkingsbrief(feiten, besluit)
    case 'herziening':
      return makeHerzieningsbrief(feiten, besluit)
    case 'herroeping':
      return makeHerroepingsbrief(feiten, besluit)
    case 'uitsluiting':
      return makeUitsluitingsbrief(feiten, besluit)
    case 'opheffing-uitsluiting':
      return makeOpheffingsbrief(feiten, besluit)
  }
}

type Soort<Naam extends Vervolgbesluit['soort']> = Extract<Vervolgbesluit, { soort: Naam }> & Slot

/** Awb 4:48 and 4:50: the verlening ends, or is worth less, from the beginning or from a day on. */
function makeIntrekkingsbrief(feiten: BriefFeiten, besluit: Extract<Vervolgbesluit, { werktTerug: boolean }> & Slot): NieuweBrief {
  const isGeheel = besluit.soort === 'intrekking'
  const vanaf = besluit.werktTerug || besluit.ingaatOp === null
    ? 'Dit werkt terug tot de dag waarop u het STAP-budget kreeg.'
    : `Dit geldt vanaf ${formatDatum(besluit.ingaatOp)}. Wat daarvoor was, blijft gelden.`
  return {
    onderwerp: isGeheel ? 'Wij trekken uw STAP-budget in' : 'Wij verlagen uw STAP-budget',
    inhoud: {
      ...basis(feiten),
      kern: isGeheel
        ? `Wij trekken uw STAP-budget voor ${scholing(feiten)} in.`
        : `Wij verlagen uw STAP-budget voor ${scholing(feiten)} naar ${formatBedrag(besluit.bedragCent)}.`,
      betekenis: [vanaf, ...betekenisVanGeld(besluit.geld), ...betekenisVanSchade(besluit.schadeCent)],
      doen: [...doenMetGeld(besluit.geld), ...(hasSchade(besluit.schadeCent) ? ['Wij bellen u om te vragen naar welke rekening wij uw schade betalen.'] : [])],
      ...slot(besluit.soort, besluit, hasSchade(besluit.schadeCent) ? [SCHADEGROND] : []),
    },
  }
}

/** Awb 4:49: the vaststelling itself is changed. */
function makeHerzieningsbrief(feiten: BriefFeiten, besluit: Soort<'herziening'>): NieuweBrief {
  const isVoordeel = besluit.gronden.includes('in-uw-voordeel')
  const eerst = isVoordeel
    ? ['Dit bedrag komt in de plaats van het vorige. Stond er nog een bedrag open dat u moest terugbetalen? Dan vervalt dat.']
    : ['Dit bedrag komt in de plaats van het bedrag in onze vorige brief.']
  return {
    onderwerp: 'Wij passen het vastgestelde STAP-budget aan',
    inhoud: {
      ...basis(feiten),
      kern: `Wij stellen uw STAP-budget voor ${scholing(feiten)} nu vast op ${formatBedrag(besluit.bedragCent)}.`,
      betekenis: [...eerst, ...(isVoordeel ? [] : betekenisVanGeld(besluit.geld))],
      doen: isVoordeel ? ['U hoeft niets te doen. Bewaar deze brief.'] : doenMetGeld(besluit.geld),
      ...slot('herziening', besluit),
    },
  }
}

/** Awb 7:11 lid 2 and 8:72: a besluit that took something away does not count any more. */
function makeHerroepingsbrief(feiten: BriefFeiten, besluit: Soort<'herroeping'>): NieuweBrief {
  const { bestreden, bestelCent } = besluit.herstel
  const bedrag = formatBedrag(besluit.bedragCent)
  const isTerug = bestreden.soort === 'intrekking'
  return {
    onderwerp: isTerug ? 'U krijgt uw STAP-budget terug' : 'Uw STAP-budget wordt hoger',
    inhoud: {
      ...basis(feiten),
      kern: isTerug ? `U krijgt uw STAP-budget voor ${scholing(feiten)} terug. Het is ${bedrag}.` : `Uw STAP-budget voor ${scholing(feiten)} is nu ${bedrag}.`,
      betekenis: [`Ons besluit ${bestreden.kenmerk} geldt niet meer. Dit besluit komt daarvoor in de plaats.`, ...betekenisVanHerstel(besluit.herstel)],
      doen: bestelCent === 0 ? ['U hoeft niets te doen. Bewaar deze brief.'] : [
        'Moet u de opleiding nog volgen of afmaken? Spreek met uw opleider af wanneer u verdergaat.',
        'Betaalde u de opleiding zelf? Vraag uw opleider om dat geld terug zodra wij hebben betaald.',
      ],
      ...slot('herroeping', besluit),
    },
  }
}

function betekenisVanHerstel({ bestelCent, vorderingCent, van }: Herstel): readonly string[] {
  return [
    ...(bestelCent > 0 ? [`Uw opleider kan ons een factuur sturen van hoogstens ${formatBedrag(bestelCent)}. Wij betalen de opleider, u betaalt niets.`] : []),
    ...(vorderingCent > 0 && van === 'burger' ? [
      `Wij vragen ${formatBedrag(vorderingCent)} niet meer van u terug. U krijgt daarover een aparte brief.`,
      'Betaalde u daarvan al iets? Dan betalen wij dat aan u terug. In die brief staat hoeveel, en of u er rente bij krijgt.',
    ] : []),
    ...(vorderingCent > 0 && van === 'opleider' ? ['Wij vragen dit geld niet meer terug van uw opleider.'] : []),
  ]
}

function makeUitsluitingsbrief(feiten: BriefFeiten, besluit: Soort<'uitsluiting'>): NieuweBrief {
  const laatste = formatDatum(addDays(besluit.eindigtOp, -1))
  return {
    onderwerp: 'U kunt tijdelijk geen STAP-budget krijgen',
    inhoud: {
      ...basis(feiten),
      kern: `U kunt van ${formatDatum(besluit.ingaatOp)} tot en met ${laatste} geen STAP-budget krijgen.`,
      betekenis: [
        'In deze periode kunt u geen nieuwe aanvraag voorbereiden of indienen.',
        `De uitsluiting stopt vanzelf. Vanaf ${formatDatum(besluit.eindigtOp)} kunt u weer een aanvraag doen.`,
      ],
      doen: ['U hoeft niets te doen.', 'Is er iets veranderd, of weten wij iets niet? Laat het ons weten. Wij kunnen de uitsluiting eerder laten stoppen.'],
      ...slot('uitsluiting', besluit),
    },
  }
}

function makeOpheffingsbrief(feiten: BriefFeiten, besluit: Soort<'opheffing-uitsluiting'>): NieuweBrief {
  return {
    onderwerp: 'U kunt weer STAP-budget krijgen',
    inhoud: {
      ...basis(feiten),
      kern: 'Uw uitsluiting van STAP-budget is voorbij.',
      betekenis: ['U kunt vanaf vandaag weer een aanvraag voorbereiden en indienen.'],
      doen: ['Wilt u een scholing volgen? Kies er een in het scholingsregister en vraag de opleider om een aanmeldbewijs.'],
      ...slot('opheffing-uitsluiting', besluit),
    },
  }
}

/** Why, with the articles (Awb 3:46, 3:47), and how to object (3:45). */
function slot(soort: BesluitSoort, besluit: Slot & { gronden: readonly Vervolggrond[] }, erbij: readonly { zin: string; artikel: string }[] = []): Pick<BriefInhoud, 'waarom' | 'bezwaar' | 'toelichting'> {
  const gronden = besluit.gronden.map((grond) => {
    const { zin, artikel } = vervolggrond(grond, soort)
    return { zin, artikel }
  })
  return {
    waarom: { inleiding: [], gronden: [...gronden, ...erbij] },
    bezwaar: { uiterlijkOp: besluit.bezwaarUiterlijkOp, bij: 'uwv' },
    ...(besluit.motivering === null ? {} : { toelichting: alineas(besluit.motivering) }),
  }
}

/** What the burger has to pay back, or does not. A burger never pays back what was the fault of the opleider. */
function betekenisVanGeld({ betaaldCent, terugCent, van }: Geldgevolg): readonly string[] {
  if (van === 'burger' && terugCent > 0) {
    return [
      `Wij betaalden ${formatBedrag(betaaldCent)} aan uw opleider. Daarvan moet u ${formatBedrag(terugCent)} terugbetalen.`,
      'U krijgt daarover een aparte brief. Daarin staat hoe u betaalt en voor welke datum.',
      'Maakt u bezwaar tegen dit besluit? Dan geldt dat ook voor die brief. U hoeft niet twee keer bezwaar te maken.',
    ]
  }
  if (van === 'opleider' && terugCent > 0) return ['U hoeft niets terug te betalen. Wij vragen het geld terug aan de opleider.']
  return ['U hoeft niets terug te betalen.']
}

const SCHADEGROND = { zin: 'Wij vergoeden de schade die u hebt omdat u op het STAP-budget rekende.', artikel: 'artikel 4:50, tweede lid, van de Algemene wet bestuursrecht' } as const

const hasSchade = (schadeCent: Cent | null | undefined): boolean => (schadeCent ?? 0) > 0

/** Awb 4:50 lid 2: what relying on the STAP-budget cost the burger. Said as well when it is nothing, so that one can object to it. */
function betekenisVanSchade(schadeCent: Cent | null | undefined): readonly string[] {
  if (schadeCent === null || schadeCent === undefined) return []
  if (schadeCent > 0) return [`Wij betalen u ${formatBedrag(schadeCent)} voor uw schade, omdat u op het STAP-budget rekende. U krijgt dat binnen zes weken.`]
  return ['Wij betalen geen schade. Onder aan deze brief leest u waarom.']
}

function doenMetGeld(geld: Geldgevolg | undefined): readonly string[] {
  if (geld?.van !== 'burger' || geld.terugCent === 0) return ['U hoeft niets te doen. Bewaar deze brief.']
  return ['Wacht op de brief over het terugbetalen.', 'Kunt u het bedrag niet in één keer betalen? Vraag dan in Mijn STAP om betalen in delen.']
}
