import type { Metadata } from 'next'
import { OphefFormulier } from './form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { Link } from '@/components/ui/link'
import { StatusBadge } from '@/components/ui/tag'
import { Heading, Stack } from '@/components/ui/text'
import { Timeline } from '@/components/ui/timeline'
import { isAllowed } from '@/lib/platform/policy'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireMedewerker } from '@/lib/platform/session'
import { maatregelTekst } from '@/lib/register/texts'
import { mayOpleggen } from '@/lib/toezicht/rules/bevoegd'
import { GESCHIEDENIS, STAND_LABEL, TOEZICHT_REDEN } from '@/lib/toezicht/texts'
import { getMaatregel } from '@/lib/toezicht/views'

export const metadata: Metadata = { title: 'Maatregel' }

/** One maatregel: what it is, what it holds up, its history, and lifting it. */
export default async function MaatregelPagina({ params }: { params: Promise<{ id: string }> }) {
  const medewerker = await requireMedewerker('toezicht.lezen')
  const maatregel = await getMaatregel(medewerker, (await params).id)
  if (maatregel === undefined) toonNietGevonden()
  const { id, soort, opleider, opleiding, stand, vanaf, tot, reden, opgelegdDoor, opgelegdOp, opheffingReden, aangehouden, geschiedenis } = maatregel
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/toetsingskamer', label: 'Toezicht' }]} />
      <PageTitle kicker={opleiding === null ? 'Hele opleider' : `Opleiding van ${opleider}`}>{`${maatregelTekst(soort).label}: ${opleiding ?? opleider}`}</PageTitle>
      <div><StatusBadge tone={STAND_LABEL[stand].toon}>{STAND_LABEL[stand].label}</StatusBadge></div>
      <SummaryList rows={[
        { key: 'reden', term: 'Reden', value: reden },
        { key: 'vanaf', term: 'Ingangsdatum', value: vanaf },
        { key: 'tot', term: 'Einddatum', value: tot ?? 'Geen: loopt totdat u de maatregel opheft' },
        { key: 'door', term: 'Opgelegd', value: `${opgelegdOp}, door ${opgelegdDoor}` },
        { key: 'aangehouden', term: 'Aangehouden aanvragen', value: aangehouden.toLocaleString('nl-NL') },
        ...(opheffingReden === null ? [] : [{ key: 'opgeheven', term: 'Opgeheven omdat', value: opheffingReden }]),
      ]} />
      {soort === 'verwijderd' && stand === 'loopt' && isAllowed(medewerker, 'opschorting.opleggen') && (
        <p>Betalingen aan deze opleider gaan door. <Link href="/toetsingskamer/opschortingen/nieuw">Schort de betaling op</Link> als dat op dit besluit ook moet.</p>
      )}
      {stand !== 'opgeheven' && isAllowed(medewerker, 'toezicht.maatregel') && (mayOpleggen(medewerker.rollen, soort) ? <OphefFormulier maatregelId={id} /> : <p>{TOEZICHT_REDEN['alleen-beslisser']}</p>)}
      <section aria-labelledby="geschiedenis">
        <Heading level={2} id="geschiedenis">Geschiedenis</Heading>
        <div className="mt-3">
          <Timeline moments={geschiedenis.map((regel) => ({ key: regel.key, title: GESCHIEDENIS[regel.soort] ?? regel.soort, when: `${regel.op}, door ${regel.door}`, ...(regel.reden === null ? {} : { children: <p>{regel.reden}</p> }) }))} />
        </div>
      </section>
    </Stack>
  )
}
