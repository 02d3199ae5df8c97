import type { Medewerker } from '@/lib/base/actor'
import { SYSTEEM } from '@/lib/base/actor'
import { maakVerplichting } from '@/lib/betaling/use-cases/maak-verplichting'
import { inTransaction } from '@/lib/platform/db'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { boek } from '@/lib/tijdvak/use-cases/boek'
import { WEEGVRAGEN, type Weegvraag } from '@/lib/verantwoording/model'
import { beslisSchema, vastgelegdeZienswijzeSchema, voornemenSchema } from '@/lib/verantwoording/rules/vaststelling-invoer'
import { beslisVoornemen } from '@/lib/verantwoording/use-cases/beslis-voornemen'
import { legZienswijzeVast } from '@/lib/verantwoording/use-cases/geef-zienswijze'
import { stuurVoornemen } from '@/lib/verantwoording/use-cases/stuur-voornemen'
import type { Verlening } from '@/tests/builders/verlening'
import { asOwner, plant } from '@/tests/setup/db'

/** The order of a verlening, invoiced and paid in full, without the files of invoice and batch. */
export async function betaalUit({ aanvraagId }: Verlening, compartimentId: string, bedragCent = 93_950): Promise<void> {
  await maakVerplichting(aanvraagId)
  await plant(`update verplichting set status = 'betaald' where aanvraag_id = $1`, [aanvraagId])
  await inTransaction(async (tx) => {
    const { id, opleiderId } = await tx.verplichting.findUniqueOrThrow({ where: { aanvraagId } })
    for (const soort of ['boek-factuur', 'betaal'] as const)
      await boek(tx, { soort, oorzaak: 'test', oorzaakId: id, actor: SYSTEEM, regels: makePost(soort, bedragCent, { compartimentId, aanvraagId, opleiderId }) })
  })
}

/** Announces a besluit and gives the id of the voornemen. */
export async function neemVoor(behandelaar: Medewerker, { kenmerk }: Verlening, anders: object = {}): Promise<string> {
  const outcome = await stuurVoornemen(behandelaar, voornemenSchema.parse({
    kenmerk, soort: 'vaststelling', grond: 'niet-afgerond-burger', bedrag: '0', van: 'burger', reden: 'U bent na drie lessen niet meer gekomen.', ...anders,
  }))
  if (!outcome.ok) throw new Error(outcome.redenen.join(', '))
  return outcome.value.voornemenId
}

const ANTWOORDEN: Readonly<Record<Weegvraag, string>> = { contact: 'ja', oorzaak: 'deelnemer', ziekte: 'nee', verwijt: 'ja', gemeld: 'nee', geldproblemen: 'nee', zienswijze: 'nee', evenredigheid: 'ja' }

/** Decides on a voornemen with every question answered and every reaction read, unless said otherwise. */
export async function beslis(behandelaar: Medewerker, { kenmerk }: Verlening, voornemenId: string, anders: object = {}): ReturnType<typeof beslisVoornemen> {
  const gezien = (await asOwner('select 1 from zienswijze where voornemen_id = $1', [voornemenId])).length
  const weging = Object.fromEntries(WEEGVRAGEN.flatMap((vraag) => [[`antwoord-${vraag}`, ANTWOORDEN[vraag]], [`toelichting-${vraag}`, `Uitleg over ${vraag}.`]]))
  return beslisVoornemen(behandelaar, beslisSchema.parse({ kenmerk, voornemenId, van: 'burger', gezien, motivering: 'Wij hebben alles gewogen.', ...weging, ...anders }))
}

/** The burger or the opleider reacts by telephone, and has nothing to add unless said otherwise. A colleague writes it down, so that the behandelaar can decide. */
export async function reageer(behandelaar: Medewerker, { kenmerk }: Verlening, voornemenId: string, van: 'burger' | 'opleider' = 'burger', anders: object = {}): Promise<void> {
  const collega = { ...behandelaar, id: await collegaVan(behandelaar) }
  const outcome = await legZienswijzeVast(collega, vastgelegdeZienswijzeSchema.parse({ kenmerk, voornemenId, van, kanaal: 'telefoon', tekst: 'Zo ging het niet.', klaar: 'ja', ...anders }))
  if (!outcome.ok) throw new Error(outcome.redenen.join(', '))
}

async function collegaVan({ id }: Medewerker): Promise<string> {
  const [rij] = await asOwner<{ id: string }>(
    `insert into gebruiker (soort, subject_hmac, medewerker_naam, rollen) values ('medewerker', $1, 'Collega', '{behandelaar}')
     on conflict (subject_hmac) do update set medewerker_naam = 'Collega' returning id`, [`collega-van-${id}`])
  if (rij === undefined) throw new Error('no collega')
  return rij.id
}

/** What stands on each account for one aanvraag; accounts that are zero are left out. */
export async function rekeningen({ aanvraagId }: Verlening): Promise<Record<string, number>> {
  const rijen = await asOwner<{ rekening: string; cent: string }>(
    'select rekening, sum(bedrag_cent)::text as cent from boekingsregel where aanvraag_id = $1 group by 1 having sum(bedrag_cent) <> 0', [aanvraagId])
  return Object.fromEntries(rijen.map(({ rekening, cent }) => [rekening, Number(cent)]))
}
