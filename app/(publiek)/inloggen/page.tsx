import type { Metadata } from 'next'
import { Alert } from '@/components/ui/alert'
import { Button, ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Heading, Paragraph, Stack } from '@/components/ui/text'
import { homeOf, safePath } from '@/lib/platform/login-url'
import { currentActor } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Inloggen' }

type Search = Promise<{ terug?: string | string[]; voor?: string | string[]; verlopen?: string | string[] }>

const WAYS = [
  { voor: 'burger', provider: 'digid', titel: 'Voor uzelf', tekst: 'Vraag STAP-budget aan en volg uw aanvraag. U logt in met DigiD bij UWV. Gebruik de DigiD app of een sms-controle.', knop: 'Inloggen met DigiD', anders: 'Voor uzelf: inloggen met DigiD' },
  { voor: 'opleider', provider: 'eherkenning', titel: 'Voor uw opleidingsinstituut', tekst: 'Geef aanmeldbewijzen uit en beheer uw opleidingen. U logt in met eHerkenning, niveau EH3 of hoger.', knop: 'Inloggen met eHerkenning', anders: 'Voor uw opleidingsinstituut: inloggen met eHerkenning' },
  { voor: 'medewerker', provider: 'medewerker', titel: 'Voor medewerkers', tekst: 'Voor medewerkers van UWV, DUO, de Toetsingskamer en het ministerie van SZW.', knop: 'Inloggen als medewerker', anders: 'Voor medewerkers van UWV, DUO, de Toetsingskamer en SZW' },
] as const

/** Every way to log in; the one that the asked page needs stands first. Links, not forms: it works without JavaScript. */
export default async function InloggenPage({ searchParams }: { searchParams: Search }) {
  const { terug, voor, verlopen } = await searchParams
  const actor = await currentActor()
  const path = safePath(typeof terug === 'string' ? terug : undefined)
  const query = path === undefined ? '' : `?${new URLSearchParams({ terug: path }).toString()}`
  const asked = WAYS.filter((way) => way.voor === voor)
  return (
    <Stack className="max-w-2xl">
      <PageTitle lead={asked.length > 0 ? 'Voor deze pagina moet u inloggen. Daarna gaat u vanzelf verder.' : 'Kies hoe u inlogt.'}>Inloggen</PageTitle>
      {verlopen === 'ja' && actor === undefined && (
        <Alert kind="warning" title="Uw sessie is verlopen">U deed 15 minuten niets, of u was 8 uur ingelogd. Log opnieuw in om verder te gaan.</Alert>
      )}
      {actor !== undefined && (
        <Alert kind="info" title="U bent al ingelogd">
          <p>Wilt u met een andere inlog verder? Log dan eerst uit.</p>
          <div className="stap-knoppen">
            <ButtonLink href={homeOf(actor)} variant="secondary">Naar uw overzicht</ButtonLink>
            <form method="post" action="/uitloggen"><Button variant="secondary" icon="logout">Uitloggen</Button></form>
          </div>
        </Alert>
      )}
      {(asked.length > 0 ? asked : WAYS).map((way) => (
        <Card key={way.provider} emphasis={asked.length > 0}>
          <Heading level={2}>{way.titel}</Heading>
          <Paragraph>{way.tekst}</Paragraph>
          <p><ButtonLink href={`/inloggen/${way.provider}${query}`} icon="login">{way.knop}</ButtonLink></p>
        </Card>
      ))}
      {asked.length > 0 && (
        <section className="stap-stapel" aria-labelledby="anders">
          <Heading level={2} id="anders">Hoort u bij een andere groep?</Heading>
          <ul className="flex flex-col gap-3">
            {WAYS.filter((way) => way.voor !== voor).map((way) => (
              <li key={way.provider}><Link href={`/inloggen/${way.provider}${query}`}>{way.anders}</Link></li>
            ))}
          </ul>
        </section>
      )}
    </Stack>
  )
}
