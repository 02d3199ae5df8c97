import { connect, type Socket } from 'node:net'

export type HttpAnswer = { readonly status: number; readonly location: string | undefined }

/**
 * A keep-alive connection that sends one request at a time and reads its answer: as little work as possible, so that the
 * server is measured and not the client. Answers must have a content-length.
 */
export class HttpClient {
  private buffered: Buffer = Buffer.alloc(0)
  private waiting: { resolve: (answer: HttpAnswer) => void; reject: (fault: Error) => void } | undefined

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true)
    socket.on('data', (chunk: Buffer) => { this.take(chunk) })
    const broken = () => { this.waiting?.reject(new Error('the server closed the connection')) }
    socket.on('close', broken)
    socket.on('error', broken)
  }

  static open(port: number): Promise<HttpClient> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => { resolve(new HttpClient(socket)) })
      socket.once('error', reject)
    })
  }

  request(text: string): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject }
      this.socket.write(text)
    })
  }

  close(): void {
    this.socket.destroy()
  }

  private take(chunk: Buffer): void {
    this.buffered = this.buffered.length === 0 ? chunk : Buffer.concat([this.buffered, chunk])
    const end = this.buffered.indexOf('\r\n\r\n')
    if (end === -1) return
    const head = this.buffered.toString('latin1', 0, end)
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
    if (this.buffered.length < end + 4 + length) return
    this.buffered = this.buffered.subarray(end + 4 + length)
    this.waiting?.resolve({ status: Number(head.slice(9, 12)), location: /\r\nlocation: (\S+)/i.exec(head)?.[1] })
  }
}
