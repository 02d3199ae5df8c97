import type { OpleiderActor } from '@/lib/base/actor'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenissen } from '@/lib/platform/audit'
import { inTransaction } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/outbox'
import { findCohortcodesVan, insertActiviteiten, lockOpleiding } from '@/lib/register/repo'
import { maakReeks, MAX_REEKS } from '@/lib/register/rules/startreeks'
import type { StartreeksInput } from '@/lib/register/rules/startreeks-invoer'
import { opleidingInhoudSchema } from '@/lib/register/schema'

type Reden = 'opleiding-niet-gevonden' | 'opleiding-zonder-prijs' | 'geen-startdata' | 'te-veel-startdata'

/** Adds a series of start dates with the price and form of the opleiding. Those that are there already (same code) are left alone. */
export function registreerStartreeks(actor: OpleiderActor, { opleidingId, patroon, locaties, dagdelen, deelnemersplaatsen }: StartreeksInput): Promise<Outcome<Reden, { toegevoegd: number }>> {
  return inTransaction(async (tx) => {
    const opleiding = await lockOpleiding(tx, opleidingId, actor.opleiderId)
    if (opleiding === undefined) return refused('opleiding-niet-gevonden')
    const { duurDagen, catalogusprijsCent, subsidiabelCent, opleidingsvorm } = opleidingInhoudSchema.parse(opleiding)
    if (catalogusprijsCent === null || subsidiabelCent === null || opleidingsvorm === null) return refused('opleiding-zonder-prijs')
    const reeks = maakReeks(patroon, { programmaId: opleiding.programmaId, duurDagen: duurDagen ?? 1, locaties })
    if (reeks.length > MAX_REEKS) return refused('te-veel-startdata')
    const bestaand = new Set(await findCohortcodesVan(tx, actor.opleiderId, reeks.map(({ cohortcode }) => cohortcode)))
    const nieuw = reeks.filter(({ cohortcode }) => !bestaand.has(cohortcode))
    if (nieuw.length === 0) return refused('geen-startdata')
    const ids = await insertActiviteiten(tx, { opleidingId, opleiderId: actor.opleiderId }, nieuw.map(({ isFeestdag: _isFeestdag, ...start }) => ({
      ...start, opleidingsvorm, status: 'open', catalogusprijsCent, subsidiabelCent, deelnemersplaatsen, dagdelen, scholingsjaar: null, kosten: [],
    })), actor.id)
    await enqueue(tx, 'ververs-zoekindex', { opleidingId })
    await saveGebeurtenissen(tx, ids.map((onderwerpId) => ({ onderwerp: 'scholingsactiviteit', onderwerpId, soort: 'registreer-scholingsactiviteit', naar: 'open', actor, gegevens: { opleidingId } })))
    return success({ toegevoegd: ids.length })
  })
}
