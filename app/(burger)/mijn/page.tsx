import type { Metadata } from 'next'
import { trekVerzoekInAction } from '@/app/(burger)/mijn/aanmeldbewijs/verzoek/action'
import { ActionForm } from '@/components/ui/action-form.client'
import { Alert } from '@/components/ui/alert'
import { Bedrag } from '@/components/ui/bedrag'
import { Button, ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { StatusBadge } from '@/components/ui/tag'
import { Heading, Paragraph, Stack } from '@/components/ui/text'
import type { Burger } from '@/lib/base/actor'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { formatDatum } from '@/lib/base/date'
import { STATUSSEN_ZONDER_VERVOLG } from '@/lib/aanvraag/rules/status'
import { hierna, STATUS_TEKST } from '@/lib/aanvraag/texts'
import { getEigenAanvraag, getEmail, listEigenAanvragen, type AanvraagRegel } from '@/lib/aanvraag/views'
import { now, today } from '@/lib/platform/clock'
import { requireBurger } from '@/lib/platform/session'
import { getRegeling } from '@/lib/regeling/views'
import { listEigenBewijzen } from '@/lib/vooraanmelding/views'
import { countVorderingen } from '@/lib/vordering/views'
import { describeOpen } from '@/lib/wijziging/texts'
import { listOpenWijzigingen, type OpenWijziging } from '@/lib/wijziging/views'

export const metadata: Metadata = { title: 'Mijn STAP' }

/** What is yours, and what to do now. */
export default async function MijnPage() {
  const burger = await requireBurger('aanvraag.lezen')
  const [aanvragen, email, eigen, wijzigingen, vorderingen] = await Promise.all([listEigenAanvragen(burger), getEmail(burger), listEigenBewijzen(burger), listOpenWijzigingen(burger), countVorderingen(burger)])
  const lopend = aanvragen.filter(({ status }) => !STATUSSEN_ZONDER_VERVOLG.includes(status))
  // What can still be mended is looked for as long as the tijdvak has not opened; afterwards the submit itself says it.
  const wachtend = lopend.filter(({ status, tijdvak }) => status === 'gereed' && tijdvak.toestand === 'gepland')
  const [kamers, metHindernis] = await Promise.all([wachtkamersVan(wachtend), kenmerkenMetHindernis(burger, wachtend)])
  const voorbij = aanvragen.filter(({ status }) => STATUSSEN_ZONDER_VERVOLG.includes(status))
  return (
    <Stack>
      <PageTitle lead="Hier ziet u uw aanvragen en wat u nu kunt doen.">Mijn STAP</PageTitle>
      {wijzigingen.map(({ kenmerk, titel, ...open }) => {
        const tekst = describeOpen(open)
        return <Alert key={kenmerk} kind="warning" title={tekst.titel}><p>{titel}. {tekst.zin} <Link href={`/mijn/aanvragen/${kenmerk}/wijziging`}>{tekst.link}</Link></p></Alert>
      })}
      {vorderingen.open > 0 && (
        <Alert kind="warning" title="U moet STAP-budget terugbetalen">
          <p><Link href="/mijn/vorderingen">Bekijk hoeveel, hoe en wanneer</Link>. Kunt u het niet in één keer betalen? Dan kunt u daar een voorstel doen.</p>
        </Alert>
      )}
      {lopend.length === 0 && (
        <EmptyState title="U hebt nog geen lopende aanvraag" action={<ButtonLink href="/mijn/aanvragen/nieuw" icon="plus">Aanvraag voorbereiden</ButtonLink>}>
          <p>Meld u eerst aan bij een opleider. Van de opleider krijgt u een aanmeldbewijs met een code. Daarmee begint u hier uw aanvraag.</p>
          <p><Link href="/opleidingen">Zoek een opleiding</Link></p>
        </EmptyState>
      )}
      {lopend.map((aanvraag) => <Aanvraagkaart key={aanvraag.kenmerk} aanvraag={aanvraag} kamer={kamers.get(aanvraag.kenmerk)} heeftHindernis={metHindernis.has(aanvraag.kenmerk)} wijziging={wijzigingen.find(({ kenmerk }) => kenmerk === aanvraag.kenmerk)} />)}
      <Bewijzen {...eigen} />
      {email === null && (
        <Alert kind="info" title="Wilt u een e-mail als er een bericht is?">
          <p><Link href="/mijn/gegevens">Geef uw e-mailadres op</Link>. U ziet dan meteen dat er iets nieuws is.</p>
        </Alert>
      )}
      {vorderingen.open === 0 && vorderingen.alle > 0 && <p><Link href="/mijn/vorderingen">Terugvorderingen</Link></p>}
      {voorbij.length > 0 && (
        <section className="stap-stapel" aria-labelledby="voorbij">
          <Heading level={2} id="voorbij">Eerdere aanvragen</Heading>
          <ul className="flex flex-col gap-4">
            {voorbij.map(({ kenmerk, titel, status, tijdvak }) => (
              <li key={kenmerk} className="flex flex-wrap items-baseline justify-between gap-x-4">
                <Link href={`/mijn/aanvragen/${kenmerk}`}>{titel}</Link>
                <span className="text-ink-soft">{STATUS_TEKST[status].label}, {tijdvak.naam}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Stack>
  )
}

/** The aanmeldbewijzen that were kept or asked for, what waits for an answer first. */
function Bewijzen({ bewijzen, verzoeken }: Awaited<ReturnType<typeof listEigenBewijzen>>) {
  const los = bewijzen.filter(({ voorgelegd, kenmerk }) => voorgelegd !== null || kenmerk === null)
  if (los.length === 0 && verzoeken.length === 0) return null
  return (
    <section className="stap-stapel" aria-labelledby="bewijzen">
      <Heading level={2} id="bewijzen">Mijn aanmeldbewijzen</Heading>
      {los.map(({ code, titel, opleider, startdatum, voorgelegd }) => (
        <Card key={code}>
          {voorgelegd !== null && <div><StatusBadge tone="let-op">De opleider vraagt u iets</StatusBadge></div>}
          <Heading level={3}>{titel}</Heading>
          <Paragraph>{opleider}. Start op {formatDatum(startdatum)}.</Paragraph>
          <p><Link href={`/mijn/aanmeldbewijs/${code}`}>{voorgelegd === null ? 'Bekijken en aanvraag voorbereiden' : 'Lezen en antwoorden'}</Link></p>
        </Card>
      ))}
      {verzoeken.map(({ id, opleidingId, titel, opleider, isOpen, reden }) => (
        <Card key={id}>
          <div><StatusBadge tone={isOpen ? 'info' : 'neutraal'}>{isOpen ? 'Gevraagd aan de opleider' : 'Niet gekregen'}</StatusBadge></div>
          <Heading level={3}>{titel}</Heading>
          <Paragraph>{isOpen ? `${opleider} moet nog antwoorden.` : `${opleider} schrijft: ${reden ?? ''}`} <Link href={`/opleidingen/${opleidingId}`}>Naar de opleiding</Link></Paragraph>
          {isOpen && <ActionForm action={trekVerzoekInAction}><input type="hidden" name="verzoekId" value={id} /><p><Button variant="secondary" icon="x">Verzoek intrekken</Button></p></ActionForm>}
        </Card>
      ))}
    </section>
  )
}

/** When a place can be taken for what is prepared; a tijdvak with a draw has no waiting room. */
async function wachtkamersVan(aanvragen: readonly AanvraagRegel[]): Promise<ReadonlyMap<string, Kamer>> {
  if (aanvragen.length === 0) return new Map()
  const [regeling, nu] = await Promise.all([getRegeling(await today()), now()])
  const vooraf = regeling.get('wachtkamer').urenVoorOpening * 3_600_000
  return new Map(aanvragen.filter(({ tijdvak }) => tijdvak.modus === 'volgorde').map(({ kenmerk, tijdvak }) => {
    const opentOp = new Date(tijdvak.opentOp.getTime() - vooraf)
    return [kenmerk, { opentOp, isOpen: opentOp <= nu }]
  }))
}

async function kenmerkenMetHindernis(burger: Burger, aanvragen: readonly AanvraagRegel[]): Promise<ReadonlySet<string>> {
  const details = await Promise.all(aanvragen.map(({ kenmerk }) => getEigenAanvraag(burger, kenmerk)))
  return new Set(details.flatMap((detail) => (detail !== null && detail.hindernissen.length > 0 ? [detail.kenmerk] : [])))
}

type Kamer = { opentOp: Date; isOpen: boolean }

function kamerTekst({ opentOp, isOpen }: Kamer): string {
  return isOpen ? 'De wachtkamer is open: u kunt nu uw plaats nemen.' : `U kunt vanaf ${formatTijdstip(opentOp)} uw plaats nemen in de wachtkamer.`
}

function Aanvraagkaart({ aanvraag, kamer, heeftHindernis, wijziging }: { aanvraag: AanvraagRegel; kamer: Kamer | undefined; heeftHindernis: boolean; wijziging: OpenWijziging | undefined }) {
  const { kenmerk, titel, opleider, startdatum, bedragCent, status, tijdvak } = aanvraag
  const { label, toon } = STATUS_TEKST[status]
  return (
    <Card emphasis>
      <div className="flex flex-col gap-2">
        <div><StatusBadge tone={toon}>{label}</StatusBadge></div>
        <Heading level={2}>{titel}</Heading>
        <Paragraph>{opleider}. Start op {formatDatum(startdatum)}. <span className="whitespace-nowrap">STAP-budget: <Bedrag cent={bedragCent} />.</span></Paragraph>
      </div>
      {heeftHindernis && (
        <Alert kind="warning" title="Er is iets veranderd. Zo kunt u nog niet indienen.">
          <p><Link href={`/mijn/aanvragen/${kenmerk}`}>Bekijk wat er niet klopt en wat u daaraan doet</Link></p>
        </Alert>
      )}
      <Paragraph>{hierna(status, tijdvak.toestand, formatTijdstip(tijdvak.opentOp), wijziging === undefined ? undefined : describeOpen(wijziging).zin)}{kamer !== undefined && ` ${kamerTekst(kamer)}`}</Paragraph>
      <div className="stap-knoppen">
        {status === 'concept' && <ButtonLink href={`/mijn/aanvragen/${kenmerk}`} iconEnd="arrow-right">Verder met voorbereiden</ButtonLink>}
        {status === 'gereed' && <ButtonLink href={`/mijn/aanvragen/${kenmerk}/indienen`} iconEnd="arrow-right">{tijdvak.toestand === 'open' ? 'Nu indienen' : 'Naar indienen'}</ButtonLink>}
        {status === 'gereed' && kamer?.isOpen === true && <ButtonLink href={`/wachtkamer/${tijdvak.code}`} variant="secondary">Naar de wachtkamer</ButtonLink>}
        {status === 'aangehouden' && <ButtonLink href={`/mijn/aanvragen/${kenmerk}/andere-opleiding`} iconEnd="arrow-right">Andere opleiding kiezen</ButtonLink>}
        {status !== 'concept' && <ButtonLink href={`/mijn/aanvragen/${kenmerk}`} variant="secondary">Aanvraag bekijken</ButtonLink>}
      </div>
    </Card>
  )
}
