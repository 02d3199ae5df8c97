import { z } from 'zod'
import { ZAADBRONNEN } from '@/lib/loting/model'

const code = z.string().regex(/^\d{4}-[A-Z0-9]{1,8}$/, 'Dit tijdvak bestaat niet.')
const reden = z.string('Schrijf op waarom u dit nu doet.').trim().min(10, 'Schrijf in minstens 10 tekens op waarom u dit nu doet.').max(500, 'Houd de reden korter dan 500 tekens.')

/** Fixing the list of participants. */
export const lijstSchema = z.strictObject({
  code,
  zaadBron: z.enum(ZAADBRONNEN, 'Kies waar het zaad vandaan komt.'),
  baken: z.string().trim().max(300, 'Houd de beschrijving korter dan 300 tekens.').optional(),
  reden,
})

/** One of the two parts of the seed: text that somebody else cannot guess, or the value of the public source. */
export const bijdrageSchema = z.strictObject({
  code,
  waarde: z.string('Voer uw deel van het zaad in.').trim()
    .min(16, 'Voer minstens 16 tekens in, zodat niemand uw deel kan raden.')
    .max(200, 'Houd het korter dan 200 tekens.')
    .regex(/^[\x21-\x7e ]+$/, 'Gebruik alleen gewone letters, cijfers en leestekens, zonder accenten.'),
})

/** A lot as a citizen types it over. */
export const lotSchema = z.string().trim().toLowerCase().regex(/^[0-9a-f]{32}$/, 'Een lot bestaat uit 32 cijfers en letters (a tot en met f).')
