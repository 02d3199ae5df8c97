'use server'

import { revalidatePath } from 'next/cache'
import { formAction } from '@/lib/platform/form-action'
import { requireOpleider } from '@/lib/platform/session'
import { akkoordSchema, draaiTerugSchema, importSchema } from '@/lib/aanlevering/schema'
import { IMPORT_TEKST } from '@/lib/aanlevering/texts'
import { bevestigImport } from '@/lib/aanlevering/use-cases/bevestig-import'
import { draaiTerug } from '@/lib/aanlevering/use-cases/draai-terug'
import { wijsImportAf } from '@/lib/aanlevering/use-cases/geef-akkoord'

const DETAIL = '/opleider/import/[id]'

export const bevestigAction = formAction(akkoordSchema, async (input) => {
  const outcome = await bevestigImport(await requireOpleider('opleiding.beheren'), input)
  revalidatePath(DETAIL, 'page')
  return outcome
}, IMPORT_TEKST)

export const wijsAfAction = formAction(importSchema, async ({ importId }) => {
  const outcome = await wijsImportAf(await requireOpleider('opleiding.beheren'), importId)
  revalidatePath(DETAIL, 'page')
  return outcome
}, IMPORT_TEKST)

export const draaiTerugAction = formAction(draaiTerugSchema, async ({ importId, reden }) => {
  const outcome = await draaiTerug(await requireOpleider('opleiding.beheren'), importId, reden)
  revalidatePath(DETAIL, 'page')
  return outcome
}, IMPORT_TEKST)
