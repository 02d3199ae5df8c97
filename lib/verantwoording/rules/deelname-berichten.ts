import { formatDatum, formatDatumKort, type PlainDate } from '@/lib/base/date'
import type { BriefInhoud } from '@/lib/beschikking/model'
import { CONTACT, ONDERTEKENING, UWV } from '@/lib/beschikking/texts'

/** The messages around a report. None of them is a besluit, so none has a bezwaar. */
type Bericht = { onderwerp: string; inhoud: BriefInhoud }

type Delen = { aan: string; gegevens?: BriefInhoud['gegevens']; kern: string; betekenis: readonly string[]; doen: readonly string[] }

function maak(onderwerp: string, { aan, gegevens = [], ...rest }: Delen): Bericht {
  return {
    onderwerp,
    inhoud: { afzender: UWV, aan: [aan], gegevens, aanhef: `Beste ${aan},`, ...rest, waarom: { inleiding: [], gronden: [] }, bezwaar: null, contact: CONTACT, ondertekening: ONDERTEKENING },
  }
}

type Zaak = { kenmerk: string; naam: string; opleider: string; opleiding: string }

/** Reminds a burger of the question whether the report is right, with what happens without an answer. */
export function makeReactieherinnering({ kenmerk, naam, opleider }: Zaak, uiterlijkOp: PlainDate): Bericht {
  return maak('Herinnering: klopt het wat uw opleider meldt?', {
    aan: naam, gegevens: [{ naam: 'Uw aanvraag', waarde: kenmerk }],
    kern: `U kunt nog tot en met ${formatDatum(uiterlijkOp)} zeggen of de melding van ${opleider} klopt.`,
    betekenis: ['Reageert u niet op tijd? Dan gaan wij ervan uit dat u het niet oneens bent met de melding. Wij gaan dan verder met wat uw opleider meldt.'],
    doen: ['Open uw aanvraag in Mijn STAP en kies of de melding klopt.', 'Klopt de melding niet? Schrijf op wat er niet klopt. U kunt een bewijs meesturen.'],
  })
}

/** Asks a burger what happened, because the opleider reported nothing (Awb 4:47). */
export function makeNavraag({ kenmerk, naam, opleider, opleiding }: Zaak, uiterlijkOp: PlainDate): Bericht {
  return maak('Hebt u uw opleiding gevolgd?', {
    aan: naam, gegevens: [{ naam: 'Uw aanvraag', waarde: kenmerk }],
    kern: `${opleider} heeft niet gemeld hoe ‘${opleiding}’ is gegaan. Daarom vragen wij het aan u.`,
    betekenis: [
      'UWV stelt uw STAP-budget zelf vast. Uw antwoord telt daarbij mee.',
      'Antwoordt u niet? Dan beslissen wij met wat wij weten. U krijgt altijd een brief met het besluit en kunt dan bezwaar maken.',
    ],
    doen: [`Open uw aanvraag in Mijn STAP en antwoord uiterlijk op ${formatDatum(uiterlijkOp)}.`, 'Hebt u een diploma, een certificaat of een ander bewijs? Stuur dat mee.'],
  })
}

/** So many deelnemers are named in a message; the page has all of them. */
export const GENOEMD = 20

/** What an opleider still has to report: how many, how many of them are late, and the first ones by name. */
export type Openstaand = { readonly aantal: number; readonly laat: number; readonly genoemd: readonly { readonly kenmerk: string; readonly deelnemer: string; readonly meldenVoor: PlainDate }[] }

/** Reminds an opleider of all it still has to report, in one message: what is late, and what will be. */
export function makeMeldherinnering(opleider: string, { aantal, laat, genoemd }: Openstaand, { navraagDagen }: { navraagDagen: number }): Bericht {
  const opTijd = aantal - laat
  const zinnen = [
    ...(laat === 0 ? [] : [`Van ${deelnemers(laat)} is de termijn voorbij.`]),
    ...(opTijd === 0 ? [] : [`Van ${deelnemers(opTijd)} loopt de termijn binnenkort af.`]),
  ]
  return maak(laat > 0 ? 'Deelnames melden: de termijn is voorbij' : 'Deelnames melden: de termijn loopt af', {
    aan: opleider,
    gegevens: genoemd.map(({ kenmerk, deelnemer, meldenVoor }) => ({ naam: deelnemer, waarde: `${kenmerk}, melden uiterlijk ${formatDatumKort(meldenVoor)}` })),
    kern: `U hebt nog niet gemeld hoe de opleiding ging van ${deelnemers(aantal)}.`,
    betekenis: [
      ...zinnen,
      ...(aantal > genoemd.length ? [`Hierboven staan er ${String(genoemd.length)}. De andere ziet u in het portaal.`] : []),
      `Meldt u niets? Na ${String(navraagDagen)} dagen vragen wij het aan de deelnemer en stelt UWV het budget zonder u vast. UWV kan dan het betaalde bedrag bij u terugvragen.`,
    ],
    doen: ['Ga in het opleidersportaal naar Deelnames en meld de uitkomst.', 'Zijn het er veel? Download daar het bestand met uw open deelnames, vul het in en lever het aan.'],
  })
}

/** Asks an opleider for the documents behind a report (art. 14 lid 3, art. 23). */
export function makeStukkenvraag({ kenmerk, deelnemer, opleider, opleiding }: { kenmerk: string; deelnemer: string; opleider: string; opleiding: string }, uiterlijkOp: PlainDate): Bericht {
  return maak('Stuur de stukken van een deelname', {
    aan: opleider, gegevens: [{ naam: 'Deelnemer', waarde: deelnemer }, { naam: 'Aanvraag', waarde: kenmerk }, { naam: 'Opleiding', waarde: opleiding }],
    kern: `De Toetsingskamer STAP controleert uw melding over ${deelnemer}. Lever de stukken in, uiterlijk op ${formatDatum(uiterlijkOp)}.`,
    betekenis: [
      'Elke maand controleert de Toetsingskamer een steekproef van de meldingen. Een controle betekent niet dat er iets mis is.',
      'Levert u niets in, of laten de stukken niet zien dat de opleiding is afgerond? Dan gaat dat naar UWV. UWV kan het STAP-budget dan lager vaststellen en geld bij u terugvragen.',
    ],
    doen: ['Ga in het opleidersportaal naar Deelnames en open Controles.', 'Stuur het diploma of certificaat, de presentielijst of de uitslag van het examen. Kies daarna ‘Alles is ingeleverd’.'],
  })
}

/** Tells an opleider what the Toetsingskamer found. */
export function makeOordeelbericht({ kenmerk, deelnemer, opleider }: { kenmerk: string; deelnemer: string; opleider: string }, { isGoed, reden }: { isGoed: boolean; reden: string }): Bericht {
  return maak(isGoed ? 'Uw melding over een deelname is in orde' : 'Uw melding over een deelname is niet in orde', {
    aan: opleider, gegevens: [{ naam: 'Deelnemer', waarde: deelnemer }, { naam: 'Aanvraag', waarde: kenmerk }],
    kern: isGoed ? `De stukken over ${deelnemer} zijn in orde.` : `De stukken over ${deelnemer} zijn niet genoeg.`,
    betekenis: [`De Toetsingskamer schrijft: ${reden}`, ...(isGoed ? [] : ['UWV kijkt naar de vaststelling van het STAP-budget. Van het besluit krijgt u bericht.'])],
    doen: isGoed ? ['U hoeft niets te doen.'] : ['Hebt u toch nog stukken? Neem dan contact op met UWV voordat het besluit er is.'],
  })
}

function deelnemers(aantal: number): string {
  return aantal === 1 ? 'één deelnemer' : `${aantal.toLocaleString('nl-NL')} deelnemers`
}
