import type { Metadata } from 'next'
import { HerstelAlles, HerstelFormulier } from '@/app/(opleider)/opleider/kwaliteit/[regel]/form'
import { CATEGORIE_KEUZES, KEUZES } from '@/app/(opleider)/opleider/opleidingen/keuzes'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import type { Option } from '@/components/ui/select'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { Stack } from '@/components/ui/text'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { formatDatumKort } from '@/lib/base/date'
import { isKwaliteitsregel, type Kwaliteitsregel } from '@/lib/kwaliteit/model'
import { gegevensVan, HERSTEL_ALLES, isHerstelbaarVeld } from '@/lib/kwaliteit/rules/regels'
import { signaalLijstSchema } from '@/lib/kwaliteit/schema'
import { BEWERKING_LABEL, ERNST_LABEL, ERNST_TOON, regelTekst, uitlegVan } from '@/lib/kwaliteit/texts'
import { listSignalen, SIGNAAL_PAGINA, type SignaalMetOpleiding } from '@/lib/kwaliteit/views'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireOpleider } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Te verbeteren' }

type Props = { params: Promise<{ regel: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

const VELD_KEUZES: Partial<Record<string, readonly Option[]>> = { categorie: CATEGORIE_KEUZES, niveau: KEUZES.niveaus, opleidingsvorm: KEUZES.vormen, waardedocument: KEUZES.waardedocumenten }

/** One cause: what it is, how it is mended, and each opleiding it is about with the fix beside it. */
export default async function OorzaakPage({ params, searchParams }: Props) {
  const opleider = await requireOpleider('opleiding.beheren')
  const { regel } = await params
  if (!isKwaliteitsregel(regel)) toonNietGevonden()
  const { pagina } = signaalLijstSchema.parse(await searchParams)
  const { rijen, totaal } = await listSignalen(opleider, regel, pagina)
  const { titel, herstel } = regelTekst(regel)
  const { veld, ernst, plaats } = gegevensVan(regel)
  const alles = HERSTEL_ALLES[regel]
  // A cause that says the same of every opleiding says it once, above them.
  const uitleggen = rijen.map(({ gegevens, aantal }) => uitlegVan({ regel, gegevens, aantal }))
  const eenUitleg = uitleggen.length > 1 && new Set(uitleggen).size === 1 ? uitleggen[0] : undefined
  const lijst = `/opleider/opleidingen?signaal=${regel}`
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleider/kwaliteit', label: 'Te verbeteren' }]} />
      <PageTitle lead={herstel} actions={totaal > 0 && <ButtonLink variant="secondary" href={lijst} icon="list">Toon ze in de lijst</ButtonLink>}>{titel}</PageTitle>
      {totaal === 0 && <EmptyState title="Hier is niets meer te doen" action={<ButtonLink variant="secondary" href="/opleider/kwaliteit">Terug naar wat u kunt verbeteren</ButtonLink>}>Wat u net hebt verbeterd, is binnen een minuut verwerkt.</EmptyState>}
      {totaal > 0 && <p className="flex flex-wrap items-center gap-x-3"><StatusBadge tone={ERNST_TOON[ernst]}>{ERNST_LABEL[ernst]}</StatusBadge>Bij {totaal === 1 ? 'één opleiding' : `${totaal.toLocaleString('nl-NL')} opleidingen`}. {eenUitleg}</p>}
      {totaal > 0 && alles !== undefined && alles !== 'prijs' && alles !== 'categorie' && <HerstelAlles soort={alles} regel={regel} label={`${BEWERKING_LABEL[alles]}, voor ${totaal === 1 ? 'deze opleiding' : `alle ${totaal.toLocaleString('nl-NL')}`}`} />}
      {totaal > 0 && (plaats === 'opleiding' && isHerstelbaarVeld(veld)
        ? <HerstelFormulier veld={veld} keuzes={VELD_KEUZES[veld] ?? null} rijen={rijen.map((rij) => toRegel(rij, regel, veld, eenUitleg === undefined))} />
        : <Table caption={titel} captionHidden columns={columnsFor(regel, eenUitleg === undefined)} rows={rijen} rowKey={({ id }) => id} />)}
      <Pagination page={pagina} pageSize={SIGNAAL_PAGINA} total={totaal} href={(nummer) => `/opleider/kwaliteit/${regel}?pagina=${String(nummer)}`} />
    </Stack>
  )
}

const naam = (titel: string): string => (titel === '' ? '(zonder titel)' : titel)

function toRegel(rij: SignaalMetOpleiding, regel: Kwaliteitsregel, veld: string, metUitleg: boolean) {
  const waarde = rij.inhoud[veld]
  return {
    opleidingId: rij.opleidingId, titel: naam(rij.titel), code: rij.programmaId, uitleg: metUitleg ? uitlegVan({ regel, gegevens: rij.gegevens, aantal: rij.aantal }) : '',
    waarde: typeof waarde === 'string' || typeof waarde === 'number' ? String(waarde) : '', ander: rij.andereId === undefined ? null : { href: `/opleider/opleidingen/${rij.andereId}`, titel: naam(rij.andereTitel ?? '') },
  }
}

/** Where the fault is mended: the start date it is about, or the field of the opleiding. */
function adresVan(regel: Kwaliteitsregel, { opleidingId, activiteitId }: SignaalMetOpleiding): string {
  const { veld, plaats } = gegevensVan(regel)
  const opleiding = `/opleider/opleidingen/${opleidingId}`
  if (plaats === 'activiteit' && activiteitId !== undefined) return `${opleiding}/scholingsactiviteiten/${activiteitId}#veld-${veld}`
  if (veld === 'startdata') return `${opleiding}/startreeks`
  return veld === 'arbeidsmarkt' ? `${opleiding}/arbeidsmarkt` : `${opleiding}#veld-${veld}`
}

function columnsFor(regel: Kwaliteitsregel, metUitleg: boolean): readonly Column<SignaalMetOpleiding>[] {
  return [
    { key: 'titel', header: 'Opleiding', rowHeader: true, cell: (rij) => <Link href={adresVan(regel, rij)}>{naam(rij.titel)}</Link> },
    { key: 'code', header: 'Code', cell: ({ programmaId }) => <span className="whitespace-nowrap">{programmaId}</span> },
    { key: 'uitleg', header: 'Wat wij zien', cell: ({ gegevens, aantal, andereId, andereTitel }) => <>{metUitleg && uitlegVan({ regel, gegevens, aantal })}{andereId !== undefined && <> Kijk bij <Link href={`/opleider/opleidingen/${andereId}`}>{naam(andereTitel ?? '')}</Link>.</>}</> },
    { key: 'sinds', header: 'Sinds', cell: ({ ontstaanOp }) => <span className="whitespace-nowrap">{formatDatumKort(amsterdamDate(ontstaanOp))}</span> },
  ]
}
