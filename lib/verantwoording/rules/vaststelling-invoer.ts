import { z } from 'zod'
import { parseDatum } from '@/lib/base/date'
import { parseBedrag } from '@/lib/base/money'
import { GELD_VAN, VERVOLGGRONDEN, VASTSTELLINGSGRONDEN, type GeldVan } from '@/lib/beschikking/model'
import { AANLEIDINGEN, VOORNEMEN_SOORTEN, WEEGVRAGEN, ZIENSWIJZE_KANALEN, type Weegantwoord, type Weegvraag } from '@/lib/verantwoording/model'
import { listWeegvragen } from '@/lib/verantwoording/rules/vaststelling-weging'

const MEGABYTE = 1024 * 1024
const kenmerk = z.string().trim().min(1).max(40)
const id = z.guid()
const bedrag = z.string('Vul het bedrag in.').transform((tekst, ctx) => {
  const gelezen = parseBedrag(tekst)
  if (gelezen === undefined) ctx.addIssue({ code: 'custom', message: 'Vul een bedrag in, bijvoorbeeld 939,50.' })
  return gelezen ?? z.NEVER
})
const datum = z.string().transform((tekst, ctx) => {
  const gelezen = parseDatum(tekst)
  if (gelezen === undefined) ctx.addIssue({ code: 'custom', message: 'Vul een datum in, bijvoorbeeld 15-3-2023.' })
  return gelezen ?? z.NEVER
})
const motivering = z.string('Schrijf op waarom u dit beslist.').trim().min(10, 'Schrijf op waarom u dit beslist, in een hele zin.').max(2000, 'Gebruik hoogstens 2.000 tekens.')

// Whether it is there is asked with everything else that is missing, so that all of it is said at once.
const tekst = z.string().trim().max(2000, 'Gebruik hoogstens 2.000 tekens.').default('')

/** Settling at the amount that holds. */
export const vaststelSchema = z.object({ kenmerk, grond: z.enum(VASTSTELLINGSGRONDEN, 'Kies de grond van het besluit.'), bedrag, motivering })
export type VaststelInput = z.output<typeof vaststelSchema>

/** Announcing a besluit to somebody's detriment. Which fields belong together is judged by rules/vaststelling-voornemen. */
export const voornemenSchema = z.object({
  kenmerk,
  soort: z.enum(VOORNEMEN_SOORTEN, 'Kies welk besluit u wilt nemen.'),
  grond: z.enum(VERVOLGGRONDEN, 'Kies de grond van het besluit.').optional(),
  bedrag: bedrag.optional(),
  van: z.enum(GELD_VAN).optional(),
  terugwerkend: z.enum(['ja', 'nee']).optional(),
  ingaatOp: datum.optional(),
  maanden: z.string().trim().regex(/^[0-9]{1,2}$/, 'Vul een heel aantal maanden in.').transform(Number).optional(),
  reden: tekst,
}).superRefine((invoer, ctx) => {
  const ask = (path: string, message: string) => { ctx.addIssue({ code: 'custom', path: [path], message }) }
  if (invoer.reden.length < 20) ask('reden', 'Schrijf in hele zinnen op wat er volgens ons is gebeurd.')
  if (invoer.soort === 'uitsluiting') {
    if (invoer.maanden === undefined) ask('maanden', 'Vul in hoeveel maanden de uitsluiting duurt.')
    return
  }
  if (invoer.grond === undefined) ask('grond', 'Kies de grond van het besluit.')
  if (invoer.bedrag === undefined) ask('bedrag', 'Vul het bedrag in dat overblijft. Dat kan 0 zijn.')
  if (invoer.van === undefined) ask('van', 'Kies van wie het geld terugkomt.')
  if ((invoer.soort === 'intrekking' || invoer.soort === 'wijziging') && invoer.terugwerkend === undefined) ask('terugwerkend', 'Kies of het besluit terugwerkt.')
})
export type VoornemenInput = z.output<typeof voornemenSchema>

/** What a burger or an opleider says of a voornemen. */
export const zienswijzeSchema = z.object({
  kenmerk,
  voornemenId: id,
  tekst: z.string().trim().max(4000, 'Gebruik hoogstens 4.000 tekens.').optional(),
  zietAf: z.enum(['ja']).optional(),
  /** Nothing more will come: then it can be decided before the term ends. */
  klaar: z.enum(['ja']).optional(),
  bewijs: z.file().max(10 * MEGABYTE, 'Het bestand is groter dan 10 MB. Maak het kleiner, bijvoorbeeld met minder pagina’s.').optional(),
}).superRefine((invoer, ctx) => {
  if (invoer.zietAf === undefined && (invoer.tekst ?? '') === '') ctx.addIssue({ code: 'custom', path: ['tekst'], message: 'Schrijf op wat u vindt, of kies dat u niet wilt reageren.' })
})
export type ZienswijzeInput = z.output<typeof zienswijzeSchema>

/** What somebody said by telephone, in a conversation or by letter, as a behandelaar writes it down. */
export const vastgelegdeZienswijzeSchema = z.object({
  kenmerk,
  voornemenId: id,
  van: z.enum(['burger', 'opleider'], 'Kies wie er reageerde.'),
  kanaal: z.enum(ZIENSWIJZE_KANALEN, 'Kies hoe de reactie kwam.'),
  zietAf: z.enum(['ja']).optional(),
  klaar: z.enum(['ja']).optional(),
  tekst: z.string().trim().max(4000, 'Gebruik hoogstens 4.000 tekens.').optional(),
}).superRefine((invoer, ctx) => {
  if (invoer.zietAf === undefined && (invoer.tekst ?? '') === '') ctx.addIssue({ code: 'custom', path: ['tekst'], message: 'Schrijf op wat er is gezegd.' })
})
export type VastgelegdeZienswijzeInput = z.output<typeof vastgelegdeZienswijzeSchema>

export const vervalSchema = z.object({ kenmerk, voornemenId: id })
export type VervalInput = z.output<typeof vervalSchema>

const MINIMUM = 5
const antwoordVelden = Object.fromEntries(WEEGVRAGEN.flatMap((vraag) => [
  [`antwoord-${vraag}`, z.string().max(40).optional()],
  [`toelichting-${vraag}`, z.string().trim().max(1000, 'Gebruik hoogstens 1.000 tekens.').optional()],
]))

/**
 * Deciding on a voornemen: the amount, the motivering, and the answer to every question with why. `van` says which questions are asked,
 * `gezien` how many reactions were on the screen: one that came in meanwhile is read first.
 */
export const beslisSchema = z.object({
  kenmerk,
  voornemenId: id,
  van: z.enum([...GELD_VAN, 'uitsluiting']),
  gezien: z.coerce.number().int().min(0),
  bedrag: bedrag.optional(),
  motivering: tekst,
  /** 'ja' on a form that asks what relying on the subsidy cost (Awb 4:50 lid 2); rules/vaststelling-schade judges by the ground itself. */
  vraagtSchade: z.literal('ja').optional(),
  schade: z.enum(['geen', 'wel']).optional(),
  schadeBedrag: bedrag.optional(),
  schadeUitleg: z.string().trim().max(1000, 'Gebruik hoogstens 1.000 tekens.').default(''),
  ...antwoordVelden,
}).superRefine((invoer, ctx) => {
  if (invoer.vraagtSchade === 'ja') askSchade(invoer, ctx)
  for (const vraag of listWeegvragen(vanOf(invoer.van))) {
    const { antwoord, toelichting } = readAntwoord(invoer, vraag)
    if (antwoord === '') ctx.addIssue({ code: 'custom', path: [`antwoord-${vraag}`], message: 'Kies een antwoord.' })
    if (toelichting.length < MINIMUM) ctx.addIssue({ code: 'custom', path: [`toelichting-${vraag}`], message: 'Leg uw antwoord uit.' })
  }
  if (invoer.motivering.length < 10) ctx.addIssue({ code: 'custom', path: ['motivering'], message: 'Schrijf op waarom u dit beslist, in een hele zin.' })
})
export type BeslisInput = z.output<typeof beslisSchema>

type SchadeVelden = { schade?: 'geen' | 'wel' | undefined; schadeBedrag?: number | undefined; schadeUitleg: string }

function askSchade({ schade, schadeBedrag = 0, schadeUitleg }: SchadeVelden, ctx: z.RefinementCtx): void {
  const ask = (path: string, message: string) => { ctx.addIssue({ code: 'custom', path: [path], message }) }
  if (schade === undefined) ask('schade', 'Kies of de deelnemer schade heeft.')
  if (schade === 'wel' && schadeBedrag === 0) ask('schadeBedrag', 'Vul in hoeveel wij vergoeden.')
  if (schadeUitleg.length < MINIMUM) ask('schadeUitleg', 'Leg uit hoe u aan dit bedrag komt, of waarom er geen schade is.')
}

export function vanOf(van: GeldVan | 'uitsluiting'): GeldVan | null {
  return van === 'uitsluiting' ? null : van
}

/** The answers that were given, of the questions that are asked. */
export function readWeging(invoer: object, van: GeldVan | null): readonly Weegantwoord[] {
  return listWeegvragen(van).map((vraag) => readAntwoord(invoer, vraag)).filter(({ antwoord, toelichting }) => antwoord !== '' && toelichting !== '')
}

function readAntwoord(invoer: object, vraag: Weegvraag): Weegantwoord {
  const velden = new Map<string, unknown>(Object.entries(invoer))
  const tekst = (naam: string) => { const waarde = velden.get(naam); return typeof waarde === 'string' ? waarde : '' }
  return { vraag, antwoord: tekst(`antwoord-${vraag}`), toelichting: tekst(`toelichting-${vraag}`) }
}

/** A higher amount after all, when a besluit was looked at again (Awb 7:11, 4:49 is for the other way). */
export const voordeelSchema = z.object({ kenmerk, bedrag, motivering })
export type VoordeelInput = z.output<typeof voordeelSchema>

/** That a schadevergoeding was paid, as the afdeling financiën tells. */
export const schadeBetaaldSchema = z.object({
  kenmerk,
  besluitId: id,
  betaaldOp: datum,
  betaalkenmerk: z.string('Vul het kenmerk van de betaling in.').trim().min(3, 'Vul het kenmerk van de betaling in.').max(60, 'Gebruik hoogstens 60 tekens.'),
})
export type SchadeBetaaldInput = z.output<typeof schadeBetaaldSchema>

export const opheffenSchema = z.object({ kenmerk, uitsluitingId: id, motivering })
export type OpheffenInput = z.output<typeof opheffenSchema>

/** Proposing to undo the last besluit about the amount, after a bezwaar or a judgment. */
export const herroepSchema = z.object({
  kenmerk,
  aanleiding: z.enum(AANLEIDINGEN, 'Kies waarom het besluit niet blijft staan.'),
  beslistOp: z.string('Vul de dag van de beslissing of uitspraak in.').pipe(datum),
  referentie: z.string('Vul het kenmerk in.').trim().min(3, 'Vul het kenmerk van de beslissing of de uitspraak in.').max(60, 'Gebruik hoogstens 60 tekens.'),
  bedrag,
  motivering,
})
export type HerroepInput = z.output<typeof herroepSchema>

/** What another person says of that proposal. */
export const beslisHerroepSchema = z.object({
  kenmerk,
  herroepingId: id,
  besluit: z.enum(['ja', 'nee'], 'Kies of u het voorstel uitvoert.'),
  toelichting: tekst,
}).superRefine(({ besluit, toelichting }, ctx) => {
  if (besluit === 'nee' && toelichting.length < 10) ctx.addIssue({ code: 'custom', path: ['toelichting'], message: 'Schrijf op waarom u het voorstel afwijst, in een hele zin.' })
})
export type BeslisHerroepInput = z.output<typeof beslisHerroepSchema>
