import { formatDatum, type PlainDate } from '@/lib/base/date'
import type { BriefFeiten, BriefInhoud } from '@/lib/beschikking/model'
import type { NieuweBrief } from '@/lib/beschikking/rules/brieven'
import { CONTACT, ONDERTEKENING, UWV } from '@/lib/beschikking/texts'

function basis({ naam, aanvraagKenmerk }: BriefFeiten): Pick<BriefInhoud, 'afzender' | 'aan' | 'gegevens' | 'aanhef' | 'contact' | 'ondertekening' | 'bezwaar'> {
  return { afzender: UWV, aan: [naam], gegevens: [{ naam: 'Uw aanvraag', waarde: aanvraagKenmerk }], aanhef: `Beste ${naam},`, contact: CONTACT, ondertekening: ONDERTEKENING, bezwaar: null }
}

/** The opleider called off a scholing that was granted: the burger switches or stops, and loses nothing by it. */
export function makeAnnuleringsbrief(feiten: BriefFeiten, { reden, wisselUiterlijkOp, isBetaald }: { reden: string; wisselUiterlijkOp: PlainDate; isBetaald: boolean }): NieuweBrief {
  return {
    onderwerp: 'Uw scholing gaat niet door',
    inhoud: {
      ...basis(feiten),
      kern: `${feiten.opleider} heeft ‘${feiten.opleiding}’ van ${formatDatum(feiten.startdatum)} afgezegd. U kiest wat er met uw STAP-budget gebeurt.`,
      betekenis: [`Reden van de opleider: ${reden}`, 'De opleider mag u hiervoor geen kosten rekenen.', 'UWV betaalt de opleider niet. Heeft UWV al betaald, dan vraagt UWV het geld terug aan de opleider.'],
      doen: [
        isBetaald
          ? 'UWV had de opleider al betaald. Met dit STAP-budget kunt u daarom niet wisselen. Wilt u een andere opleiding? Meld dan eerst dat u stopt. Daarna kunt u opnieuw aanvragen.'
          : `Wilt u wisselen naar een andere startdatum of een andere opleiding? Dat kan tot en met ${formatDatum(wisselUiterlijkOp)} in Mijn STAP, met een nieuw aanmeldbewijs. U houdt uw STAP-budget.`,
        'Wilt u stoppen? Meld dat in Mijn STAP. Wij trekken het STAP-budget dan in. U kunt later opnieuw aanvragen.',
        'Kiest u niets? Dan herinneren wij u één keer. Daarna kijkt een medewerker ernaar. U krijgt eerst een brief waarop u kunt reageren. Pas daarna nemen wij een besluit.',
      ],
      waarom: { inleiding: [], gronden: [] },
    },
  }
}

/** The same for an aanvraag that is not granted yet: there is nothing to switch, but the burger should know in time. */
export function makeAfzegbericht(feiten: BriefFeiten, reden: string): NieuweBrief {
  return {
    onderwerp: 'Uw scholing gaat niet door',
    inhoud: {
      ...basis(feiten),
      kern: `${feiten.opleider} heeft ‘${feiten.opleiding}’ van ${formatDatum(feiten.startdatum)} afgezegd.`,
      betekenis: [`Reden van de opleider: ${reden}`, 'Voor deze startdatum kunnen wij geen STAP-budget geven.', 'De opleider mag u hiervoor geen kosten rekenen.'],
      doen: ['Wilt u een andere startdatum of opleiding? Trek deze aanvraag in via Mijn STAP en vraag een nieuw aanmeldbewijs. Daarmee kunt u opnieuw aanvragen, zolang er een tijdvak open is.'],
      waarom: { inleiding: [], gronden: [] },
    },
  }
}

/** Reminds a burger whose scholing was called off of the choice, with what happens without one. */
export function makeKeuzeherinnering(feiten: BriefFeiten, wisselUiterlijkOp: PlainDate): NieuweBrief {
  return {
    onderwerp: 'Herinnering: kies wat u wilt met uw STAP-budget',
    inhoud: {
      ...basis(feiten),
      kern: `${feiten.opleider} heeft ‘${feiten.opleiding}’ afgezegd. U kunt nog tot en met ${formatDatum(wisselUiterlijkOp)} wisselen naar een andere opleiding.`,
      betekenis: [
        'Kiest u niet? Dan kijkt een medewerker van UWV ernaar. Wij kunnen uw STAP-budget dan intrekken. U krijgt eerst een brief waarop u kunt reageren.',
        'U hoeft nooit iets terug te betalen omdat de opleider afzegde.',
      ],
      doen: [
        'Wilt u wisselen? Vraag een aanmeldbewijs aan een opleider en vul de code in op de pagina van uw aanvraag in Mijn STAP.',
        'Wilt u stoppen? Meld dat op dezelfde pagina. U kunt later opnieuw aanvragen.',
        'Lukt het niet op tijd? Bel ons. Wij kunnen u meer tijd geven.',
      ],
      waarom: { inleiding: [], gronden: [] },
    },
  }
}

/** Tells a burger whose scholing was called off that there is more time to choose. */
export function makeVerlengbericht(feiten: BriefFeiten, tot: PlainDate): NieuweBrief {
  return {
    onderwerp: 'U hebt meer tijd om te kiezen',
    inhoud: {
      ...basis(feiten),
      kern: `U kunt tot en met ${formatDatum(tot)} kiezen wat er met uw STAP-budget gebeurt.`,
      betekenis: [`${feiten.opleider} heeft ‘${feiten.opleiding}’ afgezegd. Tot die dag houdt u uw STAP-budget en nemen wij geen besluit.`],
      doen: ['Ga in Mijn STAP naar uw aanvraag. Wissel daar naar een andere opleiding, of meld dat u stopt.'],
      waarom: { inleiding: [], gronden: [] },
    },
  }
}
