import type { Tx } from '@/lib/platform/db'
import { saveDocument } from '@/lib/platform/documents'
import { judgeBewijs, type BewijsReden, type BewijsSoort } from '@/lib/verantwoording/rules/bewijs'

/** A file that came from outside: what it really is, or why it is refused. */
export type GelezenBewijs = { readonly soort: BewijsSoort; readonly inhoud: Buffer } | { readonly reden: BewijsReden }

/** Reads a file of an opleider or a burger; undefined when none came. Nothing is stored yet. */
export async function leesBewijs(bestand: File | undefined): Promise<GelezenBewijs | undefined> {
  if (bestand === undefined) return undefined
  const inhoud = Buffer.from(await bestand.arrayBuffer())
  const oordeel = judgeBewijs(inhoud, bestand.type)
  return 'reden' in oordeel ? oordeel : { ...oordeel, inhoud }
}

/** Why the file is refused, as a list for the other reasons; empty when it is fine or none came. */
export function redenenVan(bewijs: GelezenBewijs | undefined): readonly BewijsReden[] {
  return bewijs !== undefined && 'reden' in bewijs ? [bewijs.reden] : []
}

const EXTENSIE: Readonly<Record<BewijsSoort, string>> = { 'application/pdf': 'pdf', 'image/png': 'png', 'image/jpeg': 'jpg' }

/** Stores it under a name of our own, since the one it came with may hold a name, a path or worse. Gives null when there is nothing to store. */
export async function bewaarBewijs(tx: Tx, bewijs: GelezenBewijs | undefined, { soort, naam }: { soort: string; naam: string }): Promise<string | null> {
  if (bewijs === undefined || 'reden' in bewijs) return null
  return saveDocument(tx, { soort, naam: `${naam}.${EXTENSIE[bewijs.soort]}`, mediatype: bewijs.soort, inhoud: bewijs.inhoud })
}
