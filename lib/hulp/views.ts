import 'server-only'
import type { AanvraagStatus } from '@/lib/aanvraag/model'
import { getEigenAanvraag, getOntvangst, type AanvraagDetail, type Ontvangstbewijs } from '@/lib/aanvraag/views'
import type { Burger, Medewerker } from '@/lib/base/actor'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction, prisma } from '@/lib/platform/db'
import type { Beurt, WachtkamerStand } from '@/lib/wachtkamer/model'
import { isAanDeBeurt } from '@/lib/wachtkamer/rules/beurt'
import { leesBeurt } from '@/lib/wachtkamer/use-cases/lees-beurt'
import { readStand } from '@/lib/wachtkamer/views'
import { findHulp, findLopende, listHulpRijen, type HulpRij } from '@/lib/hulp/repo'

/** How it stands with somebody who is helped. */
export type HulpRegel = {
  readonly hulpId: string
  readonly reden: string
  readonly begonnenOp: Date
  readonly naam: string | null
  readonly kenmerk: string | null
  readonly titel: string | null
  readonly status: AanvraagStatus | null
  readonly code: string | null
  /** The place in the wachtkamer; null when there is none, or it is not drawn yet. */
  readonly plaats: number | null
  readonly hasPlaats: boolean
  readonly isAanDeBeurt: boolean
}

/** Somebody who is helped, with everything the next step needs. */
export type HulpDetail = HulpRegel & {
  readonly aanvraag: AanvraagDetail | null
  readonly stand: WachtkamerStand | undefined
  readonly ontvangst: Ontvangstbewijs | null
}

const SHOWN = 50

/** Whom this employee helped, the last one first; who can be submitted for now stands on top. */
export async function listHulp(medewerker: Medewerker): Promise<readonly HulpRegel[]> {
  const regels = await Promise.all((await listHulpRijen(prisma, medewerker.id, SHOWN)).map(async (hulp) => (await readHulp(hulp)).regel))
  return regels.toSorted((a, b) => Number(b.isAanDeBeurt) - Number(a.isAanDeBeurt))
}

/** One hulp of this employee; looking at it is noted. Undefined when it is not there or belongs to a colleague. */
export async function getHulp(medewerker: Medewerker, hulpId: string): Promise<HulpDetail | undefined> {
  const hulp = await findHulp(prisma, medewerker.id, hulpId)
  if (hulp === undefined) return undefined
  await inTransaction((tx) => saveGebeurtenis(tx, { onderwerp: 'hulp', onderwerpId: hulp.id, soort: 'bekijk-dossier', actor: medewerker, rol: 'werkplein', reden: hulp.reden }))
  const { regel, aanvraag, beurt, burger } = await readHulp(hulp)
  const [stand, ontvangst] = await Promise.all([
    regel.code === null ? undefined : readStand(regel.code), regel.kenmerk === null ? null : getOntvangst(burger, regel.kenmerk),
  ])
  // The werkplein has a budget of its own: it can be gone for everybody online and not for who is helped here.
  return { ...regel, aanvraag, stand: stand && beurt ? { ...stand, toestand: beurt.toestand } : stand, ontvangst }
}

async function readHulp(hulp: HulpRij): Promise<{ regel: HulpRegel; aanvraag: AanvraagDetail | null; beurt: Beurt | undefined; burger: Burger }> {
  const burger: Burger = { soort: 'burger', id: hulp.burgerId, rollen: ['burger'] }
  const lopende = await findLopende(prisma, burger.id)
  const [aanvraag, beurt] = lopende === undefined
    ? [null, undefined]
    : await Promise.all([getEigenAanvraag(burger, lopende.kenmerk), leesBeurt({ burgerId: burger.id, kenmerk: lopende.kenmerk })])
  return { burger, aanvraag, beurt, regel: toRegel(hulp, { aanvraag, beurt, code: lopende?.code ?? null }) }
}

function toRegel({ id, reden, begonnenOp }: HulpRij, { aanvraag, beurt, code }: { aanvraag: AanvraagDetail | null; beurt: Beurt | undefined; code: string | null }): HulpRegel {
  return {
    hulpId: id, reden, begonnenOp, code,
    naam: aanvraag?.momentopname.persoon.naam ?? null,
    kenmerk: aanvraag?.kenmerk ?? null,
    titel: aanvraag?.momentopname.opleiding.titel ?? null,
    status: aanvraag?.status ?? null,
    plaats: beurt?.plaats?.plaats ?? null,
    hasPlaats: beurt?.plaats !== undefined,
    isAanDeBeurt: aanvraag?.status === 'gereed' && beurt !== undefined && isAanDeBeurt(beurt),
  }
}
