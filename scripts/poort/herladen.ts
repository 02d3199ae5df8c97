import { watch } from 'node:fs'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname, '../..')

/** What the poort is made of. */
const SOURCES = ['scripts/poort', 'scripts/web', 'lib', 'components/shell', 'app/globals.css']
const QUIET_MS = 200

/** Calls `reload` when a source of the poort was saved, once for a group of changes. For development: web has its own reloading. */
export function watchSources(reload: (file: string) => void): void {
  let timer: NodeJS.Timeout | undefined
  for (const source of SOURCES) {
    watch(path.join(ROOT, source), { recursive: !source.endsWith('.css') }, (_event, file) => {
      if (file === null || !/\.(ts|tsx|js|css|json)$/.test(file)) return
      clearTimeout(timer)
      timer = setTimeout(() => { reload(path.join(source.endsWith('.css') ? path.dirname(source) : source, file)) }, QUIET_MS)
    })
  }
}
