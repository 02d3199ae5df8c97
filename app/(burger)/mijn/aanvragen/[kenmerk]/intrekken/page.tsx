import type { Metadata } from 'next'
import { trekInAction } from '@/app/(burger)/mijn/aanvragen/[kenmerk]/intrekken/action'
import { IntrekForm } from '@/app/(burger)/mijn/aanvragen/[kenmerk]/intrekken/form'
import { Alert } from '@/components/ui/alert'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { Prose, Stack } from '@/components/ui/text'
import { STATUSSEN_MET_BUDGET } from '@/lib/aanvraag/rules/status'
import { getEigenAanvraag } from '@/lib/aanvraag/views'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireBurger } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Aanvraag intrekken' }

/** What withdrawing means, before it is done. */
export default async function IntrekkenPage({ params }: { params: Promise<{ kenmerk: string }> }) {
  const burger = await requireBurger('aanvraag.lezen')
  const aanvraag = await getEigenAanvraag(burger, (await params).kenmerk)
  if (aanvraag === null) return toonNietGevonden()
  const { kenmerk, momentopname, status, kanIntrekken } = aanvraag
  const heeftBudget = STATUSSEN_MET_BUDGET.includes(status)
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/mijn', label: 'Mijn STAP' }, { href: `/mijn/aanvragen/${kenmerk}`, label: 'Uw aanvraag' }]} />
      <PageTitle kicker={kenmerk} lead={momentopname.opleiding.titel}>Aanvraag intrekken</PageTitle>
      {kanIntrekken ? (
        <>
          <Prose>
            <p>Als u intrekt:</p>
            <ul>
              <li>stopt uw aanvraag. U kunt dit niet terugdraaien;</li>
              {heeftBudget && <li>valt het budget vrij dat voor u is gereserveerd. U kunt er geen aanspraak meer op maken;</li>}
              {status === 'verleend' && <li>betaalt UWV de opleider niet. Meld u zelf af bij de opleider en vraag of daar kosten aan zitten;</li>}
              <li>kunt u een nieuwe aanvraag voorbereiden, met een geldig aanmeldbewijs.</li>
            </ul>
          </Prose>
          <IntrekForm action={trekInAction} kenmerk={kenmerk} />
        </>
      ) : (
        <Alert kind="info" title="Intrekken kan niet meer">Deze aanvraag is al voorbij, of de opleiding is al begonnen. Neem contact op met UWV als u wilt stoppen.</Alert>
      )}
    </Stack>
  )
}
