import type { PlainDate } from '@/lib/base/date'
import type { Besluitinhoud, BriefFeiten, Regelwaarden } from '@/lib/beschikking/model'
import { makeAfwijzingsbrief, makeVerleningsbrief, type NieuweBrief } from '@/lib/beschikking/rules/brieven'
import { makeVaststellingsbrief } from '@/lib/beschikking/rules/vervolgbrieven'

/** The letter of a besluit. The preview of the behandelaar and the letter that is sent both come from here. */
export function makeBesluitbrief(feiten: BriefFeiten, besluit: Besluitinhoud, waarden: Regelwaarden, bezwaarUiterlijkOp: PlainDate): NieuweBrief {
  switch (besluit.soort) {
    case 'verlening':
      return makeVerleningsbrief(feiten, besluit, waarden, bezwaarUiterlijkOp)
    case 'afwijzing':
      return makeAfwijzingsbrief(feiten, { ...besluit, bezwaarUiterlijkOp }, waarden)
    case 'vaststelling':
      return makeVaststellingsbrief(feiten, { ...besluit, bezwaarUiterlijkOp })
  }
}
