import type { Metadata } from 'next'
import { maakGereedAction } from '@/app/(burger)/mijn/aanvragen/[kenmerk]/controleren/action'
import { GereedForm } from '@/app/(burger)/mijn/aanvragen/[kenmerk]/controleren/form'
import { Opleidinggegevens } from '@/components/dossier/opleidinggegevens'
import { Alert } from '@/components/ui/alert'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonLink } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { Heading, Paragraph, Prose, Stack } from '@/components/ui/text'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { GEREED_TEKST, VERKLARING } from '@/lib/aanvraag/texts'
import { getEigenAanvraag } from '@/lib/aanvraag/views'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireBurger } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Controleren en verklaren' }

/** Check your answers: everything that will be sent, what is declared, and exactly what the button does. */
export default async function ControlerenPage({ params }: { params: Promise<{ kenmerk: string }> }) {
  const burger = await requireBurger('aanvraag.lezen')
  const aanvraag = await getEigenAanvraag(burger, (await params).kenmerk)
  if (aanvraag === null) return toonNietGevonden()
  const { kenmerk, status, momentopname, bedragCent, tijdvak, hindernissen } = aanvraag
  const pad = `/mijn/aanvragen/${kenmerk}`
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/mijn', label: 'Mijn STAP' }, { href: pad, label: 'Uw aanvraag' }]} />
      <PageTitle kicker={kenmerk} lead="Kijk of alles klopt. Klopt er iets niet? Vraag de opleider dan om een nieuw aanmeldbewijs.">Controleer uw aanvraag</PageTitle>
      <Opleidinggegevens momentopname={momentopname} bedragCent={bedragCent} />
      {hindernissen.length > 0 && (
        <Alert kind="warning" title="Zo kunt u nog niet verder">
          <ul>{hindernissen.map((reden) => <li key={reden}>{GEREED_TEKST[reden]}</li>)}</ul>
        </Alert>
      )}
      {status === 'concept' ? (
        <>
          <section className="stap-stapel" aria-labelledby="verklaring">
            <Heading level={2} id="verklaring">Dit verklaart u</Heading>
            <Prose><ul>{VERKLARING.map((zin) => <li key={zin}>{zin}</li>)}</ul></Prose>
          </section>
          <GereedForm action={maakGereedAction} kenmerk={kenmerk} />
          <Paragraph>
            Met deze knop dient u nog niets in. Uw aanvraag staat daarna klaar.
            {tijdvak.toestand === 'open' ? ' U kunt meteen daarna indienen.' : ` Indienen kan vanaf ${formatTijdstip(tijdvak.opentOp)}.`}
          </Paragraph>
        </>
      ) : (
        <Alert kind="ok" title="U hebt dit gecontroleerd en verklaard">
          {status === 'gereed' ? <p><ButtonLink href={`${pad}/indienen`} iconEnd="arrow-right">Naar indienen</ButtonLink></p> : <p>Uw aanvraag is al ingediend.</p>}
        </Alert>
      )}
    </Stack>
  )
}
