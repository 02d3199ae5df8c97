import { prisma, toDbDate } from '@/lib/platform/db'
import { plainDate } from '@/lib/base/date'
import type { Medewerker, OpleiderActor, Rol } from '@/lib/base/actor'

/** An opleider that NRTO has admitted since 2022, with a person who logs in for it. */
export async function createOpleider(kvk: string, orgUnitId: string, naam = `Opleider ${orgUnitId}`): Promise<OpleiderActor> {
  const erkenner = await prisma.erkenner.upsert({ where: { code: 'nrto' }, update: {}, create: { code: 'nrto', naam: 'NRTO', soort: 'NRTO' } })
  const opleider = await prisma.opleider.create({
    data: {
      kvk, code: `100A${kvk.slice(-3)}`, orgUnitId, naam, straat: 'Schoolstraat', huisnummer: '1', postcode: '8011 AA', plaats: 'Zwolle', email: 'info@school.invalid',
      erkenningen: { create: { erkennerId: erkenner.id, geldigVan: toDbDate(plainDate('2022-01-01')) } },
    },
  })
  const gebruiker = await prisma.gebruiker.create({ data: { soort: 'opleider', subjectHmac: `hmac-${kvk}`, kvk, opleiderId: opleider.id, rollen: [] } })
  return { soort: 'opleider', id: gebruiker.id, rollen: ['opleider'], opleiderId: opleider.id, kvk }
}

export async function createMedewerker(naam: string, ...rollen: Rol[]): Promise<Medewerker> {
  const gebruiker = await prisma.gebruiker.create({ data: { soort: 'medewerker', subjectHmac: `hmac-${naam}`, medewerkerNaam: naam, rollen } })
  return { soort: 'medewerker', id: gebruiker.id, rollen, naam }
}
