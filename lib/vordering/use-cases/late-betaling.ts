import type { Medewerker, Rol } from '@/lib/base/actor'
import { cent } from '@/lib/base/money'
import { done, refused, success, type Outcome } from '@/lib/base/outcome'
import { listMutaties, lockVordering, type Db, type VorderingRij } from '@/lib/vordering/repo/rij'
import { restAfgeboekt } from '@/lib/vordering/rules/afgeboekt'
import { rekenToe } from '@/lib/vordering/rules/toerekening'
import type { VorderingReden } from '@/lib/vordering/texts'
import { boekMutatie } from '@/lib/vordering/use-cases/boek-mutatie'
import { legTeveelVast, type Ontvangst } from '@/lib/vordering/use-cases/boek-ontvangst'

const BESLISSERS: readonly Rol[] = ['financieel', 'teamleider-financieel']

/**
 * Money that came in after a claim was written off or lapsed is taken as its payment: as much of it as was received is asked again and paid
 * in one go, so nothing is open after it. What is more than was given up goes back to who paid.
 */
export async function neemLateBetalingAan(db: Db, medewerker: Medewerker, { kenmerk, bedrag, dag, herkomst }: Ontvangst): Promise<Outcome<VorderingReden>> {
  const rij = await lockAfgelopen(db, medewerker, kenmerk)
  if (!rij.ok) return rij
  const { vordering, rol } = rij.value
  const afgeboekt = restAfgeboekt(await listMutaties(db, vordering.id))
  const { hoofdsom, kosten, teveel } = rekenToe(bedrag, afgeboekt)
  if (hoofdsom + kosten > 0) {
    const isAlles = hoofdsom === afgeboekt.hoofdsom && kosten === afgeboekt.kosten
    const hersteld = await boekMutatie(db, vordering, { soort: 'herleving', dag, hoofdsom, kosten, handeling: 'herleef', actor: medewerker, rol, toelichting: 'Er is alsnog betaald.', isEersteVanTwee: true })
    await boekMutatie(db, { ...vordering, open: hersteld }, {
      soort: 'ontvangst', dag, hoofdsom: cent(0 - hoofdsom), kosten: cent(0 - kosten), herkomst, handeling: 'neem-late-betaling-aan', actor: medewerker, rol, ...(isAlles ? { naar: 'voldaan' as const } : {}),
    })
  }
  if (teveel > 0) await legTeveelVast(db, vordering, { teveel, bron: herkomst, doorId: medewerker.id, rol })
  return done
}

/** The same money goes back to who paid it: the claim stays given up. */
export async function geefLateBetalingTerug(db: Db, medewerker: Medewerker, { kenmerk, bedrag, herkomst }: Omit<Ontvangst, 'dag'>): Promise<Outcome<VorderingReden>> {
  const rij = await lockAfgelopen(db, medewerker, kenmerk)
  if (!rij.ok) return rij
  await legTeveelVast(db, rij.value.vordering, { teveel: bedrag, bron: herkomst, doorId: medewerker.id, rol: rij.value.rol })
  return done
}

async function lockAfgelopen(db: Db, medewerker: Medewerker, kenmerk: string): Promise<Outcome<VorderingReden, { vordering: VorderingRij; rol: Rol }>> {
  const vordering = await lockVordering(db, { kenmerk })
  if (vordering === undefined) return refused('niet-gevonden')
  const rol = BESLISSERS.find((een) => medewerker.rollen.includes(een))
  if (rol === undefined) return refused('geen-mandaat')
  return vordering.status === 'oninbaar' || vordering.status === 'verjaard' ? success({ vordering, rol }) : refused('niet-afgelopen')
}
