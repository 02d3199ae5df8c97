import { SYSTEEM, type Medewerker, type OpleiderActor } from '@/lib/base/actor'
import { trekAanvraagIn } from '@/lib/aanvraag/use-cases/trek-in'
import { keurBatchGoed } from '@/lib/betaling/use-cases/keur-batch-goed'
import { maakFactuur } from '@/lib/betaling/use-cases/maak-factuur'
import { stelBatchSamen } from '@/lib/betaling/use-cases/stel-batch-samen'
import { forwardOutbox, processOutbox } from '@/lib/platform/relay'
import { sealGebeurtenissen } from '@/lib/platform/zegel'
import { meldDeelname } from '@/lib/verantwoording/use-cases/meld-deelname'
import { reageerOpDeelname } from '@/lib/verantwoording/use-cases/reageer-op-deelname'
import { aGereed, aMedewerker, aWereld, stubBasisregisters, submitAll, type Aanvrager, type Ingediend } from '@/tests/builders/aanvraag-wereld'
import { plantGeloteKamer } from '@/tests/builders/wachtkamer'
import { asOwner, zetKlok } from '@/tests/setup/db'
import { handlers } from '@/workers/handlers'

export type ControleWereld = {
  compartimentId: string
  opleiderId: string
  tijdvakId: string
  /** Vastgesteld: granted, paid, completed and confirmed. */
  vastgesteld: Ingediend
  /** Granted, with an open order. */
  verleend: Ingediend
  /** Refused: € 1.000 was asked, € 500 was left. */
  geweigerd: Ingediend
  /** Came later, asked € 400 and got it; waits for a behandelaar. */
  uitval: Ingediend
  /** Withdrawn after the reservation. */
  ingetrokken: Ingediend
  /** Prepared and not submitted. */
  gereed: Ingediend
  financieel: readonly Medewerker[]
  opleider: OpleiderActor
}

/** A small world in which every step of the chain has happened once, through the use cases and the workers' own handlers. */
export async function aControleWereld(): Promise<ControleWereld> {
  const aanvragers: readonly Aanvrager[] = [
    { bsn: '900000004', email: 'sam@example.nl' }, { bsn: '900000016' }, { bsn: '900000028' },
    { bsn: '900000041', bedragCent: 40_000, brp: 'niet-gevonden' }, { bsn: '900000053', bedragCent: 10_000 }, { bsn: '900000065' },
  ]
  stubBasisregisters(aanvragers)
  const wereld = await aWereld({ plafondCent: 250_000 })
  await asOwner(`insert into opleiding_versie (opleiding_id, versie, inhoud, bron) select id, versie, '{}', 'portaal' from opleiding`)
  await asOwner(`update opleider set iban = 'NL20INGB0001234567', iban_tenaamstelling = naam`)
  await asOwner(`insert into naamcontrole (opleider_id, iban, naam, antwoord) select id, iban, naam, 'match' from opleider`)
  const opleider: OpleiderActor = { soort: 'opleider', id: wereld.eHerkenningId, rollen: ['opleider'], opleiderId: wereld.opleiderId, kvk: '90000001' }
  const financieel = [await aMedewerker('financieel'), await aMedewerker('financieel')]

  const [vastgesteld, verleend, geweigerd, uitval, ingetrokken, gereed] = await inOrder(aanvragers, (aanvrager) => aGereed(wereld, aanvrager))
  if (!vastgesteld || !verleend || !geweigerd || !uitval || !ingetrokken || !gereed) throw new Error('not every aanvraag was made')
  await submitAll([vastgesteld, verleend])
  for (const one of [geweigerd, uitval, ingetrokken]) await submitAll([one])
  must(await trekAanvraagIn(ingetrokken.burger, { kenmerk: ingetrokken.kenmerk }))
  await workOff()

  await zetKlok('2022-11-21T10:00:00+01:00')
  await pay(opleider, vastgesteld, financieel)
  await zetKlok('2023-02-01T10:00:00+01:00')
  await settle(opleider, vastgesteld)
  await plantGeloteKamer(wereld.tijdvakId)
  while (await sealGebeurtenissen()) continue
  return { ...wereld, vastgesteld, verleend, geweigerd, uitval, ingetrokken, gereed, financieel, opleider }
}

/** Invoices the order of an aanvraag and brings the batch with it to the bank. */
export async function pay(opleider: OpleiderActor, { aanvraagId }: Pick<Ingediend, 'aanvraagId'>, financieel: readonly Medewerker[], factuurnummer = 'F2022-001'): Promise<void> {
  const [order] = await asOwner<{ ordernummer: string }>('select ordernummer from verplichting where aanvraag_id = $1', [aanvraagId])
  must(await maakFactuur(opleider, { ordernummer: order?.ordernummer ?? '', factuurnummer, btw: '21', btwNummer: 'NL900000019B01' }))
  const batch = await stelBatchSamen(SYSTEEM)
  must(batch)
  for (const medewerker of financieel) must(await keurBatchGoed(medewerker, { msgId: batch.ok ? batch.value.msgId : '' }))
  await workOff()
}

async function settle(opleider: OpleiderActor, { kenmerk, burger }: Ingediend): Promise<void> {
  const bewijs = new File(['%PDF-1.7\n%%EOF\n'], 'bewijs.pdf', { type: 'application/pdf' })
  must(await meldDeelname(opleider, { kenmerk, uitkomst: 'succesvol', wijze: 'examen', bewijs }))
  must(await reageerOpDeelname(burger, { kenmerk, reactie: 'bevestigd' }))
  await workOff()
}

/** Does every job that is planned, and those that follow from it. */
export async function workOff(): Promise<void> {
  for (;;) {
    const ids: number[] = []
    await forwardOutbox({ add: (rows) => { ids.push(...rows.map(({ id }) => id)); return Promise.resolve() }, countWaiting: () => Promise.resolve(0) })
    if (ids.length === 0) break
    for (const outboxId of ids) await processOutbox({ outboxId }, handlers)
  }
  const open = await asOwner<{ job: string; fout: string }>('select job, fout from outbox where verwerkt_op is null')
  if (open.length > 0) throw new Error(`jobs that failed: ${open.map(({ job, fout }) => `${job} (${fout})`).join(', ')}`)
}

async function inOrder<In, Out>(items: readonly In[], run: (item: In) => Promise<Out>): Promise<Out[]> {
  const results: Out[] = []
  for (const item of items) results.push(await run(item))
  return results
}

function must(outcome: { ok: true } | { ok: false; redenen: readonly string[] }): void {
  if (!outcome.ok) throw new Error(outcome.redenen.join())
}
