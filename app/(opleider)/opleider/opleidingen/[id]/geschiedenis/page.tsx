import type { Metadata } from 'next'
import { z } from 'zod'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Timeline } from '@/components/ui/timeline'
import { Heading, Stack } from '@/components/ui/text'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { formatDatumKort } from '@/lib/base/date'
import type { Veldverschil } from '@/lib/kwaliteit/rules/verschil'
import { bronLabel, regelTekst, veldLabel, waardeTekst } from '@/lib/kwaliteit/texts'
import { listGeschiedenis, listSignalenVan, listStartGeschiedenis, type OpleidingStand } from '@/lib/kwaliteit/views'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireOpleider } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Geschiedenis' }

type Props = { params: Promise<{ id: string }> }

/** Everything that ever stood in the register about one opleiding: who, when, from where, and what it changed. */
export default async function GeschiedenisPage({ params }: Props) {
  const opleider = await requireOpleider('opleiding.beheren')
  const id = z.guid().safeParse((await params).id)
  const geschiedenis = id.success ? await listGeschiedenis(opleider, id.data) : undefined
  if (!id.success || geschiedenis === undefined) toonNietGevonden()
  const [starts, signalen] = await Promise.all([listStartGeschiedenis(opleider, id.data), listSignalenVan(opleider, id.data)])
  const door = ({ doorId, bron, bestand }: OpleidingStand) => <>{bronLabel(bron)}{doorId === null ? '' : doorId === opleider.id ? ', door u' : ', door iemand anders van uw organisatie'}{bestand !== null && <>, <Link href={`/opleider/import/${bestand.id}`}>{bestand.naam}</Link></>}</>
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleider/opleidingen', label: 'Opleidingen' }, { href: `/opleider/opleidingen/${id.data}`, label: geschiedenis.titel }]} />
      <PageTitle lead="Elke versie blijft bewaard. Een aanvraag hoort bij de versie die de burger zag.">Geschiedenis</PageTitle>
      <section className="stap-stapel" aria-labelledby="versies">
        <Heading id="versies">Versies van de opleiding</Heading>
        <Timeline moments={geschiedenis.standen.map((stand) => ({
          key: String(stand.versie), title: `Versie ${String(stand.versie)}`, when: formatTijdstip(stand.op), dateTime: stand.op.toISOString(),
          children: <><p>{stand.versie === 1 ? 'Toegevoegd' : 'Gewijzigd'} {door(stand)}. <Link href={`/opleidingen/${id.data}?versie=${String(stand.versie)}`}>Bekijk deze versie</Link></p><Verschillen verschillen={stand.verschillen} /></>,
        }))} />
      </section>
      {starts.length > 0 && (
        <section className="stap-stapel" aria-labelledby="starts">
          <Heading id="starts">Wijzigingen van startdata</Heading>
          <Timeline moments={starts.map(({ id: startId, versie, startdatum, cohortcode, op, bron, verschillen }) => ({
            key: `${startId}-${String(versie)}`, title: `Start op ${formatDatumKort(startdatum)} (${cohortcode})`, when: formatTijdstip(op), dateTime: op.toISOString(), children: <><p>Gewijzigd {bronLabel(bron)}.</p><Verschillen verschillen={verschillen} /></>,
          }))} />
        </section>
      )}
      {signalen.length > 0 && (
        <section className="stap-stapel" aria-labelledby="signalen">
          <Heading id="signalen">Wat ons opviel</Heading>
          <ul>{signalen.map(({ id: signaalId, regel, ontstaanOp, opgelostOp }) => <li key={signaalId}>{regelTekst(regel).titel}: sinds {formatTijdstip(ontstaanOp)}{opgelostOp === null ? ', nog niet opgelost' : `, opgelost op ${formatTijdstip(opgelostOp)}`}</li>)}</ul>
        </section>
      )}
    </Stack>
  )
}

function Verschillen({ verschillen }: { verschillen: readonly Veldverschil[] }) {
  if (verschillen.length === 0) return null
  return <ul>{verschillen.map(({ veld, van, naar }) => <li key={veld}>{veldLabel(veld)}: van <del>{waardeTekst(veld, van)}</del> naar <ins>{waardeTekst(veld, naar)}</ins></li>)}</ul>
}
