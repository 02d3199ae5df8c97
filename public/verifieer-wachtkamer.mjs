// Verifies the draw of a waiting room from what was published, without trusting the system that drew it.
//
//   node verifieer-wachtkamer.mjs https://site/wachtkamer/2022-V/loting [your lot]
//   node verifieer-wachtkamer.mjs loting.json lijst.txt [your lot]
//
// Needs nothing but Node 20 or newer. In a browser: const { verifieer } = await import('/verifieer-wachtkamer.mjs').
// It recomputes the promise, the hash of the list, the order and the place of one lot:
//   zaadHash  = sha256(zaad)
//   lijstHash = sha256(the list: the lots in order of nummer, each followed by a line feed)
//   order     = by sha256(zaad + lijstHash + lot), the smallest first; all of them texts of lower-case hex

const encoder = new TextEncoder()

async function sha256(text) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text)))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * @param {{ loting: { zaad: string | null, zaadHash: string, lijstHash: string | null, aantalVoor: number | null }, lijst: string, beloofd?: string }} published
 *   `beloofd`: the promise as you wrote it down before the opening
 * @returns {Promise<{ ok: boolean, regels: { naam: string, ok: boolean, uitleg: string }[], plaatsen: Map<string, number> }>}
 */
export async function verifieer({ loting, lijst, beloofd }) {
  const { zaad, zaadHash, lijstHash, aantalVoor } = loting
  if (zaad === null || lijstHash === null) throw new Error('Er is nog niet geloot: het zaad is nog geheim.')
  const regels = []
  const check = (naam, ok, uitleg) => { regels.push({ naam, ok, uitleg }) }

  if (beloofd !== undefined) check('belofte', beloofd.toLowerCase() === zaadHash, `vooraf genoteerd ${beloofd}`)
  const hash = await sha256(zaad)
  check('zaad', hash === zaadHash, `het controlegetal van het zaad is ${hash}`)
  const eigenHash = await sha256(lijst)
  check('lijst', eigenHash === lijstHash, `het controlegetal van de lijst is ${eigenHash}`)
  const loten = lijst.split('\n').slice(0, -1)
  check('loten', loten.length === aantalVoor && new Set(loten).size === loten.length && loten.every((lot) => /^[0-9a-f]{32}$/.test(lot)), `${loten.length} verschillende loten`)
  return { ok: regels.every(({ ok }) => ok), regels, plaatsen: await trek(zaad, eigenHash, loten) }
}

/** The place of every lot. */
async function trek(zaad, lijstHash, loten) {
  const sleutels = []
  // In parts: a browser keeps every promise in memory.
  for (let vanaf = 0; vanaf < loten.length; vanaf += 2_000) {
    sleutels.push(...await Promise.all(loten.slice(vanaf, vanaf + 2_000).map(async (lot) => ({ lot, sleutel: await sha256(`${zaad}${lijstHash}${lot}`) }))))
  }
  sleutels.sort((one, other) => (one.sleutel < other.sleutel ? -1 : 1))
  return new Map(sleutels.map(({ lot }, rang) => [lot, rang + 1]))
}

async function readBronnen(args) {
  if (args[0] !== undefined && !/^https?:/.test(args[0])) {
    const { readFile } = await import('node:fs/promises')
    const [loting, lijst] = await Promise.all([readFile(args[0], 'utf8'), readFile(args[1] ?? '', 'utf8')])
    return { loting: JSON.parse(loting), lijst, lot: args[2] }
  }
  const loting = await (await fetchOk(args[0])).json()
  return { loting, lijst: await (await fetchOk(new URL(loting.lijst, args[0]))).text(), lot: args[1] }
}

async function fetchOk(adres) {
  const antwoord = await fetch(adres, { headers: { accept: 'application/json, text/plain' } })
  if (!antwoord.ok) throw new Error(`${adres} is niet te lezen: ${antwoord.status}`)
  return antwoord
}

async function main(args) {
  if (args.length === 0) throw new Error('Geef het adres van de loting, of de bestanden loting.json en lijst.txt, en daarna uw lot.')
  const { loting, lijst, lot } = await readBronnen(args)
  const { ok, regels, plaatsen } = await verifieer({ loting, lijst })
  for (const regel of regels) console.log(`${regel.ok ? 'klopt     ' : 'KLOPT NIET'}  ${regel.naam}: ${regel.uitleg}`)
  if (lot !== undefined) {
    const plaats = plaatsen.get(lot.toLowerCase())
    console.log(plaats === undefined ? `Lot ${lot} staat niet op de lijst.` : `Lot ${lot}: plaats ${plaats}.`)
  }
  console.log(ok ? 'De loting klopt.' : 'De loting klopt NIET.')
  if (!ok) process.exitCode = 1
}

if (typeof process !== 'undefined' && process.argv?.[1]?.endsWith('verifieer-wachtkamer.mjs')) {
  main(process.argv.slice(2)).catch((fault) => {
    console.error(fault.message)
    process.exitCode = 1
  })
}
