import { formatDatumKort } from '@/lib/base/date'
import type { BeoordelingFeiten, Controle } from '@/lib/beschikking/model'
import { hasAowLeeftijd, hasMinimumleeftijd } from '@/lib/regeling/rules/leeftijd'

/** Art. 5 lid 2 onder a: on the day of the aanvraag old enough, and younger than the AOW-leeftijd (AOW 7a). Facts of the BRP. */
export function checkLeeftijd({ persoon, bewijs, aanvraagDag, regeling }: BeoordelingFeiten): Controle {
  const geboortedatum = persoon.soort === 'gevonden' ? persoon.waarde.geboortedatum : null
  const basis = {
    controle: 'leeftijd' as const,
    bron: 'Basisregistratie Personen',
    feiten: [
      { naam: 'Geboortedatum', waarde: geboortedatum === null ? 'niet bekend' : formatDatumKort(geboortedatum) },
      { naam: 'Dag van de aanvraag', waarde: formatDatumKort(aanvraagDag) },
    ],
    // Awb 4:7: when the BRP says something else than the burger did, somebody asks first.
    hard: geboortedatum === bewijs.geboortedatum,
  }
  if (geboortedatum === null) return { ...basis, uitkomst: 'onbekend', toelichting: 'De BRP geeft geen volledige geboortedatum.' }
  if (!hasMinimumleeftijd(geboortedatum, aanvraagDag, regeling.get('minimumleeftijd')))
    return { ...basis, uitkomst: 'voldoet-niet', grond: 'te-jong', toelichting: 'De aanvrager was op de dag van de aanvraag te jong.' }
  if (hasAowLeeftijd(geboortedatum, aanvraagDag, regeling.historie('aow-leeftijd')))
    return { ...basis, uitkomst: 'voldoet-niet', grond: 'aow-leeftijd-bereikt', toelichting: 'De aanvrager had op de dag van de aanvraag de AOW-leeftijd bereikt.' }
  return { ...basis, uitkomst: 'voldoet', toelichting: 'De leeftijd is goed.' }
}
