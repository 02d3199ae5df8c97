import { formatDatum, type PlainDate } from '@/lib/base/date'
import type { BriefInhoud } from '@/lib/beschikking/model'
import { CONTACT, ONDERTEKENING, UWV } from '@/lib/beschikking/texts'
import type { DeelnameUitkomst, Oorzaak } from '@/lib/verantwoording/model'
import { gevolgVoorBurger } from '@/lib/verantwoording/rules/deelname-gevolg'

type Gemeld = { readonly uitkomst: DeelnameUitkomst; readonly oorzaak: Oorzaak | null; readonly versie: number; readonly uiterlijkOp: PlainDate; /** The burger told UWV to stop, on this day. */ readonly gestoptOp: PlainDate | null }

/** The message that asks the burger whether the report of the opleider is right. It is no besluit, so it has no bezwaar. */
export function makeReactieverzoek(dossier: { kenmerk: string; naam: string; opleider: string }, { versie, uiterlijkOp, gestoptOp, ...melding }: Gemeld): { onderwerp: string; inhoud: BriefInhoud } {
  const uitkomst = melding.uitkomst === 'succesvol' ? 'dat u de opleiding hebt afgerond' : 'dat u de opleiding niet hebt afgerond'
  // Completed, says the opleider; stopped, said the burger: silence settles nothing then.
  const isTegenstrijdig = gestoptOp !== null && melding.uitkomst === 'succesvol'
  return {
    onderwerp: versie === 1 ? 'Klopt het wat uw opleider over u meldt?' : 'Uw opleider heeft de melding over u verbeterd',
    inhoud: {
      afzender: UWV,
      aan: [dossier.naam],
      gegevens: [{ naam: 'Uw aanvraag', waarde: dossier.kenmerk }],
      aanhef: `Beste ${dossier.naam},`,
      kern: `${dossier.opleider} meldt ${uitkomst}. Wij vragen u of dat klopt.`,
      betekenis: [
        ...(versie === 1 ? [] : ['Dit komt in de plaats van wat uw opleider eerder meldde. Wat u toen antwoordde, blijft bewaard.']),
        ...(gestoptOp === null ? [] : [`U meldde op ${formatDatum(gestoptOp)} aan ons dat u stopte. Dat telt mee: een medewerker van UWV kijkt ernaar, ook als u niet reageert.`]),
        ...(isTegenstrijdig ? [] : [gevolgVoorBurger(melding.uitkomst, melding.oorzaak)]),
        `U kunt reageren tot en met ${formatDatum(uiterlijkOp)}.${isTegenstrijdig ? '' : ' Reageert u niet? Dan gaan wij ervan uit dat u het niet oneens bent met de melding.'}`,
      ],
      doen: ['Open uw aanvraag in Mijn STAP en kies of het klopt.', 'Bent u het niet eens met de melding? Schrijf dan op wat er niet klopt. U kunt een bewijs meesturen.'],
      waarom: { inleiding: [], gronden: [] },
      bezwaar: null,
      contact: CONTACT,
      ondertekening: ONDERTEKENING,
    },
  }
}
