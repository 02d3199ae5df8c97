import { z } from 'zod'
import type { Veld, Veldsoort, Verzameling } from '@/lib/opendata/model'
import { VELDEN } from '@/lib/opendata/rules/velden'
import { ACTIVITEIT_STATUSSEN, CATEGORIEEN, NIVEAUS, OPLEIDINGSVORMEN, SCHOLINGSOORTEN } from '@/lib/register/model'
import { TIJDVAK_MODI, TIJDVAK_TOESTANDEN } from '@/lib/tijdvak/model'
import { API_RIJEN, apiRijSchema } from '@/lib/vooraanmelding/schema'

/* The answers and questions of the public API. What stands here is what openapi.json says and what the routes judge by. */

const id = z.guid()
const dag = z.iso.date()
const moment = z.iso.datetime({ offset: true })
const MAX_AANTAL = 100

const blad = {
  na: id.optional().describe('De sleutel waarna het blad begint. Neem het adres van _links.next over.'),
  aantal: z.coerce.number().int().min(1).max(MAX_AANTAL).default(25).describe('Hoeveel er op een blad staan.'),
}

/** The questions that may be asked of each list; another key is refused. */
export const VRAGEN = {
  opleiders: z.strictObject({ ...blad, code: z.string().max(10).optional().describe('Onderwijsaanbiedercode van RIO.'), plaats: z.string().max(100).optional().describe('Vestigingsplaats.') }),
  opleidingen: z.strictObject({
    ...blad, opleiderId: id.optional(), categorie: z.enum(CATEGORIEEN).optional(), niveau: z.enum(NIVEAUS).optional(), opleidingsvorm: z.enum(OPLEIDINGSVORMEN).optional(), soort: z.enum(SCHOLINGSOORTEN).optional(),
    gewijzigdNa: moment.optional().describe('Alleen wat daarna is gewijzigd.'),
  }),
  scholingsactiviteiten: z.strictObject({
    ...blad, opleidingId: id.optional(), opleiderId: id.optional(), plaats: z.string().max(100).optional(), status: z.enum(ACTIVITEIT_STATUSSEN).optional(),
    startVanaf: dag.optional().describe('Eerste startdatum die meedoet.'), startTot: dag.optional().describe('Eerste startdatum die niet meer meedoet.'), gewijzigdNa: moment.optional().describe('Alleen wat daarna is gewijzigd.'),
  }),
} as const satisfies Record<Verzameling, z.ZodObject>

const SOORT: Readonly<Record<Veldsoort, () => z.ZodType>> = {
  id: () => id, tekst: () => z.string(), code: () => z.string(), getal: () => z.int(), bedrag: () => z.int().min(0), datum: () => dag, tijdstip: () => moment,
  'ja-nee': () => z.boolean(), lijst: () => z.array(z.string()), adres: () => z.string(),
}

function toSchema(velden: readonly Veld[]): z.ZodObject {
  return z.object(Object.fromEntries(velden.map(({ naam, soort, isLeeg, uitleg }) => [naam, (isLeeg ? SOORT[soort]().nullable() : SOORT[soort]()).describe(uitleg)])))
}

const link = z.object({ href: z.string() })
const links = z.object({ self: link, next: link.optional() })

const opleider = toSchema(VELDEN.opleiders)
const opleiding = toSchema(VELDEN.opleidingen)
const scholingsactiviteit = toSchema(VELDEN.scholingsactiviteiten)
const kostenpost = z.object({ soort: z.string(), omschrijving: z.string(), bedragCent: z.int(), isVerplicht: z.boolean() })

const compartiment = z.object({ code: z.string(), naam: z.string(), plafondCent: z.int(), overCent: z.int() })
export const tijdvakSchema = z.object({
  code: z.string(), naam: z.string(), toestand: z.enum(TIJDVAK_TOESTANDEN), modus: z.enum(TIJDVAK_MODI), opentOp: moment, sluitOp: moment, registratiestopOp: moment.describe('Wat daarna in het register komt, telt niet mee.'),
  plafondCent: z.int(), overCent: z.int().describe('Wat er nog over is.'), compartimenten: z.array(compartiment), gemetenOp: moment,
})
const stand = z.object({
  code: z.string(), toestand: z.string(), nu: z.int().describe('Plaatsen tot en met dit nummer mogen indienen.'), perMinuut: z.number(), wachtend: z.int(), overCent: z.record(z.string(), z.int()), gemetenOp: moment,
})
const publicatie = z.object({ soort: z.string(), titel: z.string(), gepubliceerdOp: moment, pad: z.string().describe('Waar het staat, op deze site.') })

const fout = z.object({ veld: z.string(), reden: z.string() })
const problem = z.object({
  type: z.string(), title: z.string(), status: z.int(), detail: z.string(), code: z.string(),
  fouten: z.array(z.union([fout, z.object({ code: z.string(), plaats: z.string(), tekst: z.string() })])).optional(),
})
const factuur = z.object({
  id, toestand: z.enum(['gematcht', 'verwerkt', 'wacht-op-bank']).describe('gematcht: een factuur of correctie die past bij haar opdracht; verwerkt: een creditnota die is geboekt; wacht-op-bank: een creditnota van een factuur die bij de bank staat. Zij wordt vanzelf verwerkt als de bank antwoordt.'),
  opmerkingen: z.array(z.object({ code: z.string(), plaats: z.string(), tekst: z.string() })).optional().describe('Wat NLCIUS afraadt. U hoeft er niets mee te doen.'),
})
export const deelnameSchema = z.strictObject({
  kenmerk: z.string().min(1).max(40), uitkomst: z.enum(['succesvol', 'niet-succesvol']), wijze: z.enum(['diploma', 'aanwezigheid', 'examen']).optional(), percentage: z.int().min(0).max(100).optional(), oorzaak: z.enum(['opleider', 'burger', 'overmacht', 'niet-gegeven', 'niet-gestart']).optional(),
  toelichting: z.string().max(1000).optional(), bewijsBewaard: z.boolean().optional().describe('Waar als u het bewijs niet meestuurt maar bewaart, en stuurt als de Toetsingskamer erom vraagt.'), bewijs: z.string().max(14_000_000).optional().describe('Het bewijs van deelname: pdf, png of jpg, in base64.'),
})
const rijAntwoord = z.object({ kenmerk: z.string(), status: z.enum(['gemeld', 'geweigerd']), fouten: z.array(fout) })

/** Every schema that the document names. */
export const COMPONENTEN = {
  Opleider: opleider, Opleiding: opleiding, Scholingsactiviteit: scholingsactiviteit, Kostenpost: kostenpost,
  OpleidingDetail: opleiding.extend({ kosten: z.array(kostenpost), scholingsactiviteiten: z.array(scholingsactiviteit) }),
  OpleiderBlad: z.object({ opleiders: z.array(opleider), _links: links }),
  OpleidingBlad: z.object({ opleidingen: z.array(opleiding), _links: links }),
  ScholingsactiviteitBlad: z.object({ scholingsactiviteiten: z.array(scholingsactiviteit), _links: links }),
  Tijdvak: tijdvakSchema, Tijdvakken: z.object({ tijdvakken: z.array(tijdvakSchema) }), Stand: stand,
  Publicatie: publicatie, Publicaties: z.object({ publicaties: z.array(publicatie) }),
  Problem: problem, Factuur: factuur, Deelname: deelnameSchema, DeelnameOfLijst: z.union([deelnameSchema, z.array(deelnameSchema).min(1).max(500)]), DeelnameAntwoorden: z.object({ antwoorden: z.array(rijAntwoord) }), DeelnameAntwoord: rijAntwoord,
  Aanmeldbewijs: apiRijSchema, AanmeldbewijsOfLijst: z.union([apiRijSchema, z.array(apiRijSchema).min(1).max(API_RIJEN)]), UitgegevenAanmeldbewijs: z.object({ id, code: z.string() }),
  AanmeldbewijsAntwoorden: z.object({ antwoorden: z.array(z.looseObject({ status: z.enum(['uitgegeven', 'geweigerd']) })) }),
} as const
export type Component = keyof typeof COMPONENTEN
