import type { Actor, Rol } from '@/lib/base/actor'
import { cent } from '@/lib/base/money'
import { boek, boekAlle, type Boeking } from '@/lib/tijdvak/use-cases/boek'
import type { OpenBedrag, VorderingMutatie, VorderingStatus } from '@/lib/vordering/model'
import { insertMutatie, logVordering, type Db, type VorderingRij } from '@/lib/vordering/repo/rij'
import { toPosten, waarvanOf } from '@/lib/vordering/rules/grootboek'

type TeBoekenMutatie = VorderingMutatie & {
  readonly herkomst?: string
  readonly toelichting?: string
  /** The status after it; the same when it does not say. */
  readonly naar?: VorderingStatus
  /** The act, as in status_overgang. */
  readonly handeling: string
  readonly actor: Actor
  readonly rol?: Rol
  /** How much of it had been settled before, for a claim that falls. */
  readonly herzienCent?: number
  readonly gegevens?: object
  /** Its counterpart follows in the same act: a claim that is over has nothing open in between. */
  readonly isEersteVanTwee?: boolean
}

/** One movement of a claim that is locked: the movement, what is open, the status with its line in the log, and the ledger. Gives what is open after it. */
export async function boekMutatie(db: Db, rij: VorderingRij, mutatie: TeBoekenMutatie): Promise<OpenBedrag> {
  const { soort, dag, hoofdsom, kosten, herkomst = null, toelichting = null, naar = rij.status, handeling, actor, rol, herzienCent = 0, gegevens = {}, isEersteVanTwee = false } = mutatie
  const open = { hoofdsom: cent(rij.open.hoofdsom + hoofdsom), kosten: cent(rij.open.kosten + kosten) }
  const id = await insertMutatie(db, rij.id, { soort, dag, hoofdsom, kosten, herkomst, toelichting, doorId: actor.id }, isEersteVanTwee ? rij.open : open, naar)
  await logVordering(db, rij.id, {
    soort: handeling, doorId: actor.id, rol: rol ?? actor.rollen[0] ?? actor.soort, ...(naar === rij.status ? {} : { van: rij.status, naar }),
    reden: toelichting ?? undefined, gegevens: { hoofdsomCent: hoofdsom, kostenCent: kosten, ...gegevens },
  })
  const posten = toPosten(mutatie, waarvanOf(rij), herzienCent)
  await boekOp(db, posten.map((post) => ({ ...post, oorzaak: 'vordering-mutatie', oorzaakId: id, actor })))
  return open
}

/** Books on either kind of transaction. */
export async function boekOp(db: Db, boekingen: readonly Boeking[]): Promise<void> {
  if (!('$queryRawUnsafe' in db)) {
    await boekAlle(db, boekingen)
    return
  }
  for (const boeking of boekingen) await boek(db, boeking)
}
