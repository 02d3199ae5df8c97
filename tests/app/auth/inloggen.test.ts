import { describe, expect, test } from 'vitest'
import { authWorld } from '@/tests/app/auth/world'
import { Browser } from '@/tests/app/auth/browser'
import { asOwner } from '@/tests/setup/db'

const world = authWorld(async () => {
  await asOwner(`insert into opleider (kvk, code, naam, straat, huisnummer, postcode, plaats, email)
    values ('90000001', '001A001', 'Vakschool Oost', 'Kade', '1', '6811AA', 'Arnhem', 'info@vakschool-oost.example')`)
})

describe('inloggen', () => {
  test('een burger komt met DigiD Midden binnen, en op de pagina waar hij naartoe wilde', async () => {
    const browser = new Browser()
    const page = await browser.login(world.site, 'digid', { bsn: '999990019', niveau: 'Midden' }, '?terug=/mijn/aanvragen')
    expect(page.url.href).toBe(`${world.site}/mijn/aanvragen`)
    expect(JSON.parse(page.body)).toMatchObject({ soort: 'burger', rollen: ['burger'] })
  })

  test('een opleider komt met EH3 binnen, en is gekoppeld aan de opleider met dat KvK-nummer', async () => {
    const browser = new Browser()
    const page = await browser.login(world.site, 'eherkenning', { kvk: '90000001', niveau: 'EH3' })
    expect(JSON.parse(page.body)).toMatchObject({ soort: 'opleider', kvk: '90000001', rollen: ['opleider'] })
    const [opleider] = await asOwner<{ id: string }>(`select id from opleider where kvk = '90000001'`)
    expect(JSON.parse(page.body)).toMatchObject({ opleiderId: opleider?.id })
  })

  test('een medewerker krijgt naam en rollen van de eigen inlogdienst', async () => {
    const browser = new Browser()
    const page = await browser.login(world.site, 'medewerker', { medewerker: 'behandelaar-1' })
    expect(JSON.parse(page.body)).toMatchObject({ soort: 'medewerker', naam: 'Marieke Dijkstra', rollen: ['behandelaar'] })
  })

  test('een testpersoon logt met één klik in', async () => {
    const page = await new Browser().openLogin(world.site, 'digid', '?persona=mehmet')
    expect(JSON.parse(page.body)).toMatchObject({ soort: 'burger' })
  })
})
