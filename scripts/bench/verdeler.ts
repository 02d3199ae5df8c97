/** The allocator of `npm run bench -- verdeling`, in a process of its own as in reality; runs until it is ended. */
import { verdeelBudget } from '@/lib/toewijzing/use-cases/verdeel-budget'

const PAUSE_MS = 20

let stopping = false
process.on('disconnect', () => { stopping = true })
process.on('SIGTERM', () => { stopping = true })
process.send?.('klaar')
while (!stopping) {
  if (!(await verdeelBudget())) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
}
process.exit(0)
