import { Table, type Column } from '@/components/ui/table'
import type { FactuurFout } from '@/lib/betaling/model'
import { describePlek, describeRegel } from '@/lib/betaling/texts'

type Rij = FactuurFout & { sleutel: string }

/** What stands in an invoice beside what is expected, rule by rule. */
export function FactuurVerschil({ fouten }: { fouten: readonly FactuurFout[] }) {
  return <Table caption="Verschil met wat wij verwachten" columns={columns} rows={fouten.map((fout, index) => ({ ...fout, sleutel: `${fout.code} ${String(index)}` }))} rowKey={({ sleutel }) => sleutel} />
}

const columns: readonly Column<Rij>[] = [
  { key: 'wat', header: 'Wat', rowHeader: true, cell: (rij) => <span className="break-words">{describePlek(rij)}</span> },
  { key: 'gevonden', header: 'In de factuur', cell: ({ gevonden }) => <span className="break-words">{gevonden ?? '–'}</span> },
  { key: 'verwacht', header: 'Verwacht', cell: ({ verwacht }) => <span className="break-words">{verwacht ?? '–'}</span> },
  { key: 'regel', header: 'Regel', cell: ({ code }) => <><span className="whitespace-nowrap">{code}</span><span className="text-s text-ink-soft block">{describeRegel(code)}</span></> },
]
