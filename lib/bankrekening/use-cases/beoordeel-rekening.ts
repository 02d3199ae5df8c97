import type { Medewerker } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { findLopend, listNooitGematcht, lockOpleider, saveNaamcontrole, saveStatus } from '@/lib/bankrekening/repo'
import type { OordeelInput } from '@/lib/bankrekening/schema'
import type { RekeningReden } from '@/lib/bankrekening/texts'
import { stuurRekeningbrief } from '@/lib/bankrekening/use-cases/stuur-rekeningbrief'

type Zaak = { opleider: NonNullable<Awaited<ReturnType<typeof lockOpleider>>>; medewerker: Medewerker; reden: string }

/**
 * UWV decides about an account with a reason: blocks the change to it, takes it into use after the waiting days although the name did
 * not match, or, when no change is under way, takes on the account that is in use and never matched.
 */
export function beoordeelRekening(medewerker: Medewerker, { opleiderId, oordeel, reden }: OordeelInput): Promise<Outcome<RekeningReden>> {
  return inTransaction(async (tx) => {
    const opleider = await lockOpleider(tx, opleiderId)
    if (opleider === undefined) return refused('niet-gevonden')
    const zaak: Zaak = { opleider, medewerker, reden }
    return oordeel === 'blokkeer' ? blokkeer(tx, zaak) : aanvaard(tx, zaak)
  })
}

async function blokkeer(tx: Tx, { opleider, medewerker, reden }: Zaak): Promise<Outcome<RekeningReden>> {
  const wijziging = await findLopend(tx, opleider.id)
  if (wijziging === undefined) return refused('al-in-gebruik')
  await saveStatus(tx, wijziging.id, 'geblokkeerd', { doorId: medewerker.id, reden })
  await saveGebeurtenis(tx, { onderwerp: 'rekeningwijziging', onderwerpId: wijziging.id, soort: 'blokkeer', van: wijziging.status, naar: 'geblokkeerd', actor: medewerker, rol: 'financieel', reden })
  await stuurRekeningbrief(tx, opleider, { soort: 'geblokkeerd', oordeel: reden }, { iban: wijziging.iban, vorige: wijziging.vorigeIban })
  return done
}

async function aanvaard(tx: Tx, { opleider, medewerker, reden }: Zaak): Promise<Outcome<RekeningReden>> {
  const wijziging = await findLopend(tx, opleider.id)
  if (wijziging !== undefined && wijziging.status !== 'te-beoordelen') return refused('bedenktijd-loopt')
  if (wijziging !== undefined) {
    await saveNaamcontrole(tx, { opleiderId: opleider.id, iban: wijziging.iban, naam: wijziging.tenaamstelling, antwoord: 'aanvaard', doorId: medewerker.id, toelichting: reden })
    await saveStatus(tx, wijziging.id, 'actief', { doorId: medewerker.id, reden })
    await saveGebeurtenis(tx, { onderwerp: 'rekeningwijziging', onderwerpId: wijziging.id, soort: 'aanvaard', van: 'te-beoordelen', naar: 'actief', actor: medewerker, rol: 'financieel', reden })
    await stuurRekeningbrief(tx, opleider, { soort: 'actief' }, { iban: wijziging.iban, vorige: wijziging.vorigeIban })
    return done
  }
  if (opleider.iban === null) return refused('geen-rekening')
  const rekeningen = await listNooitGematcht(tx, opleider.id)
  if (rekeningen.length === 0) return refused('niets-te-aanvaarden')
  for (const iban of rekeningen) await saveNaamcontrole(tx, { opleiderId: opleider.id, iban, naam: opleider.tenaamstelling, antwoord: 'aanvaard', doorId: medewerker.id, toelichting: reden })
  await saveGebeurtenis(tx, { onderwerp: 'opleider', onderwerpId: opleider.id, soort: 'aanvaard-rekening', actor: medewerker, rol: 'financieel', reden })
  return done
}
