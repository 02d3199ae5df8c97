import 'server-only'
import type { Dump, Rij, Verzameling } from '@/lib/opendata/model'
import { findKosten, findRij, listGepubliceerd, listRijen } from '@/lib/opendata/repo'
import { leesDump } from '@/lib/opendata/use-cases/lees-dump'
import { leesPeil } from '@/lib/opendata/use-cases/lees-peil'

/** A page of a list: `volgende` is the key after which the next one begins, null at the end. */
export type Bladzijde = { readonly rijen: readonly Rij[]; readonly volgende: string | null }

export async function getBladzijde(verzameling: Verzameling, vraag: { filters: Readonly<Record<string, string | undefined>>; na: string | undefined; aantal: number }): Promise<Bladzijde> {
  const rijen = await listRijen(verzameling, await leesPeil(), { ...vraag, aantal: vraag.aantal + 1 })
  const laatste = rijen.length > vraag.aantal ? rijen[vraag.aantal - 1] : undefined
  return { rijen: rijen.slice(0, vraag.aantal), volgende: typeof laatste?.['id'] === 'string' ? laatste['id'] : null }
}

/** One line, or undefined when there is none that is public. */
export async function getRij(verzameling: Verzameling, id: string): Promise<Rij | undefined> {
  return findRij(verzameling, await leesPeil(), id)
}

/** An opleiding with the lines of its price and its start dates. */
export async function getOpenOpleiding(id: string): Promise<Record<string, unknown> | undefined> {
  const peil = await leesPeil()
  const opleiding = await findRij('opleidingen', peil, id)
  if (opleiding === undefined) return undefined
  const [kosten, scholingsactiviteiten] = await Promise.all([findKosten(id), listRijen('scholingsactiviteiten', peil, { filters: { opleidingId: id }, na: undefined, aantal: 500 })])
  return { ...opleiding, kosten, scholingsactiviteiten }
}

/** What has been published: the open data, and of each tijdvak its draws. */
export async function listPublicaties(): Promise<{ soort: string; titel: string; gepubliceerdOp: string; pad: string }[]> {
  const [dump, gepubliceerd] = await Promise.all([leesDump(), listGepubliceerd()])
  return [
    ...(dump === undefined ? [] : [{ soort: 'open-data', titel: 'Open data van het scholingsregister', gepubliceerdOp: dump.gemaaktOp, pad: '/opendata' }]),
    ...gepubliceerd.map(({ code, soort, op }) => ({
      soort, gepubliceerdOp: op, pad: `/publicaties/${soort}/${code}`, titel: soort === 'loting' ? `De loting van tijdvak ${code}` : `De volgorde van de wachtkamer van tijdvak ${code}`,
    })),
  ]
}

/** The dump that is served now, or undefined. */
export function getDump(): Promise<Dump | undefined> {
  return leesDump()
}
