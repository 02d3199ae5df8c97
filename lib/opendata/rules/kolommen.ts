import type { Veld, Veldsoort } from '@/lib/opendata/model'

const TYPE: Readonly<Record<Veldsoort, 'STRING' | 'INT32' | 'BOOLEAN'>> = {
  id: 'STRING', tekst: 'STRING', code: 'STRING', getal: 'INT32', bedrag: 'INT32', datum: 'STRING', tijdstip: 'STRING', 'ja-nee': 'BOOLEAN', lijst: 'STRING', adres: 'STRING',
}

/** The columns of a Parquet file. A list is text with bars, as in CSV: then both files say the same. */
export function toParquetColumns(velden: readonly Veld[]): { name: string; type: 'STRING' | 'INT32' | 'BOOLEAN'; nullable: boolean }[] {
  return velden.map(({ naam, soort, isLeeg }) => ({ name: naam, type: TYPE[soort], nullable: isLeeg }))
}
