import { Alert } from '@/components/ui/alert'
import { Link } from '@/components/ui/link'
import type { Burger } from '@/lib/base/actor'
import { formatDatum } from '@/lib/base/date'
import type { AanvraagStatus } from '@/lib/aanvraag/model'
import { getEigenVoornemens } from '@/lib/verantwoording/views'

const NA_VERLENING: readonly AanvraagStatus[] = ['verleend', 'betwist', 'vastgesteld', 'ingetrokken']

/** On the page of an aanvraag: that a voornemen waits for a reaction, or that there was one. Asks nothing before a verlening. */
export async function VoornemenMelding({ burger, kenmerk, status }: { burger: Burger; kenmerk: string; status: AanvraagStatus }) {
  if (!NA_VERLENING.includes(status)) return null
  const gevonden = await getEigenVoornemens(burger, kenmerk)
  if (gevonden === undefined || gevonden.voornemens.length === 0) return null
  const href = `/mijn/aanvragen/${kenmerk}/voornemen`
  const open = gevonden.voornemens.find((voornemen) => voornemen.status === 'open')
  if (open === undefined) return <p><Link href={href} icon="message">Ons voornemen en uw reactie</Link></p>
  return open.zienswijzen.length > 0
    ? <Alert kind="info" title="Wij hebben uw reactie op ons voornemen"><p>U krijgt een brief als wij hebben beslist. <Link href={href}>Uw reactie bekijken</Link></p></Alert>
    : <Alert kind="warning" title="Wij willen iets besluiten. Wat vindt u?"><p>Reageer uiterlijk op {formatDatum(open.reagerenTot)}. <Link href={href}>Reageren op het voornemen</Link></p></Alert>
}
