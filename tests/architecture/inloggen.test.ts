import { describe, expect, test } from 'vitest'
import { listSources, readSource } from '@/tests/architecture/sources'

const sources = listSources(['app', 'components', 'lib', 'workers', 'scripts'], /\.tsx?$/)

describe('next-auth zit in één gesloten omhulsel', () => {
  test('alleen lib/platform/login.ts kent het', () => {
    expect(sources.filter((file) => /from 'next-auth/.test(readSource(file)))).toEqual(['lib/platform/login.ts'])
  })

  test('geen sessie van next-auth zelf: de database beslist, en wie middleware of JWT gebruikt gaat daaraan voorbij', () => {
    const source = readSource('lib/platform/login.ts')
    expect(source).not.toMatch(/getServerSession|next-auth\/middleware|strategy: 'jwt'|debug: true/)
    expect(source).toMatch(/strategy: 'database'/)
  })

  test('cacheComponents blijft uit: dat maakt van een doorverwijzing een 200', () => {
    expect(readSource('next.config.js')).not.toMatch(/cacheComponents:\s*true/)
  })
})
