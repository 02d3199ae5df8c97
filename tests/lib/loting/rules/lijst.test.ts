import { expect, test } from 'vitest'
import { formatLijstRegel, formatUitslagRegel } from '@/lib/loting/rules/lijst'

test('een regel van de deelnemerslijst zegt niet wie het is', () => {
  const regel = formatLijstRegel(7, { lot: 'ab12', compartimenten: ['leerrechten', 'algemeen'], bedragCent: 93_900, gewicht: 2 })
  expect(regel).toBe('7;ab12;leerrechten+algemeen;93900;2\n')
})
test('een regel van de uitslag noemt plaats, uitkomst en bedrag', () => {
  expect(formatUitslagRegel({ nummer: 7, rang: 3, uitkomst: 'gereserveerd', compartiment: 'algemeen', bedragCent: 93_900 }, 'ab12')).toBe('3;7;ab12;gereserveerd;algemeen;93900\n')
  expect(formatUitslagRegel({ nummer: 8, rang: 9, uitkomst: 'plafond-bereikt', compartiment: null, bedragCent: 0 }, 'cd34')).toBe('9;8;cd34;plafond-bereikt;;0\n')
})
