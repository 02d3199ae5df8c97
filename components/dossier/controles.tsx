import { Details } from '@/components/ui/details'
import { Tag, StatusBadge, type Tone } from '@/components/ui/tag'
import { CONTROLE_LABEL, UITKOMST_LABEL } from '@/lib/beschikking/texts'
import type { ControleNaam, Uitkomst } from '@/lib/beschikking/model'

type ControleRegel = {
  controle: ControleNaam
  uitkomst: Uitkomst
  toelichting: string
  bron: string
  feiten: readonly { naam: string; waarde: string; isVerschil: boolean }[]
}

const TOON: Record<Uitkomst, Tone> = { voldoet: 'goed', 'voldoet-niet': 'fout', onbekend: 'let-op' }
const OPEN: readonly Uitkomst[] = ['voldoet-niet', 'onbekend']

/** The automatic checks with their outcome, facts and source: what is not in order in full, the rest folded. */
export function Controles({ controles, beoordeeldOp }: { controles: readonly ControleRegel[]; beoordeeldOp: string | null }) {
  if (controles.length === 0) return <p>Deze aanvraag is niet automatisch gecontroleerd.</p>
  const open = OPEN.flatMap((uitkomst) => controles.filter((controle) => controle.uitkomst === uitkomst))
  const goed = controles.filter(({ uitkomst }) => uitkomst === 'voldoet')
  return (
    <>
      <Lijst controles={open} />
      {goed.length > 0 && <div className="mt-3"><Details summary={goed.length === 1 ? '1 controle voldoet' : `${String(goed.length)} controles voldoen`}><Lijst controles={goed} /></Details></div>}
      {beoordeeldOp !== null && <p className="mt-2 text-s text-ink-soft">Gecontroleerd op {beoordeeldOp}.</p>}
    </>
  )
}

function Lijst({ controles }: { controles: readonly ControleRegel[] }) {
  return (
    <ul className="mt-2 list-none p-0">
      {controles.map(({ controle, uitkomst, toelichting, bron, feiten }) => (
        <li key={controle} className="border-b border-line py-2">
          <div className="flex flex-wrap items-baseline justify-between gap-2">
            <span className="font-semibold">{CONTROLE_LABEL[controle].label} <span className="font-normal text-ink-soft">{CONTROLE_LABEL[controle].artikel}</span></span>
            <StatusBadge tone={TOON[uitkomst]}>{UITKOMST_LABEL[uitkomst]}</StatusBadge>
          </div>
          {uitkomst !== 'voldoet' && <p>{toelichting}</p>}
          <dl className="text-s">
            {feiten.map(({ naam, waarde, isVerschil }) => (
              <div key={naam} className="flex flex-wrap gap-x-2">
                <dt className="text-ink-soft">{isVerschil ? <Tag tone="let-op">{naam}</Tag> : `${naam}:`}</dt>
                <dd>{waarde}</dd>
              </div>
            ))}
          </dl>
          <p className="text-s text-ink-soft">Bron: {bron}</p>
        </li>
      ))}
    </ul>
  )
}
