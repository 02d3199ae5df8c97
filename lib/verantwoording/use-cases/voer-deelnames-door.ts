import type { OpleiderActor } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { insertMeldingenVanBestand, listGoedeRijen, lockEigenBestand, lockZakenVanBestand, saveBestand, type GoedeRij } from '@/lib/verantwoording/repo/deelname-bestand'
import { whyNietTeMelden } from '@/lib/verantwoording/rules/afronding'
import type { DoorvoerReden } from '@/lib/verantwoording/texts'
import { leesMeldregels, type Meldregels } from '@/lib/verantwoording/use-cases/schrijf-meldingen'

/** So many rows are read and judged together: memory is for one such group, whatever the size of the file. */
const GROEP = 500

/**
 * Reports what a file says, all good rows in one transaction: what the opleider saw is what is written. Has something changed since it
 * was read (somebody reported one of them, a day went by), then nothing is written and the file has to be read again.
 */
export function voerDeelnamesDoor(opleider: OpleiderActor, bestandId: string): Promise<Outcome<DoorvoerReden>> {
  return inTransaction(async (tx) => {
    const bestand = await lockEigenBestand(tx, bestandId, opleider.opleiderId)
    if (bestand === undefined) return refused('bestand-niet-gevonden')
    if (bestand.toestand !== 'gelezen') return refused('niet-meer-door-te-voeren')
    if (bestand.goed === 0) return refused('geen-goede-regels')

    await lockZakenVanBestand(tx, bestandId)
    const regels = await leesMeldregels(tx)
    for await (const groep of readGroepen(tx, { bestandId, opleiderId: opleider.opleiderId }))
      if (!groep.every((rij) => isNogGoed(rij, regels))) return refused('veranderd-sinds-lezen')
    await insertMeldingenVanBestand(tx, bestandId, { opleider, reactieUiterlijkOp: regels.reactieUiterlijkOp })
    await saveBestand(tx, bestandId, { toestand: 'doorgevoerd', doorgevoerdOp: regels.nu })
    await saveGebeurtenis(tx, { onderwerp: 'deelname-bestand', onderwerpId: bestandId, soort: 'voer-door', van: 'gelezen', naar: 'doorgevoerd', actor: opleider, gegevens: { aantal: bestand.goed } })
    return done
  })
}

/** The good rows of a file, group after group. */
async function* readGroepen(tx: Tx, van: { bestandId: string; opleiderId: string }): AsyncGenerator<readonly GoedeRij[]> {
  let na = 0
  for (;;) {
    const groep = await listGoedeRijen(tx, van, { na, hoogstens: GROEP })
    const laatste = groep.at(-1)
    if (laatste === undefined) return
    yield groep
    na = laatste.nummer
  }
}

function isNogGoed({ melding, zaak }: GoedeRij, { vandaag, norm }: Meldregels): boolean {
  return zaak !== null && whyNietTeMelden(melding, { ...zaak, hasBewijs: true, vandaag, norm }).length === 0
}

/** The opleider leaves a file that was read: nothing of it is reported. */
export function laatDeelnamesVervallen(opleider: OpleiderActor, bestandId: string): Promise<Outcome<DoorvoerReden>> {
  return inTransaction(async (tx) => {
    const bestand = await lockEigenBestand(tx, bestandId, opleider.opleiderId)
    if (bestand === undefined) return refused('bestand-niet-gevonden')
    if (bestand.toestand !== 'gelezen') return refused('niet-meer-door-te-voeren')
    await saveBestand(tx, bestandId, { toestand: 'vervallen' })
    await saveGebeurtenis(tx, { onderwerp: 'deelname-bestand', onderwerpId: bestandId, soort: 'laat-vervallen', van: 'gelezen', naar: 'vervallen', actor: opleider })
    return done
  })
}
