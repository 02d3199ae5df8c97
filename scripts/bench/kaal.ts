/** The bare server that `npm run bench -- wachtkamer` compares with: node:http with one body that never changes, of the size given. */
import { createServer } from 'node:http'

const body = Buffer.alloc(Number(process.argv[2] ?? 400), 'x')
const server = createServer({ keepAliveTimeout: 20_000 }, (_req, res) => {
  res.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
  res.end(body)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address !== null && typeof address !== 'string') process.send?.(address.port)
})
process.on('disconnect', () => { process.exit(0) })
