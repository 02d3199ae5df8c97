import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, request as requests, test, type APIRequestContext } from '@playwright/test'
import type { Rol } from '@/lib/base/actor'
import { POLICY, ROUTES, type Handeling } from '@/lib/platform/policy'

const ROOT = path.resolve(import.meta.dirname, '../..')

/** One person of the demo for every rol that can log in; and nobody. */
const WHO: readonly { rol: Rol | 'niemand'; login?: string }[] = [
  { rol: 'niemand' },
  { rol: 'burger', login: '/inloggen/digid?persona=sanne' },
  { rol: 'opleider', login: '/inloggen/eherkenning?persona=petra' },
  ...(['behandelaar', 'teamleider', 'werkplein', 'financieel', 'teamleider-financieel', 'registerbeheerder', 'onderzoeker', 'erkenner', 'beslisser', 'beleid', 'ketenregisseur', 'auditor'] as const)
    .map((rol) => ({ rol, login: `/inloggen/medewerker?persona=${rol}-1` })),
]

/** Nobody's id: where somebody may look at a kind of dossier, this one is not there. */
const NO_ID = '00000000-0000-4000-8000-000000000000'

/** Where a code that we do not know gets a page that says how to go on, because people type it over from paper. */
const ANTWOORDT_ZELF: readonly string[] = ['app/(burger)/mijn/aanmeldbewijs/[code]/page.tsx']

type Row = { url: string; handelingen: readonly Handeling[] | 'publiek'; hasParameter: boolean }

function isPubliek(row: readonly string[]): row is readonly ['publiek'] {
  return row[0] === 'publiek'
}

/** The routes of the poort that answer a GET, as addresses; the others take only a POST. */
const POORT: Readonly<Record<string, string | undefined>> = {
  bestanden: '/wachtkamer/bestanden/[naam]', gezondheid: '/api/v1/gezondheid', loting: '/wachtkamer/[code]/loting', ontvangst: '/aanvragen/[kenmerk]/ontvangst',
  stand: '/wachtkamer/[code]/stand', plaatsen: '/wachtkamer/[code]/plaatsen/0123456789abcdef/1', toestand: '/aanvragen/[kenmerk]/toestand', wachtkamer: '/wachtkamer/[code]',
}

const poortRows: readonly Row[] = Object.entries(ROUTES).flatMap(([file, row]): readonly Row[] => {
  const naam = /^scripts\/poort\/routes\/([a-z-]+)\.ts$/.exec(file)?.[1]
  if (naam === undefined || !/method: 'GET'/.test(readFileSync(path.join(ROOT, file), 'utf8'))) return []
  const pattern = POORT[naam]
  if (pattern === undefined) throw new Error(`the address of ${file} is not in this table`)
  return [{ url: pattern.replaceAll(/\[[a-z]+\]/g, NO_ID), handelingen: isPubliek(row) ? 'publiek' : row, hasParameter: pattern.includes('[') }]
})

/** The pages, and the route handlers that answer a GET, as addresses. */
const rows: readonly Row[] = [...poortRows, ...Object.entries(ROUTES).flatMap(([file, row]): readonly Row[] => {
  const answersGet = file.endsWith('/page.tsx') || (file.endsWith('/route.ts') && /export (async )?function GET|export const GET/.test(readFileSync(path.join(ROOT, file), 'utf8')))
  if (!answersGet) return []
  const segments = file.split('/').slice(1, -1).filter((segment) => !/^\(.*\)$/.test(segment))
  const url = `/${segments.map((segment) => (segment.startsWith('[') ? NO_ID : segment)).join('/')}`
  return [{ url, handelingen: isPubliek(row) ? 'publiek' : row, hasParameter: segments.some((segment) => segment.startsWith('[')) && !ANTWOORDT_ZELF.includes(file) }]
})]

/** What somebody may see of an address: the statuses, and whether a redirect must go to the login page. */
function expected(row: Row, rol: Rol | 'niemand'): { statuses: readonly number[]; toLogin: boolean } {
  const found = row.hasParameter ? [404] : [200, 303, 307, 308]
  if (row.handelingen === 'publiek') return { statuses: row.hasParameter ? [200, 303, 307, 400, 404] : found, toLogin: false }
  if (rol === 'niemand') return { statuses: [303, 307], toLogin: true }
  const allowed = row.handelingen.filter((handeling) => POLICY[handeling].some((een) => een === rol))
  if (allowed.length === 0) return { statuses: [403], toLogin: false }
  // A page may show a part only to some: then it asks the policy for that part itself.
  return { statuses: allowed.length === row.handelingen.length ? found : [...found, 403], toLogin: false }
}

async function look(api: APIRequestContext, url: string): Promise<{ status: number; location: string }> {
  const response = await api.get(url, { maxRedirects: 0, headers: { accept: 'text/html' } })
  return { status: response.status(), location: response.headers()['location'] ?? '' }
}

test.describe('I9: wie wat ziet, voor elke pagina en elke rol', () => {
  for (const { rol, login } of WHO)
    test(rol, async ({ baseURL }) => {
      const api = await requests.newContext({ ...(baseURL === undefined ? {} : { baseURL }) })
      if (login !== undefined) await api.get(login, { headers: { accept: 'text/html' } })
      const seen: string[] = []
      for (const row of rows) {
        const { statuses, toLogin } = expected(row, rol)
        const { status, location } = await look(api, row.url)
        const isLogin = /^(https?:\/\/[^/]+)?\/inloggen\?/.test(location)
        if (!statuses.includes(status) || isLogin !== toLogin) seen.push(`${row.url}: ${String(status)} ${location}, verwacht ${statuses.join(' of ')}${toLogin ? ' naar de inlogpagina' : ''}`)
      }
      await api.dispose()
      expect(seen).toEqual([])
    })

  test('tegenproef: de matrix raakt pagina’s achter een inlog', () => {
    expect(rows.filter(({ handelingen }) => handelingen !== 'publiek').length).toBeGreaterThan(1)
  })
})
