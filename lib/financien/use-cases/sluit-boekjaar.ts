import type { Medewerker } from '@/lib/base/actor'
import { done, refused, success, type Outcome } from '@/lib/base/outcome'
import { findAansluitcijfers } from '@/lib/financien/repo/aansluiting'
import { findSluitingFeiten, findTeruggevallen, lockBoekjaar, lockVrijePotten, saveJaarlog, saveOverloop, savePotten, saveSluiting, saveVoorstel, type VrijePot } from '@/lib/financien/repo/jaarsluiting'
import { calculateTerugval, checkSluiting, checkVoorstel, lowerPot, type SluitingReden } from '@/lib/financien/rules/jaarsluiting'
import { makeSluitstuk } from '@/lib/financien/rules/sluitstuk'
import { inPgTransaction, type PoolClient } from '@/lib/platform/db'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { boekAlle } from '@/lib/tijdvak/use-cases/boek'

/** Proposes to close a boekjaar; somebody else carries it out. */
export function stelSluitingVoor(actor: Medewerker, jaar: number): Promise<Outcome<SluitingReden>> {
  return inPgTransaction(async (client) => {
    const redenen = checkVoorstel(await findSluitingFeiten(client, jaar))
    if (redenen.length > 0) return refused(...redenen)
    await saveVoorstel(client, jaar, actor.id)
    await saveJaarlog(client, { jaar, soort: 'stel-sluiting-voor', ...wie(actor) })
    return done
  })
}

/** What the closing of a year did: what fell back in cents, and how many balances went along. */
export type Jaarsluiting = { readonly teruggevallenCent: number; readonly meegenomen: number }

/**
 * Closes a boekjaar after a second look: what is free falls back, what is committed or owed goes along to the next year, and nothing
 * is booked in it any more. In two steps that are each done once, so that it can be done again after a fault. The first locks the
 * plafonds for a moment; the second, which writes most, locks only the closed year.
 */
export async function sluitBoekjaar(actor: Medewerker, jaar: number): Promise<Outcome<SluitingReden, Jaarsluiting>> {
  const terug = await inPgTransaction(async (client): Promise<Outcome<SluitingReden>> => {
    await lockBoekjaar(client, jaar)
    const redenen = checkSluiting(await findSluitingFeiten(client, jaar), actor.id)
    if (redenen.length > 0) return refused(...redenen)
    await valTerug(client, actor, jaar)
    return done
  })
  if (!terug.ok) return terug
  return inPgTransaction(async (client) => {
    await lockBoekjaar(client, jaar)
    const cijfers = await findAansluitcijfers(client)
    const redenen = checkSluiting(await findSluitingFeiten(client, jaar, cijfers), actor.id)
    if (redenen.length > 0) return refused(...redenen)
    const meegenomen = await saveOverloop(client, jaar, actor.id)
    await saveSluiting(client, jaar, actor.id)
    const sluiting = { teruggevallenCent: await findTeruggevallen(client, jaar), meegenomen }
    await saveJaarlog(client, { jaar, soort: 'sluit-boekjaar', ...wie(actor), gegevens: { ...sluiting, aansluiting: makeSluitstuk(cijfers) } })
    return success(sluiting)
  })
}

const wie = (actor: Medewerker) => ({ doorId: actor.id, rol: actor.rollen[0] ?? actor.soort })

/** Books what falls back, and lowers what the compartimenten may spend by as much. */
async function valTerug(client: PoolClient, actor: Medewerker, jaar: number): Promise<void> {
  const terug = (await lockVrijePotten(client, jaar))
    .map((pot): readonly [VrijePot, number] => [pot, calculateTerugval(pot)]).filter(([, cent]) => cent > 0)
  if (terug.length === 0) return
  const isNieuw = await boekAlle(client, [{
    soort: 'val-terug', oorzaak: 'boekjaar', oorzaakId: String(jaar), actor, boekjaar: jaar,
    regels: terug.flatMap(([{ id }, cent]) => makePost('val-terug', cent, { compartimentId: id })),
  }])
  if (isNieuw > 0) await savePotten(client, terug.map(([pot, cent]) => ({ id: pot.id, ...lowerPot(pot, cent) })))
}
