import type { OpleiderActor } from '@/lib/base/actor'
import { parseKvk } from '@/lib/base/kvk'
import { KOPPELING_SCOPES } from '@/lib/koppeling/model'
import { proposeLaatsteDag } from '@/lib/koppeling/rules/termijn'
import { maakKoppeling } from '@/lib/koppeling/use-cases/maak-koppeling'
import { today } from '@/lib/platform/clock'
import { prisma } from '@/lib/platform/db'
import { hmac } from '@/lib/platform/encryption'

/** Makes a token with every scope for the opleider with this KvK number; a sentence when that cannot be done. */
export async function maakToken(kvkTekst: string): Promise<{ token: string } | string> {
  const kvk = parseKvk(kvkTekst)
  const opleider = kvk === undefined ? null : await prisma.opleider.findUnique({ where: { kvk } })
  if (kvk === undefined || opleider === null) return `--token: er is geen opleider met KvK-nummer ${kvkTekst} in het register.`
  const actor: OpleiderActor = { soort: 'opleider', id: await findGebruiker(opleider.id, kvk), rollen: ['opleider'], opleiderId: opleider.id, kvk }
  const gemaakt = await maakKoppeling(actor, { naam: 'Gemaakt met npm run data', scopes: KOPPELING_SCOPES, laatsteDag: proposeLaatsteDag(await today()) })
  return gemaakt.ok ? { token: gemaakt.value.token } : `--token: ${gemaakt.redenen.join(', ')}. Trek een oud token in, in het opleidersportaal onder Koppelingen.`
}

/** Somebody who can have made it: who logged in for this opleider before, else somebody of this command. */
async function findGebruiker(opleiderId: string, kvk: string): Promise<string> {
  const bekend = await prisma.gebruiker.findFirst({ where: { opleiderId, uitgeschakeldOp: null }, orderBy: { createdAt: 'asc' }, select: { id: true } })
  if (bekend !== null) return bekend.id
  const { id } = await prisma.gebruiker.create({ data: { soort: 'opleider', kvk, opleiderId, rollen: [], subjectHmac: hmac('opleider', `${kvk}//npm run data`) }, select: { id: true } })
  return id
}
