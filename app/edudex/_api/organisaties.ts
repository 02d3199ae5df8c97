import { anderRol, antwoord, edudexFout, gedaan, nietGevonden, nietVanU, ongeldig, type Vraag } from '@/app/edudex/_api/antwoord'
import { listErkenningen, listOrganisaties, type EdudexErkenning, type EdudexOrganisatie } from '@/lib/aanlevering/use-cases/lees-edudex-organisaties'
import { leesEdudexStuk, listKortingen, verwijderKortingen, zetEdudexStuk } from '@/lib/aanlevering/use-cases/zet-edudex-stuk'

const toSupplier = ({ id, naam, gewijzigdOp }: EdudexOrganisatie) => ({ id, name: { nl: naam.slice(0, 200) }, lastMetadataChange: gewijzigdOp })
const toAccreditor = ({ id, naam }: EdudexOrganisatie) => ({ id, name: { nl: naam.slice(0, 200) } })
const toOrganization = ({ id, naam, rol, keurmerken }: EdudexOrganisatie) => ({ id, name: { nl: naam.slice(0, 200) }, roles: [rol], ...(keurmerken.length > 0 ? { accreditations: keurmerken } : {}) })
const toAccreditation = ({ id, orgUnitId, keurmerk, van, tot }: EdudexErkenning) => ({ accreditationId: id, orgUnitId, accreditation: keurmerk, validFrom: van, validUntil: tot })

export const listSuppliers = async (vraag: Vraag) => antwoord(vraag, { suppliers: (await listOrganisaties('supplier')).map(toSupplier) })
export const listAccreditors = async (vraag: Vraag) => antwoord(vraag, { accreditors: (await listOrganisaties('accreditor')).map(toAccreditor) })
export const listOrganizations = async (vraag: Vraag) => antwoord(vraag, { organizations: (await listOrganisaties()).map(toOrganization) })

const one = (rol: EdudexOrganisatie['rol'] | undefined, show: (organisatie: EdudexOrganisatie) => unknown) => async (vraag: Vraag): Promise<Response> => {
  const gevonden = (await listOrganisaties(rol)).find(({ id }) => id === vraag.delen[0])
  return gevonden === undefined ? nietGevonden(vraag, 'Deze organisatie') : antwoord(vraag, show(gevonden))
}
export const getSupplier = one('supplier', toSupplier)
export const getAccreditor = one('accreditor', toAccreditor)
export const getOrganization = one(undefined, toOrganization)

export async function listAccreditations(vraag: Vraag): Promise<Response> {
  const erkenningen = await listErkenningen(vraag.delen[0] ?? '')
  return erkenningen === undefined ? nietGevonden(vraag, 'Deze erkenner') : antwoord(vraag, { accreditations: erkenningen.map(toAccreditation) })
}

export async function getAccreditation(vraag: Vraag): Promise<Response> {
  const [code = '', id] = vraag.delen
  const erkenning = (await listErkenningen(code))?.find((een) => een.id === id)
  return erkenning === undefined ? nietGevonden(vraag, 'Deze erkenning') : antwoord(vraag, toAccreditation(erkenning))
}

export async function getMetadata(vraag: Vraag): Promise<Response> {
  if (vraag.delen[0] !== vraag.orgUnitId) return nietVanU(vraag)
  const stuk = await leesEdudexStuk(vraag.beller.actor, { soort: 'instelling' })
  return stuk === undefined ? nietGevonden(vraag, 'De beschrijving van uw organisatie') : antwoord(vraag, stuk)
}

export async function putMetadata(vraag: Vraag): Promise<Response> {
  if (vraag.delen[0] !== vraag.orgUnitId) return nietVanU(vraag)
  const uitslag = await zetEdudexStuk(vraag.beller.actor, vraag.orgUnitId, { soort: 'instelling', inhoud: vraag.body })
  if (uitslag.status === 'error') return ongeldig('Deze beschrijving is niet aangenomen. In validationMessages staat wat er niet klopt.', uitslag.validationMessages, vraag.beller.headers)
  return antwoord(vraag, { status: uitslag.status, validationMessages: uitslag.validationMessages, lastChange: uitslag.lastChange })
}

/** The client whose discounts these are, when both are the sender's own. */
const ownClient = (vraag: Vraag, fn: (clientId: string) => Promise<Response>): Promise<Response> => {
  const [orgUnitId, clientId = ''] = vraag.delen
  if (orgUnitId !== vraag.orgUnitId) return Promise.resolve(nietVanU(vraag))
  if (clientId !== vraag.orgUnitId) return Promise.resolve(edudexFout(403, 'access_denied', { title: '', detail: 'Deze clientId is niet van u. STAP kent geen kortingen voor anderen: zet een korting in de kosten van het programma.' }, vraag.beller.headers))
  return fn(clientId)
}

export async function listDiscounts(vraag: Vraag): Promise<Response> {
  if (vraag.delen[0] !== vraag.orgUnitId) return nietVanU(vraag)
  return antwoord(vraag, { items: (await listKortingen(vraag.beller.actor)).map((regel) => ({ orgUnitId: vraag.orgUnitId, ...regel })) })
}

export const getDiscounts = (vraag: Vraag) => ownClient(vraag, async (clientId) => {
  const stuk = await leesEdudexStuk(vraag.beller.actor, { soort: 'kortingen', clientId })
  return stuk === undefined ? nietGevonden(vraag, 'Deze korting') : antwoord(vraag, stuk)
})

export const putDiscounts = (vraag: Vraag) => ownClient(vraag, async (clientId) => {
  const uitslag = await zetEdudexStuk(vraag.beller.actor, vraag.orgUnitId, { soort: 'kortingen', clientId, inhoud: vraag.body })
  if (uitslag.status === 'error') return ongeldig('Deze korting is niet aangenomen. In validationMessages staat wat er niet klopt.', uitslag.validationMessages, vraag.beller.headers)
  const { status, validationMessages, lastChange, isNieuw } = uitslag
  return antwoord(vraag, { status, validationMessages, lastChange }, isNieuw ? 201 : 200)
})

export const deleteDiscounts = (vraag: Vraag) => ownClient(vraag, async (clientId) =>
  (await verwijderKortingen(vraag.beller.actor, clientId) ? gedaan(vraag) : nietGevonden(vraag, 'Deze korting')))

/** Catalogs and webhooks belong to clients of EDU-DEX. An opleider has none, and cannot make one. */
const own = (body: unknown) => (vraag: Vraag): Promise<Response> => Promise.resolve(vraag.delen[0] === vraag.orgUnitId ? antwoord(vraag, body) : nietVanU(vraag))
export const noCatalogs = own({ catalogs: [] })
export const noWebhooks = own({ webhooks: [] })
export const noSuchThing = (vraag: Vraag): Promise<Response> => Promise.resolve(vraag.delen[0] === vraag.orgUnitId ? nietGevonden(vraag) : nietVanU(vraag))
export const onlyClients = (vraag: Vraag): Promise<Response> => Promise.resolve(vraag.delen[0] === vraag.orgUnitId ? anderRol(vraag, 'client') : nietVanU(vraag))
export const onlyAccreditors = (vraag: Vraag): Promise<Response> => Promise.resolve(anderRol(vraag, 'accreditor'))
