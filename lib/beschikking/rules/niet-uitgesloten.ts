import { formatDatumKort } from '@/lib/base/date'
import type { BeoordelingFeiten, Controle } from '@/lib/beschikking/model'

/** Art. 14: who did not finish an earlier training through own fault gets nothing for a while. A person weighs it, so never refused automatically. */
export function checkNietUitgesloten({ uitgeslotenTot, aanvraagDag }: BeoordelingFeiten): Controle {
  const basis = {
    controle: 'niet-uitgesloten' as const,
    bron: 'Eigen administratie',
    feiten: [{ naam: 'Uitgesloten tot', waarde: uitgeslotenTot === null ? 'niet uitgesloten' : formatDatumKort(uitgeslotenTot) }],
    hard: false,
  }
  return uitgeslotenTot !== null && aanvraagDag < uitgeslotenTot
    ? { ...basis, uitkomst: 'voldoet-niet', grond: 'uitgesloten', toelichting: 'De aanvrager heeft een eerdere scholing niet afgerond.' }
    : { ...basis, uitkomst: 'voldoet', toelichting: 'De aanvrager is niet uitgesloten.' }
}
