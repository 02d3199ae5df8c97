import { z } from 'zod'
import { parseBsn } from '@/lib/base/bsn'
import { parseKvk, parseVestigingsnummer } from '@/lib/base/kvk'
import { NIVEAUS, type Provider } from '@/lib/platform/assurance'
import { MEDEWERKERS, PERSONAS, type Persona } from '@/scripts/idp/personas'

/** Somebody who logged in at the stand-in: `identity` makes the opaque sub, `claims` go in userinfo. */
export type LoggedIn = { identity: string; acr: string; claims: Readonly<Record<string, unknown>> }

/** What the login form sends. The names are public interface: a scripted client fills them in. */
const formSchema = z.object({
  persona: z.string().optional(),
  bsn: z.string().default(''),
  sectorcode: z.enum(['s00000000', 's00000001']).default('s00000000'),
  kvk: z.string().default(''),
  vestiging: z.string().default(''),
  persoon: z.string().regex(/^[a-z0-9-]{0,64}$/).default(''),
  medewerker: z.string().default(''),
  niveau: z.string().default(''),
})
type Form = z.output<typeof formSchema>

const KVK_QUALIFIER = 'urn:etoegang:1.9:EntityConcernedID:KvKnr'

/** Reads the login form of one issuer. A text answer is the Dutch sentence that says what is wrong. */
export function readLogin(provider: Provider, fields: URLSearchParams): LoggedIn | string {
  const parsed = formSchema.safeParse(Object.fromEntries(fields))
  if (!parsed.success) return 'Het formulier klopt niet.'
  const form = withPersona(provider, parsed.data)
  if (form === undefined) return 'Deze testpersoon bestaat niet bij deze inlogdienst.'
  const acr = acrOf(provider, form.niveau)
  if (acr === undefined) return 'Kies een niveau uit de lijst.'
  switch (provider) {
    case 'digid': return loginBurger(form, acr)
    case 'eherkenning': return loginOpleider(form, acr)
    case 'medewerker': return loginMedewerker(form, acr)
  }
}

function withPersona(provider: Provider, form: Form): Form | undefined {
  if (form.persona === undefined || form.persona === '') return form
  const persona = PERSONAS.find(({ id }) => id === form.persona)
  return persona === undefined || providerOf(persona) !== provider ? undefined : { ...form, ...fieldsOf(persona) }
}

/** Where a persona logs in. */
export function providerOf(persona: Persona): Provider {
  if (persona.soort === 'burger') return 'digid'
  return persona.soort === 'opleider' ? 'eherkenning' : 'medewerker'
}

function fieldsOf(persona: Persona): Partial<Form> {
  switch (persona.soort) {
    case 'burger': return { bsn: persona.bsn, niveau: persona.niveau }
    case 'opleider': return { kvk: persona.kvk, vestiging: persona.vestiging ?? '', persoon: persona.persoon, niveau: persona.niveau }
    case 'medewerker': return { medewerker: persona.id }
  }
}

/** A level by its name or its acr; without a choice the one that gives access. */
function acrOf(provider: Provider, niveau: string): string | undefined {
  const wanted = niveau.trim().toLowerCase()
  if (wanted === '') return NIVEAUS[provider][provider === 'digid' ? 1 : provider === 'eherkenning' ? 2 : 0]?.acr
  return NIVEAUS[provider].find(({ acr, naam }) => naam.toLowerCase() === wanted || acr.toLowerCase() === wanted)?.acr
}

function loginBurger(form: Form, acr: string): LoggedIn | string {
  const bsn = parseBsn(form.bsn)
  if (bsn === undefined) return 'Vul een burgerservicenummer in van negen cijfers dat voldoet aan de elfproef.'
  return { identity: bsn, acr, claims: { bsn, sectorcode: form.sectorcode } }
}

function loginOpleider(form: Form, acr: string): LoggedIn | string {
  const kvk = parseKvk(form.kvk)
  if (kvk === undefined) return 'Vul een KvK-nummer in van acht cijfers.'
  const vestiging = form.vestiging.trim() === '' ? null : parseVestigingsnummer(form.vestiging)
  if (vestiging === undefined) return 'Vul een vestigingsnummer in van twaalf cijfers, of laat het leeg.'
  const persoon = form.persoon === '' ? 'medewerker' : form.persoon
  return {
    identity: `${kvk}/${vestiging ?? ''}/${persoon}`,
    acr,
    claims: {
      'urn:etoegang:core:LegalSubjectID': kvk,
      'urn:etoegang:core:LegalSubjectIDNameQualifier': KVK_QUALIFIER,
      'urn:etoegang:core:ActingSubjectID': persoon,
      ...(vestiging === null ? {} : { 'urn:etoegang:1.9:ServiceRestriction:Vestigingsnr': vestiging }),
    },
  }
}

function loginMedewerker(form: Form, acr: string): LoggedIn | string {
  const medewerker = MEDEWERKERS.find(({ id }) => id === form.medewerker.trim())
  if (medewerker === undefined) return 'Vul een medewerker in uit de lijst, zoals behandelaar-1.'
  return { identity: medewerker.id, acr, claims: { medewerker: medewerker.id, naam: medewerker.naam, rollen: medewerker.rollen, ...(medewerker.erkenner === undefined ? {} : { erkenner: medewerker.erkenner }) } }
}
