import { Icon } from '@/components/ui/icon'
import { KOLOMVELDEN, isKolomVeld, type KolomVeld } from '@/lib/aanlevering/rules/kolommen'
import type { KolomindelingStand } from '@/lib/aanlevering/model'

const GROEPEN = [['opleiding', 'De opleiding'], ['kosten', 'De kosten'], ['start', 'De startdatum']] as const
const VELDEN = Object.keys(KOLOMVELDEN).filter(isKolomVeld)

/** One line per column of the table: its name, some of its values, and what it means. The fields are called kolom-0, kolom-1 … */
export function ImportKolomindeling({ tabel: { kop, voorbeelden, kolomindeling }, gekozen }: { tabel: KolomindelingStand; gekozen: (naam: string) => string | undefined }) {
  return (
    <ul className="stap-stapel list-none p-0">
      {kop.map((naam, kolom) => (
        <li key={`${String(kolom)} ${naam}`} className="grid items-start gap-x-6 gap-y-1 border-t border-line pt-3 sm:grid-cols-2">
          <div className="min-w-0">
            <label className="utrecht-form-label font-bold" htmlFor={`kolom-${String(kolom)}`}>{naam === '' ? `Kolom ${String(kolom + 1)}, zonder naam` : naam}</label>
            <p className="m-0 break-words text-s" id={`kolom-${String(kolom)}-voorbeeld`}>{(voorbeelden[kolom] ?? []).length === 0 ? 'Geen waarden' : `Bijvoorbeeld: ${(voorbeelden[kolom] ?? []).join(' · ')}`}</p>
          </div>
          <Keuze kolom={kolom} waarde={gekozen(`kolom-${String(kolom)}`) ?? kolomindeling[kolom] ?? ''} />
        </li>
      ))}
    </ul>
  )
}

function Keuze({ kolom, waarde }: { kolom: number; waarde: string }) {
  const naam = `kolom-${String(kolom)}`
  return (
    <span className="stap-keuze__select">
      <select key={waarde} className="utrecht-select utrecht-select--html-select" id={naam} name={naam} defaultValue={waarde} aria-describedby={`${naam}-voorbeeld`}>
        <option value="">Niet gebruiken</option>
        {GROEPEN.map(([groep, label]) => (
          <optgroup key={groep} label={label}>
            {VELDEN.filter((veld: KolomVeld) => KOLOMVELDEN[veld].groep === groep).map((veld) => <option key={veld} value={veld}>{KOLOMVELDEN[veld].label}</option>)}
          </optgroup>
        ))}
      </select>
      <Icon name="chevron-down" />
    </span>
  )
}
