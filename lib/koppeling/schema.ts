import { z } from 'zod'
import { parseDatum, type PlainDate } from '@/lib/base/date'
import { KOPPELING_SCOPES, type KoppelingScope } from '@/lib/koppeling/model'

const box = z.literal('ja').optional()

/** The form with a box for each scope. */
export const maakKoppelingSchema = z.object({
  naam: z.string('Vul in voor welk systeem dit is.').trim().min(1, 'Vul in voor welk systeem dit is.').max(100, 'Gebruik hoogstens 100 tekens.'),
  opleidingen: box,
  aanmeldbewijzen: box,
  facturen: box,
  deelnames: box,
  laatsteDag: z.string('Vul de laatste dag in.').transform((tekst, ctx) => {
    const dag = parseDatum(tekst.trim())
    if (dag === undefined) ctx.addIssue({ code: 'custom', message: 'Vul een bestaande dag in, bijvoorbeeld 31-12-2022.' })
    return dag ?? z.NEVER
  }),
}).superRefine((invoer, ctx) => {
  if (KOPPELING_SCOPES.every((scope) => invoer[scope] === undefined))
    ctx.addIssue({ code: 'custom', path: ['opleidingen'], message: 'Kies minstens één ding dat het systeem mag doen.' })
})

export type NieuweKoppeling = { naam: string; scopes: readonly KoppelingScope[]; laatsteDag: PlainDate }

/** What was filled in, in the words of the use case. */
export function toNieuweKoppeling(invoer: z.output<typeof maakKoppelingSchema>): NieuweKoppeling {
  return { naam: invoer.naam, laatsteDag: invoer.laatsteDag, scopes: KOPPELING_SCOPES.filter((scope) => invoer[scope] !== undefined) }
}

export const trekKoppelingInSchema = z.object({ koppelingId: z.guid() })
export type TrekKoppelingInInput = z.output<typeof trekKoppelingInSchema>
