import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname, '../..')

/** The files below some folders of the project, as paths from its root with forward slashes, sorted. */
export function listSources(folders: readonly string[], name: RegExp): string[] {
  return folders
    .flatMap((folder) => readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => path.posix.join(folder, file.split(path.sep).join('/'))))
    .filter((file) => name.test(file))
    .sort()
}

/** The text of a file of the project. */
export function readSource(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8')
}
