/** Writes public/iconen.svg: one small, cacheable file with the icons of components/ui/icon-names.ts, so that no page carries their drawings. */
import { readFileSync, writeFileSync } from 'node:fs'
import { ICON_NAMES } from '../components/ui/icon-names'

const symbols = ICON_NAMES.map((name) => {
  const svg = readFileSync(`node_modules/@tabler/icons/icons/outline/${name}.svg`, 'utf8')
  const shapes = svg
    .slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'))
    .replace(/<path stroke="none" d="M0 0h24v24H0z" fill="none" ?\/>/, '')
    .replace(/\s*\n\s*/g, '')
  return `<symbol id="${name}" viewBox="0 0 24 24">${shapes}</symbol>`
})
writeFileSync('public/iconen.svg', `<svg xmlns="http://www.w3.org/2000/svg">\n<!-- Tabler Icons, MIT, Paweł Kuna -->\n${symbols.join('\n')}\n</svg>\n`)
process.stdout.write(`${String(symbols.length)} icons written to public/iconen.svg\n`)
