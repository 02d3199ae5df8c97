import { prisma } from '@/lib/platform/db'

/** One part of the data of a new system. It runs once per database, in the order of the list, and is remembered when it succeeded. */
export type Zaad = {
  /** Kebab-case, never changed: it is how the database remembers that this part is there. */
  naam: string
  /** What the operator sees while it runs. */
  titel: string
  /** Whether production needs it too: the regeling, but never people or opleiders. */
  ookInProductie: boolean
  run: () => Promise<void>
}

/** Everything that `npm start` lays down in a new database. */
export const ZADEN: readonly Zaad[] = []

/** Lays down the parts that this database does not have yet. */
export default async function seed(isProductie: boolean): Promise<void> {
  const gedaan = new Set((await prisma.zaad.findMany()).map(({ naam }) => naam))
  for (const zaad of ZADEN) {
    if (gedaan.has(zaad.naam) || (isProductie && !zaad.ookInProductie)) continue
    console.log(zaad.titel)
    await zaad.run()
    await prisma.zaad.create({ data: { naam: zaad.naam } })
  }
}

