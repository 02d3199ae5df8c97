import { BETALEN } from './experimenten/betalen'
import { DIENSTEN } from './experimenten/diensten'
import { KETEN } from './experimenten/keten'
import { NEGATIEF } from './experimenten/negatief'
import { OPENING } from './experimenten/opening'
import { POORT } from './experimenten/poort'
import { PROCESSEN } from './experimenten/processen'
import type { Experiment } from './proef'

/** Every experiment, in the order in which they run. */
export const EXPERIMENTEN: readonly Experiment[] = [...PROCESSEN, ...DIENSTEN, ...OPENING, ...KETEN, ...BETALEN, ...POORT, ...NEGATIEF]
