import type { Metadata } from 'next'
import { Sneltoetsen } from '@/components/ui/sneltoetsen.client'
import { BesluitFormulier, NeemFormulier } from './form'
import { BriefWeergave } from '@/components/dossier/brief'
import { Controles } from '@/components/dossier/controles'
import { Alert } from '@/components/ui/alert'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { StatusBadge } from '@/components/ui/tag'
import { Heading, Stack } from '@/components/ui/text'
import type { AanvraagStatus } from '@/lib/aanvraag/model'
import { STATUS_TEKST } from '@/lib/aanvraag/texts'
import { isAllowed } from '@/lib/platform/policy'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireMedewerker } from '@/lib/platform/session'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { cent, formatBedrag } from '@/lib/base/money'
import type { Plaats } from '@/lib/reservelijst/model'
import { formatTot, RESERVE_LABEL } from '@/lib/reservelijst/texts'
import { getPlaats } from '@/lib/reservelijst/views'
import { UITKOMST_LABEL } from '@/lib/toewijzing/texts'
import { readStandBij, type StandBij } from '@/lib/toewijzing/views'
import { AFWIJZINGSGRONDEN, type Afwijzingsgrond } from '@/lib/beschikking/model'
import { AFWIJZING, BESLUIT_LABEL, describeTermijn } from '@/lib/beschikking/texts'
import { bekijkDossier } from '@/lib/beschikking/use-cases/bekijk-dossier'
import { getBriefVoorbeeld, getDossier, getVerzondenBrief, getWerkvoorraad, type Dossier } from '@/lib/beschikking/views'

type Props = { params: Promise<{ kenmerk: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Aanvraag ${(await params).kenmerk}` }
}

const LIST_SIZE = 30
const TOETSEN = [
  { toets: 'j', doet: 'Volgende aanvraag in de lijst' },
  { toets: 'k', doet: 'Vorige aanvraag in de lijst' },
  { toets: 'g', doet: 'Naar de gronden', naar: 'input[name="gronden"]' },
  { toets: 'm', doet: 'Naar de motivering', naar: '#veld-motivering' },
  { toets: 'v', doet: 'Naar de knop Verlenen', naar: 'button[name="besluit"][value="verlening"]' },
  { toets: 'a', doet: 'Naar de knop Afwijzen', naar: 'button[name="besluit"][value="afwijzing"]' },
] as const

/** One case on one screen: the list, the facts with their source, the proposal with its grounds, the decision and its letter. */
export default async function AanvraagPagina({ params }: Props) {
  const medewerker = await requireMedewerker('dossier.lezen')
  const { kenmerk } = await params
  if (!(await bekijkDossier(medewerker, kenmerk))) toonNietGevonden()
  const [dossier, { regels }] = await Promise.all([getDossier(medewerker, kenmerk), getWerkvoorraad(medewerker, { page: 1, size: LIST_SIZE })])
  if (dossier === undefined) toonNietGevonden()
  const [stand, plaats] = await Promise.all([readStandBij(dossier.kenmerk), getPlaats(dossier.kenmerk)])
  const magBeslissen = isAllowed(medewerker, 'uwv.besluiten') && ['in-behandeling', 'aangehouden'].includes(dossier.status)
  return (
    <div className="grid gap-6 2xl:grid-cols-[15rem_1fr]">
      <nav aria-label="Werkvoorraad" className="hidden 2xl:block">
        <Heading level={2}>Werkvoorraad</Heading>
        <ul className="mt-3">
          {regels.map((regel) => (
            <li key={regel.kenmerk} className="border-b border-line">
              <a href={`/uwv/aanvragen/${regel.kenmerk}`} data-werk="" className="block px-2 py-2 aria-[current=page]:bg-primary-soft" {...(regel.kenmerk === dossier.kenmerk && { 'aria-current': 'page' as const })}>
                <span className="block font-semibold">{regel.naam}</span>
                <span className="block text-s text-ink-soft">{describeTermijn(regel.dagenOver)} · {regel.opleiding}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Stack>
        <Breadcrumb items={[{ href: '/uwv', label: 'Werkvoorraad' }]} />
        <PageTitle kicker={dossier.kenmerk} lead={`${dossier.bedrag} voor ‘${dossier.opleiding}’ bij ${dossier.opleider}`}>{dossier.naam}</PageTitle>
        <Kop dossier={dossier} />
        {magBeslissen && dossier.behandelaar === null && <NeemFormulier kenmerk={dossier.kenmerk} />}
        {magBeslissen
          ? <BesluitFormulier zaak={makeZaak(dossier, await voorstelBrief(medewerker, dossier))}><Feiten dossier={dossier} /></BesluitFormulier>
          : <Besloten dossier={dossier} brief={dossier.besluiten[0] === undefined ? undefined : await getVerzondenBrief(medewerker, dossier.besluiten[0].briefId)} />}
        <Verdeling stand={stand} plaats={plaats} />
        <Sneltoetsen toetsen={TOETSEN} />
      </Stack>
    </div>
  )
}

function statusTekst(status: string) {
  const bekend: Readonly<Record<string, { label: string; toon: 'neutraal' | 'info' | 'goed' | 'let-op' | 'fout' }>> = STATUS_TEKST satisfies Record<AanvraagStatus, unknown>
  return bekend[status] ?? { label: status, toon: 'neutraal' as const }
}

/** An aanvraag on which a decision must still come: then the term and whose work it is matter. */
const WACHT_OP_BESLUIT = ['ingediend', 'gereserveerd', 'niet-toegewezen', 'reserve', 'aangeboden', 'in-behandeling', 'aangehouden']

function Kop({ dossier }: { dossier: Dossier }) {
  const { label, toon } = statusTekst(dossier.status)
  const isOpen = WACHT_OP_BESLUIT.includes(dossier.status)
  const behandelaar = dossier.isVanMij ? 'Deze aanvraag is bij u in behandeling.' : dossier.behandelaar === null ? 'Nog niemand behandelt deze aanvraag.' : `In behandeling bij ${dossier.behandelaar}.`
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <StatusBadge tone={toon}>{label}</StatusBadge>
        {isOpen && dossier.dagenOver !== null && <span>Termijn: <strong>{describeTermijn(dossier.dagenOver)}</strong></span>}
        <span className="text-ink-soft">Ingediend op {dossier.ingediendOp}.{isOpen && ` ${behandelaar}`}</span>
      </div>
      {dossier.voorstel !== null && dossier.besluiten.length === 0 && (
        <Alert kind={dossier.voorstel === 'verlening' ? 'info' : 'warning'} title={dossier.voorstel === 'verlening' ? 'Voorstel: verlenen, als u de open punten hebt nagevraagd' : 'Voorstel: afwijzen, als u de punten hebt nagevraagd'}>
          {dossier.voorgesteldeGronden.length > 0 && <ul>{dossier.voorgesteldeGronden.map((grond) => <li key={grond}>{AFWIJZING[grond].label} ({AFWIJZING[grond].artikel})</li>)}</ul>}
          <p>Vraag de aanvrager eerst om een reactie als het voorstel steunt op gegevens die afwijken van wat de aanvrager opgaf (Awb 4:7).</p>
        </Alert>
      )}
    </>
  )
}

function Feiten({ dossier }: { dossier: Dossier }) {
  return (
    <>
      <section aria-labelledby="controles-kop"><Heading level={2} id="controles-kop">Controles</Heading><Controles controles={dossier.controles} beoordeeldOp={dossier.beoordeeldOp} /></section>
      <section aria-labelledby="feiten-kop">
        <Heading level={2} id="feiten-kop">Feiten</Heading>
        <SummaryList rows={dossier.feiten.map(({ naam, waarde, bron }) => ({ key: naam, term: naam, value: <>{waarde}<span className="block text-s text-ink-soft">{bron}</span></> }))} />
      </section>
    </>
  )
}

/** Awb 4:25 lid 3: the stand of every ceiling at the decision about the budget; a grant after bezwaar is judged on it. */
function Verdeling({ stand, plaats }: { stand: StandBij | undefined; plaats: Plaats | null }) {
  if (stand === undefined) return null
  const standen = stand.compartimenten.map(({ naam, vrijCent, isGebruikt }) => `${naam}: ${formatBedrag(cent(vrijCent))} over${isGebruikt ? ', hieruit gereserveerd' : ''}`)
  return (
    <section aria-labelledby="verdeling-kop">
      <Heading level={2} id="verdeling-kop">Stand bij de verdeling</Heading>
      <SummaryList rows={[
        { key: 'uitkomst', term: 'Uitkomst', value: <>{UITKOMST_LABEL[stand.uitkomst]}<span className="block text-s text-ink-soft">volgnummer {stand.volgnummer}, {formatTijdstip(stand.beslotenOp)}</span></> },
        { key: 'bedrag', term: 'Gevraagd en gereserveerd', value: `${formatBedrag(cent(stand.gevraagdCent))} gevraagd, ${formatBedrag(cent(stand.bedragCent))} gereserveerd` },
        { key: 'compartimenten', term: 'Vlak daarvoor, in volgorde van gebruik', value: <ul>{standen.map((regel) => <li key={regel}>{regel}</li>)}</ul> },
        { key: 'jaar', term: 'Verleningen van de aanvrager dit kalenderjaar', value: String(stand.verleningen) },
        ...(stand.grensGeteld === null ? [] : [{ key: 'grens', term: 'Verleningen van de scholing dit kalenderjaar (art. 12a)', value: String(stand.grensGeteld) }]),
        ...(plaats === null ? [] : [{
          key: 'reserve', term: 'Reservelijst',
          value: <>{RESERVE_LABEL[plaats.toestand]}{plaats.toestand === 'wacht' && `, ${plaats.voorUit.toLocaleString('nl-NL')} voor deze aanvraag`}</>,
        }]),
        ...(stand.aanbod === null ? [] : [{
          key: 'aanbod', term: 'Aanbod van de reservelijst',
          value: <>{formatBedrag(cent(stand.aanbod.bedragCent))} uit {stand.aanbod.compartiment}, toen {formatBedrag(cent(stand.aanbod.vrijCent))} over<span className="block text-s text-ink-soft">{formatTijdstip(stand.aanbod.op)}{plaats?.uiterlijkOp != null && `, bedenktijd ${formatTot(plaats.uiterlijkOp)}`}</span></>,
        }]),
      ]} />
      <p className="mt-2 text-s text-ink-soft">Een toekenning na bezwaar of beroep wordt aan deze stand getoetst (Awb 4:25 lid 3).</p>
    </section>
  )
}

function Besloten({ dossier, brief }: { dossier: Dossier; brief: Awaited<ReturnType<typeof getVerzondenBrief>> }) {
  return (
    <div className="grid gap-6 xl:grid-cols-2">
      <Stack>
        {dossier.besluiten.map(({ kenmerk, soort, op, motivering }) => (
          <Alert key={kenmerk} kind="info" title={`${labelOf(soort)} op ${op}`}><p>{motivering}</p><p>Besluit {kenmerk}</p></Alert>
        ))}
        {dossier.besluiten.some(({ soort }) => soort === 'verlening') && <p><Link href={`/uwv/vaststellingen/${dossier.kenmerk}`} icon="gavel">Geld, vaststelling en herroeping</Link></p>}
        <Feiten dossier={dossier} />
      </Stack>
      {brief !== undefined && (
        <section aria-labelledby="brief-kop" className="min-w-0">
          <Heading level={2} id="brief-kop">Verstuurde brief</Heading>
          <div className="mt-3"><BriefWeergave brief={brief} level={3} /></div>
        </section>
      )}
    </div>
  )
}

function labelOf(soort: string): string {
  return Object.entries(BESLUIT_LABEL).find(([naam]) => naam === soort)?.[1] ?? 'Besluit'
}

/** The letter of the proposal, shown before anything was filled in. */
function voorstelBrief(medewerker: Parameters<typeof getBriefVoorbeeld>[0], { kenmerk, voorstel, voorgesteldeGronden }: Dossier) {
  if (voorstel === null) return undefined
  return getBriefVoorbeeld(medewerker, kenmerk, voorstel === 'verlening' ? { soort: 'verlening', motivering: null } : { soort: 'afwijzing', gronden: voorgesteldeGronden, motivering: null })
}

/** The plafond is judged by the allocator; not choosing another opleiding only counts after an aanhouding. */
function isTeKiezen(grond: Afwijzingsgrond, status: string): boolean {
  return grond !== 'plafond-bereikt' && (grond !== 'geen-andere-opleiding' || status === 'aangehouden')
}

function makeZaak(dossier: Dossier, brief: Awaited<ReturnType<typeof getBriefVoorbeeld>>) {
  return {
    kenmerk: dossier.kenmerk,
    versie: dossier.versie,
    gronden: AFWIJZINGSGRONDEN.filter((grond) => isTeKiezen(grond, dossier.status)).map((grond) => ({ value: grond, label: AFWIJZING[grond].label })),
    voorgesteld: dossier.voorgesteldeGronden,
    brief: brief ?? null,
    kanVerlenen: dossier.status === 'in-behandeling',
  }
}
