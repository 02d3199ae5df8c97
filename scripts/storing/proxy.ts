import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** CommandComplete of PostgreSQL with the tag COMMIT: what a client waits for before it may believe anything. */
const COMMIT = Buffer.concat([Buffer.from([0x43, 0, 0, 0, 11]), Buffer.from('COMMIT\0')])

/** A wire that can be cut: everything between one process and one server goes through it. */
export type Proxy = {
  readonly port: number
  /** Breaks every connection with a reset. */
  cut: () => void
  /** While true nothing comes through, in both directions, and nobody is told; what was held comes through when it is over. */
  blackhole: (on: boolean) => void
  /** While true, nobody is connected: as a server that is not there. */
  refuse: (on: boolean) => void
  /** Holds every piece this long, in both directions; 0 is off. */
  delay: (ms: number) => void
  /** Ends only the half that the client sends: the server may still answer, and hears nothing more. */
  halfClose: () => void
  /**
   * The next `times` times that the server confirms a COMMIT, the wire is cut before the client hears it: the work is done and
   * nobody knows. Answers how often it happened.
   */
  cutAfterCommit: (times: number) => { count: () => number }
  close: () => Promise<void>
}

/** Forwards connections to where `target` says at that moment, so that a server may come back on another port. */
export async function startProxy(target: () => { host: string; port: number }): Promise<Proxy> {
  const pairs = new Set<{ client: Socket; server: Socket }>()
  let isBlackhole = false
  let isRefusing = false
  let delayMs = 0
  let commits = { left: 0, cut: 0 }

  const listener = createServer({ noDelay: true }, (client) => {
    if (isRefusing) { client.resetAndDestroy(); return }
    const server = connect({ ...target(), noDelay: true })
    const pair = { client, server }
    pairs.add(pair)
    const end = () => {
      pairs.delete(pair)
      client.destroy()
      server.destroy()
    }
    const pass = (to: Socket, chunk: Buffer) => {
      if (delayMs === 0) to.write(chunk)
      else setTimeout(() => { if (!to.destroyed) to.write(chunk) }, delayMs)
    }
    client.on('data', (chunk: Buffer) => { pass(server, chunk) })
    server.on('data', (chunk: Buffer) => {
      if (commits.left > 0 && chunk.includes(COMMIT)) {
        commits.left -= 1
        commits.cut += 1
        client.resetAndDestroy()
        end()
        return
      }
      pass(client, chunk)
    })
    for (const socket of [client, server]) {
      socket.on('error', end).on('close', end)
      if (isBlackhole) socket.pause()
    }
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  // An address of a listening TCP server is never a path.
  const { port } = listener.address() as AddressInfo // eslint-disable-line @typescript-eslint/no-unsafe-type-assertion

  const cut = () => {
    for (const { client, server } of pairs) {
      client.resetAndDestroy()
      server.destroy()
    }
    pairs.clear()
  }
  return {
    port,
    cut,
    blackhole: (on) => {
      isBlackhole = on
      for (const { client, server } of pairs) for (const socket of [client, server]) if (on) socket.pause(); else socket.resume()
    },
    refuse: (on) => {
      isRefusing = on
      if (on) cut()
    },
    delay: (ms) => { delayMs = ms },
    halfClose: () => { for (const { server } of pairs) server.end() },
    cutAfterCommit: (times) => {
      const mine = { left: times, cut: 0 }
      commits = mine
      return { count: () => mine.cut }
    },
    close: async () => {
      cut()
      await new Promise((resolve) => listener.close(resolve))
    },
  }
}
