import type { Medewerker } from '@/lib/base/actor'
import { done, refused, success, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { nowIn } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { insertErkenner, insertKeurmerk, lockKeurmerk, saveKeurmerkBesluit } from '@/lib/toelating/repo'
import { checkToelating, makeErkennerCode } from '@/lib/toelating/rules/keurmerk'
import type { BeslisKeurmerkInput, KeurmerkInput } from '@/lib/toelating/schema'
import type { KeurmerkReden } from '@/lib/toelating/texts'

/** Writes down the application of a keurmerk, as it came in. */
export function voerKeurmerkIn(medewerker: Medewerker, { onafhankelijk, ...input }: KeurmerkInput): Promise<Outcome<KeurmerkReden, { keurmerkId: string }>> {
  return inTransaction(async (tx) => {
    const keurmerkId = await insertKeurmerk(tx, { ...input, onafhankelijk: onafhankelijk === 'ja', ingevoerdDoorId: medewerker.id })
    await saveGebeurtenis(tx, { onderwerp: 'keurmerk', onderwerpId: keurmerkId, soort: 'voer-keurmerk-in', naar: 'ingediend', actor: medewerker })
    return success({ keurmerkId })
  })
}

/** Admits a keurmerk by the toetsingskader, or refuses it, with the reason. What was admitted is an erkenner from then on. */
export function beslisKeurmerk(medewerker: Medewerker, { keurmerkId, besluit, reden }: BeslisKeurmerkInput): Promise<Outcome<KeurmerkReden>> {
  return inTransaction(async (tx) => {
    const keurmerk = await lockKeurmerk(tx, keurmerkId)
    if (keurmerk === undefined) return refused('niet-gevonden')
    if (keurmerk.status !== 'ingediend') return refused('al-besloten')
    const beletsels = checkToelating({ ...keurmerk, isOnafhankelijk: keurmerk.onafhankelijk, isZelfIngevoerd: keurmerk.ingevoerdDoorId === medewerker.id })
    const tellend = besluit === 'toegelaten' ? beletsels : beletsels.filter((beletsel) => beletsel === 'zelf-ingevoerd')
    if (tellend.length > 0) return refused(...tellend)
    const erkennerId = besluit === 'toegelaten' ? await insertErkenner(tx, { code: makeErkennerCode(keurmerk.naam), naam: keurmerk.naam }) : null
    if (erkennerId === undefined) return refused('naam-bestaat')
    await saveKeurmerkBesluit(tx, keurmerkId, { status: besluit, reden, beslotenDoorId: medewerker.id, beslotenOp: await nowIn(tx), erkennerId })
    await saveGebeurtenis(tx, { onderwerp: 'keurmerk', onderwerpId: keurmerkId, soort: 'beslis-keurmerk', van: 'ingediend', naar: besluit, actor: medewerker, reden })
    return done
  })
}
