import type { Vak } from '@/prisma/seed/opleiders'
import { COMMERCIEEL, FINANCIEEL, KANTOOR, LEIDING } from './aanbod/economie'
import { ALGEMEEN, GEDRAG, ONDERWIJS, TAAL } from './aanbod/mens'
import { GROEN, HORECA, OVERIG, TRANSPORT, VEILIGHEID } from './aanbod/praktijk'
import { ICT, TECHNIEK } from './aanbod/techniek'
import type { Stam, Vakgebied } from './aanbod/types'
import { SPORT, ZORG } from './aanbod/zorg'

/** One title that can be offered, with the field it belongs to. */
export type Aanbod = { titel: string; stam: Stam; vak: Vakgebied }

const overig = (categorie: string): Vakgebied => {
  const vak = OVERIG.find((kandidaat) => kandidaat.categorie === categorie)
  if (vak === undefined) throw new Error(`no list for ${categorie}`)
  return vak
}

const VAKKEN: Record<Vak, Vakgebied> = {
  TECHNIEK, ICT, ZORG, SPORT, FINANCIEEL, COMMERCIEEL, KANTOOR, LEIDING, GEDRAG, ALGEMEEN, ONDERWIJS, TAAL, VEILIGHEID, TRANSPORT, HORECA, GROEN,
  RECHT: overig('RECHT'), NATUUR: overig('NATUUR'), HOBBY: overig('HOBBY_EN_VRIJE_TIJD'),
}

/** Every title of a field, with its variants. */
export function aanbodOf(naam: Vak): Aanbod[] {
  const vak = VAKKEN[naam]
  return vak.stammen.flatMap((stam) => (stam[7] ?? ['']).map((variant) => ({ titel: stam[0].replace('*', variant), stam, vak })))
}
