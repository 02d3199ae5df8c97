import type { Metadata } from 'next'
import { StartForm } from '@/app/(burger)/mijn/aanvragen/nieuw/form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Details } from '@/components/ui/details'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Stack } from '@/components/ui/text'
import { requireBurger } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Aanvraag voorbereiden' }

/** The one question with which an aanvraag begins: the code of the aanmeldbewijs. */
export default async function NieuwPage() {
  await requireBurger('aanvraag.voorbereiden')
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/mijn', label: 'Mijn STAP' }]} />
      <PageTitle lead="U hebt van uw opleider een STAP-aanmeldbewijs gekregen. Daarop staat een code. De rest weten wij al.">Aanvraag voorbereiden</PageTitle>
      <StartForm />
      <Details summary="Ik heb nog geen aanmeldbewijs">
        <p>Kies eerst een opleiding en meld u aan bij de opleider. De opleider geeft u dan een aanmeldbewijs. <Link href="/opleidingen">Zoek een opleiding</Link></p>
      </Details>
    </Stack>
  )
}
