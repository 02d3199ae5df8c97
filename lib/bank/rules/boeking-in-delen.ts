import type { XmlTree } from '@/lib/base/xml-tree'
import { readTransactie, type Boekingsdelen, type Transactie } from '@/lib/bank/rules/camt053'

/** More than any batch has; an entry with more would be a way to fill the memory. */
const MAX_TRANSACTIES = 100_000
/** What stands in an entry beside its transactions is a handful of elements. */
const MAX_KOP = 200

/** Collects one entry element by element: a bank that books a batch as one sum writes all its payments in it. */
export class BoekingInDelen implements Boekingsdelen {
  readonly regel: number
  readonly kop: XmlTree[] = []
  readonly transacties: Transactie[] = []
  batch: XmlTree | undefined

  constructor(regel: number) {
    this.regel = regel
  }

  /** False when there is more in the entry than one can be. */
  take(houder: string, element: XmlTree): boolean {
    if (houder === 'NtryDtls' && element.naam === 'TxDtls') this.transacties.push(readTransactie(element))
    else if (houder === 'NtryDtls') this.batch ??= element.naam === 'Btch' ? element : undefined
    else this.kop.push(element)
    return this.transacties.length <= MAX_TRANSACTIES && this.kop.length <= MAX_KOP
  }
}
