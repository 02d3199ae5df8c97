import type { Medewerker, Rol } from '@/lib/base/actor'
import { cent, type Cent } from '@/lib/base/money'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { inTransaction, type Tx } from '@/lib/platform/db'
import type { AfboekingSoort } from '@/lib/vordering/model'
import { findVoorgesteld, insertAfboeking, saveAfboekingbesluit, sumAlleenVerleend } from '@/lib/vordering/repo/besluiten'
import { lockVordering, logVordering, type VorderingRij } from '@/lib/vordering/repo/rij'
import { toAfboekingSoort, toVoorstelSoort } from '@/lib/vordering/model'
import { makeKwijtschelding } from '@/lib/vordering/rules/brieven-regeling'
import { motiveer } from '@/lib/vordering/rules/motivering'
import { checkAfboeking, mandaatVan } from '@/lib/vordering/rules/mandaat'
import { rekenToe } from '@/lib/vordering/rules/toerekening'
import type { AfboekInput } from '@/lib/vordering/schema'
import type { VorderingReden } from '@/lib/vordering/texts'
import { boekMutatie } from '@/lib/vordering/use-cases/boek-mutatie'
import { leesVandaag, schrijf, type Vandaag } from '@/lib/vordering/use-cases/schrijf'
import { trekVorderingInBij } from '@/lib/vordering/use-cases/trek-vordering-in'
import { voerVerrekeningUit } from '@/lib/vordering/use-cases/verreken'

const AFBOEKERS: readonly Rol[] = ['teamleider-financieel', 'financieel']
const HANDELING = { kwijtschelding: { handeling: 'scheld-kwijt', naar: 'kwijtgescholden' }, oninbaar: { handeling: 'maak-oninbaar', naar: 'oninbaar' } } as const

/**
 * Gives up a claim or a part of it (Awb 4:94a), with the reason. Within the mandate of who does it, at once; above it a proposal on
 * which another person decides. The database keeps the same limit.
 */
export function boekAf(medewerker: Medewerker, { kenmerk, soort, bedrag, gevolgen, reden: waarom }: AfboekInput): Promise<Outcome<VorderingReden, { isVerleend: boolean }>> {
  return inTransaction(async (tx) => {
    const rij = await lockVordering(tx, { kenmerk })
    if (rij === undefined) return refused('niet-gevonden')
    const openCent = rij.open.hoofdsom + rij.open.kosten
    const beletsels = checkAfboeking({ openCent, isVoorgesteld: (await findVoorgesteld(tx, rij.id)) !== undefined, isRegeling: rij.isRegeling, soort })
    if (beletsels.length > 0) return refused(...beletsels)
    if (bedrag > openCent) return refused('bedrag-te-hoog')
    const vandaag = await leesVandaag(tx)
    const rol = AFBOEKERS.find((een) => medewerker.rollen.includes(een))
    if (rol === undefined) return refused('geen-mandaat')
    const reden = motiveer(waarom, soort === 'kwijtschelding' ? gevolgen : undefined)
    const isVerleend = bedrag + await sumAlleenVerleend(tx, rij.id, medewerker.id, false) <= mandaatVan(medewerker.rollen, vandaag.regeling.get('kwijtschelding-mandaat'))
    await insertAfboeking(tx, { vorderingId: rij.id, soort, bedragCent: bedrag, reden, voorgesteldDoor: medewerker.id, isVerleend })
    if (isVerleend) await voerAfboekingUit(tx, rij, { soort, bedrag, reden, medewerker, rol }, vandaag)
    else await logVordering(tx, rij.id, { soort: 'stel-kwijtschelding-voor', doorId: medewerker.id, rol, reden, gegevens: { bedragCent: bedrag, soort } })
    return success({ isVerleend })
  })
}

/** A second person decides on what was proposed above the mandate of one. */
export function beslisAfboeking(medewerker: Medewerker, { kenmerk, besluit }: { kenmerk: string; besluit: 'verleen' | 'wijs-af' }): Promise<Outcome<VorderingReden>> {
  return inTransaction(async (tx) => {
    const rij = await lockVordering(tx, { kenmerk })
    const voorstel = rij === undefined ? undefined : await findVoorgesteld(tx, rij.id)
    if (rij === undefined) return refused('niet-gevonden')
    if (voorstel === undefined) return refused('al-besloten')
    const rol = AFBOEKERS.find((een) => medewerker.rollen.includes(een))
    if (rol === undefined) return refused('geen-mandaat')
    if (voorstel.voorgesteldDoor === medewerker.id) return refused('eigen-voorstel')
    const bedrag = cent(voorstel.bedragCent)
    // Something may have been paid since it was proposed.
    if (besluit === 'verleen' && voorstel.soort !== 'intrekking' && bedrag > rij.open.hoofdsom + rij.open.kosten) return refused('bedrag-te-hoog')
    const vandaag = await leesVandaag(tx)
    if (besluit === 'verleen' && toVoorstelSoort(voorstel.soort) === 'verrekening') {
      const verrekend = await voerVerrekeningUit(tx, rij, { terugbetalingId: voorstel.terugbetalingId ?? '', bedrag, reden: voorstel.reden, medewerker, rol }, vandaag)
      if (!verrekend.ok) return verrekend
    } else if (besluit === 'verleen' && toVoorstelSoort(voorstel.soort) === 'intrekking') {
      const verlaagd = await trekVorderingInBij(tx, { vorderingId: rij.id, wordtCent: rij.bedragCent - bedrag, reden: voorstel.reden, actor: medewerker, isZonderRente: voorstel.zonderRente })
      if (!verlaagd.ok) return verlaagd
    } else if (besluit === 'verleen') await voerAfboekingUit(tx, rij, { soort: toAfboekingSoort(voorstel.soort), bedrag, reden: voorstel.reden, medewerker, rol }, vandaag)
    else await logVordering(tx, rij.id, { soort: 'wijs-kwijtschelding-af', doorId: medewerker.id, rol, gegevens: {} })
    await saveAfboekingbesluit(tx, voorstel.id, besluit === 'verleen' ? 'verleend' : 'afgewezen', medewerker.id)
    return success(undefined)
  })
}

type Afboeking = { soort: AfboekingSoort; bedrag: Cent; reden: string; medewerker: Medewerker; rol: Rol }

/** Interest and fee go first, as with a receipt. What is remitted has its letter; what is written off is not told: it can still be paid. */
async function voerAfboekingUit(tx: Tx, rij: VorderingRij, { soort, bedrag, reden, medewerker, rol }: Afboeking, { dag, bezwaarUiterlijkOp }: Vandaag): Promise<void> {
  const { hoofdsom, kosten } = rekenToe(bedrag, rij.open)
  const open = { hoofdsom: cent(rij.open.hoofdsom - hoofdsom), kosten: cent(rij.open.kosten - kosten) }
  const isAlles = open.hoofdsom + open.kosten === 0
  const briefId = soort === 'oninbaar' ? null : await schrijf(tx, rij, 'terugvordering-gewijzigd', (feiten) =>
    makeKwijtschelding(feiten, { bedrag, open, reden, vervaltOp: later(rij.vervaltOp, dag), bezwaarUiterlijkOp }))
  const { handeling, naar } = HANDELING[soort]
  await boekMutatie(tx, rij, {
    soort, dag, hoofdsom: cent(0 - hoofdsom), kosten: cent(0 - kosten), toelichting: reden, handeling, actor: medewerker, rol,
    ...(isAlles ? { naar } : {}), ...(briefId === null ? {} : { gegevens: { briefId } }),
  })
}

const later = <Dag extends string>(een: Dag, ander: Dag): Dag => (een > ander ? een : ander)
