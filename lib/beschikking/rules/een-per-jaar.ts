import type { BeoordelingFeiten, Controle } from '@/lib/beschikking/model'

/** Invariant I4: no more grants in a kalenderjaar than the regeling allows. Our own administration, so certain. */
export function checkEenPerJaar({ verleningenDitJaar, waarden }: BeoordelingFeiten): Controle {
  const past = verleningenDitJaar < waarden.verleningenPerJaar
  const basis = {
    controle: 'een-per-jaar' as const,
    bron: 'Eigen administratie',
    feiten: [{ naam: 'Andere verleningen dit kalenderjaar', waarde: `${String(verleningenDitJaar)} (ten hoogste ${String(waarden.verleningenPerJaar)} toegestaan)` }],
    hard: true,
  }
  return past
    ? { ...basis, uitkomst: 'voldoet', toelichting: 'Er is ruimte voor een verlening in dit kalenderjaar.' }
    : { ...basis, uitkomst: 'voldoet-niet', grond: 'al-toegekend', toelichting: 'De aanvrager kreeg dit kalenderjaar al STAP-budget.' }
}
