/** The three lists that everybody may reuse. */
export const VERZAMELINGEN = ['opleiders', 'opleidingen', 'scholingsactiviteiten'] as const
export type Verzameling = (typeof VERZAMELINGEN)[number]

/** What a veld holds; each file format writes it in its own way. `bedrag` is in cents. */
export type Veldsoort = 'id' | 'tekst' | 'code' | 'getal' | 'bedrag' | 'datum' | 'tijdstip' | 'ja-nee' | 'lijst' | 'adres'

/** One column of a list, for files, the API and the page that explains them. */
export type Veld = { readonly naam: string; readonly soort: Veldsoort; readonly isLeeg: boolean; readonly uitleg: string }

export type Waarde = string | number | boolean | null | readonly string[]
/** One line of a list: exactly the velden of its verzameling. */
export type Rij = Readonly<Record<string, Waarde>>

export const BESTANDSVORMEN = ['csv', 'jsonl', 'parquet'] as const
export type Bestandsvorm = (typeof BESTANDSVORMEN)[number]

/** One file of a dump. `grootte` is in bytes, as it is stored. */
export type DumpBestand = { readonly naam: string; readonly verzameling: Verzameling; readonly vorm: Bestandsvorm; readonly rijen: number; readonly grootte: number; readonly sha256: string }

/** The open data as it was at one moment. */
export type Dump = { readonly gemaaktOp: string; readonly bestanden: readonly DumpBestand[] }
