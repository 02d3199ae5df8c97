import { Link } from '@/components/ui/link'
import { Qr } from '@/components/ui/qr'
import { SummaryList } from '@/components/ui/summary-list'
import { Heading, Paragraph } from '@/components/ui/text'
import type { Bladregel } from '@/lib/vooraanmelding/rules/bewijsblad'

/** What an aanmeldbewijs says, with its code to type, to scan and to follow. */
export function Bewijsblad({ code, adres, qr, deelnemer, scholing }: { code: string; adres: string; qr: { size: number; path: string }; deelnemer: readonly Bladregel[]; scholing: readonly Bladregel[] }) {
  return (
    <>
      <div className="stap-card flex flex-wrap items-center justify-between gap-6">
        <div className="flex flex-col gap-2">
          <Paragraph>Code</Paragraph>
          <p className="text-2xl font-bold tabular-nums tracking-wide">{code}</p>
          <p className="text-s wrap-anywhere"><Link href={adres}>{adres}</Link></p>
        </div>
        <Qr {...qr} label={`QR-code die naar ${adres} leidt`} />
      </div>
      <Groep id="deelnemer" titel="Deelnemer" regels={deelnemer} />
      <Groep id="scholing" titel="Scholing" regels={scholing} />
    </>
  )
}

function Groep({ id, titel, regels }: { id: string; titel: string; regels: readonly Bladregel[] }) {
  return (
    <section className="stap-stapel" aria-labelledby={id}>
      <Heading level={2} id={id}>{titel}</Heading>
      <SummaryList rows={regels.map(([naam, waarde]) => ({ key: naam, term: naam, value: waarde }))} />
    </section>
  )
}
