// npm test: unit and integration tests, then the browser against the real `npm start`, then `npm start` itself.
// npm test -- unit | browser | start runs one of the three.
import { bootstrap } from './bootstrap.mjs'

await bootstrap()
const { main } = await import('./test/main.ts')
process.exit(await main(process.argv.slice(2)))
