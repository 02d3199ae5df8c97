import { Table, type Column } from '@/components/ui/table'
import type { FactuurFout } from '@/lib/betaling/model'
import { describePlek, describeRegel } from '@/lib/betaling/texts'

type Rij = FactuurFout & { sleutel: string }

/** What stands in an invoice beside what is expected, rule by rule. */
export function FactuurVerschil({ fouten }: { fouten: readonly FactuurFout[] }) {
  return <Table caption="Verschil met wat wij verwachten" columns={columns} rows={fouten.map((fout, index) => ({ ...fout, sleutel: `${fout.code} ${String(index)}` }))} rowKey={({ sleutel }) => sleutel} />
}

const columns: readonly Column<Rij>[] = [
  { key: 'wat', header: 'Wat er niet klopt', rowHeader: true, cell: (rij) => <><span className="block min-w-56 break-words">{describePlek(rij)}</span><span className="text-s text-ink-soft block font-normal">{describeRegel(rij.code)} ({rij.code})</span></> },
  { key: 'gevonden', header: 'In de factuur', cell: ({ gevonden }) => <Waarde tekst={gevonden} /> },
  { key: 'verwacht', header: 'Verwacht', cell: ({ verwacht }) => <Waarde tekst={verwacht} /> },
]

/** What fits on a line stays on it: an amount is not read from two. */
function Waarde({ tekst = '–' }: { tekst: string | undefined }) {
  return <span className={tekst.length <= 20 ? 'whitespace-nowrap' : 'break-words'}>{tekst}</span>
}
