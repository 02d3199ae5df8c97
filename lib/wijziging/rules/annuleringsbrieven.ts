import { formatDatum, type PlainDate } from '@/lib/base/date'
import type { BriefFeiten, BriefInhoud } from '@/lib/beschikking/model'
import type { NieuweBrief } from '@/lib/beschikking/rules/brieven'
import { CONTACT, ONDERTEKENING, UWV } from '@/lib/beschikking/texts'

function basis({ naam, aanvraagKenmerk }: BriefFeiten): Pick<BriefInhoud, 'afzender' | 'aan' | 'gegevens' | 'aanhef' | 'contact' | 'ondertekening' | 'bezwaar'> {
  return { afzender: UWV, aan: [naam], gegevens: [{ naam: 'Uw aanvraag', waarde: aanvraagKenmerk }], aanhef: `Beste ${naam},`, contact: CONTACT, ondertekening: ONDERTEKENING, bezwaar: null }
}

/** The opleider called off a scholing that was granted: the burger switches or stops, and loses nothing by it. */
export function makeAnnuleringsbrief(feiten: BriefFeiten, { reden, wisselUiterlijkOp }: { reden: string; wisselUiterlijkOp: PlainDate }): NieuweBrief {
  return {
    onderwerp: 'Uw scholing gaat niet door',
    inhoud: {
      ...basis(feiten),
      kern: `${feiten.opleider} heeft ‘${feiten.opleiding}’ van ${formatDatum(feiten.startdatum)} afgezegd. U kiest wat er met uw STAP-budget gebeurt.`,
      betekenis: [`Reden van de opleider: ${reden}`, 'De opleider mag u hiervoor geen kosten rekenen.', 'UWV betaalt de opleider niet. Heeft UWV al betaald, dan vraagt UWV het geld terug aan de opleider.'],
      doen: [
        `Wilt u wisselen naar een andere startdatum of een andere opleiding? Dat kan tot en met ${formatDatum(wisselUiterlijkOp)} in Mijn STAP, met een nieuw aanmeldbewijs. U houdt uw STAP-budget.`,
        'Wilt u stoppen? Meld dat in Mijn STAP. Wij trekken het STAP-budget dan in. U kunt later opnieuw aanvragen.',
        'Kiest u niets? Dan neemt UWV contact met u op voordat wij een besluit nemen.',
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
