import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { BESTANDSVORMEN, VERZAMELINGEN, type Dump, type DumpBestand } from '@/lib/opendata/model'
import { config } from '@/lib/platform/config'

const dumpSchema = z.object({
  gemaaktOp: z.string(),
  bestanden: z.array(z.object({ naam: z.string(), verzameling: z.enum(VERZAMELINGEN), vorm: z.enum(BESTANDSVORMEN), rijen: z.number(), grootte: z.number(), sha256: z.string() })),
})

const home = () => path.join(config.dataDir, 'opendata')

/** The dump that is served now; undefined when none was made yet. */
export async function leesDump(dir = home()): Promise<Dump | undefined> {
  const folder = await currentFolder(dir)
  return folder === undefined ? undefined : dumpSchema.parse(JSON.parse(await readFile(path.join(folder, 'dump.json'), 'utf8')))
}

/** Where a file of the dump stands, with what is known of it. Only a name of the dump itself leads to a file. */
export async function vindDumpBestand(naam: string, dir = home()): Promise<{ pad: string; bestand: DumpBestand; gemaaktOp: string } | undefined> {
  const [folder, dump] = await Promise.all([currentFolder(dir), leesDump(dir)])
  const bestand = dump?.bestanden.find((candidate) => candidate.naam === naam)
  return folder === undefined || dump === undefined || bestand === undefined ? undefined : { pad: path.join(folder, bestand.naam), bestand, gemaaktOp: dump.gemaaktOp }
}

async function currentFolder(dir: string): Promise<string | undefined> {
  try {
    const naam = (await readFile(path.join(dir, 'actueel'), 'utf8')).trim()
    return /^dump-[0-9a-f-]{36}$/.test(naam) ? path.join(dir, naam) : undefined
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined
    throw fault
  }
}
