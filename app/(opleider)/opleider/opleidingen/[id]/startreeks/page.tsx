import type { Metadata } from 'next'
import { z } from 'zod'
import { registreerStartreeksAction } from '@/app/(opleider)/opleider/opleidingen/[id]/startreeks/action'
import { ReeksVelden } from '@/app/(opleider)/opleider/opleidingen/[id]/startreeks/velden'
import { ActionForm } from '@/components/ui/action-form.client'
import { Alert } from '@/components/ui/alert'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { PageTitle } from '@/components/ui/page-title'
import { Table, type Column } from '@/components/ui/table'
import { Stack } from '@/components/ui/text'
import { formatDatum, formatDatumKort } from '@/lib/base/date'
import { IDLE, type FormState } from '@/lib/base/form-state'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireOpleider } from '@/lib/platform/session'
import { parseInput } from '@/lib/platform/zod-nl'
import { maakReeks, MAX_REEKS, type ReeksStart } from '@/lib/register/rules/startreeks'
import { startreeksSchema } from '@/lib/register/rules/startreeks-invoer'
import { getEigenOpleiding } from '@/lib/register/views'

export const metadata: Metadata = { title: 'Reeks startdata toevoegen' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

/** A series of start dates: the pattern stands in the address, so the preview is a page like any other; only adding is a post. */
export default async function StartreeksPage({ params, searchParams }: Props) {
  const opleider = await requireOpleider('opleiding.beheren')
  const id = z.guid().safeParse((await params).id)
  const opleiding = id.success ? await getEigenOpleiding(opleider, id.data) : undefined
  if (opleiding === undefined) toonNietGevonden()
  const { inhoud, programmaId, activiteiten } = opleiding
  const gevuld = Object.entries(await searchParams).flatMap(([naam, waarde]): [string, string][] => (typeof waarde === 'string' && waarde.trim() !== '' ? [[naam, waarde]] : []))
  const invoer = gevuld.length === 0 ? undefined : parseInput(startreeksSchema, { ...Object.fromEntries(gevuld), opleidingId: opleiding.id })
  const state: FormState = invoer === undefined ? IDLE : { status: 'invalid', fouten: invoer.ok ? {} : invoer.fouten, waarden: Object.fromEntries(gevuld) }
  const reeks = invoer?.ok === true ? maakReeks(invoer.value.patroon, { programmaId, duurDagen: inhoud.duurDagen ?? 1, locaties: invoer.value.locaties }) : undefined
  const bestaand = new Set(activiteiten.map(({ cohortcode }) => cohortcode))
  const nieuw = reeks?.filter(({ cohortcode }) => !bestaand.has(cohortcode)) ?? []
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleider/opleidingen', label: 'Opleidingen' }, { href: `/opleider/opleidingen/${opleiding.id}`, label: inhoud.titel }]} />
      <PageTitle lead="Kies een ritme of een lijst met datums. U ziet eerst welke startdata eruit komen. Prijs en vorm zijn die van de opleiding.">Reeks startdata toevoegen</PageTitle>
      <ErrorSummary state={state} />
      <form action={`/opleider/opleidingen/${opleiding.id}/startreeks`} className="stap-stapel group max-w-tekst">
        <ReeksVelden state={state} />
        <ButtonGroup><Button variant={nieuw.length > 0 ? 'secondary' : 'primary'} icon="eye">Bekijk de startdata</Button></ButtonGroup>
      </form>
      {reeks !== undefined && (
        <section className="stap-stapel" aria-label="Voorbeeld">
          {reeks.length === 0 && <Alert kind="warning" title="Hier komen geen startdata uit">Kies een langere periode of een andere dag.</Alert>}
          {reeks.length > MAX_REEKS && <Alert kind="warning" title="Dit zijn te veel startdata in één keer">Het zijn er {reeks.length.toLocaleString('nl-NL')}; kies er hoogstens {MAX_REEKS}.</Alert>}
          {reeks.length > 0 && reeks.length <= MAX_REEKS && (
            <>
              <Table caption={`${aantal(nieuw.length)} om toe te voegen${nieuw.length < reeks.length ? `, ${String(reeks.length - nieuw.length)} staan er al` : ''}`} columns={columns} rows={nieuw} rowKey={({ cohortcode }) => cohortcode} empty={<Alert>Deze startdata staan er al.</Alert>} />
              {nieuw.length > 0 && (
                <ActionForm action={registreerStartreeksAction}>
                  <input type="hidden" name="opleidingId" value={opleiding.id} />
                  {gevuld.filter(([naam]) => naam !== 'opleidingId').map(([naam, waarde]) => <input key={naam} type="hidden" name={naam} value={waarde} />)}
                  <ButtonGroup><Button icon="plus">{aantal(nieuw.length)} toevoegen</Button></ButtonGroup>
                </ActionForm>
              )}
            </>
          )}
        </section>
      )}
    </Stack>
  )
}

const aantal = (getal: number): string => (getal === 1 ? '1 startdatum' : `${getal.toLocaleString('nl-NL')} startdata`)

const columns: readonly Column<ReeksStart>[] = [
  { key: 'start', header: 'Start', rowHeader: true, cell: ({ startdatum, isFeestdag }) => <>{formatDatum(startdatum)}{isFeestdag && <strong> (feestdag)</strong>}</> },
  { key: 'einde', header: 'Tot en met', cell: ({ einddatum }) => formatDatumKort(einddatum) },
  { key: 'plaats', header: 'Plaats', cell: ({ plaats, adres, postcode }) => [plaats, adres, postcode].filter((deel) => deel !== null).join(', ') },
  { key: 'code', header: 'Code', cell: ({ cohortcode }) => <span className="break-all">{cohortcode}</span> },
]
