import type { Metadata } from 'next'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Heading, Paragraph, Stack } from '@/components/ui/text'
import { config } from '@/lib/platform/config'
import { listDemoPersonas } from '@/lib/platform/demo-personas'
import { toonNietGevonden } from '@/lib/platform/not-found'

export const metadata: Metadata = { title: 'Testpersonen', robots: { index: false } }

const GROUPS = [
  { titel: 'Burgers (DigiD)', provider: 'digid' },
  { titel: 'Opleiders (eHerkenning)', provider: 'eherkenning' },
  { titel: 'Medewerkers', provider: 'medewerker' },
] as const

/** The jump page of a development or test system: one click logs in as anybody of the demo. In production it does not exist. */
export default async function DevPage() {
  if (config.isProductie) return toonNietGevonden()
  const groups = await Promise.all(GROUPS.map(async (group) => ({ ...group, personas: await listDemoPersonas(group.provider) })))
  return (
    <Stack>
      <PageTitle lead="Kies met wie u verder wilt. U wordt meteen ingelogd via de testinlogdienst.">Testpersonen</PageTitle>
      <div className="grid items-start gap-6 lg:grid-cols-3">
        {groups.map(({ titel, provider, personas }) => (
          <Card key={provider}>
            <Heading level={2}>{titel}</Heading>
            <ul className="flex flex-col gap-3">
              {personas.map(({ id, naam, uitleg }) => (
                <li key={id}>
                  <Link href={`/inloggen/${provider}?persona=${id}`}>{naam}</Link>
                  <Paragraph>{uitleg}</Paragraph>
                </li>
              ))}
            </ul>
          </Card>
        ))}
      </div>
    </Stack>
  )
}
