import { z } from 'zod'

// A job travels through Redis: it carries ids, never personal data (invariant I9).
const id = z.guid()

/** Every kind of job with the shape of its payload. A job without a handler in workers/index.ts does not compile. */
export const jobSchemas = {
  'verstuur-mail': z.strictObject({ mailId: id }),
  'verwerk-import': z.strictObject({ importId: id }),
  'voer-bewerking-uit': z.strictObject({ bewerkingId: id }),
  // Something that search shows has changed: what one import wrote, one opleiding, or all of one opleider.
  'ververs-zoekindex': z.strictObject({ importId: id.optional(), opleidingId: id.optional(), opleiderId: id.optional() }),
  'verwerk-aanmeldbewijzen': z.strictObject({ bestandId: id }),
  'rol-maatregel-terug': z.strictObject({ maatregelId: id }),
  'pas-maatregel-toe': z.strictObject({ maatregelId: id }),
  'maak-verplichting': z.strictObject({ aanvraagId: id }),
  'laat-verplichting-vervallen': z.strictObject({ aanvraagId: id }),
  'leg-annulering-voor': z.strictObject({ activiteitId: id }),
  'herinner-keuze': z.strictObject({ wijzigingId: id }),
  'maak-betaalbestand': z.strictObject({ batchId: id }),
  'meld-terugbetaling': z.strictObject({ terugbetalingId: id }),
  'verwerk-bankbericht': z.strictObject({ berichtId: id }),
  'betaal-vraag-opnieuw': z.strictObject({ vraagId: id }),
  'boek-retouren': z.strictObject({ aanvraagId: id }),
  'verwerk-creditnota': z.strictObject({ factuurId: id }),
  'stel-vast': z.strictObject({ aanvraagId: id }),
  'voer-besluit-uit': z.strictObject({ besluitId: id }),
  'vraag-reactie': z.strictObject({ aanvraagId: id }),
  'herinner-reactie': z.strictObject({ aanvraagId: id }),
  'sluit-reactietermijn': z.strictObject({ aanvraagId: id }),
  'vraag-deelname-na': z.strictObject({ aanvraagId: id }),
  'herinner-opleider': z.strictObject({ berichtId: id }),
  'verwerk-deelnames': z.strictObject({ bestandId: id }),
  'vraag-stukken-op': z.strictObject({ gevalId: id }),
  'maak-brief-pdf': z.strictObject({ briefId: id }),
  'bevestig-ontvangst': z.strictObject({ aanvraagId: id }),
  'wijs-aanvraag-af': z.strictObject({ aanvraagId: id }),
  'meld-reserve': z.strictObject({ aanvraagId: id }),
  'meld-aanbod': z.strictObject({ aanvraagId: id }),
  'beoordeel-aanvraag': z.strictObject({ aanvraagId: id }),
  'toets-vooraf': z.strictObject({ aanvraagId: id }),
  'stel-lijst-vast': z.strictObject({ tijdvakId: id }),
  'trek-loting': z.strictObject({ tijdvakId: id }),
  'laat-reservering-vrij': z.strictObject({ aanvraagId: id }),
  'pas-reservering-aan': z.strictObject({ aanvraagId: id }),
}

export type JobName = keyof typeof jobSchemas
export type JobPayloads = { [Name in JobName]: z.output<(typeof jobSchemas)[Name]> }

/**
 * What gives way while an opening is busy: letters, files, assessments. They go on, slowly, and at full speed afterwards. The same
 * list as in the database (column outbox.achtergrond), a test compares. What frees a place or budget is not among them.
 */
export const ACHTERGROND: readonly string[] = [
  'bevestig-ontvangst', 'beoordeel-aanvraag', 'toets-vooraf', 'wijs-aanvraag-af', 'meld-reserve', 'maak-verplichting', 'maak-brief-pdf', 'verstuur-mail', 'verwerk-import',
]

/** Whether a name that came from the outbox is one of ours (a newer version may have written others). */
export function isJobName(naam: string): naam is JobName {
  return Object.hasOwn(jobSchemas, naam)
}
