/**
 * What no page does: a tijdvak of its own for drukte.spec.ts, other people in its waiting room, and the budget that runs out.
 * Run by drukte.ts through scripts/run.mjs, in the surroundings of the system under test.
 */
import pg from 'pg'
import { z } from 'zod'
import type { Medewerker } from '@/lib/base/actor'
import { cent } from '@/lib/base/money'
import type { Outcome } from '@/lib/base/outcome'
import { config } from '@/lib/platform/config'
import { closeDb, inTransaction, prisma } from '@/lib/platform/db'
import { legTijdvakVast } from '@/lib/tijdvak/use-cases/leg-tijdvak-vast'
import { stopTijdvak } from '@/lib/tijdvak/use-cases/stop-tijdvak'
import { wijzigPlafond } from '@/lib/tijdvak/use-cases/wijzig-plafond'
import { getTijdvak } from '@/lib/tijdvak/views'
import { neemPlaats } from '@/lib/wachtkamer/use-cases/neem-plaats'
import { stelSnelheidIn } from '@/lib/wachtkamer/use-cases/stel-snelheid-in'

const [daad, code = '', waarde = ''] = process.argv.slice(2)

/** The first numbers of kenmerken belong to the other browser tests: what is made here begins far above them. */
const EERSTE_NUMMER = 900_000

async function beginKenmerkenBij(nummer: number): Promise<void> {
  // As owner: the application may not set a sequence.
  const owner = new pg.Client(config.databaseUrl)
  await owner.connect()
  await owner.query(`select setval('kenmerk_aanvraag', $1, false)`, [nummer])
  await owner.end()
}

const planSchema = z.strictObject({ opentOp: z.coerce.date(), sluitOp: z.coerce.date(), reserveTot: z.coerce.date(), plafondCent: z.int() })

async function regisseur(): Promise<Medewerker> {
  const gebruiker = await prisma.gebruiker.upsert({ where: { subjectHmac: 'drukte-regisseur' }, update: {}, create: { soort: 'medewerker', subjectHmac: 'drukte-regisseur', medewerkerNaam: 'Regisseur van de test' } })
  return { soort: 'medewerker', id: gebruiker.id, rollen: ['ketenregisseur'], naam: 'Regisseur van de test' }
}

function expectDone(outcome: Outcome<string, unknown>): void {
  if (!outcome.ok) throw new Error(`${String(daad)}: ${outcome.redenen.join(', ')}`)
}

async function maak(): Promise<void> {
  const { opentOp, sluitOp, reserveTot, plafondCent } = planSchema.parse(JSON.parse(waarde))
  await inTransaction((tx) => legTijdvakVast(tx, {
    code, opentOp, sluitOp, reserveTot, startTeltVanaf: null,
    compartimenten: [{ code: 'algemeen', naam: 'Algemeen budget', plafondCent: cent(plafondCent), overschrijdingCent: cent(0) }],
  }))
  await beginKenmerkenBij(EERSTE_NUMMER + await prisma.aanvraag.count())
}

/** Everybody with a prepared aanvraag takes a place, but those whose kenmerk is given. */
async function vul(): Promise<void> {
  const tijdvak = await getTijdvak({ code })
  const anderen = await prisma.aanvraag.findMany({ where: { tijdvakId: tijdvak?.id ?? '', kenmerk: { notIn: waarde.split(',') } }, select: { burgerId: true } })
  await Promise.all(anderen.map(async ({ burgerId }) => { expectDone(await neemPlaats(burgerId, code)) }))
}

async function maakOp(): Promise<void> {
  const tijdvak = await getTijdvak({ code })
  const compartiment = tijdvak?.compartimenten[0]
  if (compartiment === undefined || compartiment.overCent === 0) return
  expectDone(await wijzigPlafond(await regisseur(), { code, compartimentId: compartiment.id, handeling: 'verlaag', bedrag: compartiment.overCent, reden: 'test' }))
}

async function sluit(): Promise<void> {
  expectDone(await stopTijdvak(await regisseur(), { code, reden: 'test' }))
  await beginKenmerkenBij(1)
}

const DADEN: Readonly<Record<string, () => Promise<void>>> = {
  maak, vul, sluit, 'maak-op': maakOp,
  snelheid: async () => { expectDone(await stelSnelheidIn(await regisseur(), { code, perMinuut: Number(waarde), reden: 'test' })) },
}
await DADEN[daad ?? '']?.()
await closeDb()
