import { hasRol, type Medewerker } from '@/lib/base/actor'
import { cent, type Cent } from '@/lib/base/money'
import type { GeldVan } from '@/lib/beschikking/model'
import { layoutBrief, type OpgemaakteBrief } from '@/lib/beschikking/rules/brief-opmaak'
import { makeVervolgbrief } from '@/lib/beschikking/rules/vervolgbrieven'
import { leesBriefFeiten } from '@/lib/beschikking/use-cases/lees-brieffeiten'
import { todayIn } from '@/lib/platform/clock'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { calculateBezwaartermijn } from '@/lib/regeling/rules/bezwaartermijn'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { leesTekort } from '@/lib/tijdvak/use-cases/maak-ruimte'
import { lockDossier, type Dossier } from '@/lib/verantwoording/repo'
import { listHerroepingen, type Herroeping } from '@/lib/verantwoording/repo/herroeping'
import { checkBeslisser, GROND_VAN } from '@/lib/verantwoording/rules/herroeping'
import type { HerroepReden } from '@/lib/verantwoording/rules/herroeping-teksten'
import { leesHerstelgevolg, makeHerroepMotivering, toHerstel } from '@/lib/verantwoording/use-cases/beslis-herroeping'
import { leesBestreden, whyNietTeHerroepen } from '@/lib/verantwoording/use-cases/stel-herroeping-voor'

/** What deciding on a proposal would do with the money, in cents, and what keeps this person from it. `bovenCent` is what goes above the plafond. */
export type Beslisblad = { readonly voorstel: Herroeping; readonly bestelCent: Cent; readonly vorderingCent: Cent; readonly van: GeldVan; readonly terugCent: Cent; readonly bovenCent: Cent; readonly redenen: readonly HerroepReden[] }

export type Herroepblad = {
  readonly voorstellen: readonly Herroeping[]
  /** What can be proposed: which besluit, what holds and what held. Null when nothing can. */
  readonly voorTeStellen: { readonly kenmerk: string; readonly soort: string; readonly geldtCent: Cent; readonly hoogsteCent: Cent } | null
  readonly teBeslissen: Beslisblad | null
}

/** Everything about undoing a besluit on an aanvraag, with the consequence shown beforehand. Undefined when there is no such aanvraag. */
export function leesHerroepblad(medewerker: Medewerker, kenmerk: string): Promise<Herroepblad | undefined> {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, { kenmerk })
    if (dossier === undefined) return undefined
    const voorstellen = await listHerroepingen(tx, dossier.id)
    const open = voorstellen.find(({ status }) => status === 'voorgesteld')
    const bestreden = await leesBestreden(tx, dossier)
    const besluit = bestreden.ok ? bestreden.value : undefined
    return {
      voorstellen,
      voorTeStellen: besluit === undefined || open !== undefined ? null : { kenmerk: besluit.besluit.kenmerk, soort: besluit.besluit.soort, geldtCent: besluit.besluit.bedragCent, hoogsteCent: besluit.hoogsteCent },
      teBeslissen: open === undefined ? null : await maakBeslisblad(tx, medewerker, dossier, open),
    }
  })
}

async function maakBeslisblad(tx: Tx, medewerker: Medewerker, dossier: Dossier, voorstel: Herroeping): Promise<Beslisblad> {
  const gevolg = await leesHerstelgevolg(tx, dossier, voorstel)
  const { bestelCent, terugCent, compartimentId, plan: { vorderingCent, van, isVast } } = gevolg
  const bestreden = await leesBestreden(tx, dossier)
  const isAchterhaald = bestreden.ok && bestreden.value.besluit.id !== voorstel.bestredenBesluitId
  return {
    voorstel, bestelCent, vorderingCent, van, terugCent, bovenCent: cent(await leesTekort(tx, { compartimentId, nodigCent: bestelCent + terugCent })),
    redenen: [
      ...checkBeslisser({ id: medewerker.id, isTeamleider: hasRol(medewerker, 'teamleider') }, { voorgesteldDoor: voorstel.voorgesteldDoor, genomenDoor: voorstel.bestreden.genomenDoor }),
      ...(bestreden.ok ? [] : bestreden.redenen), ...(isAchterhaald ? ['voorstel-achterhaald' as const] : []), ...await whyNietTeHerroepen(tx, dossier, voorstel.bedragCent),
      ...(isVast ? ['terugvordering-blijft' as const] : []),
    ],
  }
}

/** The letter of the herroeping as it would go now, made by what makes the real one. Undefined when no proposal waits. */
export function toonHerroepbrief(_medewerker: Medewerker, { kenmerk, herroepingId }: { kenmerk: string; herroepingId: string }): Promise<OpgemaakteBrief | undefined> {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, { kenmerk })
    const voorstel = dossier === undefined ? undefined : (await listHerroepingen(tx, dossier.id)).find(({ id, status }) => id === herroepingId && status === 'voorgesteld')
    if (dossier === undefined || voorstel === undefined) return undefined
    const vandaag = await todayIn(tx)
    const brief = makeVervolgbrief(await leesBriefFeiten(tx, dossier.id), {
      soort: 'herroeping', gronden: [GROND_VAN[voorstel.aanleiding]], bedragCent: voorstel.bedragCent, motivering: makeHerroepMotivering(voorstel),
      herstel: toHerstel(voorstel, await leesHerstelgevolg(tx, dossier, voorstel)), bezwaarUiterlijkOp: calculateBezwaartermijn(vandaag, await leesRegeling(tx, vandaag)),
    })
    return layoutBrief({ ...brief, kenmerk: null, datum: vandaag })
  })
}
