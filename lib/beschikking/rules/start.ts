import { formatDatumKort } from '@/lib/base/date'
import type { BeoordelingFeiten, Controle } from '@/lib/beschikking/model'

/**
 * Art. 5 lid 3 onder a: the training starts in the window. Both dates come from the burger's own aanvraag, so a start that is too early is
 * certain. A start that is too late may be needed (onder b): that is for a person to judge.
 */
export function checkStart({ bewijs, waarden }: BeoordelingFeiten): Controle {
  const { vroegsteStart, laatsteStart } = waarden
  const basis = {
    controle: 'start' as const,
    bron: 'Aanmeldbewijs',
    feiten: [
      { naam: 'Start', waarde: formatDatumKort(bewijs.startdatum) },
      { naam: 'Mogelijk', waarde: `${formatDatumKort(vroegsteStart)} tot en met ${formatDatumKort(laatsteStart)}` },
    ],
  }
  if (bewijs.startdatum < vroegsteStart)
    return { ...basis, hard: true, uitkomst: 'voldoet-niet', grond: 'start-te-vroeg', toelichting: 'De scholing start te vroeg.' }
  if (bewijs.startdatum > laatsteStart)
    return { ...basis, hard: false, uitkomst: 'voldoet-niet', grond: 'start-te-laat', toelichting: 'De scholing start te laat. Kijk of een latere start nodig was (onder b).' }
  return { ...basis, hard: true, uitkomst: 'voldoet', toelichting: 'De scholing start op tijd.' }
}
