/** A bar from 0 to `max` with its value in words beside it. `money` uses the colour of money; the bar itself is hidden from screen readers, the label tells all. */
export function ProgressBar({ value, max, label, money = false }: { value: number; max: number; label: string; money?: boolean }) {
  const part = max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0
  const width = `${String(Math.round(part * 10) / 10)}%`
  return (
    <figure className="flex flex-col gap-2">
      <svg className="stap-balk" aria-hidden="true" focusable="false">
        <rect className={money ? 'stap-balk__deel' : 'stap-balk__deel stap-balk__deel--gewoon'} width={width} height="100%" />
        <line className="stap-balk__grens" x1={width} x2={width} y1="0" y2="100%" />
        <rect className="stap-balk__spoor" fillOpacity="0" width="100%" height="100%" rx="4" strokeWidth="2" />
      </svg>
      <figcaption>{label}</figcaption>
    </figure>
  )
}
