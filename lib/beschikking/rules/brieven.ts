import { formatDatum, formatPeriode, type PlainDate } from '@/lib/base/date'
import { cent, formatBedrag, type Cent } from '@/lib/base/money'
import type { Afwijzingsgrond, BriefFeiten, BriefInhoud, Regelwaarden } from '@/lib/beschikking/model'
import { AFWIJZING, CONTACT, ONDERTEKENING, UWV } from '@/lib/beschikking/texts'

/** What a letter maker gives: the subject line and the content. */
export type NieuweBrief = { onderwerp: string; inhoud: BriefInhoud }

/** The scholing as a letter names it. */
export const scholing = ({ opleiding, opleider }: BriefFeiten) => `‘${opleiding}’ bij ${opleider}`

/** What every letter about an aanvraag begins and ends with. */
export function basis(feiten: BriefFeiten): Pick<BriefInhoud, 'afzender' | 'aan' | 'gegevens' | 'aanhef' | 'contact' | 'ondertekening'> {
  return {
    afzender: UWV,
    aan: [feiten.naam],
    gegevens: [{ naam: 'Uw aanvraag', waarde: feiten.aanvraagKenmerk }],
    aanhef: `Beste ${feiten.naam},`,
    contact: CONTACT,
    ondertekening: ONDERTEKENING,
  }
}

/** Awb 4:3a: receipt of an aanvraag that came in electronically; with the day on which we decide at the latest (Awb 4:13). */
export function makeOntvangstbevestiging(feiten: BriefFeiten): NieuweBrief {
  return {
    onderwerp: 'Wij hebben uw aanvraag ontvangen',
    inhoud: {
      ...basis(feiten),
      kern: feiten.ontvangenOp === null ? 'Wij hebben uw aanvraag voor STAP-budget ontvangen.' : `Wij hebben uw aanvraag voor STAP-budget ontvangen op ${feiten.ontvangenOp}.`,
      betekenis: [
        `U vraagt ${formatBedrag(feiten.bedragCent)} aan voor ${scholing(feiten)}. De scholing start op ${formatDatum(feiten.startdatum)}.`,
        'Wij behandelen aanvragen op volgorde van binnenkomst. Eerst kijken wij of er nog budget is. Daarna controleren wij uw aanvraag.',
        ...besluitVoor(feiten),
      ],
      doen: ['U hoeft nu niets te doen. In Mijn STAP ziet u hoe het met uw aanvraag gaat.', 'Wilt u toch geen STAP-budget? Trek uw aanvraag dan in via Mijn STAP.'],
      waarom: { inleiding: [], gronden: [] },
      bezwaar: null,
    },
  }
}

/** Message that there is no budget now, and what a place on the reserve list means. No besluit: that follows. */
export function makeReservebericht(feiten: BriefFeiten, { plaats, tot, isGeloot }: { plaats: number; tot: string; isGeloot: boolean }): NieuweBrief {
  return {
    onderwerp: 'U staat op de reservelijst',
    inhoud: {
      ...basis(feiten),
      kern: `Het budget van dit tijdvak is op. U staat op de reservelijst voor ${scholing(feiten)}.`,
      betekenis: [
        `Toen wij u op de lijst zetten, was u nummer ${plaats.toLocaleString('nl-NL')}. In Mijn STAP ziet u hoeveel mensen er nu voor u zijn.`,
        `Soms trekken mensen hun aanvraag in, of wijzen wij een aanvraag af. Dat budget gaat naar de volgende op de lijst, ${isGeloot ? 'in de volgorde van de loting' : 'op volgorde van binnenkomst'}.`,
        'Bent u aan de beurt? Dan krijgt u bericht en bedenktijd. Het budget is dan voor u gereserveerd.',
        `De lijst geldt ${tot}. Bent u dan niet aan de beurt geweest, dan krijgt u een brief met een afwijzing.`,
      ],
      doen: [
        'U hoeft nu niets te doen. Het is niet zeker dat u budget krijgt.',
        'Wilt u niet wachten? Vraag dan in Mijn STAP om het besluit. U krijgt dan een brief met een afwijzing en kunt bezwaar maken.',
        'Wilt u de scholing niet meer volgen? Trek uw aanvraag dan in via Mijn STAP.',
      ],
      waarom: {
        inleiding: ['Er was niet genoeg budget over toen uw aanvraag aan de beurt was.'],
        gronden: [{ zin: 'Boven het budget van een tijdvak mogen wij niets geven.', artikel: 'artikel 4:25, tweede lid, van de Algemene wet bestuursrecht' }],
      },
      bezwaar: null,
    },
  }
}

/** Message that budget came free for who is first on the reserve list; it can be accepted `uiterlijk` ("tot en met …"). No besluit. */
export function makeAanbodbericht(feiten: BriefFeiten, { uiterlijk }: { uiterlijk: string }): NieuweBrief {
  return {
    onderwerp: 'Er is budget voor u vrijgekomen',
    inhoud: {
      ...basis(feiten),
      kern: `Er is ${formatBedrag(feiten.bedragCent)} STAP-budget voor u vrijgekomen. Zeg ${uiterlijk} of u het wilt gebruiken.`,
      betekenis: [
        `Het gaat om uw aanvraag voor ${scholing(feiten)}. De scholing start op ${formatDatum(feiten.startdatum)}.`,
        'Wij houden het budget tot dat moment voor u vast. Daarna gaat het naar de volgende op de reservelijst.',
        'Neemt u het aan? Dan beoordelen wij uw aanvraag. Daarna krijgt u een brief met het besluit.',
      ],
      doen: [
        'Ga naar uw aanvraag in Mijn STAP en kies ‘Ja, ik wil dit budget’ of ‘Nee, ik wil dit budget niet’.',
        'Vraag eerst aan uw opleider of er nog plaats is.',
        'Doet u niets? Dan wijzen wij uw aanvraag af.',
      ],
      waarom: { inleiding: ['U stond op de reservelijst en bent nu aan de beurt.'], gronden: [] },
      bezwaar: null,
    },
  }
}

/** Letter of verlening: the amount, where it goes, and what the burger must do in return (regeling art. 14). */
export function makeVerleningsbrief(feiten: BriefFeiten, besluit: { motivering: string | null }, waarden: Regelwaarden, bezwaarUiterlijkOp: PlainDate): NieuweBrief {
  return {
    onderwerp: 'U krijgt STAP-budget',
    inhoud: {
      ...basis(feiten),
      kern: `U krijgt ${formatBedrag(feiten.bedragCent)} STAP-budget voor ${scholing(feiten)}.`,
      betekenis: [
        ...deelsVerleend(feiten),
        'Wij betalen dit bedrag aan uw opleider. U hoeft het niet voor te schieten.',
        'Kost uw scholing meer? Dan betaalt u de rest zelf aan de opleider.',
        'Na de scholing stellen wij het bedrag definitief vast. Daarover krijgt u een brief.',
      ],
      doen: [
        `Volg de scholing ${formatPeriode(feiten.startdatum, feiten.einddatum)}, en rond deze af.`,
        `U rondt de scholing af met een diploma of certificaat. Of u bent ten minste ${String(waarden.aanwezigheidProcent)}% van de lessen aanwezig. Is uw opleider een bekostigde school? Dan is meedoen aan een examen ook genoeg.`,
        'Na de scholing meldt uw opleider ons hoe het ging. Wij vragen u of dat klopt.',
        'Kunt u niet starten, of moet u stoppen? Laat ons dat meteen weten.',
      ],
      waarom: {
        inleiding: ['U voldoet aan de voorwaarden. Wij hebben deze regels gebruikt:'],
        gronden: [
          { zin: 'Uw leeftijd en uw band met Nederland zijn goed.', artikel: 'artikel 5, tweede lid, Subsidieregeling STAP-budget' },
          { zin: 'Uw scholing staat in het scholingsregister en start op tijd.', artikel: 'artikel 5, eerste en derde lid' },
          { zin: 'Het bedrag past bij de kosten van de scholing.', artikel: 'artikel 4' },
          ...(isDeels(feiten) ? [{ zin: 'Wij weigeren wat boven het budget van het tijdvak uitkomt.', artikel: 'artikel 4:25, tweede lid, van de Algemene wet bestuursrecht' }] : []),
        ],
      },
      bezwaar: { uiterlijkOp: bezwaarUiterlijkOp, bij: 'uwv' },
      ...(besluit.motivering === null ? {} : { toelichting: alineas(besluit.motivering) }),
    },
  }
}

/** Letter of afwijzing: each ground its own sentence and article (Awb 3:46, 3:47). `motivering` is what the behandelaar wrote. */
export function makeAfwijzingsbrief(
  feiten: BriefFeiten,
  besluit: { gronden: readonly Afwijzingsgrond[]; motivering: string | null; bezwaarUiterlijkOp: PlainDate },
  waarden: Regelwaarden,
): NieuweBrief {
  const teksten = besluit.gronden.map((grond) => AFWIJZING[grond])
  return {
    onderwerp: 'U krijgt geen STAP-budget',
    inhoud: {
      ...basis(feiten),
      kern: `U krijgt geen STAP-budget voor ${scholing(feiten)}.`,
      betekenis: ['Wij betalen niets aan uw opleider voor deze scholing.', 'Hebt u al een afspraak met uw opleider? Vraag de opleider wat er kan.'],
      doen: [...new Set(teksten.map(({ doen }) => doen))],
      waarom: {
        inleiding: ['Uw aanvraag voldoet niet aan de voorwaarden.'],
        gronden: teksten.map(({ zin, artikel }) => ({ zin: zin(waarden), artikel })),
      },
      bezwaar: { uiterlijkOp: besluit.bezwaarUiterlijkOp, bij: 'uwv' },
      ...(besluit.motivering === null ? {} : { toelichting: alineas(besluit.motivering) }),
    },
  }
}

/** Letter that an aanvraag waits because of a maatregel, and that another opleiding can be chosen until `totDatum`. No besluit (Awb 6:3). */
export function makeAanhoudingsbrief(feiten: BriefFeiten, totDatum: PlainDate, soort: 'in-onderzoek' | 'geblokkeerd' | 'verwijderd'): NieuweBrief {
  const oorzaak = {
    'in-onderzoek': 'De Toetsingskamer STAP onderzoekt deze scholing of deze opleider.',
    geblokkeerd: 'Deze scholing of deze opleider is tijdelijk geblokkeerd in het scholingsregister.',
    verwijderd: 'Deze scholing of deze opleider is verwijderd uit het scholingsregister.',
  }[soort]
  return {
    onderwerp: 'Uw aanvraag wacht',
    inhoud: {
      ...basis(feiten),
      kern: `Wij kunnen nu niet beslissen over uw aanvraag voor ${scholing(feiten)}.`,
      betekenis: [
        'Uw aanvraag wacht. Het budget van uw aanvraag blijft voor u gereserveerd.',
        ...(soort === 'verwijderd' ? ['Met deze scholing krijgt u geen STAP-budget, tenzij zij terugkomt in het register.'] : ['Komt de scholing goed door het onderzoek? Dan gaan wij verder met uw aanvraag.']),
      ],
      doen: [
        `U kunt tot en met ${formatDatum(totDatum)} een andere scholing kiezen. Ga naar uw aanvraag in Mijn STAP en kies ‘Andere opleiding kiezen’.`,
        'Vraag de nieuwe opleider eerst om een STAP-aanmeldbewijs. Het nieuwe bedrag is niet hoger dan uw reservering.',
        'U kunt ook wachten. Kiest u niets? Dan nemen wij daarna een besluit over uw aanvraag.',
        'Begin nog niet met deze scholing als u zeker wilt zijn van STAP-budget.',
      ],
      waarom: { inleiding: [oorzaak], gronden: [] },
      bezwaar: null,
    },
  }
}

/** Letter that an aanvraag goes on, after the maatregel was lifted. */
export function makeHervattingsbrief(feiten: BriefFeiten): NieuweBrief {
  return {
    onderwerp: 'Wij gaan verder met uw aanvraag',
    inhoud: {
      ...basis(feiten),
      kern: `Uw aanvraag voor ${scholing(feiten)} wacht niet meer.`,
      betekenis: ['De scholing is weer aan te vragen. Wij controleren uw aanvraag verder. Uw budget bleef gereserveerd.', ...besluitVoor(feiten)],
      doen: ['U hoeft niets te doen.'],
      waarom: { inleiding: ['De maatregel voor deze scholing of deze opleider geldt niet meer.'], gronden: [] },
      bezwaar: null,
    },
  }
}

function isDeels({ bedragCent, gevraagdCent }: BriefFeiten): boolean {
  return bedragCent < gevraagdCent
}

/** Awb 4:25 lid 2, "voor zover": what is given, what is refused and why, and what the burger can do about it. */
function deelsVerleend(feiten: BriefFeiten): readonly string[] {
  if (!isDeels(feiten)) return []
  const rest = formatBedrag(cent(feiten.gevraagdCent - feiten.bedragCent))
  return [
    `U vroeg ${formatBedrag(feiten.gevraagdCent)} aan. Er was nog ${formatBedrag(feiten.bedragCent)} over toen uw aanvraag aan de beurt was. De andere ${rest} wijzen wij af, omdat het budget van het tijdvak daarmee op was.`,
    `De rest van ${rest} betaalt u zelf aan uw opleider. Wilt u dat niet? Trek uw aanvraag dan in via Mijn STAP voordat de scholing start.`,
  ]
}

/** What a person wrote, in paragraphs. */
export function alineas(tekst: string): readonly string[] {
  return tekst.split(/\n\s*\n/).map((deel) => deel.trim()).filter((deel) => deel !== '')
}

/** Awb 4:13: by when the decision comes. */
function besluitVoor({ beslisUiterlijkOp }: BriefFeiten): readonly string[] {
  return beslisUiterlijkOp === null ? [] : [`U krijgt uiterlijk op ${formatDatum(beslisUiterlijkOp)} ons besluit.`]
}

/** What an opleider wants to change after the verlening, put to the burger. It is no besluit: the burger decides. */
export function makeWijzigingsbericht(feiten: BriefFeiten, { wat, reden, uiterlijk, wisselUiterlijk }: { wat: readonly string[]; reden: string; uiterlijk: string; wisselUiterlijk: string }): NieuweBrief {
  return {
    onderwerp: 'De opleider wil iets wijzigen aan uw scholing',
    inhoud: {
      ...basis(feiten),
      kern: `De opleider wil iets wijzigen aan ${scholing(feiten)}. U beslist of u dat goed vindt.`,
      betekenis: [...wat, `Reden van de opleider: ${reden}`, 'Uw STAP-budget blijft van u, wat u ook kiest.'],
      doen: [
        `Laat ons uiterlijk op ${uiterlijk} in Mijn STAP weten of u akkoord gaat.`,
        `Gaat u niet akkoord? Dan kunt u tot en met ${wisselUiterlijk} wisselen naar een andere startdatum of een andere opleiding. Daarvoor hebt u een nieuw aanmeldbewijs nodig.`,
        'Antwoordt u niet? Dan verandert er niets, en is de opleider gehouden aan wat was afgesproken.',
      ],
      waarom: { inleiding: ['Een opleider mag datum, plaats of vorm niet wijzigen zonder u.'], gronden: [] },
      bezwaar: null,
    },
  }
}

/** What a burger reads after a switch: the new scholing (in `feiten`), and what became of the amount. It is no besluit: the burger chose it. */
export function makeWisselbericht(feiten: BriefFeiten, { wasCent, wordtCent }: { wasCent: Cent; wordtCent: Cent }): NieuweBrief {
  return {
    onderwerp: 'U bent gewisseld naar een andere scholing',
    inhoud: {
      ...basis(feiten),
      kern: `U gebruikt uw STAP-budget nu voor ${scholing(feiten)}. De scholing start op ${formatDatum(feiten.startdatum)}.`,
      betekenis: [
        wordtCent === wasCent
          ? `Uw STAP-budget blijft ${formatBedrag(wordtCent)}. Wij betalen dat aan de opleider die u nu koos.`
          : `Deze scholing vraagt minder: uw STAP-budget gaat van ${formatBedrag(wasCent)} naar ${formatBedrag(wordtCent)}. Wij betalen dat aan de opleider die u nu koos. De rest gaat terug naar het budget voor anderen.`,
        'De opleider heeft bericht gekregen.',
      ],
      doen: [`Volg de scholing ${formatPeriode(feiten.startdatum, feiten.einddatum)}, en rond deze af.`, 'Hebt u deze scholing niet zelf gekozen? Bel ons dan meteen.'],
      waarom: { inleiding: ['Een opleider mag datum, plaats of vorm niet wijzigen zonder u. U koos daarom een andere scholing.'], gronden: [] },
      bezwaar: null,
    },
  }
}
