/** Text that may stand in HTML as it is. */
export class Html {
  constructor(readonly tekst: string) {}
}

type Waarde = string | number | Html | readonly Html[]

/** HTML in which every value is escaped, unless it is HTML itself. */
export function html(delen: TemplateStringsArray, ...waarden: readonly Waarde[]): Html {
  return new Html(delen.reduce((tekst, deel, n) => tekst + (n === 0 ? '' : toTekst(waarden[n - 1] ?? '')) + deel, ''))
}

function toTekst(waarde: Waarde): string {
  if (waarde instanceof Html) return waarde.tekst
  if (typeof waarde === 'string' || typeof waarde === 'number')
    return String(waarde).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
  return waarde.map((een) => een.tekst).join('')
}

const STIJL = `
:root { --inkt: #1b2430; --grijs: #5a6472; --lijn: #e3e6ea; --vlak: #f7f8f9; --goed: #1d6b43; --fout: #a3262a; --blauw: #1f5fa8 }
* { box-sizing: border-box }
body { margin: 0; color: var(--inkt); background: #fff; font: 16px/1.5 'Source Sans 3', system-ui, -apple-system, 'Segoe UI', sans-serif }
main { max-width: 920px; margin: 0 auto; padding: 32px 20px 64px }
h1 { font-size: 32px; line-height: 1.2; margin: 0 0 4px }
h2 { font-size: 22px; line-height: 1.25; margin: 44px 0 8px }
p { max-width: 66ch; margin: 0 0 12px }
.onder { color: var(--grijs) }
.oordeel { display: inline-block; margin: 16px 0; padding: 6px 14px; border-radius: 4px; color: #fff; font-weight: 600; font-size: 18px }
.oordeel.goed { background: var(--goed) } .oordeel.fout { background: var(--fout) }
.cijfers { display: grid; grid-template-columns: repeat(4, 1fr); gap: 1px; background: var(--lijn); border: 1px solid var(--lijn); margin: 16px 0; padding: 0 }
.cijfers div { background: #fff; padding: 12px 14px } .cijfers dt { color: var(--grijs); font-size: 14px } .cijfers dd { margin: 0; font-size: 24px; font-weight: 600; font-variant-numeric: tabular-nums }
.tabel { overflow-x: auto }
table { border-collapse: collapse; width: 100%; font-size: 15px; font-variant-numeric: tabular-nums }
th, td { text-align: left; padding: 7px 12px 7px 0; border-bottom: 1px solid var(--lijn); vertical-align: top } th { color: var(--grijs); font-weight: 600 }
td.getal, th.getal { text-align: right } .is-goed { color: var(--goed); font-weight: 600; white-space: nowrap } .is-fout { color: var(--fout); font-weight: 600; white-space: nowrap }
figure { margin: 12px 0 0; overflow-x: auto } figure svg { width: 100%; min-width: 560px; height: auto; display: block } figcaption { color: var(--grijs); font-size: 15px; max-width: 66ch }
@media (max-width: 700px) { .cijfers { grid-template-columns: repeat(2, 1fr) } .cijfers dd { font-size: 20px } h1 { font-size: 26px } }
@media print { main { max-width: none } h2 { break-after: avoid } figure, tr { break-inside: avoid } }`

/** A whole document that needs nothing else. */
export function toDocument(titel: string, inhoud: Html): string {
  return html`<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${titel}</title><style>${new Html(STIJL)}</style></head>
<body><main>${inhoud}</main></body></html>
`.tekst
}
