import 'server-only'
import type { PostbusReden, PostbusToestand } from '@/lib/betaling/model'
import type { Tx } from '@/lib/platform/db'

/** Whether a message with these bytes was taken in. Two that take the same one in at once wait for each other. */
export async function isPostBekend(tx: Tx, sha256: string): Promise<boolean> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('postbus'), hashtext(${sha256}))`
  return (await tx.postbusbericht.count({ where: { sha256 } })) > 0
}

/** The opleider with this KvK number and the addresses that it mails its invoices from: what it named, and the one that we write to. */
export async function findOpleiderMetAdressen(tx: Tx, kvk: string): Promise<{ id: string; adressen: readonly string[] } | undefined> {
  const rij = await tx.opleider.findFirst({ where: { kvk }, select: { id: true, email: true, factuurafzenders: { where: { vervallenOp: null }, select: { adres: true } } } })
  return rij === null ? undefined : { id: rij.id, adressen: [rij.email.toLowerCase(), ...rij.factuurafzenders.map(({ adres }) => adres)] }
}

export type NieuwPostbusbericht = {
  naam: string; sha256: string; volgnummer: number; documentId: string; afzender: string | null; kvk: string | null
  toestand: PostbusToestand; reden: PostbusReden | null; factuurId: string | null
}

export async function savePostbusbericht(tx: Tx, data: NieuwPostbusbericht): Promise<void> {
  await tx.postbusbericht.create({ data, select: { id: true } })
}

/** A mailed invoice that somebody must look at, with the message it came in, locked; undefined when there is none or a colleague was first. */
export async function lockPostvraag(tx: Tx, id: string) {
  await tx.$executeRaw`select 1 from postbusbericht where id = ${id}::uuid for update`
  return await tx.postbusbericht.findFirst({ where: { id, toestand: 'vraag' }, include: { document: true } }) ?? undefined
}

export async function savePostAfgehandeld(tx: Tx, id: string, data: { toestand: PostbusToestand; reden: string | null; factuurId: string | null; afgehandeldOp: Date; afgehandeldDoor: string }): Promise<void> {
  await tx.postbusbericht.update({ where: { id }, data, select: { id: true } })
}

/** Names an address of an opleider; false when it was named already. */
export async function saveAfzender(tx: Tx, data: { opleiderId: string; adres: string; doorId: string }): Promise<boolean> {
  return (await tx.factuurafzender.createMany({ data: [data], skipDuplicates: true })).count === 1
}

/** Ends an address of this opleider; false when it is not there. */
export async function endAfzender(tx: Tx, id: string, opleiderId: string): Promise<boolean> {
  return await tx.$executeRaw`update factuurafzender set vervallen_op = nu() where id = ${id}::uuid and opleider_id = ${opleiderId}::uuid and vervallen_op is null` === 1
}
