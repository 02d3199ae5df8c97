import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { freePort } from '@/scripts/start/ports'
import { run } from '@/scripts/start/processes'
import { dataDir, leftovers, lingering, startStap, stopStarted, takenPort } from '@/tests/start/helpers'

const { dir, clean } = dataDir()
const port = await freePort()
afterEach(stopStarted)
afterAll(clean)

/** One sentence for the operator, exit code 1, nothing left. */
async function refuses(env: Record<string, string>, sentence: RegExp, place: string): Promise<void> {
  const start = startStap({ PORT: String(await freePort()), STAP_DATA_DIR: place, ...env })
  expect(await start.ended).toBe(1)
  const lines = start.text().trim().split('\n')
  expect(lines.at(-1)?.startsWith('▸ Stoppen') === true ? lines.at(-2) : lines.at(-1)).toMatch(sentence)
  expect(start.text()).not.toMatch(/^\s+at /m)
  expect(await lingering(place)).toEqual([])
}

describe('npm start weigert in één zin, en laat niets achter', () => {
  test('een poort die bezet is', async () => {
    const { port: taken, server } = await takenPort()
    const own = dataDir()
    await refuses({ PORT: String(taken) }, new RegExp(`^Poort ${taken} is bezet\\..*PORT=${taken + 10} npm start$`), own.dir)
    server.close()
    own.clean()
  })

  test.each([
    ['PORT', 'tachtig', /^De instellingen kloppen niet: PORT klopt niet/],
    ['DATABASE_URL', 'mysql://localhost/stap', /^De instellingen kloppen niet: DATABASE_URL klopt niet/],
    ['REDIS_URL', 'http://localhost', /^De instellingen kloppen niet: REDIS_URL klopt niet/],
    ['STAP_ENCRYPTIE_SLEUTELS', 'k1:kort', /^De instellingen kloppen niet: STAP_ENCRYPTIE_SLEUTELS klopt niet/],
    ['STAP_OMGEVING', 'productie', /^npm start is voor ontwikkeling en demonstratie/],
    ['IDP_PORT', '0', /^De instellingen kloppen niet: IDP_PORT/],
  ])('een verkeerde instelling %s=%s wordt genoemd', async (naam, waarde, sentence) => {
    const own = dataDir()
    await refuses({ [naam]: waarde }, sentence, own.dir)
    own.clean()
  })

  test('een database die niet antwoordt', async () => {
    const own = dataDir()
    await refuses({ DATABASE_URL: 'postgres://stap:x@127.0.0.1:9/stap' }, /^De PostgreSQL van DATABASE_URL is niet te gebruiken: .+ Controleer/, own.dir)
    own.clean()
  })

  test('een Redis die niet antwoordt; de PostgreSQL die al liep, is weer weg', async () => {
    const own = dataDir()
    await refuses({ REDIS_URL: 'redis://127.0.0.1:9' }, /^De Redis van REDIS_URL is niet te gebruiken: .+ Controleer/, own.dir)
    own.clean()
  })

  test('een gegevensmap die een bestand is', async () => {
    const own = dataDir()
    const file = path.join(own.dir, 'bestand')
    writeFileSync(file, '')
    await refuses({}, /^De gegevensmap .+ kan niet worden gebruikt/, file)
    own.clean()
  })
})

describe('npm start', () => {
  test('brengt het hele systeem op, en Ctrl-C stopt het binnen 10 s zonder iets achter te laten', async () => {
    const start = startStap({ PORT: String(port), STAP_DATA_DIR: dir })
    await start.ready
    const health = await fetch(`http://127.0.0.1:${port}/api/v1/gezondheid`)
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok', onderdelen: { database: 'ok', redis: 'ok', workers: 'ok', poort: 'ok', web: 'ok' } }])
    // The first visitor finds the whole register of the demo, not what the jobs of the import happen to have done.
    expect((await (await fetch(`http://127.0.0.1:${port}/opleidingen`)).text()).match(/[\d.]+ opleidingen/)?.[0]).toBe('1.388 opleidingen')
    for (const file of ['geheimen.json', 'postgres.wachtwoord', 'system.json']) expect(statSync(path.join(dir, file)).mode & 0o777, file).toBe(0o600)

    const second = startStap({ PORT: String(await freePort()), STAP_DATA_DIR: dir })
    expect(await second.ended).toBe(1)
    expect(second.text()).toMatch(/Er draait al een systeem op de gegevensmap/)

    const begin = performance.now()
    if (start.child.pid !== undefined) process.kill(-start.child.pid, 'SIGINT')
    expect(await start.ended).toBe(0)
    expect(performance.now() - begin).toBeLessThan(10_000)
    expect(await lingering(dir)).toEqual([])
    expect(existsSync(path.join(dir, 'system.json'))).toBe(false)
  }, 240_000)

  test('een tweede start is binnen 15 s klaar, ook nadat de eerste met kill -9 is geëindigd', async () => {
    const start = startStap({ PORT: String(port), STAP_DATA_DIR: dir })
    await start.ready
    start.child.kill('SIGKILL')
    // The guard ends what was left.
    for (let tries = 0; tries < 150 && leftovers(dir).length > 0; tries += 1) await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await lingering(dir)).toEqual([])

    const again = startStap({ PORT: String(port), STAP_DATA_DIR: dir })
    const seconds = await again.ready
    process.stdout.write(`second start: ${seconds.toFixed(1)} s\n`)
    // The promise holds for a machine with nothing else to do.
    expect(seconds).toBeLessThan(15 * Math.max(1, (loadavg()[0] ?? 0) / availableParallelism()))
    again.child.kill('SIGTERM')
    expect(await again.ended).toBe(0)
    expect(await lingering(dir)).toEqual([])
  }, 120_000)

  test('een onderdeel dat wegvalt, stopt het geheel met een zin', async () => {
    const start = startStap({ PORT: String(port), STAP_DATA_DIR: dir })
    await start.ready
    const worker = leftovers(dir).find((row) => row.includes('workers/index.ts'))
    process.kill(Number(worker?.split(' ', 1)[0]), 'SIGKILL')
    expect(await start.ended).toBe(1)
    expect(start.text()).toMatch(/Het onderdeel workers is onverwacht gestopt/)
    expect(await lingering(dir)).toEqual([])
  }, 120_000)

  test('npm run klok en npm run controle vinden het systeem dat draait, en zeggen het als er geen draait', async () => {
    const script = (...args: string[]) => run([process.execPath, 'scripts/run.mjs', ...args], { env: { ...process.env, STAP_DATA_DIR: dir, DATABASE_URL: '' } })
    expect(script('scripts/klok.ts', 'echt').output).toMatch(/^Er draait geen systeem op de gegevensmap .+ npm start/)

    const start = startStap({ PORT: String(port), STAP_DATA_DIR: dir })
    await start.ready
    expect(script('scripts/klok.ts', 'zet', '2022-10-31T09:55:00+01:00').output).toContain('maandag 31 oktober 2022 om 09.55 uur')
    expect(script('scripts/klok.ts', 'zet', '2022-10-31').ok).toBe(false)
    const controle = script('scripts/controle.ts')
    expect(controle.output.trim().split('\n').at(-1)).toMatch(/^\{"invarianten":\[\{"id":"I1","ok":true,"aantal":0\},/)
    expect(controle.ok).toBe(true)
    start.child.kill('SIGTERM')
    expect(await start.ended).toBe(0)
  }, 120_000)

  test('een beschadigde gegevensmap: één zin die zegt wat te doen', async () => {
    const data = path.join(dir, 'postgres', 'data')
    const control = path.join(data, 'global', 'pg_control')
    const before = readFileSync(control)
    writeFileSync(control, Buffer.alloc(before.length))
    await refuses({}, /^PostgreSQL start niet met de gegevens in .+ Zet een back-up terug, of verwijder de map/, dir)
    writeFileSync(control, before)

    const wachtwoord = path.join(dir, 'postgres.wachtwoord')
    rmSync(wachtwoord)
    await refuses({}, /ontbreekt het bestand postgres\.wachtwoord/, dir)
    mkdirSync(path.join(dir, 'redis'), { recursive: true })
  }, 60_000)
})
