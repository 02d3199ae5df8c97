import type { StopGevolg } from '@/lib/annulering/model'
import { describeGevolg } from '@/lib/annulering/texts'
import { formatDatum, type PlainDate } from '@/lib/base/date'
import { formatBedrag, type Cent } from '@/lib/base/money'
import type { BriefFeiten, BriefInhoud } from '@/lib/beschikking/model'
import type { NieuweBrief } from '@/lib/beschikking/rules/brieven'
import { CONTACT, ONDERTEKENING, UWV } from '@/lib/beschikking/texts'

const scholing = ({ opleiding, opleider }: BriefFeiten) => `‘${opleiding}’ bij ${opleider}`

function aanBurger({ naam, aanvraagKenmerk }: BriefFeiten): Pick<BriefInhoud, 'afzender' | 'aan' | 'gegevens' | 'aanhef' | 'contact' | 'ondertekening'> {
  return { afzender: UWV, aan: [naam], gegevens: [{ naam: 'Uw aanvraag', waarde: aanvraagKenmerk }], aanhef: `Beste ${naam},`, contact: CONTACT, ondertekening: ONDERTEKENING }
}

const afmelden = ({ oorzaak }: StopGevolg, { opleider }: BriefFeiten) => (oorzaak === 'burger' ? [`Meld u zelf af bij ${opleider}, als u dat nog niet deed.`] : [])

/** The besluit that ends a grant at the request of the burger (Awb 4:48 lid 1 onder a): the consequence that was shown, in the same sentences. */
export function makeIntrekkingOpVerzoek(feiten: BriefFeiten, gevolg: StopGevolg, { bedenktijdDagen, bezwaarUiterlijkOp }: { bedenktijdDagen: number; bezwaarUiterlijkOp: PlainDate }): NieuweBrief {
  return {
    onderwerp: 'Wij trekken uw STAP-budget in, zoals u vroeg',
    inhoud: {
      ...aanBurger(feiten),
      kern: `U vroeg ons te stoppen. Wij trekken uw STAP-budget van ${formatBedrag(feiten.bedragCent)} voor ${scholing(feiten)} in.`,
      betekenis: describeGevolg(gevolg, { opleider: feiten.opleider, bedenktijdDagen }).map(({ zin }) => zin),
      doen: [...afmelden(gevolg, feiten), 'Vraagt de opleider u om geld dat hier niet staat? Betaal dan niet en bel ons.'],
      waarom: {
        inleiding: [gevolg.oorzaak === 'burger' ? 'U volgt de scholing niet.' : 'De opleider heeft de scholing afgezegd, en u koos ervoor te stoppen.'],
        gronden: [{ zin: 'De scholing waarvoor u subsidie kreeg, gaat voor u niet door.', artikel: 'artikel 4:48, eerste lid, onder a, van de Algemene wet bestuursrecht' }],
      },
      bezwaar: { uiterlijkOp: bezwaarUiterlijkOp, bij: 'uwv' },
    },
  }
}

/** Confirms that an aanvraag without a grant was withdrawn, or that a scholing that began was stopped. No besluit. */
export function makeStopbevestiging(feiten: BriefFeiten, gevolg: StopGevolg, bedenktijdDagen: number): NieuweBrief {
  const isMelding = gevolg.wijze === 'melden'
  return {
    onderwerp: isMelding ? 'U stopt met uw opleiding' : 'U hebt uw aanvraag ingetrokken',
    inhoud: {
      ...aanBurger(feiten),
      kern: isMelding ? `U hebt gemeld dat u stopt met ${scholing(feiten)}.` : `U hebt uw aanvraag voor ${scholing(feiten)} ingetrokken.`,
      betekenis: describeGevolg(gevolg, { opleider: feiten.opleider, bedenktijdDagen }).map(({ zin }) => zin),
      doen: [...afmelden(gevolg, feiten), ...(isMelding ? ['Wij vragen de opleider om de uitkomst. Daarna krijgt u bericht en kunt u reageren.'] : ['Verder hoeft u niets te doen.'])],
      waarom: { inleiding: [], gronden: [] },
      bezwaar: null,
    },
  }
}

export type OpleiderFeiten = { opleider: string; adres: readonly string[]; deelnemer: string; opleiding: string; aanvraagKenmerk: string; startdatum: PlainDate }

/** Tells the opleider that a participant stops, what that means for order, invoice and money, and what it may charge. */
export function makeStopberichtOpleider(feiten: OpleiderFeiten, { geld, kosten, oorzaak }: StopGevolg): NieuweBrief {
  return {
    onderwerp: 'Een deelnemer stopt',
    inhoud: {
      afzender: UWV, aan: [feiten.opleider, ...feiten.adres], gegevens: [{ naam: 'Aanvraag', waarde: feiten.aanvraagKenmerk }], aanhef: 'Geacht bestuur,', contact: CONTACT.slice(0, 1), ondertekening: ONDERTEKENING,
      kern: `${feiten.deelnemer} stopt met ‘${feiten.opleiding}’, met start op ${formatDatum(feiten.startdatum)}.`,
      betekenis: [OPLEIDER_GELD[geld], oorzaak === 'opleider'
        ? 'U hebt deze scholing afgezegd. U mag de deelnemer geen kosten rekenen.'
        : `Rekent u de deelnemer annuleringskosten? Dan hoogstens ${formatBedrag(kosten.maximumCent)}. UWV betaalt die niet.${kosten.wie === 'in-mindering' ? ' Factureer dan zoveel minder. Stuurde u al een factuur voor het hele bedrag? Stuur dan een creditnota; tot die er is, betalen wij die factuur niet.' : ''}`],
      doen: oorzaak === 'opleider' ? ['U hoeft niets te doen.'] : ['Rekende u kosten? Meld dat in het opleidersportaal bij Annuleringen. U krijgt nooit én annuleringskosten én STAP-budget voor hetzelfde.'],
      waarom: { inleiding: [], gronden: [] },
      bezwaar: null,
    },
  }
}

const OPLEIDER_GELD: Readonly<Record<StopGevolg['geld'], string>> = {
  geen: 'Er was nog geen opdracht aan u.',
  'opdracht-vervalt': 'Onze opdracht aan u vervalt. U kunt er geen factuur meer voor sturen.',
  'factuur-vervalt': 'Onze opdracht en uw factuur vervallen. Wij betalen die factuur niet.',
  'uit-de-betaling': 'Onze opdracht en uw factuur vervallen. Wij halen de factuur uit de betaling. Ontvangt u het bedrag toch, dan vragen wij het terug.',
  'terug-van-opleider': 'Wij hebben uw factuur al betaald. U moet het bedrag terugbetalen. Wacht op onze brief daarover; daarin staat hoe en voor welke dag.',
  achteraf: 'Uw factuur betalen wij als voorschot. Meld de uitkomst bij Deelnames. Daarna beslist UWV hoeveel STAP-budget u mag houden.',
}

/** Tells the burger what the opleider says it charged, and what to do when that is not right. */
export function makeKostenbericht(feiten: BriefFeiten, { bedrag, maximum, toelichting, isVerrekend }: { bedrag: Cent; maximum: Cent; toelichting: string; isVerrekend: boolean }): NieuweBrief {
  return {
    onderwerp: 'De opleider rekent u annuleringskosten',
    inhoud: {
      ...aanBurger(feiten),
      kern: `${feiten.opleider} meldt dat u ${formatBedrag(bedrag)} annuleringskosten betaalt voor ‘${feiten.opleiding}’.`,
      betekenis: [
        `De opleider schrijft: ${toelichting}`,
        `Meer dan ${formatBedrag(maximum)} mag de opleider niet rekenen. U betaalt dit zelf aan de opleider; UWV betaalt het niet.`,
        ...(isVerrekend ? ['Wij trekken dit bedrag af van het STAP-budget dat de opleider mag houden.'] : []),
      ],
      doen: ['Klopt dit niet, of vraagt de opleider meer? Betaal dan nog niet en bel ons.'],
      waarom: { inleiding: [], gronden: [] },
      bezwaar: null,
    },
  }
}

/** Asks the opleider about a fee that a participant says to have been charged: the maximum, and to report or to undo it. No besluit. */
export function makeKostenvraag(feiten: OpleiderFeiten, { bedrag, maximum, toelichting, isAfgezegd }: { bedrag: Cent; maximum: Cent; toelichting: string; isAfgezegd: boolean }): NieuweBrief {
  return {
    onderwerp: 'Een deelnemer meldt annuleringskosten',
    inhoud: {
      afzender: UWV, aan: [feiten.opleider, ...feiten.adres], gegevens: [{ naam: 'Aanvraag', waarde: feiten.aanvraagKenmerk }], aanhef: 'Geacht bestuur,', contact: CONTACT.slice(0, 1), ondertekening: ONDERTEKENING,
      kern: `${feiten.deelnemer} meldt dat u ${formatBedrag(bedrag)} rekent voor ‘${feiten.opleiding}’.`,
      betekenis: [
        `De deelnemer schrijft: ${toelichting}`,
        isAfgezegd ? 'U hebt deze scholing afgezegd. U mag de deelnemer dan geen kosten rekenen.' : `U mag hoogstens ${formatBedrag(maximum)} rekenen. Wat u meer rekende, geeft u terug.`,
        'U krijgt nooit én annuleringskosten én STAP-budget voor hetzelfde.',
      ],
      doen: [isAfgezegd ? 'Geef het bedrag terug en laat ons dat weten.' : 'Meld in het opleidersportaal bij Annuleringen wat u rekende. Rekende u niets, of iets anders? Neem contact met ons op. Zonder bericht van u beslissen wij of dit bedrag meetelt.'],
      waarom: { inleiding: [], gronden: [] },
      bezwaar: null,
    },
  }
}

/** Tells the burger what became of the fee that was told of. No besluit: what the opleider keeps is decided at the vaststelling. */
export function makeKostenantwoord(feiten: BriefFeiten, { bedrag, meegeteld, maximum, reden }: { bedrag: Cent; meegeteld: Cent | null; maximum: Cent; reden: string }): NieuweBrief {
  return {
    onderwerp: 'Uw melding over kosten van de opleider',
    inhoud: {
      ...aanBurger(feiten),
      kern: meegeteld === null ? `U meldde dat ${feiten.opleider} ${formatBedrag(bedrag)} rekent. Dit bedrag telt niet mee als annuleringskosten.` : `U meldde dat ${feiten.opleider} ${formatBedrag(bedrag)} rekent. Wij tellen ${formatBedrag(meegeteld)} mee als annuleringskosten.`,
      betekenis: [reden, `Meer dan ${formatBedrag(maximum)} mag de opleider nooit rekenen.`, ...(meegeteld === null ? [] : ['De opleider krijgt zoveel minder STAP-budget. U betaalt dit bedrag zelf aan de opleider; UWV betaalt het niet.'])],
      doen: ['Vraagt de opleider meer? Betaal dat niet en bel ons.'],
      waarom: { inleiding: [], gronden: [] },
      bezwaar: null,
    },
  }
}
