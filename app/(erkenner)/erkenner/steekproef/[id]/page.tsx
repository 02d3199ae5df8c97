import type { Metadata } from 'next'
import { z } from 'zod'
import { OordeelForm } from '@/app/(erkenner)/erkenner/steekproef/[id]/form'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Card } from '@/components/ui/card'
import { Details } from '@/components/ui/details'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { StatusBadge } from '@/components/ui/tag'
import { Heading, Paragraph, Stack } from '@/components/ui/text'
import { formatDatum, formatMaand } from '@/lib/base/date'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireMedewerker } from '@/lib/platform/session'
import { OORDEEL_LABEL } from '@/lib/toelating/texts'
import { getErkenner, getSteekproef } from '@/lib/toelating/views'

export const metadata: Metadata = { title: 'Steekproef' }

export default async function SteekproefPage({ params }: { params: Promise<{ id: string }> }) {
  const erkenner = await getErkenner(await requireMedewerker('toelating.beheren'))
  const { id } = await params
  const steekproef = erkenner !== undefined && z.guid().safeParse(id).success ? await getSteekproef(erkenner.id, id) : undefined
  if (steekproef === undefined) return toonNietGevonden()
  const { delen, maand, uiterlijkOp, zaad, populatie, populatieHash } = steekproef
  const open = delen.filter(({ oordeel }) => oordeel === null).length
  return (
    <Stack className="max-w-3xl">
      <Breadcrumb items={[{ href: '/erkenner/steekproef', label: 'Steekproeven' }]} />
      <PageTitle kicker={formatMaand(maand)} lead={open === 0 ? 'U hebt alles bekeken.' : `Nog ${String(open)} te bekijken, uiterlijk op ${formatDatum(uiterlijkOp)}.`}>Steekproef</PageTitle>
      {delen.map(({ nummer, titel, opleidingId, omschrijving, opleider, isGewijzigd, catalogusprijsCent, oordeel, toelichting, door }) => (
        <Card key={nummer} emphasis={oordeel === null}>
          {oordeel !== null && <div><StatusBadge tone={oordeel === 'in-orde' ? 'goed' : 'let-op'}>{OORDEEL_LABEL[oordeel]}</StatusBadge></div>}
          <Heading level={2} id={`opleiding-${String(nummer)}`}>{titel}</Heading>
          <Paragraph>{opleider.naam}{catalogusprijsCent !== null && <>, <Bedrag cent={catalogusprijsCent} /></>}. <Link href={`/opleidingen/${opleidingId}`}>Bekijk de opleiding zoals burgers haar zien</Link></Paragraph>
          <Paragraph>{omschrijving}</Paragraph>
          {isGewijzigd && <Paragraph>De opleider heeft deze opleiding na de trekking gewijzigd.</Paragraph>}
          {oordeel === null ? <OordeelForm steekproefId={id} nummer={nummer} /> : <Paragraph>{toelichting ?? ''} {door !== null && `Door ${door}.`}</Paragraph>}
        </Card>
      ))}
      <Details summary="Zo is de steekproef getrokken">
        <p>Uit {populatie.toLocaleString('nl-NL')} opleidingen, op volgorde van de SHA-256 van het zaad, een dubbele punt en het kenmerk van de opleiding.</p>
        <p className="wrap-anywhere">Zaad: {zaad}. Vingerafdruk van de lijst: {populatieHash}.</p>
      </Details>
    </Stack>
  )
}
