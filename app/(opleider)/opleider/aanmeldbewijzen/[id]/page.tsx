import type { Metadata } from 'next'
import { z } from 'zod'
import { Bewijsblad } from '@/components/dossier/bewijsblad'
import { Alert } from '@/components/ui/alert'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Heading, Paragraph, Stack } from '@/components/ui/text'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireOpleider } from '@/lib/platform/session'
import { composeBlad } from '@/lib/vooraanmelding/rules/bewijsblad'
import { BEWIJS_UITLEG, VOORSTEL_LABEL, VOORSTEL_STATUS_LABEL } from '@/lib/vooraanmelding/texts'
import { bewijsAdres, bewijsQr } from '@/lib/vooraanmelding/use-cases/maak-bewijs-pdf'
import { getAanmeldbewijs } from '@/lib/vooraanmelding/views'

export const metadata: Metadata = { title: 'STAP-aanmeldbewijs' }

/** One aanmeldbewijs on one sheet, to print or to send: the code stands on top. */
export default async function AanmeldbewijsPage({ params }: { params: Promise<{ id: string }> }) {
  const opleider = await requireOpleider('aanmeldbewijs.lezen')
  const { id } = await params
  const bewijs = z.guid().safeParse(id).success ? await getAanmeldbewijs(opleider, id) : undefined
  if (bewijs === undefined) return toonNietGevonden()
  const { voorstellen } = bewijs
  const wacht = voorstellen.some(({ status }) => status === 'voorgelegd') && bewijs.status === 'uitgegeven'
  return (
    <Stack className="max-w-2xl">
      <div className="stap-noprint"><Breadcrumb items={[{ href: '/opleider/aanmeldbewijzen', label: 'Aanmeldbewijzen' }]} /></div>
      <PageTitle>STAP-aanmeldbewijs</PageTitle>
      {bewijs.status === 'uitgegeven' && <p className="stap-noprint">Geef dit aan uw deelnemer: op papier, als pdf of als link. De deelnemer vult de code in bij de aanvraag.</p>}
      <p className="hidden print:block">{BEWIJS_UITLEG}</p>
      {bewijs.status === 'ingetrokken' && <Alert kind="warning" title="Dit aanmeldbewijs is ingetrokken">De deelnemer kan er geen aanvraag meer mee doen.</Alert>}
      {bewijs.status === 'gebruikt' && <Alert kind="ok" title="Gebruikt">De deelnemer heeft met dit aanmeldbewijs een aanvraag ingediend.</Alert>}
      {wacht && <Alert kind="info" title="De deelnemer moet nog antwoorden">U hebt een wijziging of intrekking voorgelegd. Tot het antwoord er is, blijft dit aanmeldbewijs gelden.</Alert>}
      <Bewijsblad code={bewijs.code} adres={bewijsAdres(bewijs.code)} qr={bewijsQr(bewijs.code)} {...composeBlad(bewijs)} />
      <Paragraph>Uitgegeven op {formatTijdstip(bewijs.uitgegevenOp)}{bewijs.versie > 1 && `, versie ${String(bewijs.versie)}`}. Dit bewijs reserveert geen budget en geeft geen voorrang.</Paragraph>
      {voorstellen.length > 0 && (
        <section className="stap-stapel stap-noprint" aria-labelledby="voorstellen">
          <Heading level={2} id="voorstellen">Voorgelegd aan de deelnemer</Heading>
          <ul className="flex flex-col gap-3">
            {voorstellen.map(({ id: voorstelId, soort, reden, status, op }) => <li key={voorstelId}>{VOORSTEL_LABEL[soort]}, {formatTijdstip(op)}. Reden: {reden} <strong>{VOORSTEL_STATUS_LABEL[status]}.</strong></li>)}
          </ul>
        </section>
      )}
      <ul className="stap-noprint flex flex-col gap-3">
        <li><Link href={`/opleider/aanmeldbewijzen/${bewijs.id}/pdf`} icon="download">Downloaden als PDF</Link></li>
        {bewijs.status === 'uitgegeven' && !wacht && <li><Link href={`/opleider/aanmeldbewijzen/${bewijs.id}/wijzigen`} icon="edit">Aanmeldbewijs wijzigen</Link></li>}
        {bewijs.status === 'uitgegeven' && !wacht && <li><Link href={`/opleider/aanmeldbewijzen/${bewijs.id}/intrekken`} icon="x">Aanmeldbewijs intrekken</Link></li>}
        <li><Link href="/opleider/aanmeldbewijzen/nieuw" icon="plus">Nog een aanmeldbewijs uitgeven</Link></li>
      </ul>
    </Stack>
  )
}
