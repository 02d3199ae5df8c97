import type { Server } from 'node:http'

/** The limits of a server that the public can reach: a slow or endless request costs it a connection, and not for long. */
export const SERVER_LIMITS = { maxHeaderSize: 16_384, headersTimeout: 20_000, requestTimeout: 60_000 } as const

/** What Node leaves to its user: CONNECT, and requests that are no HTTP. */
export function harden(server: Server): void {
  server.on('connect', (_req, socket) => { socket.end('HTTP/1.1 405 Method Not Allowed\r\nConnection: close\r\n\r\n') })
  server.on('clientError', (fault: NodeJS.ErrnoException, socket) => {
    const line = fault.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : fault.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? '408 Request Timeout' : '400 Bad Request'
    if (socket.writable) socket.end(`HTTP/1.1 ${line}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
  })
}
