import type { Metadata } from 'next'
import { z } from 'zod'
import { bevestigAction, draaiTerugAction, wijsAfAction } from '@/app/(opleider)/opleider/import/[id]/action'
import { AkkoordFormulier, TerugFormulier } from '@/components/dossier/import-formulieren.client'
import { ImportVerslag } from '@/components/dossier/import-verslag'
import { Alert } from '@/components/ui/alert'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonLink } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { PageTitle } from '@/components/ui/page-title'
import { Stack } from '@/components/ui/text'
import { verliesProcent } from '@/lib/aanlevering/rules/oorzaak'
import { vraagtBevestiging } from '@/lib/aanlevering/use-cases/bevestig-import'
import { getImport } from '@/lib/aanlevering/views'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireOpleider } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Aanlevering' }

type Props = { params: Promise<{ id: string }> }

/** One delivery: what it will change and the agreement with it, or what it changed and the way back. */
export default async function ImportVerslagPage({ params }: Props) {
  const opleider = await requireOpleider('opleiding.beheren')
  const id = z.guid().safeParse((await params).id)
  const verslag = id.success ? await getImport(opleider, id.data) : undefined
  if (verslag === undefined) toonNietGevonden()
  const { toestand, verschil, telling } = verslag
  const basis = `/opleider/import/${verslag.id}`
  const isOnderweg = toestand === 'ontvangen' || toestand === 'bezig'
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleider/import', label: 'Bestand aanleveren' }]} />
      <PageTitle actions={isOnderweg ? <ButtonLink href={basis} icon="refresh">Kijk opnieuw</ButtonLink> : <ButtonLink href="/opleider/opleidingen" variant="secondary">Naar uw opleidingen</ButtonLink>}>{verslag.bestandsnaam}</PageTitle>
      {toestand === 'wacht-op-kolomindeling' && <Alert title="Vertel ons eerst wat de kolommen betekenen"><p>Daarna lezen wij het bestand. Bij een volgend bestand met dezelfde kolommen hoeft dit niet meer.</p><p><ButtonLink href={`${basis}/kolommen`} icon="link">Kolommen indelen</ButtonLink></p></Alert>}
      <ImportVerslag verslag={verslag} basis={basis}>
        {toestand === 'wacht-op-akkoord' && <AkkoordFormulier bevestig={bevestigAction} wijsAf={wijsAfAction} importId={verslag.id} verliesProcent={Math.max(0, ...(verschil?.verlies ?? []).map(verliesProcent))} vraagtBevestiging={await vraagtBevestiging(verschil)} aantal={telling.nieuw + telling.gewijzigd + telling.verdwenen} />}
      </ImportVerslag>
      {toestand === 'klaar' && <Details line summary="Deze aanlevering terugdraaien"><TerugFormulier draaiTerug={draaiTerugAction} importId={verslag.id} /></Details>}
    </Stack>
  )
}
