import { formatDatum, type PlainDate } from '@/lib/base/date'
import { cent, formatBedrag, type Cent } from '@/lib/base/money'
import type { BriefFeiten, BriefInhoud } from '@/lib/beschikking/model'
import { alineas, type NieuweBrief } from '@/lib/beschikking/rules/brieven'
import { CONTACT, ONDERTEKENING, UWV, vervolggrond } from '@/lib/beschikking/texts'
import { isOverOpleider } from '@/lib/verantwoording/rules/vaststelling-voornemen'
import type { Vastgelegd, VoornemenBrief } from '@/lib/verantwoording/rules/vaststelling-brieven'

/** Name and address for the head of a letter. */
export type Geadresseerde = { readonly naam: string; readonly adres: string; readonly plaats: string }

function kop({ aanvraagKenmerk }: BriefFeiten, { naam, adres, plaats }: Geadresseerde): Pick<BriefInhoud, 'afzender' | 'aan' | 'gegevens' | 'aanhef' | 'contact' | 'ondertekening'> {
  return {
    afzender: UWV, aan: [naam, adres, plaats], gegevens: [{ naam: 'Aanvraag', waarde: aanvraagKenmerk }], aanhef: `Beste medewerker van ${naam},`,
    contact: CONTACT, ondertekening: ONDERTEKENING,
  }
}

/** What we mean to decide, to an opleider that would pay or would get less for what is said of it (Awb 4:8 lid 1). */
export function makeOpleiderVoornemenbrief(feiten: BriefFeiten, voornemen: VoornemenBrief, opleider: Geadresseerde): NieuweBrief {
  const isTerug = voornemen.van === 'opleider'
  return {
    onderwerp: isTerug ? 'Wij willen geld van u terugvragen. Wat vindt u daarvan?' : 'Wij willen minder of niet betalen voor een deelnemer. Wat vindt u daarvan?',
    inhoud: {
      ...kop(feiten, opleider),
      kern: voornemenKern(feiten, voornemen),
      betekenis: [
        'Er is nog niets besloten. Wij willen eerst uw reactie.',
        isTerug ? `Wij betaalden u ${formatBedrag(voornemen.betaaldCent)} voor deze deelnemer.` : 'Wij betaalden u nog niets voor deze deelnemer. U hoeft dus niets terug te betalen.',
      ],
      doen: [
        `Reageer uiterlijk op ${formatDatum(voornemen.reagerenTot)}. Ga in het opleidersportaal naar ‘Voornemens’ en kies de aanvraag.`,
        'Hebt u bewijs, zoals een presentielijst? Stuur het mee met uw reactie.',
        'Lukt dat niet? Bel ons en noem het kenmerk van de aanvraag. Wij schrijven op wat u zegt.',
        'Reageert u niet? Dan beslissen wij met wat wij nu weten.',
      ],
      waarom: { inleiding: [], gronden: [{ zin: OPLEIDER_ZIN[voornemen.grond] ?? 'Het STAP-budget voor deze deelnemer wordt lager.', artikel: vervolggrond(voornemen.grond, voornemen.soort).artikel }] },
      toelichting: isOverOpleider(voornemen) ? alineas(voornemen.reden) : [OVER_DEELNEMER],
      bezwaar: null,
    },
  }
}

/** What happened is about the burger, and not for the opleider to read. */
export const OVER_DEELNEMER = 'Wat er is gebeurd, gaat over de deelnemer. Daarover mogen wij u niets vertellen. U kunt wel zeggen wat ons besluit voor u betekent, en laten zien welke lessen u gaf.'

function voornemenKern({ opleiding }: BriefFeiten, { van, terugCent, bedragCent }: VoornemenBrief): string {
  const bedrag = cent(bedragCent ?? 0)
  if (van === 'opleider') return `Wij zijn van plan om ${formatBedrag(terugCent)} van u terug te vragen voor ‘${opleiding}’.`
  return bedrag === 0
    ? `Wij zijn van plan om u voor deze deelnemer niet te betalen voor ‘${opleiding}’.`
    : `Wij zijn van plan om u voor deze deelnemer hoogstens ${formatBedrag(bedrag)} te betalen voor ‘${opleiding}’.`
}

const OPLEIDER_ZIN: Partial<Record<string, string>> = {
  'niet-gegeven': 'U hebt de scholing niet gegeven.',
  'niet-gestart': 'De deelnemer is niet met de scholing begonnen.',
  'niet-afgerond-opleider': 'De scholing is niet doorgegaan of gestopt door u.',
  'niet-aangetoond': 'Wij kregen van u geen bewijs dat de scholing is gevolgd.',
}

export type Uitkomst = {
  /** What is left of the subsidy, and what comes back from the opleider. */
  readonly bedragCent: Cent
  readonly terugCent: Cent
  /** Null when it holds what is about the burger. */
  readonly motivering: string | null
  readonly bezwaarUiterlijkOp: PlainDate
}

/** What was decided, to an opleider that was asked (Awb 3:43), with how to object (3:45). */
export function makeOpleiderBesluitbrief(feiten: BriefFeiten, opleider: Geadresseerde, { bedragCent, terugCent, motivering, bezwaarUiterlijkOp }: Uitkomst): NieuweBrief {
  return {
    onderwerp: 'Wij hebben besloten over het STAP-budget van een deelnemer',
    inhoud: {
      ...kop(feiten, opleider),
      kern: terugCent > 0
        ? `Wij vragen ${formatBedrag(terugCent)} van u terug voor ‘${feiten.opleiding}’.`
        : `U hoeft niets terug te betalen voor ‘${feiten.opleiding}’.`,
      betekenis: [
        `Het STAP-budget voor deze deelnemer is nu ${formatBedrag(bedragCent)}. Vandaag stuurden wij de deelnemer ons besluit.`,
        ...(terugCent > 0 ? ['U krijgt over het terugbetalen een aparte brief. Daarin staat hoe u betaalt en voor welke datum.'] : []),
      ],
      doen: [terugCent > 0 ? 'Wacht op de brief over het terugbetalen.' : 'U hoeft niets te doen. Bewaar deze brief.'],
      waarom: { inleiding: ['Wij hebben uw reactie meegewogen als u die gaf.'], gronden: [] },
      bezwaar: { uiterlijkOp: bezwaarUiterlijkOp, bij: 'uwv' },
      ...(motivering === null ? {} : { toelichting: alineas(motivering) }),
    },
  }
}

/** That an announced besluit does not go on, to an opleider that was asked. */
export function makeOpleiderVervallenbrief(feiten: BriefFeiten, opleider: Geadresseerde): NieuweBrief {
  return {
    onderwerp: 'Ons voornemen gaat niet door',
    inhoud: {
      ...kop(feiten, opleider),
      kern: `Wij nemen het besluit over ‘${feiten.opleiding}’ dat wij u aankondigden, niet.`,
      betekenis: ['Er verandert niets door ons voornemen.'],
      doen: ['U hoeft niets te doen.'],
      waarom: { inleiding: ['Wij hebben opnieuw naar de feiten gekeken.'], gronden: [] },
      bezwaar: null,
    },
  }
}

/** What a behandelaar wrote down of what the opleider said, so that the opleider can put it right. */
export function makeOpleiderVastgelegdbrief(feiten: BriefFeiten, opleider: Geadresseerde, { tekst, zietAf, reagerenTot }: Vastgelegd): NieuweBrief {
  return {
    onderwerp: 'Wij hebben opgeschreven wat u zei over ons voornemen',
    inhoud: {
      ...kop(feiten, opleider),
      kern: `U reageerde op ons voornemen over ‘${feiten.opleiding}’. Wij hebben opgeschreven wat u zei.`,
      betekenis: [zietAf ? 'U zei dat u niet wilt reageren.' : `Dit schreven wij op: ‘${tekst}’`, 'Wij gebruiken dit bij ons besluit.'],
      doen: [`Klopt het niet, of wilt u nog iets zeggen? Laat het ons weten, uiterlijk op ${formatDatum(reagerenTot)}. Ga in het opleidersportaal naar ‘Voornemens’.`, 'Klopt het? Dan hoeft u niets te doen.'],
      waarom: { inleiding: [], gronden: [] },
      bezwaar: null,
    },
  }
}
