// Ends the processes of a starter that was itself killed. Reads "+ pid signal" and "- pid" lines; when the pipe closes
// without "bye", the starter is gone and everything still on the list is stopped.
import { createInterface } from 'node:readline'

const groups = new Map()
let dismissed = false

const signal = (pid, name) => {
  try {
    process.kill(-pid, name)
    return true
  } catch {
    return false
  }
}

process.on('SIGINT', () => undefined)
process.on('SIGHUP', () => undefined)

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const [kind, pid, name] = line.split(' ')
    if (kind === '+') groups.set(Number(pid), name)
    if (kind === '-') groups.delete(Number(pid))
    if (kind === 'bye') dismissed = true
  })
  .on('close', async () => {
    if (dismissed) process.exit(0)
    // The newest first: the services that use the database, then the database.
    const newestFirst = [...groups].reverse()
    for (const [pid, name] of newestFirst.filter(([, name]) => name === 'SIGTERM')) signal(pid, name)
    await new Promise((resolve) => setTimeout(resolve, 2_000))
    for (const [pid, name] of newestFirst) signal(pid, name)
    for (let tries = 0; tries < 40 && newestFirst.some(([pid]) => signal(pid, 0)); tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 100))
    for (const [pid] of newestFirst) signal(pid, 'SIGKILL')
    process.exit(0)
  })
