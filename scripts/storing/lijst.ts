import { PROCESSEN } from './experimenten/processen'
import type { Experiment } from './proef'

/** Every experiment, in the order in which they run. */
export const EXPERIMENTEN: readonly Experiment[] = [...PROCESSEN]
