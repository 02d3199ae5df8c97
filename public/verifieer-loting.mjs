// Verifies the draw of a tijdvak from what was published, without trusting the system that drew it.
//
//   node verifieer-loting.mjs https://site/publicaties/loting/2024-I [your lot]
//   node verifieer-loting.mjs map-met-bestanden [your lot]     (gegevens.json, lijst.csv, uitslag.csv)
//
// Needs nothing but Node 20 or newer. It recomputes: the hash of the list, the seed, the order, who gets budget, and the hash
// of the result. The rules stand in the page of the draw and in docs/adr/0019.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'

const sha256 = (text) => createHash('sha256').update(text).digest()
const hex = (text) => sha256(text).toString('hex')

/**
 * @param {{ gegevens: any, lijst: string, uitslag: string }} published
 * @returns {{ ok: boolean, regels: { naam: string, ok: boolean, uitleg: string }[], uitkomsten: Map<string, { rang: number, uitkomst: string, compartiment: string, bedragCent: number }> }}
 */
export function verifieer({ gegevens, lijst, uitslag }) {
  const regels = []
  const check = (naam, ok, uitleg) => { regels.push({ naam, ok, uitleg }) }

  check('lijst', hex(lijst) === gegevens.lijstHash, `controlegetal van de lijst ${hex(lijst)}`)
  const deelnemers = rowsOf(lijst).map(([nummer, lot, compartimenten, bedragCent, gewicht]) => ({
    nummer: Number(nummer), lot, compartimenten: compartimenten.split('+'), bedragCent: Number(bedragCent), gewicht: Number(gewicht),
  }))
  check('aantal', deelnemers.length === gegevens.aantal && new Set(deelnemers.map(({ lot }) => lot)).size === deelnemers.length, `${deelnemers.length} verschillende loten`)

  const zaad = hex([gegevens.lijstHash, ...[...gegevens.bijdragen].sort()].join(':'))
  check('zaad', zaad === gegevens.zaad, `zaad uit ${gegevens.bijdragen.length} bijdrage(n): ${zaad}`)

  // Who no longer took part at the draw, or had a grant already, is not visible in the list: those lines are taken from the result.
  const gepubliceerd = rowsOf(uitslag)
  const doetNietMee = new Map(gepubliceerd.filter(([, , , uitkomst]) => ['ingetrokken', 'al-toegekend', 'verleningsgrens-bereikt'].includes(uitkomst)).map(([, , lot, uitkomst]) => [lot, uitkomst]))
  const regelsVanUitslag = trek(deelnemers, gegevens, zaad, doetNietMee)
  const opnieuw = `rang;nummer;lot;uitkomst;compartiment;bedragCent\n${regelsVanUitslag.map((r) => `${r.rang};${r.nummer};${r.lot};${r.uitkomst};${r.compartiment};${r.bedragCent}\n`).join('')}`
  check('uitslag', opnieuw === uitslag, 'de trekking opnieuw gedaan geeft precies dezelfde uitslag')
  check('controlegetal van de uitslag', hex(uitslag) === gegevens.uitslagHash, hex(uitslag))
  const besteed = new Map()
  for (const r of regelsVanUitslag) if (r.uitkomst === 'gereserveerd') besteed.set(r.compartiment, (besteed.get(r.compartiment) ?? 0) + r.bedragCent)
  check('budget', gegevens.compartimenten.every(({ code, vrijCent }) => (besteed.get(code) ?? 0) <= vrijCent), [...besteed].map(([code, cent]) => `${code}: ${(cent / 100).toFixed(2)} euro`).join(', '))

  return {
    ok: regels.every(({ ok }) => ok), regels,
    uitkomsten: new Map(regelsVanUitslag.map((r) => [r.lot, r])),
  }
}

function rowsOf(csv) {
  return csv.split('\n').slice(1).filter((line) => line !== '').map((line) => line.split(';'))
}

/** The draw again: one for everybody, or one per compartiment in their order of use among who has nothing yet. */
function trek(deelnemers, { wijze, pastNietRegel, compartimenten }, zaad, doetNietMee) {
  const stand = new Map(compartimenten.map(({ code, vrijCent }) => [code, { vrij: vrijCent, dicht: false, geweigerdVanaf: Infinity }]))
  if (wijze === 'een-trekking') return verdeel(order(deelnemers, zaad, 'alle'), (d) => d.compartimenten, { stand, pastNietRegel, doetNietMee })

  const klaar = []
  let over = deelnemers
  for (const { code } of compartimenten) {
    const mee = over.filter((d) => d.compartimenten.includes(code))
    const isLast = (d) => d.compartimenten[d.compartimenten.length - 1] === code
    const uitkomsten = verdeel(order(mee, zaad, code), () => [code], { stand, pastNietRegel, doetNietMee })
    const perLot = new Map(mee.map((d) => [d.lot, d]))
    const beslist = uitkomsten.filter((r) => r.uitkomst !== 'plafond-bereikt' || isLast(perLot.get(r.lot)))
    klaar.push(...beslist)
    const weg = new Set(beslist.map(({ lot }) => lot))
    over = over.filter((d) => !weg.has(d.lot))
  }
  return klaar
}

function order(deelnemers, zaad, trekking) {
  const keyed = deelnemers.map((deelnemer) => {
    let lowest
    for (let kaart = 1; kaart <= deelnemer.gewicht; kaart += 1) {
      const digest = sha256(`${zaad}:${trekking}:${deelnemer.lot}:${kaart}`)
      if (lowest === undefined || Buffer.compare(digest, lowest) < 0) lowest = digest
    }
    return { deelnemer, lowest }
  })
  keyed.sort((a, b) => Buffer.compare(a.lowest, b.lowest) || (a.deelnemer.lot < b.deelnemer.lot ? -1 : 1))
  return keyed.map(({ deelnemer }) => deelnemer)
}

function verdeel(inVolgorde, mag, { stand, pastNietRegel, doetNietMee }) {
  return inVolgorde.map((deelnemer, index) => {
    const regel = { rang: index + 1, nummer: deelnemer.nummer, lot: deelnemer.lot, compartiment: '', bedragCent: 0 }
    const weg = doetNietMee.get(deelnemer.lot)
    if (weg !== undefined) return { ...regel, uitkomst: weg }
    const codes = mag(deelnemer).filter((code) => stand.has(code))
    for (const [n, code] of codes.entries()) {
      const c = stand.get(code)
      const bedrag = bedragUit(c, deelnemer.bedragCent, pastNietRegel, n === codes.length - 1)
      if (bedrag > 0) {
        c.vrij -= bedrag
        // Who got a part was refused the rest.
        if (bedrag < deelnemer.bedragCent) for (const mogelijk of codes) weiger(stand.get(mogelijk), deelnemer.bedragCent)
        return { ...regel, uitkomst: 'gereserveerd', compartiment: code, bedragCent: bedrag }
      }
    }
    for (const code of codes) weiger(stand.get(code), deelnemer.bedragCent)
    if (pastNietRegel === 'sluit') stand.get(codes[codes.length - 1]).dicht = true
    return { ...regel, uitkomst: 'plafond-bereikt' }
  })
}

function weiger(c, gevraagd) {
  c.geweigerdVanaf = Math.min(c.geweigerdVanaf, gevraagd)
}

function bedragUit({ vrij, dicht, geweigerdVanaf }, gevraagd, regel, isLaatste) {
  if (dicht || gevraagd >= geweigerdVanaf || vrij <= 0) return 0
  if (gevraagd <= vrij) return gevraagd
  return regel === 'deels' && isLaatste ? vrij : 0
}

async function main([bron, lot]) {
  if (bron === undefined) throw new Error('Geef het adres van de pagina van de loting, of een map met de bestanden.')
  const read = async (naam, bestand) => {
    if (!/^https?:/.test(bron)) return readFile(path.join(bron, bestand), 'utf8')
    const antwoord = await fetch(`${bron.replace(/\/$/, '')}/${naam}`)
    if (!antwoord.ok) throw new Error(`${naam} is niet te lezen: ${antwoord.status}`)
    return antwoord.text()
  }
  const [gegevens, lijst, uitslag] = await Promise.all([read('gegevens', 'gegevens.json'), read('lijst', 'lijst.csv'), read('uitslag', 'uitslag.csv')])
  const { ok, regels, uitkomsten } = verifieer({ gegevens: JSON.parse(gegevens), lijst, uitslag })
  for (const regel of regels) console.log(`${regel.ok ? 'klopt     ' : 'KLOPT NIET'}  ${regel.naam}: ${regel.uitleg}`)
  if (lot !== undefined) {
    const eigen = uitkomsten.get(lot.toLowerCase())
    console.log(eigen === undefined ? `Lot ${lot} staat niet op de lijst.` : `Lot ${lot}: plaats ${eigen.rang}, ${eigen.uitkomst}${eigen.bedragCent > 0 ? ` (${(eigen.bedragCent / 100).toFixed(2)} euro)` : ''}.`)
  }
  console.log(ok ? 'De loting klopt.' : 'De loting klopt NIET.')
  if (!ok) process.exitCode = 1
}

if (process.argv[1] !== undefined && import.meta.url.endsWith(path.basename(process.argv[1]))) {
  main(process.argv.slice(2)).catch((fault) => {
    console.error(fault.message)
    process.exitCode = 1
  })
}
