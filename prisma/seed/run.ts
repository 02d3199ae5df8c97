import seed from './index'
import { config } from '@/lib/platform/config'
import { closeDb } from '@/lib/platform/db'

await seed(config.isProductie)
await closeDb()
