import type { Medewerker } from '@/lib/base/actor'
import type { PlainDate } from '@/lib/base/date'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { todayIn } from '@/lib/platform/clock'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/outbox'
import { belongsTo, findErkennerVan, findOpleider, insertErkenning, insertOpleider, lockErkenning, type NieuweOpleider } from '@/lib/toelating/repo'
import type { LaatToeInput } from '@/lib/toelating/schema'
import type { ToelaatReden } from '@/lib/toelating/texts'

/** Admits an opleider to the register for the erkenner of this medewerker; one that is not in the register yet is added. */
export function laatOpleiderToe(medewerker: Medewerker, input: LaatToeInput): Promise<Outcome<ToelaatReden, { opleiderId: string }>> {
  return inTransaction(async (tx) => {
    const erkenner = await findErkennerVan(tx, medewerker.id)
    if (erkenner === undefined) return refused('geen-erkenner')
    if (input.geldigVan < (await todayIn(tx))) return refused('in-verleden')
    const nieuw = toNieuweOpleider(input)
    const bestaand = await findOpleider(tx, { kvk: input.kvk })
    if (bestaand === undefined && nieuw === undefined) return refused('gegevens-nodig')
    const opleiderId = bestaand?.id ?? (nieuw === undefined ? '' : await insertOpleider(tx, nieuw))
    const welke = { erkennerId: erkenner.id, opleiderId, opleidingId: null }
    if ((await lockErkenning(tx, welke)) !== undefined) return refused('al-toegelaten')
    await schrijf(tx, medewerker, { ...welke, geldigVan: input.geldigVan })
    return success({ opleiderId })
  })
}

/** Admits one opleiding, also when the erkenner does not vouch for the whole opleider. From today. */
export function laatOpleidingToe(medewerker: Medewerker, { opleiderId, opleidingId }: { opleiderId: string; opleidingId: string }): Promise<Outcome<ToelaatReden, { opleiderId: string }>> {
  return inTransaction(async (tx) => {
    const erkenner = await findErkennerVan(tx, medewerker.id)
    if (erkenner === undefined) return refused('geen-erkenner')
    if (!(await belongsTo(tx, opleidingId, opleiderId))) return refused('niet-gevonden')
    const welke = { erkennerId: erkenner.id, opleiderId, opleidingId }
    if ((await lockErkenning(tx, welke)) !== undefined) return refused('al-toegelaten')
    await schrijf(tx, medewerker, { ...welke, geldigVan: await todayIn(tx) })
    return success({ opleiderId })
  })
}

async function schrijf(tx: Tx, medewerker: Medewerker, erkenning: { erkennerId: string; opleiderId: string; opleidingId: string | null; geldigVan: PlainDate }): Promise<void> {
  const id = await insertErkenning(tx, { ...erkenning, doorId: medewerker.id })
  const { opleiderId, opleidingId, geldigVan } = erkenning
  await saveGebeurtenis(tx, { onderwerp: 'erkenning', onderwerpId: id, soort: 'laat-toe', actor: medewerker, gegevens: { opleiderId, opleidingId, geldigVan } })
  await enqueue(tx, 'ververs-zoekindex', opleidingId === null ? { opleiderId } : { opleidingId })
}

function toNieuweOpleider({ kvk, naam, code, straat, huisnummer, postcode, plaats, email }: LaatToeInput): NieuweOpleider | undefined {
  if (naam === undefined || code === undefined || straat === undefined || huisnummer === undefined || postcode === undefined || plaats === undefined || email === undefined) return undefined
  return { kvk, naam, code, straat, huisnummer, postcode, plaats, email }
}
