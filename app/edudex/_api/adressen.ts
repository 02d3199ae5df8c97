import type { Vraag } from '@/app/edudex/_api/antwoord'
import {
  deleteDiscounts, getAccreditation, getAccreditor, getDiscounts, getMetadata, getOrganization, getSupplier, listAccreditations, listAccreditors, listDiscounts, listOrganizations,
  listSuppliers, noCatalogs, noSuchThing, noWebhooks, onlyAccreditors, onlyClients, putDiscounts, putMetadata,
} from '@/app/edudex/_api/organisaties'
import { bulkPrograms, deleteProgram, listPrograms, putProgram, putPrograms, validate } from '@/app/edudex/_api/programs'

type Handler = (vraag: Vraag) => Promise<Response>
export type Methode = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type Methoden = Partial<Record<Methode, Handler>>

/** Every address of the EDU-DEX Data API 1.0.2, and one of our own (PUT on a list of programs). A part that begins with a colon is variable. */
export const ADRESSEN: Readonly<Record<string, Methoden>> = {
  'programs/bulk': { POST: bulkPrograms },
  'validations/programs': { POST: validate('programs') },
  'validations/institutes': { POST: validate('institutes') },
  'validations/discounts': { POST: validate('discounts') },

  'suppliers': { GET: listSuppliers },
  'suppliers/:org': { GET: getSupplier },
  'suppliers/:org/metadata': { GET: getMetadata, PUT: putMetadata },
  'suppliers/:org/programs': { GET: listPrograms, PUT: putPrograms },
  'suppliers/:org/programs/:program': { GET: listPrograms },
  'suppliers/:org/programs/:program/:client': { PUT: putProgram, DELETE: deleteProgram },
  'suppliers/:org/discounts': { GET: listDiscounts },
  'suppliers/:org/discounts/:client': { GET: getDiscounts, PUT: putDiscounts, DELETE: deleteDiscounts },

  'organizations': { GET: listOrganizations },
  'organizations/:org': { GET: getOrganization },
  'organizations/:org/staticcatalogs': { GET: noCatalogs, POST: onlyClients },
  'organizations/:org/staticcatalogs/:catalog': { GET: noSuchThing, PATCH: noSuchThing, DELETE: noSuchThing },
  'organizations/:org/staticcatalogs/:catalog/changes': { GET: noSuchThing },
  'organizations/:org/staticcatalogs/:catalog/programs': { GET: noSuchThing },
  'organizations/:org/staticcatalogs/:catalog/programs/bulkadd': { POST: noSuchThing },
  'organizations/:org/staticcatalogs/:catalog/programs/bulkremove': { POST: noSuchThing },
  'organizations/:org/dynamiccatalogs': { GET: noCatalogs, POST: onlyClients },
  'organizations/:org/dynamiccatalogs/:catalog': { GET: noSuchThing, PATCH: noSuchThing, DELETE: noSuchThing },
  'organizations/:org/dynamiccatalogs/:catalog/changes': { GET: noSuchThing },
  'organizations/:org/dynamiccatalogs/:catalog/programs': { GET: noSuchThing },
  'organizations/:org/dynamiccatalogs/:catalog/suppliers': { GET: noSuchThing },
  'organizations/:org/dynamiccatalogs/:catalog/suppliers/:supplier': { GET: noSuchThing, PUT: noSuchThing, DELETE: noSuchThing },
  'organizations/:org/webhooks': { GET: noWebhooks, POST: onlyClients },
  'organizations/:org/webhooks/:webhook': { GET: noSuchThing, PATCH: noSuchThing, DELETE: noSuchThing },
  'organizations/:org/webhooks/:webhook/test': { POST: noSuchThing },

  'accreditors': { GET: listAccreditors },
  'accreditors/:org': { GET: getAccreditor },
  'accreditors/:org/accreditations': { GET: listAccreditations, POST: onlyAccreditors },
  'accreditors/:org/accreditations/:accreditation': { GET: getAccreditation, PATCH: onlyAccreditors, DELETE: onlyAccreditors },
}

const PATTERNS = Object.entries(ADRESSEN).map(([adres, methoden]) => ({ delen: adres.split('/'), methoden }))

/** What answers an address, with its variable parts. Undefined when the API has no such address. */
export function findAdres(pad: readonly string[]): { methoden: Methoden; delen: string[] } | undefined {
  const found = PATTERNS.find(({ delen }) => delen.length === pad.length && delen.every((deel, index) => deel.startsWith(':') || deel === pad[index]))
  return found && { methoden: found.methoden, delen: pad.filter((_, index) => found.delen[index]?.startsWith(':') === true) }
}
