import { formatDatumKort } from '@/lib/base/date'
import type { BeoordelingFeiten, Controle } from '@/lib/beschikking/model'

/** Art. 14: who is excluded by a besluit of its own gets nothing until it ends. A person looks once more, so never refused automatically. */
export function checkNietUitgesloten({ uitgeslotenTot, aanvraagDag }: BeoordelingFeiten): Controle {
  const basis = {
    controle: 'niet-uitgesloten' as const,
    bron: 'Eigen administratie',
    feiten: [{ naam: 'Uitgesloten tot', waarde: uitgeslotenTot === null ? 'niet uitgesloten' : formatDatumKort(uitgeslotenTot) }],
    hard: false,
  }
  return uitgeslotenTot !== null && aanvraagDag < uitgeslotenTot
    ? { ...basis, uitkomst: 'voldoet-niet', grond: 'uitgesloten', toelichting: 'De aanvrager is tijdelijk uitgesloten, omdat een eerdere scholing niet is afgerond.' }
    : { ...basis, uitkomst: 'voldoet', toelichting: 'De aanvrager is niet uitgesloten.' }
}
