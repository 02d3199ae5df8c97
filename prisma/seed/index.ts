import { shiftClock } from '@/lib/platform/clock-shift'
import { inTransaction, prisma } from '@/lib/platform/db'
import { legRegelingVast } from '@/lib/regeling/use-cases/leg-regeling-vast'
import { PLAFOND_REDEN } from '@/lib/tijdvak/texts'
import { legTijdvakVast } from '@/lib/tijdvak/use-cases/leg-tijdvak-vast'
import { legJaarplafondVast } from '@/lib/tijdvak/use-cases/wijzig-jaarplafond'
import { verversZoekindex } from '@/lib/voorportaal/use-cases/ververs-zoekindex'
import { REGELING_PARAMETERS } from '@/prisma/seed/regeling'
import { legOpleidersVast, vulRegister } from '@/prisma/seed/register'
import { JAARPLAFONDS, TIJDVAKKEN } from '@/prisma/seed/tijdvakken'

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

// Before the first tijdvak: what was booked for 2022 and 2023 is booked then, so that every stand of the ledger in the demo has it.
const VOOR_HET_EERSTE_TIJDVAK = new Date('2022-01-03T09:00:00+01:00')
// The demo plays around the opening of 2022-V: the register is filled before the registratiestop, and the demo begins five
// minutes before ten o'clock on 1 November 2022.
const VOOR_DE_REGISTRATIESTOP = new Date('2022-09-20T09:00:00+02:00')
const VLAK_VOOR_DE_OPENING = new Date('2022-11-01T09:55:00+01:00')

/** Everything that `npm start` lays down in a new database. */
export const ZADEN: readonly Zaad[] = [
  {
    naam: 'regeling',
    titel: 'De regeling: parameters met hun periode en bron',
    ookInProductie: true,
    run: async () => { await inTransaction((tx) => legRegelingVast(tx, REGELING_PARAMETERS)) },
  },
  {
    naam: 'klok-voor-het-eerste-tijdvak',
    titel: 'De klok van de demo: 3 januari 2022',
    ookInProductie: false,
    // A demo that was there before this part keeps its time.
    run: async () => { if ((await prisma.tijdvak.count()) === 0) await shiftClock(VOOR_HET_EERSTE_TIJDVAK) },
  },
  {
    naam: 'tijdvakken',
    titel: 'De tijdvakken van 2022 en 2023 met hun budget',
    ookInProductie: true,
    run: () => inTransaction(async (tx) => {
      for (const plan of TIJDVAKKEN) {
        const outcome = await legTijdvakVast(tx, plan)
        if (!outcome.ok) throw new Error(`${plan.code}: ${outcome.redenen.map((reden) => PLAFOND_REDEN[reden]).join(' ')}`)
      }
    }),
  },
  {
    naam: 'jaarplafonds',
    titel: 'Wat er per jaar mag worden gegeven',
    ookInProductie: true,
    run: () => inTransaction(async (tx) => {
      for (const besluit of JAARPLAFONDS) await legJaarplafondVast(tx, besluit)
    }),
  },
  {
    naam: 'klok-voor-de-registratiestop',
    titel: 'De klok van de demo: 20 september 2022',
    ookInProductie: false,
    run: async () => { await shiftClock(VOOR_DE_REGISTRATIESTOP) },
  },
  {
    naam: 'opleiders',
    titel: 'De opleiders van de demo, met hun erkenning',
    ookInProductie: false,
    run: legOpleidersVast,
  },
  {
    naam: 'register',
    titel: 'Het scholingsregister van de demo: 1.500 opleidingen, door de import',
    ookInProductie: false,
    run: vulRegister,
  },
  {
    naam: 'zoekindex',
    titel: 'Wat er te vinden is in het register van de demo',
    ookInProductie: false,
    // The jobs that the import left would do it too, but the first visitor would find a part of it until they are done.
    run: async () => { await verversZoekindex({}) },
  },
  {
    naam: 'klok-voor-de-opening',
    titel: 'De klok van de demo: 1 november 2022, vijf voor tien',
    ookInProductie: false,
    run: async () => { await shiftClock(VLAK_VOOR_DE_OPENING) },
  },
]

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

