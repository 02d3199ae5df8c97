import 'server-only'
import { parseIban, type Iban } from '@/lib/base/iban'
import { decrypt, encrypt, hmac } from '@/lib/platform/encryption'
import { toRekeningHerkomst, toRekeningStatus, type RekeningHerkomst, type RekeningStatus } from '@/lib/vordering/model'
import { execute, select, type Db } from '@/lib/vordering/repo/rij'
import type { NaamAntwoord } from '@/lib/vordering/rules/rekening'

// Account and name are personal data: they leave this file in the clear only for a transfer or for who may see them.

export type Rekening = {
  readonly id: string; readonly herkomst: RekeningHerkomst; readonly iban: Iban; readonly tenaamstelling: string; readonly status: RekeningStatus; readonly antwoord: string | null
}

type Ruw = { id: string; herkomst: string; iban: string; tenaamstelling: string; status: string; antwoord: string | null }

function toRekening({ id, herkomst, iban, tenaamstelling, status, antwoord }: Ruw): Rekening {
  return { id, antwoord, herkomst: toRekeningHerkomst(herkomst), status: toRekeningStatus(status), iban: toIban(decrypt(iban)), tenaamstelling: decrypt(tenaamstelling) }
}

function toIban(tekst: string): Iban {
  const iban = parseIban(tekst)
  if (iban === undefined) throw new Error('an account that is stored is no IBAN')
  return iban
}

/** Keeps the account that a receipt came from, to be proposed to the burger; one that is known for this claim is not kept twice. */
export async function insertVoorgesteld(db: Db, vorderingId: string, { iban, naam }: { iban: Iban; naam: string }): Promise<void> {
  await execute(db, `
    insert into vordering_rekening (vordering_id, herkomst, iban, iban_hmac, tenaamstelling, status)
    select $1::uuid, 'ontvangst', $2, $3, $4, 'voorgesteld'
     where not exists (select from vordering_rekening where vordering_id = $1::uuid and iban_hmac = $3 and status = 'voorgesteld')`,
  [vorderingId, encrypt(iban), hmac('iban', iban), encrypt(naam)])
}

/** An account that the burger gave, confirmed by giving it. */
export async function insertOpgave(db: Db, vorderingId: string, { iban, naam, doorId }: { iban: Iban; naam: string; doorId: string }): Promise<string> {
  const [rij] = await select<{ id: string }>(db, `
    insert into vordering_rekening (vordering_id, herkomst, iban, iban_hmac, tenaamstelling, status, bevestigd_door, bevestigd_op)
    values ($1::uuid, 'opgave', $2, $3, $4, 'bevestigd', $5::uuid, nu()) returning id::text`, [vorderingId, encrypt(iban), hmac('iban', iban), encrypt(naam), doorId])
  if (rij === undefined) throw new Error('nothing was inserted')
  return rij.id
}

/** The accounts of a claim: the one in use or on its way to it, and else the latest that was seen at a receipt. */
export async function findRekeningen(db: Db, vorderingId: string): Promise<{ lopend: Rekening | undefined; voorstel: Rekening | undefined }> {
  const rijen = (await select<Ruw>(db, `
    select id::text, herkomst, iban, tenaamstelling, status, antwoord from vordering_rekening
     where vordering_id = $1::uuid and status in ('voorgesteld', 'bevestigd', 'akkoord', 'te-beoordelen') order by ontstaan_op desc, id`, [vorderingId])).map(toRekening)
  return { lopend: rijen.find(({ status }) => status !== 'voorgesteld'), voorstel: rijen.find(({ status }) => status === 'voorgesteld') }
}

/** The burger says that an account that was proposed is right. */
export async function saveBevestigd(db: Db, id: string, doorId: string): Promise<void> {
  await execute(db, `update vordering_rekening set status = 'bevestigd', bevestigd_door = $2::uuid, bevestigd_op = nu() where id = $1::uuid`, [id, doorId])
}

export async function saveRekeningStatus(db: Db, id: string, status: RekeningStatus, over: { antwoord?: NaamAntwoord; oordeel?: { doorId: string; reden: string } } = {}): Promise<void> {
  await execute(db, `update vordering_rekening set status = $2, antwoord = coalesce($3, antwoord), beoordeeld_door = coalesce($4::uuid, beoordeeld_door), oordeel = coalesce($5, oordeel) where id = $1::uuid`,
    [id, status, over.antwoord ?? null, over.oordeel?.doorId ?? null, over.oordeel?.reden ?? null])
}

/** Takes the account in use out of use, for another one or because the bank sent a payment back. */
export async function vervangLopend(db: Db, vorderingId: string): Promise<void> {
  await execute(db, `update vordering_rekening set status = 'vervangen' where vordering_id = $1::uuid and status in ('bevestigd', 'akkoord', 'te-beoordelen')`, [vorderingId])
}

/** Claims with an account that was confirmed while the banks did not answer. */
export async function listOngecontroleerd(db: Db): Promise<string[]> {
  return (await select<{ id: string }>(db, `select vordering_id::text as id from vordering_rekening where status = 'bevestigd' order by bevestigd_op limit 500`, [])).map(({ id }) => id)
}
