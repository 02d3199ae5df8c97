import { formatDatum, type PlainDate } from '@/lib/base/date'
import { formatBedrag, type Cent } from '@/lib/base/money'
import type { BriefInhoud } from '@/lib/beschikking/model'
import { CONTACT, ONDERTEKENING, UWV } from '@/lib/beschikking/texts'
import { describeRente, type VerschuldigdeRente } from '@/lib/betaling/rules/rente'

export type Rentebrieffeiten = {
  readonly factuurnummer: string; readonly ordernummer: string; readonly hoofdsom: Cent; readonly ontvangenOp: PlainDate; readonly eerder: Cent
  readonly rente: VerschuldigdeRente; readonly bezwaarUiterlijkOp: PlainDate
  readonly opleider: { readonly naam: string; readonly adres: string; readonly plaats: string }
}

/** The beschikking that fixes the interest we owe (Awb 4:99), with how it was counted. */
export function makeRentebrief(feiten: Rentebrieffeiten): { onderwerp: string; inhoud: BriefInhoud } {
  const { factuurnummer, ordernummer, hoofdsom, ontvangenOp, eerder, rente, bezwaarUiterlijkOp, opleider } = feiten
  return {
    onderwerp: `Wij betalen u ${formatBedrag(rente.bedrag)} rente`,
    inhoud: {
      afzender: UWV,
      aan: [opleider.naam, opleider.adres, opleider.plaats],
      gegevens: [{ naam: 'Factuur', waarde: factuurnummer }, { naam: 'Ordernummer', waarde: ordernummer }],
      aanhef: `Beste medewerker van ${opleider.naam},`,
      kern: `Wij betalen factuur ${factuurnummer} te laat. Daarom krijgt u ${formatBedrag(rente.bedrag)} wettelijke rente.`,
      betekenis: ['Wij maken de rente apart naar u over, op uw eigen rekening. Op het afschrift staat het ordernummer met een R.'],
      doen: ['U hoeft niets te doen. U hoeft voor de rente geen factuur te sturen.'],
      waarom: {
        inleiding: [
          `Wij ontvingen de factuur van ${formatBedrag(hoofdsom)} op ${formatDatum(ontvangenOp)}. Vanaf ${formatDatum(rente.van)} waren wij te laat met betalen.`,
          ...describeRente(rente.delen),
          ...(eerder === 0 ? [] : [`Hiervan hebben wij ${formatBedrag(eerder)} al eerder toegekend.`]),
        ],
        gronden: [
          { zin: 'Wie te laat betaalt, is in verzuim en betaalt wettelijke rente.', artikel: 'artikel 4:97 en 4:98 Algemene wet bestuursrecht, artikel 6:119 Burgerlijk Wetboek' },
          { zin: 'Wij stellen de rente vast in een besluit.', artikel: 'artikel 4:99 Algemene wet bestuursrecht' },
        ],
      },
      bezwaar: { uiterlijkOp: bezwaarUiterlijkOp, bij: 'uwv' },
      contact: CONTACT.slice(0, 1),
      ondertekening: ONDERTEKENING,
    },
  }
}

export type Vervallenrente = Pick<Rentebrieffeiten, 'factuurnummer' | 'ordernummer' | 'bezwaarUiterlijkOp' | 'opleider'> & { readonly bedrag: Cent }

/** The beschikking is withdrawn: the opleider took back the invoice, so there was no debt that we were late with. */
export function makeVervallenRentebrief({ factuurnummer, ordernummer, bedrag, bezwaarUiterlijkOp, opleider }: Vervallenrente): { onderwerp: string; inhoud: BriefInhoud } {
  return {
    onderwerp: `U krijgt ${formatBedrag(bedrag)} rente niet`,
    inhoud: {
      afzender: UWV,
      aan: [opleider.naam, opleider.adres, opleider.plaats],
      gegevens: [{ naam: 'Factuur', waarde: factuurnummer }, { naam: 'Ordernummer', waarde: ordernummer }],
      aanhef: `Beste medewerker van ${opleider.naam},`,
      kern: `U nam factuur ${factuurnummer} terug. Daarom krijgt u de ${formatBedrag(bedrag)} wettelijke rente over die factuur niet.`,
      betekenis: ['Onze brief over deze rente geldt niet meer.'],
      doen: ['U hoeft niets te doen. Stuurde u een nieuwe factuur? Dan telt de tijd om te betalen vanaf de dag waarop wij die kregen.'],
      waarom: {
        inleiding: [],
        gronden: [{ zin: 'Wij betalen alleen rente over een bedrag dat wij moesten betalen.', artikel: 'artikel 4:97 en 4:98 Algemene wet bestuursrecht, artikel 6:119 Burgerlijk Wetboek' }],
      },
      bezwaar: { uiterlijkOp: bezwaarUiterlijkOp, bij: 'uwv' },
      contact: CONTACT.slice(0, 1),
      ondertekening: ONDERTEKENING,
    },
  }
}
