import { stelNachtbatchSamen } from '@/lib/betaling/use-cases/stel-nachtbatch-samen'
import { leesPostbus } from '@/lib/betaling/use-cases/lees-postbus'
import { leesBankmap } from '@/lib/bank/use-cases/lees-bankmap'
import { verwerkUitslag } from '@/lib/loting/use-cases/verwerk-uitslag'
import { meetTijdvakken } from '@/lib/monitoring/use-cases/meet-tijdvakken'
import { isOpeningDruk } from '@/lib/aanvraag/use-cases/is-opening-druk'
import { beoordeelRegister } from '@/lib/kwaliteit/use-cases/beoordeel-register'
import { werkDumpBij } from '@/lib/opendata/use-cases/werk-dump-bij'
import { sealGebeurtenissen } from '@/lib/platform/zegel'
import { werkRekeningenBij } from '@/lib/bankrekening/use-cases/werk-rekeningen-bij'
import { werkOpschortingenBij } from '@/lib/opschorting/use-cases/geef-kennis'
import { rondTijdvakkenAf } from '@/lib/reservelijst/use-cases/rond-tijdvakken-af'
import { werkReservelijstBij } from '@/lib/reservelijst/use-cases/werk-reservelijst-bij'
import { werkTijdvakkenBij } from '@/lib/tijdvak/use-cases/werk-tijdvakken-bij'
import { trekSteekproeven } from '@/lib/toelating/use-cases/trek-steekproeven'
import { verdeelBudget } from '@/lib/toewijzing/use-cases/verdeel-budget'
import { bewaakDeelnametermijnen } from '@/lib/verantwoording/use-cases/bewaak-deelnametermijnen'
import { trekDeelnamecontrole } from '@/lib/verantwoording/use-cases/trek-deelnamecontrole'
import { rekenVoorschottenAf } from '@/lib/verantwoording/use-cases/reken-voorschotten-af'
import { werkVorderingenBij } from '@/lib/vordering/use-cases/werk-vorderingen-bij'
import { bewaakKeuzes } from '@/lib/wijziging/use-cases/bewaak-keuzes'
import { laatToe, peilWachtkamers } from '@/lib/wachtkamer/use-cases/laat-toe'
import { werkWachtkamersBij } from '@/lib/wachtkamer/use-cases/werk-wachtkamers-bij'

/**
 * Work that is done again and again in every workers process. `run` makes sure by a lock in the database that several
 * processes do not get in each other's way, and gives true when there is more to do at once.
 */
export type Loop = { naam: string; everyMs: number; run: () => Promise<unknown> }

/** Next to these, workers/index.ts runs the relay and the heartbeat. */
export const LOOPS: readonly Loop[] = [
  { naam: 'zegel', everyMs: 1_000, run: sealGebeurtenissen },
  { naam: 'toewijzing', everyMs: 100, run: verdeelBudget },
  { naam: 'reservelijst', everyMs: 1_000, run: werkReservelijstBij },
  { naam: 'afronding', everyMs: 10_000, run: rondTijdvakkenAf },
  { naam: 'tijdvakken', everyMs: 500, run: werkTijdvakkenBij },
  { naam: 'wachtkamers', everyMs: 250, run: werkWachtkamersBij },
  { naam: 'toelating', everyMs: 250, run: laatToe },
  { naam: 'peiling', everyMs: 1_000, run: peilWachtkamers },
  { naam: 'loting', everyMs: 500, run: verwerkUitslag },
  { naam: 'metingen', everyMs: 5_000, run: meetTijdvakken },
  { naam: 'kwaliteit', everyMs: 2_000, run: () => beoordeelRegister(isOpeningDruk) },
  { naam: 'bankmap', everyMs: 15_000, run: leesBankmap },
  { naam: 'postbus', everyMs: 15_000, run: leesPostbus },
  { naam: 'steekproeven', everyMs: 60_000, run: trekSteekproeven },
  { naam: 'deelnametermijnen', everyMs: 60_000, run: () => bewaakDeelnametermijnen(isOpeningDruk) },
  { naam: 'keuzes', everyMs: 60_000, run: () => bewaakKeuzes(isOpeningDruk) },
  { naam: 'deelnamecontrole', everyMs: 60_000, run: () => trekDeelnamecontrole(isOpeningDruk) },
  { naam: 'opendata', everyMs: 60_000, run: werkDumpBij },
  { naam: 'voorschotten', everyMs: 600_000, run: rekenVoorschottenAf },
  { naam: 'rekeningen', everyMs: 60_000, run: werkRekeningenBij },
  { naam: 'opschortingen', everyMs: 60_000, run: () => werkOpschortingenBij(isOpeningDruk) },
  { naam: 'vorderingen', everyMs: 60_000, run: werkVorderingenBij },
  { naam: 'nachtbatch', everyMs: 60_000, run: stelNachtbatchSamen },
]
