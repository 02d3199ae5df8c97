import type { Metadata } from 'next'
import { bevestigRekeningAction } from '@/app/(burger)/mijn/vorderingen/[kenmerk]/rekening/action'
import { RekeningFormulier } from '@/app/(burger)/mijn/vorderingen/[kenmerk]/rekening/form'
import { ActionForm } from '@/components/ui/action-form.client'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button, ButtonGroup } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { Heading, Paragraph, Stack } from '@/components/ui/text'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireBurger } from '@/lib/platform/session'
import { getEigenVordering } from '@/lib/vordering/views'

export const metadata: Metadata = { title: 'Op welke rekening betalen wij?' }

/** Where a burger says on which account we pay back: the one that was paid from, or another. */
export default async function RekeningPage({ params }: { params: Promise<{ kenmerk: string }> }) {
  const burger = await requireBurger('vordering.eigen')
  const vordering = await getEigenVordering(burger, decodeURIComponent((await params).kenmerk))
  if (vordering === undefined || !vordering.terug.some(({ status }) => status === 'open' || status === 'teruggekomen')) return toonNietGevonden()
  const { kenmerk, rekeningen: { voorstel } } = vordering
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/mijn/vorderingen', label: 'Terugvorderingen' }, { href: `/mijn/vorderingen/${kenmerk}`, label: kenmerk }]} />
      <PageTitle kicker={vordering.opleiding} lead="U krijgt geld van ons terug. Wij betalen alleen op een rekening die u zelf kiest.">Op welke rekening betalen wij?</PageTitle>
      {voorstel !== undefined && (
        <section className="stap-stapel" aria-labelledby="bekend">
          <Heading id="bekend">Van deze rekening is betaald</Heading>
          <SummaryList rows={[{ key: 'rekening', term: 'Rekening', value: <span className="whitespace-nowrap">{voorstel.rekening}</span> }, { key: 'naam', term: 'Op naam van', value: voorstel.tenaamstelling }]} />
          <ActionForm action={bevestigRekeningAction}>
            <input type="hidden" name="kenmerk" value={kenmerk} /><input type="hidden" name="rekeningId" value={voorstel.id} />
            <ButtonGroup><Button icon="check">Ja, betaal op deze rekening</Button></ButtonGroup>
          </ActionForm>
        </section>
      )}
      <section className="stap-stapel" aria-labelledby="andere">
        <Heading id="andere">{voorstel === undefined ? 'Geef een rekening op' : 'Of geef een andere rekening op'}</Heading>
        <Paragraph>Wij vragen de bank of de naam bij de rekening hoort. Staat de rekening niet op uw naam? Dan kijkt eerst een medewerker.</Paragraph>
        <RekeningFormulier kenmerk={kenmerk} isEnige={voorstel === undefined} />
      </section>
    </Stack>
  )
}
