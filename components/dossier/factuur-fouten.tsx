import { describeFout } from '@/lib/betaling/texts'
import type { FactuurFout } from '@/lib/betaling/model'

/** What is wrong with an invoice: each rule a sentence that says how to mend it, with the place in the file. */
export function FactuurFouten({ fouten }: { fouten: readonly FactuurFout[] }) {
  return (
    <ol className="flex list-decimal flex-col gap-4 ps-6">
      {fouten.map((fout, index) => (
        <li key={`${fout.code} ${fout.plaats} ${String(index)}`}>
          <p>{describeFout(fout)}</p>
          <p className="text-s text-ink-soft break-words">Regel {fout.code}, plaats in het bestand: {fout.plaats}</p>
        </li>
      ))}
    </ol>
  )
}
