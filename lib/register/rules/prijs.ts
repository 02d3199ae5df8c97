import { plainDate, type PlainDate } from '@/lib/base/date'
import type { Kostenpost, Kostensoort } from '@/lib/register/model'

/**
 * Regeling art. 4 lid 1: lesson, course, college and exam fees, and what the opleider obliges a participant to have to learn with or
 * to be safe with. Stcrt. 2023, 4426 put literature in the place of leermiddelen. Lunch, travel, stay, registration and the paper of
 * the certificate are in neither list. The database knows the same lists (kosten_klopt).
 */
const SUBSIDIABEL: readonly { vanaf: PlainDate; soorten: readonly Kostensoort[]; bron: string }[] = [
  { vanaf: plainDate('2023-02-01'), soorten: ['LESGELD', 'EXAMEN', 'LITERATUUR', 'BESCHERMINGSMIDDELEN'], bron: 'Art. 4 lid 1 onder a, Stcrt. 2023, 4426: literatuur in plaats van leermiddelen' },
  { vanaf: plainDate('2022-01-01'), soorten: ['LESGELD', 'EXAMEN', 'LEERMIDDELEN', 'LITERATUUR', 'BESCHERMINGSMIDDELEN'], bron: 'Art. 4 lid 1 onder a, Stcrt. 2021, 35685' },
]
const RUIMST: readonly Kostensoort[] = ['LESGELD', 'EXAMEN', 'LEERMIDDELEN', 'LITERATUUR', 'BESCHERMINGSMIDDELEN']

/** The kinds of cost that the STAP-budget pays on a day; without a day the list with which the regeling began. */
export function subsidiabeleSoorten(dag?: PlainDate): readonly Kostensoort[] {
  return dag === undefined ? RUIMST : (SUBSIDIABEL.find(({ vanaf }) => vanaf <= dag)?.soorten ?? RUIMST)
}

export type Prijs = { catalogusprijsCent: number; subsidiabelCent: number }

/**
 * The prices that follow from the lines: catalogusprijs is the sum of what is required (art. 1, Stcrt. 2022, 28947), subsidiabel the
 * sum of the subsidiable kinds among them, both in cents with VAT. Never typed. Undefined without lines.
 */
export function leidPrijsAf(kosten: readonly Kostenpost[], dag?: PlainDate): Prijs | undefined {
  if (kosten.length === 0) return undefined
  const soorten = subsidiabeleSoorten(dag)
  const verplicht = kosten.filter(({ isVerplicht }) => isVerplicht)
  return { catalogusprijsCent: som(verplicht), subsidiabelCent: som(verplicht.filter(({ soort }) => soorten.includes(soort))) }
}

/** The lines behind two amounts that somebody typed: what is subsidiable as lesson fee, the rest as other. */
export function kostenUitBedragen(catalogusprijsCent: number | null, subsidiabelCent: number | null): Kostenpost[] {
  if (catalogusprijsCent === null) return []
  const post = (soort: Kostensoort, bedragCent: number): Kostenpost[] => (bedragCent === 0 ? [] : [{ soort, omschrijving: '', bedragCent, isVerplicht: true }])
  return [...post('LESGELD', subsidiabelCent ?? 0), ...post('OVERIG', catalogusprijsCent - (subsidiabelCent ?? 0))]
}

const som = (posten: readonly Kostenpost[]): number => posten.reduce((totaal, { bedragCent }) => totaal + bedragCent, 0)
