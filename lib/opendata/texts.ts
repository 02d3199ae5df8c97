import type { Bestandsvorm, Verzameling } from '@/lib/opendata/model'

export const VERZAMELING_TEKST: Readonly<Record<Verzameling, { titel: string; uitleg: string }>> = {
  opleiders: { titel: 'Opleiders', uitleg: 'Opleiders die vandaag zijn erkend.' },
  opleidingen: { titel: 'Opleidingen', uitleg: 'Opleidingen waarvoor u STAP-budget kunt aanvragen, met prijs, niveau en vakgebied.' },
  scholingsactiviteiten: { titel: 'Scholingsactiviteiten', uitleg: 'Startdatums van die opleidingen: wanneer, waar en wat het kost.' },
}

export const VORM_TEKST: Readonly<Record<Bestandsvorm, { titel: string; uitleg: string; mediatype: string }>> = {
  csv: { titel: 'CSV', uitleg: 'voor een spreadsheet; UTF-8, komma’s ertussen', mediatype: 'text/csv' },
  jsonl: { titel: 'JSON Lines', uitleg: 'één JSON-object per regel', mediatype: 'application/jsonl' },
  parquet: { titel: 'Parquet', uitleg: 'voor een analyseprogramma', mediatype: 'application/vnd.apache.parquet' },
}

/** Public domain: whoever uses it owes nobody anything. */
export const LICENTIE = { naam: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/deed.nl', uri: 'http://creativecommons.org/publicdomain/zero/1.0/' }

export const UITGEVER = { naam: 'Dienst Uitvoering Onderwijs (DUO)', uri: 'http://standaarden.overheid.nl/owms/terms/Dienst_Uitvoering_Onderwijs', email: 'opendata@stap.example', url: 'https://stap.example/contact' }
