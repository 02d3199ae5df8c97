import type { Burger, Medewerker } from '@/lib/base/actor'
import type { Iban } from '@/lib/base/iban'
import { done, refused, success, type Outcome } from '@/lib/base/outcome'
import { inTransaction, prisma, type Tx } from '@/lib/platform/db'
import { fetchIbanNaam, type IbanNaam } from '@/lib/platform/iban-naam'
import { findBriefFeiten } from '@/lib/vordering/repo/instellen'
import { findRekeningen, insertOpgave, listOngecontroleerd, saveBevestigd, saveRekeningStatus, vervangLopend, type Rekening } from '@/lib/vordering/repo/rekening'
import { lockVordering, logVordering, type VorderingRij } from '@/lib/vordering/repo/rij'
import { countLopend, lockOpenTerugbetalingen, saveGemeld } from '@/lib/vordering/repo/terugbetaling'
import { naNaamcontrole } from '@/lib/vordering/rules/rekening'
import type { RekeningInput } from '@/lib/vordering/schema'
import type { RekeningReden } from '@/lib/vordering/texts'
import { planMelding } from '@/lib/vordering/use-cases/meld-terugbetaling'

/** The burger says that we may pay back on the account that a receipt came from. */
export async function bevestigRekening(burger: Burger, { kenmerk, rekeningId }: { kenmerk: string; rekeningId: string }): Promise<Outcome<RekeningReden>> {
  const voorstel = await findVoorstel(burger, kenmerk)
  if (voorstel?.id !== rekeningId) return refused('rekening-vervallen')
  const antwoord = await fetchIbanNaam(voorstel.iban, voorstel.tenaamstelling)
  return inTransaction(async (tx) => {
    const rij = await lockEigen(tx, burger, kenmerk)
    if (!rij.ok) return rij
    const { lopend, voorstel: nu } = await findRekeningen(tx, rij.value.id)
    if (nu?.id !== rekeningId) return refused('rekening-vervallen')
    if (lopend !== undefined) await vervangLopend(tx, rij.value.id)
    await saveBevestigd(tx, nu.id, burger.id)
    await logVordering(tx, rij.value.id, { soort: 'bevestig-rekening', doorId: burger.id, rol: 'burger', gegevens: {} })
    await beoordeelNaam(tx, rij.value, nu, antwoord)
    return done
  })
}

/** The burger gives an account to pay back on: the account that was known is wrong, or none is known. */
export async function geefRekening(burger: Burger, { kenmerk, iban, tenaamstelling }: RekeningInput): Promise<Outcome<RekeningReden>> {
  const antwoord = await fetchIbanNaam(iban, tenaamstelling)
  return inTransaction(async (tx) => {
    const rij = await lockEigen(tx, burger, kenmerk)
    if (!rij.ok) return rij
    await vervangLopend(tx, rij.value.id)
    const id = await insertOpgave(tx, rij.value.id, { iban, naam: tenaamstelling, doorId: burger.id })
    await logVordering(tx, rij.value.id, { soort: 'geef-rekening', doorId: burger.id, rol: 'burger', gegevens: {} })
    await beoordeelNaam(tx, rij.value, { id, herkomst: 'opgave', iban, tenaamstelling }, antwoord)
    return done
  })
}

/** A person takes on an account of which the name did not match, or refuses it: then the burger is asked for another. */
export function beoordeelRekening(medewerker: Medewerker, { kenmerk, oordeel, reden }: { kenmerk: string; oordeel: 'aanvaard' | 'wijs-af'; reden: string }): Promise<Outcome<RekeningReden>> {
  return inTransaction(async (tx) => {
    const rij = await lockVordering(tx, { kenmerk })
    const lopend = rij === undefined ? undefined : (await findRekeningen(tx, rij.id)).lopend
    if (rij === undefined || lopend?.status !== 'te-beoordelen') return refused('rekening-al-beoordeeld')
    await saveRekeningStatus(tx, lopend.id, oordeel === 'aanvaard' ? 'akkoord' : 'afgewezen', { oordeel: { doorId: medewerker.id, reden } })
    await logVordering(tx, rij.id, { soort: oordeel === 'aanvaard' ? 'aanvaard-rekening' : 'wijs-rekening-af', doorId: medewerker.id, rol: medewerker.rollen[0] ?? 'financieel', reden, gegevens: {} })
    if (oordeel === 'wijs-af') {
      for (const { id } of await lockOpenTerugbetalingen(tx, rij.id)) {
        await saveGemeld(tx, id, false)
        await planMelding(tx, id)
      }
    }
    return done
  })
}

/** Asks the banks again about accounts that were confirmed while their service did not answer. */
export async function controleerTerugbetaalrekeningen(): Promise<void> {
  for (const vorderingId of await listOngecontroleerd(prisma)) {
    const { lopend } = await findRekeningen(prisma, vorderingId)
    if (lopend?.status !== 'bevestigd') continue
    const antwoord = await fetchIbanNaam(lopend.iban, lopend.tenaamstelling)
    // One that does not answer now will not answer for the others either.
    if (antwoord === 'antwoordt-niet') return
    await inTransaction(async (tx) => {
      const rij = await lockVordering(tx, { id: vorderingId })
      const nu = rij === undefined ? undefined : (await findRekeningen(tx, rij.id)).lopend
      if (rij !== undefined && nu?.id === lopend.id && nu.status === 'bevestigd') await beoordeelNaam(tx, rij, nu, antwoord)
    })
  }
}

/** A claim of this burger on which we owe something back, locked, and nothing of it is on its way to the bank. */
async function lockEigen(tx: Tx, burger: Burger, kenmerk: string): Promise<Outcome<RekeningReden, VorderingRij>> {
  const rij = await lockVordering(tx, { kenmerk })
  if (rij === undefined || rij.schuldenaarBurgerId !== burger.id) return refused('niet-gevonden')
  const { open, inBatch } = await countLopend(tx, rij.id)
  if (inBatch > 0) return refused('wordt-al-betaald')
  return open === 0 ? refused('niets-terug') : success(rij)
}

async function findVoorstel(burger: Burger, kenmerk: string): Promise<Rekening | undefined> {
  const rij = await prisma.vordering.findFirst({ where: { kenmerk, schuldenaarBurgerId: burger.id }, select: { id: true } })
  return rij === null ? undefined : (await findRekeningen(prisma, rij.id)).voorstel
}

type TeBeoordelen = Pick<Rekening, 'id' | 'herkomst' | 'tenaamstelling'> & { readonly iban: Iban }

async function beoordeelNaam(tx: Tx, rij: VorderingRij, { id, herkomst, tenaamstelling }: TeBeoordelen, antwoord: IbanNaam | 'antwoordt-niet'): Promise<void> {
  if (antwoord === 'antwoordt-niet') return
  const { naam } = await findBriefFeiten(tx, rij.aanvraagId, rij)
  const stap = naNaamcontrole({ herkomst, tenaamstelling, naam, antwoord: antwoord.antwoord })
  await saveRekeningStatus(tx, id, stap === 'neem-in-gebruik' ? 'akkoord' : 'te-beoordelen', { antwoord: antwoord.antwoord })
  await logVordering(tx, rij.id, { soort: stap === 'neem-in-gebruik' ? 'controleer-rekening' : 'leg-rekening-voor', doorId: null, rol: 'systeem', gegevens: { antwoord: antwoord.antwoord } })
}
