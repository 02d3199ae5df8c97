import type { JobPayloads } from '@/lib/platform/jobs'
import { herinnerKeuze } from '@/lib/wijziging/use-cases/bewaak-keuzes'

/** Reminds a burger whose scholing was called off that there is a choice to make. */
export const herinnerKeuzeJob = ({ wijzigingId }: JobPayloads['herinner-keuze']): Promise<void> => herinnerKeuze(wijzigingId)
