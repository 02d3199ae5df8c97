import { z } from 'zod'
import { parseDatum } from '@/lib/base/date'
import { parseBedrag } from '@/lib/base/money'

// The widths of the fields of the STAP-aanmeldbewijs (UWV, site voor opleiders).
const naam = z.string().trim().min(1).max(200).refine(isName, 'Gebruik alleen letters, spaties, punten, koppeltekens en apostroffen.')

/** What an opleider fills in for one aanmeldbewijs; what the register knows is taken from there. */
export const uitgeefSchema = z.object({
  scholingsactiviteitId: z.guid().meta({ title: 'Scholingsactiviteit' }),
  studentnummer: z.string().trim().min(1).max(20).regex(/^[0-9A-Za-z]+$/, 'Studentnummer: gebruik alleen letters en cijfers, zonder spaties.').meta({ title: 'Studentnummer' }),
  voornaam: naam.meta({ title: 'Voornaam' }),
  tussenvoegsel: z.string().trim().max(10).refine(isName, 'Tussenvoegsel: gebruik alleen letters, bijvoorbeeld van der.').optional().meta({ title: 'Tussenvoegsel' }),
  achternaam: naam.meta({ title: 'Achternaam' }),
  geboortedatum: z.string().transform((tekst, ctx) => {
    const dag = parseDatum(tekst)
    if (dag !== undefined) return dag
    ctx.addIssue({ code: 'custom', message: 'Geboortedatum: vul een bestaande datum in, bijvoorbeeld 29-11-1985.' })
    return z.NEVER
  }).meta({ title: 'Geboortedatum' }),
  gevraagd: z.string().transform((tekst, ctx) => {
    const bedrag = parseBedrag(tekst)
    if (bedrag !== undefined && bedrag > 0) return bedrag
    ctx.addIssue({ code: 'custom', message: 'Gevraagd subsidiebedrag: vul een bedrag in euro’s in, bijvoorbeeld 939,50.' })
    return z.NEVER
  }).meta({ title: 'Gevraagd subsidiebedrag' }),
})
export type UitgeefInput = z.output<typeof uitgeefSchema>

export const trekInSchema = z.object({
  aanmeldbewijsId: z.guid(),
  reden: z.string().trim().min(3).max(500).meta({ title: 'Reden' }),
})
export type TrekInInput = z.output<typeof trekInSchema>

function isName(text: string): boolean {
  return /^[\p{L}\p{M} .'’-]*$/u.test(text)
}
