import { z } from 'zod'
import { parseDatum, plainDate } from '@/lib/base/date'
import { OPLEIDINGSVORMEN } from '@/lib/register/model'

const datum = (title: string) => z.string().transform((waarde, ctx) => {
  const dag = parseDatum(waarde)
  if (dag !== undefined) return dag
  ctx.addIssue({ code: 'custom', message: `${title}: vul een bestaande datum in, bijvoorbeeld 29-11-2022.` })
  return z.NEVER
}).meta({ title })

/** What an opleider fills in to report a change. */
export const meldSchema = z.object({
  kenmerk: z.string().max(40),
  startdatum: datum('Startdatum'), einddatum: datum('Einddatum'),
  plaats: z.string().trim().max(100).optional().meta({ title: 'Plaats' }),
  opleidingsvorm: z.enum(OPLEIDINGSVORMEN, { error: 'Kies een vorm.' }).meta({ title: 'Vorm' }),
  reden: z.string('Schrijf waarom u dit wijzigt.').trim().min(3, 'Schrijf waarom u dit wijzigt.').max(1000).meta({ title: 'Reden' }),
})
export type MeldInput = z.output<typeof meldSchema>

/** Calling a scholing off for one participant. */
export const annuleerSchema = z.object({
  kenmerk: z.string().max(40),
  reden: z.string('Schrijf waarom de scholing niet doorgaat.').trim().min(3, 'Schrijf waarom de scholing niet doorgaat.').max(1000).meta({ title: 'Reden' }),
})
export type AnnuleerInput = z.output<typeof annuleerSchema>

/** More time to choose after a call-off. */
export const verlengSchema = z.object({
  kenmerk: z.string().max(40),
  tot: datum('Kiezen tot en met'),
  reden: z.string('Schrijf waarom de deelnemer meer tijd krijgt.').trim().min(5, 'Schrijf waarom de deelnemer meer tijd krijgt.').max(1000).meta({ title: 'Reden' }),
})
export type VerlengInput = z.output<typeof verlengSchema>

export const antwoordSchema = z.object({ wijzigingId: z.guid(), antwoord: z.enum(['aanvaard', 'weiger'], { error: 'Kies of u akkoord gaat.' }).meta({ title: 'Antwoord' }) })
export const wisselSchema = z.object({ wijzigingId: z.guid(), code: z.string().trim().min(1).max(60).meta({ title: 'Code van het nieuwe aanmeldbewijs' }) })

const dag = z.iso.date().transform(plainDate)
/** An Uitvoering as it is kept. */
export const uitvoeringSchema = z.object({ startdatum: dag, einddatum: dag, plaats: z.string().nullable(), opleidingsvorm: z.string() })
