import { formatBedrag } from '@/lib/base/money'
import type { BeoordelingFeiten, Controle } from '@/lib/beschikking/model'

/** Art. 4: the amount is at most the maximum, and at most the subsidiable costs in the register. */
export function checkBedrag({ aanvraag, register, waarden }: BeoordelingFeiten): Controle {
  const past = aanvraag.bedragCent <= waarden.maximumCent && aanvraag.bedragCent <= register.subsidiabelCent
  const basis = {
    controle: 'bedrag' as const,
    bron: 'Aanvraag en scholingsregister',
    feiten: [
      { naam: 'Bedrag van de aanvraag', waarde: formatBedrag(aanvraag.bedragCent) },
      { naam: 'Ten hoogste', waarde: `${formatBedrag(waarden.maximumCent)}, en ${formatBedrag(register.subsidiabelCent)} volgens het register` },
    ],
    hard: false,
  }
  return past
    ? { ...basis, uitkomst: 'voldoet', toelichting: 'Het bedrag is niet te hoog.' }
    : { ...basis, uitkomst: 'voldoet-niet', grond: 'bedrag-te-hoog', toelichting: 'Het bedrag is te hoog.' }
}
