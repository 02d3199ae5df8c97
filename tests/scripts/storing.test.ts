import { spawn } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { countInversies, countVerkeerdGenummerd, verdeel } from '@/scripts/storing/model'
import { startProxy } from '@/scripts/storing/proxy'
import { printFigures } from '@/tests/setup/each-file'
import { connect, createServer, type AddressInfo } from 'node:net'

type Verslag = { naam: string; gelukt: boolean; gezien: Record<string, unknown> }

/** Runs the command as somebody would, on servers of its own. */
function storing(namen: readonly string[]): Promise<{ code: number | null; verslagen: readonly Verslag[] }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'scripts/storing.ts', ...namen], {
      stdio: ['ignore', 'pipe', 'inherit'], env: { PATH: process.env['PATH'], HOME: process.env['HOME'], NODE_ENV: 'test' },
    })
    let text = ''
    child.stdout.on('data', (chunk: Buffer) => { text += chunk.toString() })
    child.on('error', reject)
    child.on('exit', (code) => {
      const last: { experimenten?: readonly Verslag[] } = JSON.parse(text.trim().split('\n').at(-1) ?? '{}')
      resolve({ code, verslagen: last.experimenten ?? [] })
    })
  })
}

describe('npm run storing', () => {
  test('twee storingen laten alles heel, en twee foute ontwerpen worden betrapt', { timeout: 240_000 }, async () => {
    const { code, verslagen } = await storing(['F01/intake.na-commit', 'F19', 'N/kijk-en-pak', 'N/job-erna'])
    for (const { naam, gezien } of verslagen) printFigures(`storing ${naam}: ${JSON.stringify(gezien)}`)
    expect(verslagen.map(({ naam, gelukt }) => [naam, gelukt])).toEqual([
      ['F01/intake.na-commit', true], ['F19', true], ['N/kijk-en-pak', true], ['N/job-erna', true],
    ])
    expect(code).toBe(0)
  })
})

describe('het onafhankelijke model', () => {
  const vraag = (id: string, bedragCent: number, burger = id) => ({ id, burger, bedragCent })

  test('art. 10: op volgorde, tot de pot leeg is; wat niet past is geweigerd, en daarna ook wie evenveel of meer vraagt', () => {
    const uitkomsten = verdeel(2_000, [vraag('a', 1_000), vraag('b', 1_500), vraag('c', 900), vraag('d', 100), vraag('e', 1)])
    expect([...uitkomsten]).toEqual([['a', 'gereserveerd'], ['b', 'plafond-bereikt'], ['c', 'gereserveerd'], ['d', 'gereserveerd'], ['e', 'plafond-bereikt']])
  })

  test('wie al heeft, krijgt niet nog eens', () => {
    expect([...verdeel(5_000, [vraag('a', 100, 'sam'), vraag('b', 100, 'sam')]).values()]).toEqual(['gereserveerd', 'al-toegekend'])
  })

  test('I3: een inversie is wie kreeg en pas vroeg nadat een ander zijn weigering had', () => {
    const eerst = { verzonden: 0, bevestigd: 10, bedragCent: 100, uitkomst: 'plafond-bereikt' }
    expect(countInversies([eerst, { verzonden: 11, bevestigd: 20, bedragCent: 100, uitkomst: 'gereserveerd' }])).toBe(1)
    expect(countInversies([eerst, { verzonden: 9, bevestigd: 20, bedragCent: 100, uitkomst: 'gereserveerd' }])).toBe(0)
    expect(countInversies([eerst, { verzonden: 11, bevestigd: 20, bedragCent: 99, uitkomst: 'gereserveerd' }])).toBe(0)
  })

  test('een lager nummer voor wie later vroeg wordt gezien', () => {
    expect(countVerkeerdGenummerd([{ verzonden: 0, bevestigd: 5, volgnummer: 2 }, { verzonden: 6, bevestigd: 9, volgnummer: 1 }])).toBe(1)
    expect(countVerkeerdGenummerd([{ verzonden: 0, bevestigd: 7, volgnummer: 2 }, { verzonden: 6, bevestigd: 9, volgnummer: 1 }])).toBe(0)
  })
})

describe('the wire', () => {
  async function echo(): Promise<{ port: number; close: () => void }> {
    const server = createServer((socket) => socket.on('error', () => undefined).pipe(socket))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return { port: (server.address() as AddressInfo).port, close: () => server.close() }
  }

  test('passes, holds, and cuts after a COMMIT that nobody then hears of', async () => {
    const server = await echo()
    const proxy = await startProxy(() => ({ host: '127.0.0.1', port: server.port }))
    const cuts = proxy.cutAfterCommit(1)
    const socket = connect(proxy.port, '127.0.0.1')
    const heard: string[] = []
    socket.on('data', (chunk: Buffer) => heard.push(chunk.toString('latin1')))
    const closed = new Promise((resolve) => socket.on('error', () => undefined).on('close', resolve))
    socket.write('hallo')
    await expect.poll(() => heard.join('')).toBe('hallo')
    socket.write(Buffer.concat([Buffer.from([0x43, 0, 0, 0, 11]), Buffer.from('COMMIT\0')]))
    await closed
    expect(heard.join('')).toBe('hallo')
    expect(cuts.count()).toBe(1)
    await proxy.close()
    server.close()
  })

  test('a black hole tells nobody and lets everything through when it is over', async () => {
    const server = await echo()
    const proxy = await startProxy(() => ({ host: '127.0.0.1', port: server.port }))
    const socket = connect(proxy.port, '127.0.0.1')
    let heard = ''
    socket.on('data', (chunk: Buffer) => { heard += chunk.toString() })
    socket.write('een')
    await expect.poll(() => heard).toBe('een')
    proxy.blackhole(true)
    socket.write('twee')
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(heard).toBe('een')
    proxy.blackhole(false)
    await expect.poll(() => heard).toBe('eentwee')
    socket.destroy()
    await proxy.close()
    server.close()
  })
})
