import { cent, formatBedrag } from '@/lib/base/money'
import { NIVEAUS } from '@/lib/register/model'
import { NIVEAU_LABEL } from '@/lib/register/texts'
import type { CompartimentStand, RestRegel, Voorwaarden } from '@/lib/tijdvak/model'

type Configuratie = Voorwaarden & Pick<CompartimentStand, 'restRegel' | 'overschrijdingCent' | 'verrekendMet'>

const REST_TEKST: Readonly<Record<RestRegel, string>> = {
  'volgend-tijdvak': 'Rest gaat naar het volgende tijdvak',
  'naar-algemeen': 'Rest gaat naar algemeen',
  vervalt: 'Rest wordt niet meer verdeeld',
}

/** Who may use a compartiment, in which order, and what happens with what is left. */
export function describeCompartiment({ kanaal, niveaus, maximaalCent, voorrang, restRegel, overschrijdingCent, verrekendMet }: Configuratie): readonly string[] {
  return [
    kanaal === null ? 'Online en werkplein' : kanaal === 'online' ? 'Alleen online' : 'Alleen via een werkplein',
    ...(niveaus.length === 0 ? [] : [NIVEAUS.filter((niveau) => niveaus.includes(niveau)).map((niveau) => NIVEAU_LABEL[niveau]).join(', ')]),
    ...(maximaalCent === null ? [] : [`Tot en met ${formatBedrag(cent(maximaalCent))}`]),
    `Voorrang ${String(voorrang)}`,
    REST_TEKST[restRegel],
    ...(overschrijdingCent > 0 && verrekendMet !== null ? [`Overschrijding te verrekenen met ${verrekendMet}`] : []),
  ]
}
