import { setTimeout as wait } from 'node:timers/promises'
import { randomUUID } from 'node:crypto'
import { KOPPELING_SCOPES } from '@/lib/koppeling/model'
import { proposeLaatsteDag } from '@/lib/koppeling/rules/termijn'
import { maakKoppeling } from '@/lib/koppeling/use-cases/maak-koppeling'
import { today } from '@/lib/platform/clock'
import type { Opleider } from './wereld'

/** What the system of an opleider asks of the API, and whether it was taken. */
export type Deur = {
  /** A UBL document; the codes of what is wrong with it, none when it was taken. */
  readonly factuur: (opleider: Opleider, ubl: string) => Promise<readonly string[]>
  /** Reports of how scholingen ended; of each whether it was taken. */
  readonly deelnames: (opleider: Opleider, rijen: readonly object[]) => Promise<readonly boolean[]>
}

const NOG_EENS_MS = 1_000
const MEESTE_KEREN = 90

/** The API over HTTP, with a token per opleider that is renewed when its day has gone by. */
export function openApi(url: string): Deur {
  const tokens = new Map<string, { token: string; tot: string }>()
  const tokenVan = async ({ actor, kvk }: Opleider): Promise<string> => {
    const vandaag = await today()
    const bekend = tokens.get(kvk)
    if (bekend !== undefined && vandaag <= bekend.tot) return bekend.token
    const laatsteDag = proposeLaatsteDag(vandaag)
    const gemaakt = await maakKoppeling(actor, { naam: 'Administratie', scopes: KOPPELING_SCOPES, laatsteDag })
    if (!gemaakt.ok) throw new Error(`geen koppeling voor ${kvk}: ${gemaakt.redenen.join()}`)
    tokens.set(kvk, { token: gemaakt.value.token, tot: laatsteDag })
    return gemaakt.value.token
  }
  const post = async (opleider: Opleider, pad: string, inhoud: string, soort: string): Promise<{ status: number; lichaam: unknown }> => {
    const token = await tokenVan(opleider)
    const sleutel = randomUUID()
    for (let keer = 0; keer < MEESTE_KEREN; keer += 1) {
      const antwoord = await fetch(new URL(pad, url), { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': soort, 'idempotency-key': sleutel }, body: inhoud, signal: AbortSignal.timeout(60_000) })
      if (antwoord.status !== 429 && antwoord.status !== 503) return { status: antwoord.status, lichaam: await antwoord.json() }
      await wait(NOG_EENS_MS)
    }
    throw new Error(`${pad} bleef te druk`)
  }
  return {
    factuur: async (opleider, ubl) => {
      const { status, lichaam } = await post(opleider, '/api/v1/facturen', ubl, 'application/xml')
      if (status === 201) return []
      if (status === 422) return codesOf(lichaam)
      throw new Error(`een factuur kreeg ${status}`)
    },
    deelnames: async (opleider, rijen) => {
      const { status, lichaam } = await post(opleider, '/api/v1/deelnames', JSON.stringify(rijen), 'application/json')
      if (status !== 200) throw new Error(`deelnames kregen ${status}`)
      return lijst(lichaam, 'antwoorden').map((een) => veld(een, 'status') === 'gemeld')
    },
  }
}

const codesOf = (lichaam: unknown): readonly string[] => lijst(lichaam, 'fouten').map((fout) => String(veld(fout, 'code')))

function lijst(lichaam: unknown, naam: string): readonly unknown[] {
  const waarde = veld(lichaam, naam)
  return Array.isArray(waarde) ? waarde : []
}

function veld(lichaam: unknown, naam: string): unknown {
  return typeof lichaam === 'object' && lichaam !== null ? Object.entries(lichaam).find(([sleutel]) => sleutel === naam)?.[1] : undefined
}
