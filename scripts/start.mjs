// npm start and npm run dev.
import { bootstrap } from './bootstrap.mjs'

await bootstrap()
const { main } = await import('./start/main.ts')
process.exit(await main({ dev: process.argv.includes('--dev') }))
