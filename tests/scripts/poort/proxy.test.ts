import { once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { createProxy } from '@/scripts/poort/proxy'
import { createWebs } from '@/scripts/poort/webs'
import { vraagAan } from '@/tests/scripts/poort/wereld'

const servers: Server[] = []
afterEach(() => { for (const server of servers.splice(0)) { server.closeAllConnections(); server.close() } })

async function listen(server: Server): Promise<number> {
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

/** A door in front of these addresses; what it cannot pass on is answered with 503 and the reason. */
async function aDoor(urls: readonly string[]): Promise<number> {
  const answerWithoutWeb = (_req: unknown, res: ServerResponse, reason: string) => { res.writeHead(503).end(reason) }
  const proxy = createProxy({ webs: createWebs(urls), proto: 'http', isRefused: () => false, answerWithoutWeb })
  const server = createServer((req, res) => { proxy.forward(req, res) })
  server.on('upgrade', (req, socket, head) => { proxy.upgrade(req, socket, head) })
  return listen(server)
}

const get = (port: number) => vraagAan(port, { method: 'GET', pad: '/', headers: {}, body: undefined })

describe('web behind the poort', () => {
  test('by turns, and one that is dead is passed over without anybody noticing', async () => {
    const ports = [await listen(createServer((_req, res) => { res.end('een') })), await listen(createServer((_req, res) => { res.end('twee') }))]
    const door = await aDoor([...ports.map((port) => `http://127.0.0.1:${String(port)}`), 'http://127.0.0.1:9'])
    const seen = await Promise.all(Array.from({ length: 30 }, () => get(door)))
    expect(new Set(seen.map(({ text }) => text))).toEqual(new Set(['een', 'twee']))
    servers[0]?.closeAllConnections()
    servers[0]?.close()
    expect((await Promise.all(Array.from({ length: 20 }, () => get(door)))).map(({ text }) => text)).toEqual(Array.from({ length: 20 }, () => 'twee'))
  })

  test('all dead: the reason', async () => {
    const antwoord = await get(await aDoor(['http://127.0.0.1:9', 'unix:/nergens/web.sock']))
    expect([antwoord.status, antwoord.text]).toEqual([503, 'web-weg'])
  })

  test('a kept connection that web closed is not the problem of the next visitor', async () => {
    const web = createServer((_req, res) => { res.end('ja') })
    // Closed right after the answer, without saying so beforehand.
    web.on('request', (req, res) => { res.on('finish', () => { setTimeout(() => { req.socket.destroy() }, 0) }) })
    const door = await aDoor([`http://127.0.0.1:${String(await listen(web))}`])
    for (let times = 0; times < 40; times += 1) expect((await get(door)).text).toBe('ja')
  })

  test('a web that breaks off half-way breaks off for the visitor too: half a page must not look whole', async () => {
    const web = createServer((req, res) => { res.writeHead(200, { 'content-length': '100' }); res.write('half'); setTimeout(() => { req.socket.destroy() }, 10) })
    await expect(get(await aDoor([`http://127.0.0.1:${String(await listen(web))}`]))).rejects.toThrow(/aborted|socket hang up|ECONNRESET/)
  })

  test('a websocket passes through: both sides talk to each other', async () => {
    const web = createServer()
    web.on('upgrade', (req, socket) => {
      socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nX-Pad: ${req.url ?? ''}\r\n\r\n`)
      socket.on('data', (chunk: Buffer) => socket.write(chunk.toString().toUpperCase()))
    })
    const client = connect(await aDoor([`http://127.0.0.1:${String(await listen(web))}`]), '127.0.0.1')
    let seen = ''
    client.on('data', (chunk) => { seen += chunk.toString() })
    client.write('GET /_next/webpack-hmr HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
    while (!seen.includes('\r\n\r\n')) await once(client, 'data')
    expect(seen).toMatch(/101 Switching Protocols[^]+X-Pad: \/_next\/webpack-hmr/)
    client.write('hallo')
    while (!seen.endsWith('HALLO')) await once(client, 'data')
    client.destroy()
  })
})
