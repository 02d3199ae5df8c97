import 'server-only'
import { decrypt } from '@/lib/platform/encryption'
import { pool, prisma } from '@/lib/platform/db'
import { LOTING_UITKOMSTEN, ZAADBRONNEN, type LotingStand, type LotingUitkomst, type Zaadbron } from '@/lib/loting/model'
import { chooseBijdragen } from '@/lib/loting/rules/bijdrage'
import { formatLijstRegel, formatUitslagRegel, LIJST_KOP, UITSLAG_KOP } from '@/lib/loting/rules/lijst'
import { lotOf } from '@/lib/loting/use-cases/stel-lijst-vast'
import type * as Db from '@/prisma/generated/client'

/** Everything about a draw that the public may know. Amounts in cents. */
export type LotingOverzicht = {
  readonly code: string
  readonly stand: LotingStand
  readonly sluitOp: Date
  readonly wijze: string
  readonly pastNietRegel: string
  readonly compartimenten: readonly { code: string; naam: string; plafondCent: number; gewicht: number }[]
  readonly zaadBron: Zaadbron | null
  readonly baken: string | null
  readonly aantal: number | null
  readonly lijstHash: string | null
  readonly lijstOp: Date | null
  /** Shown only after the draw. */
  readonly bijdragen: readonly string[]
  readonly zaad: string | null
  readonly getrokkenOp: Date | null
  readonly toegekend: number | null
  readonly uitslagHash: string | null
  /** Who gave a part already, for the control room; the parts themselves stay closed until the draw. */
  readonly aantalBijdragen: number
}

/** A draw by the code of its tijdvak; undefined when that tijdvak is not divided by lot. */
export async function getLoting(code: string): Promise<LotingOverzicht | undefined> {
  const tijdvak = await prisma.tijdvak.findFirst({
    where: { code, modus: 'loting' },
    include: { compartimenten: { orderBy: [{ volgorde: 'asc' }, { code: 'asc' }] }, loting: { include: { bijdragen: { orderBy: [{ op: 'asc' }, { gebruikerId: 'asc' }] } } } },
  })
  if (tijdvak === null) return undefined
  return {
    code,
    sluitOp: tijdvak.sluitOp,
    wijze: tijdvak.lotingWijze,
    pastNietRegel: tijdvak.pastNietRegel,
    compartimenten: tijdvak.compartimenten.map((compartiment) => ({
      code: compartiment.code, naam: compartiment.naam, gewicht: compartiment.lotingGewicht,
      plafondCent: Number(compartiment.plafondCent + compartiment.overschrijdingCent),
    })),
    ...(tijdvak.loting === null ? ZONDER_LIJST : toLijst(tijdvak.loting)),
  }
}

type Lijst = Omit<LotingOverzicht, 'code' | 'sluitOp' | 'wijze' | 'pastNietRegel' | 'compartimenten'>

const ZONDER_LIJST: Lijst = {
  stand: 'inschrijving', zaadBron: null, baken: null, aantal: null, lijstHash: null, lijstOp: null, bijdragen: [], zaad: null, getrokkenOp: null,
  toegekend: null, uitslagHash: null, aantalBijdragen: 0,
}

function toLijst({ bijdragen, ...loting }: Db.Loting & { bijdragen: readonly Db.LotingBijdrage[] }): Lijst {
  const { baken, aantal, lijstHash, lijstOp, zaad, getrokkenOp, toegekend, uitslagHash } = loting
  const zaadBron = ZAADBRONNEN.find((bron) => bron === loting.zaadBron) ?? null
  const delen = zaad === null || zaadBron === null ? [] : (chooseBijdragen(zaadBron, bijdragen.map(({ waardeVersleuteld }) => decrypt(waardeVersleuteld))) ?? [])
  return {
    baken, aantal, lijstHash, lijstOp, zaad, getrokkenOp, toegekend, uitslagHash, zaadBron,
    stand: zaad === null ? 'lijst-vast' : 'getrokken', bijdragen: delen, aantalBijdragen: bijdragen.length,
  }
}

export type LotUitkomst = { readonly nummer: number; readonly rang: number | null; readonly uitkomst: LotingUitkomst | null; readonly bedragCent: number }

/** What became of one lot; undefined when it is not on the list. */
export async function findLot(code: string, lot: string): Promise<LotUitkomst | undefined> {
  const { rows: [rij] } = await pool.query<Omit<LotUitkomst, 'uitkomst'> & { uitkomst: string | null }>(
    `select d.nummer, u.rang, u.uitkomst, coalesce(u.bedrag_cent, 0) as "bedragCent"
     from tijdvak t join loting_deelnemer d on d.tijdvak_id = t.id left join loting_uitslag u on u.tijdvak_id = d.tijdvak_id and u.nummer = d.nummer
     where t.code = $1 and t.modus = 'loting' and d.lot = $2`, [code, lot])
  return rij && { ...rij, uitkomst: LOTING_UITKOMSTEN.find((one) => one === rij.uitkomst) ?? null }
}

/** The lot of an aanvraag of this burger in a tijdvak that is divided by lot; undefined when it takes no part in a draw. */
export async function getEigenLot(burgerId: string, kenmerk: string): Promise<{ code: string; lot: string } | undefined> {
  const aanvraag = await prisma.aanvraag.findFirst({
    where: { kenmerk, burgerId, tijdvak: { modus: 'loting' }, indiening: { isNot: null } },
    select: { id: true, tijdvak: { select: { code: true } } },
  })
  return aanvraag === null ? undefined : { code: aanvraag.tijdvak.code, lot: lotOf(aanvraag.id) }
}

const PER_PAGE = 20_000

/** The list of participants as it was published and hashed, in parts: a million lines are never in memory at once. */
export async function* streamLijst(code: string): AsyncGenerator<string> {
  yield LIJST_KOP
  for (let vanaf = 0; ; ) {
    const { rows } = await pool.query<{ nummer: number; lot: string; compartimenten: string[]; bedragCent: number; gewicht: number }>(
      `select d.nummer, d.lot, d.bedrag_cent as "bedragCent", d.gewicht,
              (select array_agg(c.code order by k.n) from unnest(d.compartiment_ids) with ordinality as k (id, n) join compartiment c on c.id = k.id) as compartimenten
       from loting_deelnemer d join tijdvak t on t.id = d.tijdvak_id
       where t.code = $1 and d.nummer > $2 and d.nummer <= $2 + ${String(PER_PAGE)} order by d.nummer`, [code, vanaf])
    if (rows.length === 0) return
    yield rows.map((rij) => formatLijstRegel(rij.nummer, rij)).join('')
    vanaf += PER_PAGE
  }
}

/** The result as it was published and hashed, in the order in which it was decided. */
export async function* streamUitslag(code: string): AsyncGenerator<string> {
  yield UITSLAG_KOP
  for (let vanaf = 0; ; ) {
    const { rows } = await pool.query<{ rang: number; nummer: number; lot: string; uitkomst: string; compartiment: string | null; bedragCent: number }>(
      `select u.rang, u.nummer, d.lot, u.uitkomst, c.code as compartiment, u.bedrag_cent as "bedragCent"
       from loting_uitslag u join tijdvak t on t.id = u.tijdvak_id join loting_deelnemer d on d.tijdvak_id = u.tijdvak_id and d.nummer = u.nummer
       left join compartiment c on c.id = u.compartiment_id
       where t.code = $1 and u.volgorde > $2 and u.volgorde <= $2 + ${String(PER_PAGE)} order by u.volgorde`, [code, vanaf])
    if (rows.length === 0) return
    yield rows.map((rij) => formatUitslagRegel(rij, rij.lot)).join('')
    vanaf += PER_PAGE
  }
}
