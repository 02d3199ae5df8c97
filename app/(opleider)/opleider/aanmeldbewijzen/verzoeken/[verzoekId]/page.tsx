import type { Metadata } from 'next'
import { z } from 'zod'
import { WeigerForm, WilligInForm } from '@/app/(opleider)/opleider/aanmeldbewijzen/verzoeken/[verzoekId]/form'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Details } from '@/components/ui/details'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { Stack } from '@/components/ui/text'
import { formatDatumKort, formatPeriode } from '@/lib/base/date'
import { formatBedrag } from '@/lib/base/money'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireOpleider } from '@/lib/platform/session'
import { getKeuze, getVerzoek, volledigeNaam } from '@/lib/vooraanmelding/views'

export const metadata: Metadata = { title: 'Verzoek om een aanmeldbewijs' }

export default async function VerzoekPage({ params }: { params: Promise<{ verzoekId: string }> }) {
  const opleider = await requireOpleider('aanmeldbewijs.uitgeven')
  const { verzoekId } = await params
  const verzoek = z.guid().safeParse(verzoekId).success ? await getVerzoek(opleider, verzoekId) : undefined
  const keuze = verzoek && (await getKeuze(opleider, verzoek.scholingsactiviteitId))
  if (verzoek?.status !== 'gevraagd' || keuze === undefined) return toonNietGevonden()
  const { adres } = verzoek
  // The BRP gives number and addition as one.
  const [, huisnummer = '', toevoeging = ''] = /^([0-9]*)-?(.*)$/.exec(adres?.huisnummer ?? '') ?? []
  return (
    <Stack className="max-w-2xl">
      <Breadcrumb items={[{ href: '/opleider/aanmeldbewijzen', label: 'Aanmeldbewijzen' }, { href: '/opleider/aanmeldbewijzen/verzoeken', label: 'Verzoeken' }]} />
      <PageTitle lead="De naam, de geboortedatum en het adres komen uit de basisregistratie. Vul uw eigen studentnummer in.">{volledigeNaam(verzoek)} vraagt een aanmeldbewijs</PageTitle>
      <SummaryList rows={[
        { key: 'titel', term: 'Opleiding', value: keuze.titel },
        { key: 'wanneer', term: 'Wanneer', value: formatPeriode(keuze.startdatum, keuze.einddatum) },
        { key: 'waar', term: 'Waar', value: keuze.plaats ?? 'Online' },
        { key: 'subsidiabel', term: 'Subsidiabele kosten', value: <Bedrag cent={keuze.subsidiabelCent} /> },
        ...(verzoek.opmerking === null ? [] : [{ key: 'opmerking', term: 'Opmerking', value: verzoek.opmerking }]),
      ]} />
      <WilligInForm
        verzoekId={verzoek.id} scholingsactiviteitId={keuze.id} voorstel={formatBedrag(keuze.voorstelCent).replace('€ ', '')} maximum={formatBedrag(keuze.maximumCent)}
        bekend={{
          voornaam: verzoek.voornaam, tussenvoegsel: verzoek.tussenvoegsel ?? '', achternaam: verzoek.achternaam, geboortedatum: formatDatumKort(verzoek.geboortedatum),
          straat: adres?.straat ?? '', huisnummer, huisnummertoevoeging: toevoeging, postcode: adres?.postcode ?? '', woonplaats: adres?.plaats ?? '',
        }}
      />
      <Details summary="Ik geef geen aanmeldbewijs"><WeigerForm verzoekId={verzoek.id} /></Details>
    </Stack>
  )
}
