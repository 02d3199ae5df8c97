import type { Uitkomst } from '@/lib/toewijzing/model'

/** What the allocator decided, as an employee reads it. */
export const UITKOMST_LABEL: Readonly<Record<Uitkomst, string>> = {
  gereserveerd: 'Budget gereserveerd',
  'plafond-bereikt': 'Geen budget: plafond bereikt',
  'al-toegekend': 'Geen budget: dit kalenderjaar al een verlening',
  'verleningsgrens-bereikt': 'Geen budget: verleningsgrens van de scholing bereikt',
  reserve: 'Op de reservelijst',
  ingetrokken: 'Ingetrokken voor de beslissing',
}
