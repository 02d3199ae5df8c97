import type { Metadata } from 'next'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Heading, Paragraph, Stack } from '@/components/ui/text'
import { config } from '@/lib/platform/config'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { BURGERS, MEDEWERKERS, OPLEIDERS, type Persona } from '@/scripts/idp/personas'

export const metadata: Metadata = { title: 'Testpersonen', robots: { index: false } }

const GROUPS: readonly { titel: string; provider: string; personas: readonly Persona[] }[] = [
  { titel: 'Burgers (DigiD)', provider: 'digid', personas: BURGERS },
  { titel: 'Opleiders (eHerkenning)', provider: 'eherkenning', personas: OPLEIDERS },
  { titel: 'Medewerkers', provider: 'medewerker', personas: MEDEWERKERS },
]

/** The jump page of a development or test system: one click logs in as anybody of the demo. In production it does not exist. */
export default function DevPage() {
  if (config.isProductie) return toonNietGevonden()
  return (
    <Stack>
      <PageTitle lead="Kies met wie u verder wilt. U wordt meteen ingelogd via de testinlogdienst.">Testpersonen</PageTitle>
      <div className="grid items-start gap-6 lg:grid-cols-3">
        {GROUPS.map(({ titel, provider, personas }) => (
          <Card key={provider}>
            <Heading level={2}>{titel}</Heading>
            <ul className="flex flex-col gap-3">
              {personas.map((persona) => (
                <li key={persona.id}>
                  <Link href={`/inloggen/${provider}?persona=${persona.id}`}>{persona.naam}</Link>
                  <Paragraph>{persona.uitleg}{persona.soort === 'burger' ? `; BSN ${persona.bsn}` : ''}</Paragraph>
                </li>
              ))}
            </ul>
          </Card>
        ))}
      </div>
    </Stack>
  )
}
