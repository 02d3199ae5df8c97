import { amsterdamDate } from '@/lib/base/amsterdam'
import { createBatcher } from '@/lib/platform/batcher'
import { prisma } from '@/lib/platform/db'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { countOpLijst } from '@/lib/reservelijst/views'
import { getTijdvak } from '@/lib/tijdvak/views'
import type { WachtkamerData } from './paginas/wachtkamer-data'

/** What hardly changes about a tijdvak: read again after this time. */
const KEEP_MS = 5_000

type Blad = Pick<WachtkamerData, 'tijdvak' | 'opReservelijst'>

const kept = new Map<string, { blad: Blad | undefined; readAt: number }>()

/** The facts of a tijdvak that its waiting room shows. Undefined when there is no such tijdvak. Ask only for a code that is known. */
export async function tijdvakBlad(code: string): Promise<Blad | undefined> {
  const found = kept.get(code)
  if (found !== undefined && performance.now() - found.readAt < KEEP_MS) return found.blad
  const blad = await read(code)
  kept.set(code, { blad, readAt: performance.now() })
  return blad
}

const read = createBatcher<string, Blad | undefined>(async (codes) => {
  const bladen = new Map(await Promise.all([...new Set(codes)].map(async (code) => [code, await readBlad(code)] as const)))
  return codes.map((code) => bladen.get(code))
}, { timeoutMs: 3_000 })

async function readBlad(code: string): Promise<Blad | undefined> {
  const tijdvak = await getTijdvak({ code })
  if (tijdvak === undefined) return undefined
  const { id, naam, opentOp, reserveTot, compartimenten, gemetenOp } = tijdvak
  const { urenVoorOpening } = (await leesRegeling(prisma, amsterdamDate(gemetenOp))).get('wachtkamer')
  const blad = {
    code, naam, reserveTot,
    kamerOpentOp: new Date(opentOp.getTime() - urenVoorOpening * 3_600_000),
    compartimenten: compartimenten.map(({ code: compartiment, naam: titel, plafondCent, overschrijdingCent }) => ({ code: compartiment, naam: titel, plafondCent: plafondCent + overschrijdingCent })),
  }
  return reserveTot === null ? { tijdvak: blad } : { tijdvak: blad, opReservelijst: await countOpLijst(id) }
}
