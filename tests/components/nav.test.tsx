import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Nav } from '@/components/ui/nav'

const ITEMS = [
  { href: '/o', label: 'Overzicht' },
  { href: '/o/opleidingen', label: 'Opleidingen', group: 'Aanbod' },
  { href: '/o/bewijzen', label: 'Aanmeldbewijzen', group: 'Deelnemers' },
  { href: '/o/bewijzen/verzoeken', label: 'Verzoeken van deelnemers', group: 'Deelnemers', count: 3 },
]
const regels = (current: string) => [...renderToStaticMarkup(<Nav items={ITEMS} label="Menu" current={current} />).matchAll(/href="([^"]*)"([^>]*)>(.*?)<\/a>/g)]
  .map(([, href, rest, tekst]) => `${href ?? ''} ${(tekst ?? '').replace(/<[^>]+>/g, ' ').trim()}${rest?.includes('aria-current="page"') === true ? ' *' : rest?.includes('aria-current') === true ? ' +' : ''}`)

test('een menu met groepen toont de groepen, met wat er in de groep wacht, en alleen de regels van deze groep', () => {
  expect(regels('/o')).toEqual(['/o Overzicht *', '/o/opleidingen Aanbod', '/o/bewijzen Deelnemers 3'])
  expect(regels('/o/bewijzen/verzoeken/12')).toEqual([
    '/o Overzicht', '/o/opleidingen Aanbod', '/o/bewijzen Deelnemers 3 +', '/o/bewijzen Aanmeldbewijzen', '/o/bewijzen/verzoeken Verzoeken van deelnemers 3 *',
  ])
})
