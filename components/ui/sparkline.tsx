/** A value some seconds ago. */
type Point = { readonly leeftijdS: number; readonly waarde: number }

const WIDTH = 300
const HEIGHT = 64
/** The line stays clear of the edge, so that its highest point is not cut off. */
const TOP = 4

/**
 * A small line from zero, over the last `vensterS` seconds, with its highest value and the value of now beside it. `format` puts
 * a value in words. The picture is for the eye; the label says the same to a screen reader.
 */
export function Sparkline({ points, label, vensterS, format, tone = 'gewoon' }: {
  points: readonly Point[]
  label: string
  vensterS: number
  format: (value: number) => string
  tone?: 'gewoon' | 'geld' | 'let-op'
}) {
  const hoogste = points.reduce((max, { waarde }) => Math.max(max, waarde), 0)
  const nu = points.at(-1)?.waarde
  return (
    <figure className="stap-lijn">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span>{label}</span>
        <span className="text-s text-ink-soft">{nu === undefined ? 'nog niets gemeten' : `hoogste ${format(hoogste)}`}</span>
      </figcaption>
      <svg className={`stap-lijn__beeld stap-lijn__beeld--${tone}`} viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`} preserveAspectRatio="none" role="img"
        aria-label={nu === undefined ? `${label}: nog niets gemeten` : `${label}: nu ${format(nu)}, hoogste ${format(hoogste)}`}>
        <line className="stap-lijn__nul" x1="0" x2={WIDTH} y1={HEIGHT - 1} y2={HEIGHT - 1} />
        {points.length > 1 && (
          <>
            <path className="stap-lijn__vlak" d={`${drawLine(points, vensterS, hoogste)} V${String(HEIGHT)} H${round(xOf(points[0]?.leeftijdS ?? 0, vensterS))} Z`} />
            <path className="stap-lijn__lijn" d={drawLine(points, vensterS, hoogste)} />
          </>
        )}
      </svg>
      <p className="flex justify-between text-s text-ink-soft" aria-hidden="true"><span>{Math.round(vensterS / 60)} minuten geleden</span><span>nu</span></p>
    </figure>
  )
}

function drawLine(points: readonly Point[], vensterS: number, hoogste: number): string {
  return points.map(({ leeftijdS, waarde }, index) => `${index === 0 ? 'M' : 'L'}${round(xOf(leeftijdS, vensterS))} ${round(yOf(waarde, hoogste))}`).join('')
}

function xOf(leeftijdS: number, vensterS: number): number {
  return WIDTH * (1 - Math.min(1, leeftijdS / vensterS))
}

function yOf(waarde: number, hoogste: number): number {
  return hoogste === 0 ? HEIGHT - 1 : TOP + (HEIGHT - 1 - TOP) * (1 - waarde / hoogste)
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10)
}
