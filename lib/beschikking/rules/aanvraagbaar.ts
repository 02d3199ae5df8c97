import type { BeoordelingFeiten, Controle } from '@/lib/beschikking/model'

/**
 * Art. 12 lid 1 onder e and f: the scholing stood in the register on the day of the aanvraag, and no maatregel stands in the way now.
 * The register may have changed without the burger knowing it, so a person decides.
 */
export function checkAanvraagbaar({ register }: BeoordelingFeiten): Controle {
  const { nietAanvraagbaar, maatregel } = register
  const basis = {
    controle: 'aanvraagbaar' as const,
    bron: 'Scholingsregister',
    feiten: [
      { naam: 'Maatregel', waarde: maatregel ?? 'geen' },
      { naam: 'Niet aan te vragen omdat', waarde: nietAanvraagbaar.length === 0 ? 'geen reden' : nietAanvraagbaar.join(', ') },
    ],
    hard: false,
  }
  if (maatregel === 'in-onderzoek') return { ...basis, uitkomst: 'onbekend', toelichting: 'De opleiding of de opleider is in onderzoek.' }
  if (maatregel !== null || nietAanvraagbaar.length > 0)
    return { ...basis, uitkomst: 'voldoet-niet', grond: maatregel === 'verwijderd' ? 'opleider-verwijderd' : 'niet-in-register', toelichting: 'De scholing is volgens het register niet aan te vragen.' }
  return { ...basis, uitkomst: 'voldoet', toelichting: 'De scholing is aan te vragen.' }
}
