import type { OpleiderActor } from '@/lib/base/actor'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { formatDatum } from '@/lib/base/date'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { meldWijziging as stuurBericht } from '@/lib/beschikking/use-cases/meld-wijziging'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { nowIn } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import type { Uitvoering, WijzigingSoort } from '@/lib/wijziging/model'
import { findAanvaard, hasVoorgelegd, insertWijziging, lockAanvraagVanOpleider, uitvoeringOf } from '@/lib/wijziging/repo'
import { calculateTermijnen, checkMelding, findSoorten } from '@/lib/wijziging/rules/wijziging'
import type { MeldInput } from '@/lib/wijziging/schema'
import { SOORT_LABEL, type MeldReden } from '@/lib/wijziging/texts'

/**
 * The opleider reports that date, place or form of a granted scholing changes. Nothing changes yet: the burger gets a letter and a
 * task, and decides. Every report stays in the record of the opleider.
 */
export function meldWijziging(opleider: OpleiderActor, { kenmerk, reden, plaats, ...input }: MeldInput): Promise<Outcome<MeldReden, { wijzigingId: string }>> {
  return inTransaction(async (tx) => {
    const aanvraag = await lockAanvraagVanOpleider(tx, opleider.opleiderId, kenmerk)
    if (aanvraag === undefined) return refused('niet-gevonden')
    const vandaag = amsterdamDate(await nowIn(tx))
    const oud = uitvoeringOf(aanvraag, await findAanvaard(tx, aanvraag.id))
    const nieuw: Uitvoering = { ...input, plaats: plaats ?? null }
    const redenen = checkMelding({ isVerleend: aanvraag.status === 'verleend', isVoorgelegd: await hasVoorgelegd(tx, aanvraag.id), oud, nieuw, vandaag })
    if (redenen.length > 0) return refused(...redenen)

    const regeling = await leesRegeling(tx, vandaag)
    const termijnen = calculateTermijnen(vandaag, regeling.get('wijziging-termijnen'), regeling.get('gelijkgestelde-dagen'))
    const soorten = findSoorten(oud, nieuw)
    const briefId = await stuurBericht(tx, aanvraag.id, { wat: describe(soorten, oud, nieuw), reden, uiterlijk: formatDatum(termijnen.antwoordUiterlijkOp), wisselUiterlijk: formatDatum(termijnen.wisselUiterlijkOp) })
    const wijzigingId = await insertWijziging(tx, { aanvraagId: aanvraag.id, opleiderId: opleider.opleiderId, opleidingId: aanvraag.opleidingId, soorten, oud, nieuw, reden, doorId: opleider.id, briefId, ...termijnen })
    await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: aanvraag.id, soort: 'meld-wijziging', actor: opleider, reden, gegevens: { wijzigingId, soorten: [...soorten] }, zichtbaar: true })
    return success({ wijzigingId })
  })
}

function describe(soorten: readonly WijzigingSoort[], oud: Uitvoering, nieuw: Uitvoering): readonly string[] {
  const tekst: Readonly<Record<WijzigingSoort, (uitvoering: Uitvoering) => string>> = {
    datum: ({ startdatum, einddatum }) => `${formatDatum(startdatum)} tot en met ${formatDatum(einddatum)}`,
    plaats: ({ plaats }) => plaats ?? 'online',
    vorm: ({ opleidingsvorm }) => opleidingsvorm.toLowerCase().replaceAll('_', ' '),
    annulering: () => 'niet doorgaan',
  }
  return soorten.map((soort) => `${SOORT_LABEL[soort]}: was ${tekst[soort](oud)}, wordt ${tekst[soort](nieuw)}.`)
}
