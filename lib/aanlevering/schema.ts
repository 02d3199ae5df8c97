import { z } from 'zod'
import { GEBREKEN } from '@/lib/register/model'
import { OMVANGEN } from '@/lib/aanlevering/model'
import { isKolomVeld, type KolomVeld } from '@/lib/aanlevering/rules/kolommen'

const omvang = z.enum(OMVANGEN, { error: 'Staat al uw aanbod in dit bestand? Kies een van de twee antwoorden.' }).meta({ title: 'Staat al uw aanbod erin' })

/** A file of an opleider for itself. Size and kind are judged by the use case, which answers with all reasons. */
export const aanleveringSchema = z.object({ bestand: z.file({ error: 'Kies een bestand.' }).meta({ title: 'Bestand' }), omvang })

/** The same by DUO, for one opleider or (empty) for all of them. */
export const aanleveringVoorOpleiderSchema = aanleveringSchema.extend({ opleiderId: z.guid().nullable().default(null) })

/** What each column means, in the order of the file: a form has a field per column, `kolom-0` and on. Not chosen is not used. */
export const kolomindelingSchema = z.looseObject({ importId: z.guid() }).transform(({ importId, ...velden }) => {
  const kolomindeling: (KolomVeld | null)[] = []
  for (const [naam, waarde] of Object.entries(velden)) {
    const kolom = /^kolom-(\d{1,3})$/.exec(naam)?.[1]
    if (kolom !== undefined && isKolomVeld(waarde)) kolomindeling[Number(kolom)] = waarde
  }
  return { importId, kolomindeling: Array.from(kolomindeling, (veld) => veld ?? null) }
})

export const importSchema = z.object({ importId: z.guid() })

/** Agreeing with an import that takes much away asks for a tick. */
export const akkoordSchema = z.object({ importId: z.guid(), klopt: z.literal('ja').optional().transform((waarde) => waarde === 'ja') })

export const draaiTerugSchema = z.object({
  importId: z.guid(),
  reden: z.string({ error: 'Reden: schrijf kort op waarom u de import terugdraait.' }).trim().min(5, { error: 'Reden: schrijf kort op waarom u de import terugdraait.' }).max(500),
})

const aantallen = z.object({ nieuw: z.int(), gewijzigd: z.int(), ongewijzigd: z.int(), verdwenen: z.int() })
const voorbeeld = z.object({ programmaId: z.string(), titel: z.string(), velden: z.array(z.object({ veld: z.string(), oud: z.unknown(), nieuw: z.unknown() })) })

/** The difference as it is kept with an import. */
export const verschilSchema = z.object({
  opleidingen: aantallen,
  activiteiten: aantallen,
  verlies: z.array(z.object({ opleiderId: z.string(), naam: z.string(), opleidingen: z.int(), opleidingenWeg: z.int(), starts: z.int(), startsWeg: z.int() })),
  prijs: z.object({ hoger: z.int(), lager: z.int(), grootsteStijgingProcent: z.number() }),
  voorbeelden: z.object({ nieuw: z.array(voorbeeld), gewijzigd: z.array(voorbeeld), verdwenen: z.array(voorbeeld) }),
  zonderSleutel: z.int(),
  gebreken: z.array(z.object({ gebrek: z.enum(GEBREKEN), aantal: z.int() })).default([]),
  goed: z.int().default(0),
})
