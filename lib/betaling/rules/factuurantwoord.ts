import type { BriefInhoud } from '@/lib/beschikking/model'
import { CONTACT, ONDERTEKENING, UWV } from '@/lib/beschikking/texts'
import type { FactuurFout } from '@/lib/betaling/model'
import { describeFout } from '@/lib/betaling/texts'

/** How many faults a letter names; who made more has a wrong setting, and all of them stand in the portal. */
const MAX_FOUTEN = 8

/** What we propose to answer to an opleider whose invoice was refused, in paragraphs: what happened, what to change, what to do. */
export function proposeAntwoord({ factuurnummer, ordernummer, fouten }: { factuurnummer: string; ordernummer: string | null; fouten: readonly FactuurFout[] }): string {
  const redenen = fouten.filter(({ isOpmerking }) => isOpmerking !== true)
  const meer = redenen.length - MAX_FOUTEN
  return [
    `Wij kunnen uw factuur ${factuurnummer}${ordernummer === null ? '' : ` voor opdracht ${ordernummer}`} niet betalen.`,
    'Dit moet u veranderen:',
    ...redenen.slice(0, MAX_FOUTEN).map((fout) => `- ${describeFout(fout)}`),
    ...(meer > 0 ? [`Er is nog meer mis (${String(meer)}). Alles staat in het opleidersportaal, bij Facturen.`] : []),
    'Stuur daarna de verbeterde factuur. Dat kan met hetzelfde factuurnummer, via het opleidersportaal, uw koppeling of e-mail.',
  ].join('\n\n')
}

/** The letter with the answer as somebody sends it. It is no besluit, so it has no bezwaar. */
export function makeAntwoordbrief({ factuurnummer, ordernummer, alineas, opleider }: {
  factuurnummer: string; ordernummer: string | null; alineas: readonly string[]; opleider: { naam: string; adres: string; plaats: string }
}): { onderwerp: string; inhoud: BriefInhoud } {
  const [kern = '', ...rest] = alineas
  return {
    onderwerp: `Uw factuur ${factuurnummer}`,
    inhoud: {
      afzender: UWV,
      aan: [opleider.naam, opleider.adres, opleider.plaats],
      gegevens: [{ naam: 'Factuur', waarde: factuurnummer }, ...(ordernummer === null ? [] : [{ naam: 'Ordernummer', waarde: ordernummer }])],
      aanhef: `Beste medewerker van ${opleider.naam},`,
      kern, betekenis: rest, doen: [],
      waarom: { inleiding: [], gronden: [] },
      bezwaar: null,
      contact: CONTACT,
      ondertekening: ONDERTEKENING,
    },
  }
}
