import type { Medewerker, Rol } from '@/lib/base/actor'
import { cent, type Cent } from '@/lib/base/money'
import { done, refused, success, type Outcome } from '@/lib/base/outcome'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { findVoorgesteld, sumAlleenVerleend } from '@/lib/vordering/repo/besluiten'
import { lockVordering, logVordering, saveDagen, type VorderingRij } from '@/lib/vordering/repo/rij'
import { bedragVan, lockTerugbetaling, saveVerrekend, sumHersteld } from '@/lib/vordering/repo/terugbetaling'
import { insertVerrekenvoorstel, listVerrekenkansen, type Verrekenkans } from '@/lib/vordering/repo/verrekening'
import { makeVerrekening } from '@/lib/vordering/rules/brieven-terug'
import { waarvanOf } from '@/lib/vordering/rules/grootboek'
import { mandaatVan } from '@/lib/vordering/rules/mandaat'
import { statusNaOntvangst } from '@/lib/vordering/rules/status'
import { stuitVerjaring } from '@/lib/vordering/rules/termijn'
import type { VerrekenInput } from '@/lib/vordering/schema'
import type { VorderingReden } from '@/lib/vordering/texts'
import { boekMutatie, boekOp } from '@/lib/vordering/use-cases/boek-mutatie'
import { leesVandaag, schrijf, type Vandaag } from '@/lib/vordering/use-cases/schrijf'

const VERREKENAARS: readonly Rol[] = ['teamleider-financieel', 'financieel']

/**
 * Sets a claim off against subsidie that we owe the same burger (Awb 4:93, 4:57 lid 3), when the rule allows it. Within the mandate of who
 * does it, at once; above it a proposal on which another person decides, as with giving a claim up.
 */
export function verreken(medewerker: Medewerker, { kenmerk, terugbetalingId, bedrag, reden }: VerrekenInput): Promise<Outcome<VorderingReden, { isVerleend: boolean }>> {
  return inTransaction(async (tx) => {
    const rij = await lockVordering(tx, { kenmerk })
    if (rij === undefined) return refused('niet-gevonden')
    const rol = VERREKENAARS.find((een) => medewerker.rollen.includes(een))
    if (rol === undefined) return refused('geen-mandaat')
    if (await findVoorgesteld(tx, rij.id) !== undefined) return refused('ligt-al-voor')
    const vandaag = await leesVandaag(tx)
    const kans = await findKans(tx, rij, terugbetalingId, vandaag)
    if (kans === undefined || kans.beletsels.length > 0) return refused('verrekenen-mag-niet')
    if (bedrag > kans.hoogstensCent) return refused('bedrag-te-hoog')
    const isVerleend = bedrag + await sumAlleenVerleend(tx, rij.id, medewerker.id, true) <= mandaatVan(medewerker.rollen, vandaag.regeling.get('kwijtschelding-mandaat'))
    await insertVerrekenvoorstel(tx, { vorderingId: rij.id, terugbetalingId, bedragCent: bedrag, reden, voorgesteldDoor: medewerker.id, isVerleend })
    if (isVerleend) await voerVerrekeningUit(tx, rij, { terugbetalingId, bedrag, reden, medewerker, rol }, vandaag)
    else await logVordering(tx, rij.id, { soort: 'stel-verrekening-voor', doorId: medewerker.id, rol, reden, gegevens: { bedragCent: bedrag } })
    return success({ isVerleend })
  })
}

type Verrekening = { terugbetalingId: string; bedrag: Cent; reden: string; medewerker: Medewerker; rol: Rol }

/** The second person agreed: judged again, because a payment or an agreement may have come in between. */
export async function voerVerrekeningUit(tx: Tx, rij: VorderingRij, { terugbetalingId, bedrag, reden, medewerker, rol }: Verrekening, vandaag: Vandaag): Promise<Outcome<VorderingReden>> {
  const terug = await lockTerugbetaling(tx, terugbetalingId)
  const kans = await findKans(tx, rij, terugbetalingId, vandaag)
  const tegen = terug === undefined ? undefined : await lockVordering(tx, { id: terug.vorderingId })
  if (terug === undefined || tegen === undefined || kans === undefined || kans.beletsels.length > 0) return refused('verrekenen-mag-niet')
  if (bedrag > kans.hoogstensCent) return refused('bedrag-te-hoog')
  const open = { hoofdsom: cent(rij.open.hoofdsom - bedrag), kosten: rij.open.kosten }
  const briefId = await schrijf(tx, rij, 'terugvordering-gewijzigd', (feiten) => makeVerrekening(feiten, {
    bedrag, tegenKenmerk: tegen.kenmerk, restTerug: cent(bedragVan(terug) - bedrag), open, werktVanaf: kans.werktVanaf, reden,
    vervaltOp: rij.vervaltOp > vandaag.dag ? rij.vervaltOp : vandaag.dag, bezwaarUiterlijkOp: vandaag.bezwaarUiterlijkOp,
  }))
  const isRenteTeBepalen = kans.werktVanaf > rij.vervaltOp && rij.renteVastgesteldOp === null
  await boekMutatie(tx, rij, {
    soort: 'verrekening', dag: kans.werktVanaf, hoofdsom: cent(0 - bedrag), kosten: cent(0), toelichting: reden, handeling: 'verreken', actor: medewerker, rol,
    naar: statusNaOntvangst(open, isRenteTeBepalen), gegevens: { briefId, tegen: tegen.kenmerk },
  })
  // A besluit to set off interrupts the limitation (Awb 4:106).
  await saveDagen(tx, rij.id, { verjaart_op: stuitVerjaring(rij.verjaartOp, vandaag.dag, vandaag.regeling.get('verjaring')) })
  await saveVerrekend(tx, terug.id, bedrag)
  await boekSchuld(tx, tegen, { terugbetalingId: terug.id, bedrag, medewerker })
  await logVordering(tx, tegen.id, { soort: 'verrekend-met', doorId: medewerker.id, rol, gegevens: { bedragCent: bedrag, met: rij.kenmerk } })
  return done
}

/** What we owed is paid by it: crediteuren → betaald, and on to vastgesteld as far as it had been settled. */
async function boekSchuld(tx: Tx, tegen: VorderingRij, { terugbetalingId, bedrag, medewerker }: { terugbetalingId: string; bedrag: Cent; medewerker: Medewerker }): Promise<void> {
  const herstel = Math.min(bedrag, Math.max(0, tegen.herzienCent - await sumHersteld(tx, tegen.id)))
  const [{ nr } = { nr: '0' }] = await tx.$queryRaw<{ nr: string }[]>`select count(*)::text as nr from boeking where soort = 'verreken-schuld' and oorzaak = 'terugbetaling' and oorzaak_id like ${`${terugbetalingId}/%`}`
  const posten = [['verreken-schuld', bedrag], ['reken-voorschot-af', herstel]] as const
  await boekOp(tx, posten.filter(([, cents]) => cents > 0).map(([soort, cents]) =>
    ({ soort, oorzaak: 'terugbetaling', oorzaakId: `${terugbetalingId}/V${nr}`, actor: medewerker, regels: makePost(soort, cents, waarvanOf(tegen)) })))
}

async function findKans(tx: Tx, rij: VorderingRij, terugbetalingId: string, { dag, regeling }: Vandaag): Promise<Verrekenkans | undefined> {
  return (await listVerrekenkansen(tx, rij.id, dag, regeling.get('verjaring'))).find((kans) => kans.terugbetalingId === terugbetalingId)
}
