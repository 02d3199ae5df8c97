import type { BeoordelingFeiten, Controle } from '@/lib/beschikking/model'
import { calculateLeeftijdsdag } from '@/lib/regeling/rules/leeftijd'

/**
 * Art. 12: no STAP-budget beside studiefinanciering, lerarenbeurs or WTOS. UWV cannot see the right to it, so this is a risk by age and kind
 * of education: a hit is never a refusal, it goes to a person who asks.
 */
export function checkStudiefinanciering({ persoon, aanvraagDag, register, regeling }: BeoordelingFeiten): Controle {
  const risico = regeling.get('studiefinanciering-risico')
  const geboortedatum = persoon.soort === 'gevonden' ? persoon.waarde.geboortedatum : null
  const soortOnderwijs = register.niveau !== null && risico.niveaus.includes(register.niveau)
    && register.waardedocument !== null && risico.waardedocumenten.includes(register.waardedocument)
  const jong = geboortedatum !== null && aanvraagDag < calculateLeeftijdsdag(geboortedatum, { jaren: risico.leeftijdTot, maanden: 0 })
  const basis = {
    controle: 'studiefinanciering' as const,
    bron: 'BRP en scholingsregister',
    feiten: [
      { naam: `Jonger dan ${String(risico.leeftijdTot)} jaar`, waarde: geboortedatum === null ? 'niet bekend' : jong ? 'ja' : 'nee' },
      { naam: 'Niveau en waardedocument', waarde: `${register.niveau ?? 'geen niveau'}, ${(register.waardedocument ?? 'geen document').toLowerCase()}` },
    ],
    hard: false,
  }
  if (!soortOnderwijs) return { ...basis, uitkomst: 'voldoet', toelichting: 'Voor deze soort scholing bestaat geen studiefinanciering.' }
  if (geboortedatum !== null && !jong) return { ...basis, uitkomst: 'voldoet', toelichting: 'De aanvrager is te oud voor studiefinanciering.' }
  return { ...basis, uitkomst: 'onbekend', toelichting: 'De aanvrager kan studiefinanciering krijgen voor deze scholing. Vraag het na.' }
}
