import type { Medewerker } from '@/lib/base/actor'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { lockBank } from '@/lib/bank/repo/berichten'
import { closeMetGevolg, findVoorstel, insertVoorstel, lockVraagMetMutatie, logVraag, peekVoorstel, saveVoorstelbesluit, type VraagRij } from '@/lib/bank/repo/voorstellen'
import { besluitGegevens, verdeel, type BesluitGegevens } from '@/lib/bank/rules/besluit'
import { toBesluit, type Besluit } from '@/lib/bank/rules/ontvangst'
import type { BesluitInput, VoorstelInput } from '@/lib/bank/schema'
import { bedragVanBesluit, voerBesluitUit, type BesluitReden } from '@/lib/bank/use-cases/voer-besluit-uit'
import { inPgTransaction, type PoolClient } from '@/lib/platform/db'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'

/** 'voorgesteld' when another person has to decide. */
export type Besloten = Outcome<BesluitReden, 'voorgesteld' | undefined>

/**
 * A person decides about money on a statement that nobody could book by itself: on one claim or more, as payment of a claim that was given up or
 * back to who paid it, or that the bank did carry out the payments of a batch. Above an amount another person decides (regeling, bankmandaat).
 * The question closes with it, so the same line is never booked twice.
 */
export function beslisVraag(medewerker: Medewerker, { vraagId, besluit, kenmerk, delen, nietUitgevoerd, waarom: toelichting }: BesluitInput): Promise<Besloten> {
  return inPgTransaction(async (client) => {
    await wachtOpBank(client, besluit)
    const gevonden = await lockOpenVraag(client, vraagId)
    if (!gevonden.ok) return gevonden
    const vraag = gevonden.value
    if (await findVoorstel(client, vraagId) !== undefined) return refused('ligt-al-voor')
    const bedrag = bedragVanBesluit(vraag, besluit)
    if (bedrag === undefined) return refused('geen-ontvangst')
    const verdeling = besluit === 'boek' ? verdeel(bedrag, [...(kenmerk === undefined ? [] : [{ kenmerk, bedrag: null }]), ...delen ?? []]) : success([])
    if (!verdeling.ok) return verdeling
    const gegevens: BesluitGegevens = { delen: [...verdeling.value], nietUitgevoerd: [...nietUitgevoerd ?? []] }
    const isAlleen = bedrag <= await alleenTot(client)
    const voorstel = { vraagId, besluit, gegevens, bedragCent: bedrag, toelichting, doorId: medewerker.id, isUitgevoerd: isAlleen }
    if (isAlleen) return await voerUit(client, medewerker, vraag, { besluit, gegevens, toelichting, leg: () => insertVoorstel(client, voorstel) })
    await insertVoorstel(client, voorstel)
    await logVraag(client, vraag.id, { soort: `stel-voor-${besluit}`, van: 'open', naar: 'open', doorId: medewerker.id, reden: toelichting, gegevens: { bedragCent: bedrag } })
    return success('voorgesteld')
  })
}

/** Another person decides on what was proposed. What it does is looked at again: the claim or the batch may have changed meanwhile. */
export function beslisVoorstel(medewerker: Medewerker, { vraagId, besluit }: VoorstelInput): Promise<Outcome<BesluitReden, undefined>> {
  return inPgTransaction(async (client) => {
    await wachtOpBank(client, await peekVoorstel(client, vraagId))
    const gevonden = await lockOpenVraag(client, vraagId)
    if (!gevonden.ok) return gevonden
    const voorstel = await findVoorstel(client, vraagId)
    if (voorstel === undefined) return refused('geen-voorstel')
    if (besluit === 'wijs-af') {
      // Who proposed it may take it back.
      await saveVoorstelbesluit(client, voorstel.id, 'afgewezen', medewerker.id)
      await logVraag(client, vraagId, { soort: 'wijs-voorstel-af', van: 'open', naar: 'open', doorId: medewerker.id, reden: voorstel.toelichting, gegevens: { bedragCent: voorstel.bedragCent } })
      return success(undefined)
    }
    if (voorstel.voorgesteldDoor === medewerker.id) return refused('eigen-voorstel-bank')
    return await voerUit(client, medewerker, gevonden.value, {
      besluit: toBesluit(voorstel.besluit), gegevens: besluitGegevens.parse(voorstel.gegevens), toelichting: voorstel.toelichting,
      leg: () => saveVoorstelbesluit(client, voorstel.id, 'uitgevoerd', medewerker.id),
    })
  })
}

/** A message of the bank locks payments and then the question about their batch; who confirms them does it the other way round, so not at the same time. */
async function wachtOpBank(client: PoolClient, besluit: string | undefined): Promise<void> {
  if (besluit === 'bevestig') await lockBank(client)
}

async function lockOpenVraag(client: PoolClient, vraagId: string): Promise<Outcome<BesluitReden, VraagRij>> {
  const vraag = await lockVraagMetMutatie(client, vraagId)
  if (vraag === undefined) return refused('vraag-niet-gevonden')
  return vraag.isOpen ? success(vraag) : refused('al-afgehandeld')
}

async function alleenTot(client: PoolClient): Promise<number> {
  const { rows: [rij] } = await client.query<{ nu: Date }>('select nu() as nu')
  if (rij === undefined) throw new Error('the clock gave no row')
  return (await leesRegeling(client, amsterdamDate(rij.nu))).get('bankmandaat').alleenTotCent
}

type Uitvoering = { besluit: Besluit; gegevens: BesluitGegevens; toelichting: string; leg: () => Promise<void> }

/** All of it or nothing: a receipt that goes to two claims is not booked on the first when the second cannot take it. */
async function voerUit(client: PoolClient, medewerker: Medewerker, vraag: VraagRij, { besluit, gegevens, toelichting, leg }: Uitvoering): Promise<Outcome<BesluitReden, undefined>> {
  await client.query('savepoint besluit')
  const gevolg = await voerBesluitUit(client, medewerker, vraag, { besluit, gegevens })
  if (!gevolg.ok) {
    await client.query('rollback to savepoint besluit')
    return gevolg
  }
  await leg()
  await closeMetGevolg(client, vraag.id, { doorId: medewerker.id, toelichting, gevolg: gevolg.value })
  await logVraag(client, vraag.id, { soort: besluit, van: 'open', naar: 'afgehandeld', doorId: medewerker.id, reden: toelichting, gegevens: { ...gegevens } })
  return success(undefined)
}
