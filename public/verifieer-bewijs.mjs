// Replays the division of a tijdvak from its proof pack, with rules of its own, and says whether the outcome is the same.
//
//   node verifieer-bewijs.mjs [map]        (the unpacked archive; default: this directory)
//
// Needs nothing but Node 20 or newer, and shares no code with the system that made the decisions.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const sha256 = (text) => createHash('sha256').update(text).digest('hex')

/** @param {(naam: string) => string} lees gives the text of a file of the pack */
export function verifieerBewijs(lees) {
  const regels = []
  const check = (naam, fouten, uitleg) => { regels.push({ naam, ok: fouten.length === 0, uitleg: fouten.length === 0 ? uitleg : `${fouten.length} x: ${fouten.slice(0, 3).join('; ')}` }) }

  const manifest = JSON.parse(lees('manifest.json'))
  check('bestanden', Object.entries(manifest.bestanden).filter(([naam, hash]) => sha256(lees(naam)) !== hash).map(([naam]) => `${naam} is niet het bestand van het manifest`), `${Object.keys(manifest.bestanden).length} bestanden met het goede controlegetal`)

  const instellingen = JSON.parse(lees('instellingen.json'))
  const lijst = new Map(rows(lees('lijst.csv')).map(([volgnummer, aanvraag, burger, jaar, op, compartimenten, bedragCent, isFormeel]) => [Number(volgnummer), {
    volgnummer: Number(volgnummer), aanvraag, burger, jaar, op, compartimenten: compartimenten.split('+'), bedragCent: Number(bedragCent), isFormeel: isFormeel === '1',
  }]))
  const standen = new Map(rows(lees('standen.csv')).map(([volgnummer, uitkomst, vrij, verleningen, grens]) => [Number(volgnummer), {
    uitkomst, vrij: vrij === '' ? [] : vrij.split('+').map(Number), verleningen: Number(verleningen), grens: grens === '' ? null : Number(grens),
  }]))
  const besluiten = lees('besluiten.jsonl').split('\n').filter((line) => line !== '').map(readBesluit)
  const boekingen = rows(lees('grootboek.csv')).map(([regel, boeking, soort, oorzaak, op, rekening, compartiment, aanvraag, bedragCent]) => ({ regel: Number(regel), boeking, soort, oorzaak, op, rekening, compartiment, aanvraag, bedragCent: Number(bedragCent) }))
  const reservelijst = rows(lees('reservelijst.csv')).map(([volgnummer, compartimenten, toestand, van, tot]) => ({ volgnummer: Number(volgnummer), compartimenten: compartimenten.split('+'), toestand, van, tot }))

  check('ontvangst', checkLijst(lijst, instellingen), `${lijst.size} ontvangen, elk eenmaal, tussen opening en sluiting`)
  check('zegels', besluiten.flatMap(({ zegel, vorige, hash, tekst, volgnummer }) => (zegel === null ? [] : sha256(`${vorige ?? '0'.repeat(64)}\n${tekst}`) === hash ? [] : [`besluit ${volgnummer} past niet op zegel ${zegel}`])), `${besluiten.filter(({ zegel }) => zegel !== null).length} besluiten verzegeld in het logboek`)
  check('volledig', checkVolledig(lijst, besluiten, standen), 'over elke aanvraag die niet is ingetrokken is eenmaal besloten')
  check('herhaling', instellingen.modus === 'loting' ? [] : replay({ lijst, besluiten, standen, reservelijst, instellingen }), instellingen.modus === 'loting' ? 'een loting: gebruik loting/verifieer-loting.mjs' : 'de verdeling opnieuw gedaan geeft bij elk besluit dezelfde uitkomst, hetzelfde compartiment en hetzelfde bedrag')
  check('stand', instellingen.modus === 'loting' ? [] : checkStand({ lijst, besluiten, standen, boekingen, instellingen }), 'wat er bij elk besluit over was, volgt uit budget, eerdere besluiten en het grootboek')
  check('grootboek', checkGrootboek(boekingen, instellingen), `${new Set(boekingen.map(({ boeking }) => boeking)).size} boekingen in evenwicht, en op geen moment meer dan het budget`)
  check('reserveringen', checkReserveringen(besluiten, boekingen), 'elk bedrag dat is toegewezen is precies eenmaal gereserveerd')
  check('een per jaar', checkEenPerJaar(lijst, besluiten, boekingen, instellingen), `niemand kreeg er meer dan ${instellingen.verleningenPerJaar} per kalenderjaar`)
  check('wachtkamer', checkWachtkamer(rows(lees('wachtkamer.csv'))), 'de gelote plaatsen zijn een volgorde zonder gaten, een plaats per burger')
  return { ok: regels.every(({ ok }) => ok), regels }
}

function rows(csv) {
  return csv.split('\n').slice(1).filter((line) => line !== '').map((line) => line.split(';'))
}

function readBesluit(line) {
  const { zegel, vorige, hash, tekst } = JSON.parse(line)
  const [, , aanvraag, soort, , , , , reden, gegevens, , op] = JSON.parse(tekst)
  return { zegel, vorige, hash, tekst, aanvraag, op, volgnummer: gegevens.volgnummer, bedragCent: gegevens.bedragCent, beschikbaarCent: gegevens.beschikbaarCent, compartiment: gegevens.compartimentId, uitkomst: soort === 'wijs-toe' ? 'gereserveerd' : soort === 'zet-op-reservelijst' ? 'reserve' : reden }
}

function checkLijst(lijst, { opentOp, sluitOp }) {
  const fouten = []
  const aanvragen = new Set()
  for (const { volgnummer, aanvraag, op } of lijst.values()) {
    if (aanvragen.has(aanvraag)) fouten.push(`aanvraag van nummer ${volgnummer} staat er twee keer in`)
    aanvragen.add(aanvraag)
    // To the millisecond, as the tijdvak has its moments.
    if (Date.parse(op) < Date.parse(opentOp) || Date.parse(op) >= Date.parse(sluitOp)) fouten.push(`nummer ${volgnummer} is buiten het tijdvak ontvangen (${op})`)
  }
  return fouten
}

function checkVolledig(lijst, besluiten, standen) {
  const fouten = []
  const gezien = new Set()
  for (const { volgnummer, aanvraag } of besluiten) {
    if (gezien.has(volgnummer)) fouten.push(`over nummer ${volgnummer} is twee keer besloten`)
    gezien.add(volgnummer)
    if (lijst.get(volgnummer)?.aanvraag !== aanvraag) fouten.push(`besluit over nummer ${volgnummer} hoort bij een andere aanvraag`)
  }
  for (const volgnummer of lijst.keys()) if (!gezien.has(volgnummer) && standen.get(volgnummer)?.uitkomst !== 'ingetrokken') fouten.push(`over nummer ${volgnummer} is niet besloten`)
  return fouten
}

/** The decisions again, one by one, on the stand that was kept with each: what a person with paper and pencil would decide. */
function replay({ lijst, besluiten, standen, reservelijst, instellingen: { pastNietRegel, verleningenPerJaar, verleningsgrens, reserveTot } }) {
  const fouten = []
  const geweigerdVanaf = new Map()
  const dicht = new Set()
  const wachttijden = reservelijst.flatMap(({ volgnummer, compartimenten, tot }) => compartimenten.map((compartiment) => ({ volgnummer, compartiment, tot })))
  const perCompartiment = Map.groupBy?.(wachttijden, ({ compartiment }) => compartiment) ?? groupBy(wachttijden)
  const inLijn = new Set()
  const grens = verleningsgrens?.werkt === 'binnen-tijdvak' ? verleningsgrens.aantal : null

  for (const besluit of besluiten) {
    const aanvraag = lijst.get(besluit.volgnummer)
    const stand = standen.get(besluit.volgnummer)
    if (aanvraag === undefined || stand === undefined) continue
    const wacht = (compartiment) => (perCompartiment.get(compartiment) ?? []).some(({ volgnummer, tot }) => inLijn.has(volgnummer) && (tot === '' || isLater(tot, besluit.op)))
    const kan = (compartiment) => !dicht.has(compartiment) && !wacht(compartiment) && aanvraag.bedragCent < (geweigerdVanaf.get(compartiment) ?? Infinity)
    const vrij = new Map(aanvraag.compartimenten.map((compartiment, index) => [compartiment, stand.vrij[index] ?? 0]))
    const laatste = aanvraag.compartimenten[aanvraag.compartimenten.length - 1]
    const past = aanvraag.compartimenten.find((compartiment) => kan(compartiment) && aanvraag.bedragCent <= vrij.get(compartiment))
    let verwacht
    if (stand.verleningen >= verleningenPerJaar) verwacht = { uitkomst: 'al-toegekend', bedragCent: 0 }
    else if (grens !== null && (stand.grens ?? 0) >= grens) verwacht = { uitkomst: 'verleningsgrens-bereikt', bedragCent: 0 }
    else if (aanvraag.isFormeel) verwacht = { uitkomst: 'plafond-bereikt', bedragCent: 0 }
    else if (past !== undefined) verwacht = { uitkomst: 'gereserveerd', bedragCent: aanvraag.bedragCent, compartiment: past }
    else if (pastNietRegel === 'deels' && kan(laatste) && vrij.get(laatste) > 0) verwacht = { uitkomst: 'gereserveerd', bedragCent: vrij.get(laatste), compartiment: laatste }
    else verwacht = { uitkomst: reserveTot !== null && isLater(reserveTot, besluit.op) ? 'reserve' : 'plafond-bereikt', bedragCent: 0 }

    if (verwacht.uitkomst !== besluit.uitkomst || verwacht.bedragCent !== besluit.bedragCent || (verwacht.compartiment ?? besluit.compartiment) !== besluit.compartiment)
      fouten.push(`nummer ${besluit.volgnummer}: besloten ${besluit.uitkomst} ${besluit.bedragCent}, verwacht ${verwacht.uitkomst} ${verwacht.bedragCent}`)
    if (verwacht.uitkomst === 'reserve') inLijn.add(besluit.volgnummer)
    const geweigerd = (verwacht.uitkomst === 'plafond-bereikt' && !aanvraag.isFormeel) || (verwacht.uitkomst === 'gereserveerd' && verwacht.bedragCent < aanvraag.bedragCent)
    if (geweigerd) for (const compartiment of aanvraag.compartimenten) geweigerdVanaf.set(compartiment, Math.min(geweigerdVanaf.get(compartiment) ?? Infinity, aanvraag.bedragCent))
    if (verwacht.uitkomst === 'plafond-bereikt' && !aanvraag.isFormeel && pastNietRegel === 'sluit') dicht.add(laatste)
  }
  return fouten
}

function groupBy(items) {
  const groups = new Map()
  for (const item of items) groups.set(item.compartiment, [...(groups.get(item.compartiment) ?? []), item])
  return groups
}

function isLater(a, b) {
  return Date.parse(a.includes('T') ? a : a.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')) > Date.parse(b)
}

/** What was left at a decision: the budget, less what was given before, plus what the ledger moved in between and nothing else. */
function checkStand({ lijst, besluiten, standen, boekingen, instellingen }) {
  const fouten = []
  for (const { id, code } of instellingen.compartimenten) {
    // Every movement of what is free but the reservations of the allocator, summed from the first one on.
    const anders = boekingen.filter(({ compartiment, rekening, soort, oorzaak }) => compartiment === id && rekening === 'vrij' && !(soort === 'reserveer' && oorzaak.startsWith('toewijzing/')))
    const mogelijk = new Set([0])
    let som = 0
    for (const { bedragCent } of anders) mogelijk.add((som += bedragCent))
    let gegeven = 0
    for (const besluit of besluiten) {
      const aanvraag = lijst.get(besluit.volgnummer)
      const index = aanvraag?.compartimenten.indexOf(id) ?? -1
      const vrij = standen.get(besluit.volgnummer)?.vrij[index]
      if (vrij !== undefined && !mogelijk.has(vrij + gegeven)) fouten.push(`nummer ${besluit.volgnummer}: ${vrij} cent over in ${code} volgt niet uit het grootboek`)
      if (besluit.uitkomst === 'gereserveerd' && besluit.compartiment === id) gegeven += besluit.bedragCent
    }
  }
  return fouten
}

function checkGrootboek(boekingen, { compartimenten }) {
  const fouten = []
  const perBoeking = new Map()
  for (const { boeking, bedragCent } of boekingen) perBoeking.set(boeking, (perBoeking.get(boeking) ?? 0) + bedragCent)
  for (const [boeking, som] of perBoeking) if (som !== 0) fouten.push(`boeking ${boeking} is niet in evenwicht: ${som}`)
  const vrij = new Map(compartimenten.map(({ id }) => [id, 0]))
  let lopende
  const toets = () => { for (const [id, over] of vrij) if (over < 0) fouten.push(`na boeking ${lopende} is er ${over} cent over in ${id}`) }
  for (const { boeking, rekening, compartiment, bedragCent } of boekingen) {
    if (boeking !== lopende) toets()
    lopende = boeking
    if (rekening === 'vrij') vrij.set(compartiment, (vrij.get(compartiment) ?? 0) + bedragCent)
  }
  toets()
  return fouten
}

function checkReserveringen(besluiten, boekingen) {
  const geboekt = new Map()
  for (const { soort, oorzaak, rekening, aanvraag, bedragCent } of boekingen)
    if (soort === 'reserveer' && oorzaak.startsWith('toewijzing/') && rekening === 'gereserveerd') geboekt.set(aanvraag, (geboekt.get(aanvraag) ?? 0) + bedragCent)
  const fouten = []
  for (const { uitkomst, aanvraag, bedragCent, volgnummer } of besluiten) {
    const bedrag = geboekt.get(aanvraag) ?? 0
    if (bedrag !== (uitkomst === 'gereserveerd' ? bedragCent : 0)) fouten.push(`nummer ${volgnummer}: ${bedragCent} besloten, ${bedrag} geboekt`)
    geboekt.delete(aanvraag)
  }
  for (const aanvraag of geboekt.keys()) fouten.push(`gereserveerd zonder besluit: ${aanvraag}`)
  return fouten
}

function checkEenPerJaar(lijst, besluiten, boekingen, { verleningenPerJaar }) {
  // Who withdrew may get another one: only what still holds money counts.
  const vastgehouden = new Map()
  for (const { rekening, aanvraag, bedragCent } of boekingen) if (rekening !== 'vrij' && rekening !== 'plafond') vastgehouden.set(aanvraag, (vastgehouden.get(aanvraag) ?? 0) + bedragCent)
  const perBurger = new Map()
  const fouten = []
  for (const { uitkomst, aanvraag, volgnummer } of besluiten) {
    if (uitkomst !== 'gereserveerd' || (vastgehouden.get(aanvraag) ?? 0) <= 0) continue
    const { burger, jaar } = lijst.get(volgnummer) ?? {}
    const sleutel = `${burger} ${jaar}`
    perBurger.set(sleutel, (perBurger.get(sleutel) ?? 0) + 1)
  }
  for (const [sleutel, aantal] of perBurger) if (aantal > verleningenPerJaar) fouten.push(`${sleutel}: ${aantal}`)
  return fouten
}

function checkWachtkamer(plaatsen) {
  const fouten = []
  const geloot = plaatsen.map(([nummer, , , , , plaats]) => ({ nummer: Number(nummer), plaats: plaats === '' ? null : Number(plaats) })).filter(({ plaats }) => plaats !== null)
  const gezien = new Set(geloot.map(({ plaats }) => plaats))
  if (gezien.size !== geloot.length) fouten.push('een plaats is twee keer gegeven')
  for (let plaats = 1; plaats <= geloot.length; plaats += 1) if (!gezien.has(plaats)) fouten.push(`plaats ${plaats} ontbreekt`)
  const actief = new Set()
  for (const [, burger, , , verlaten] of plaatsen) {
    if (verlaten !== '') continue
    if (actief.has(burger)) fouten.push(`burger ${burger} heeft twee plaatsen`)
    actief.add(burger)
  }
  return fouten
}

function main([map = '.']) {
  const file = (naam) => path.join(map, naam)
  if (!existsSync(file('manifest.json'))) throw new Error(`In ${map} staat geen bewijspakket: pak het eerst uit.`)
  const { ok, regels } = verifieerBewijs((naam) => readFileSync(file(naam), 'utf8'))
  for (const regel of regels) console.log(`${regel.ok ? 'klopt      ' : 'KLOPT NIET '} ${regel.naam}: ${regel.uitleg}`)
  console.log(ok ? 'Het bewijspakket klopt.' : 'Het bewijspakket klopt NIET.')
  if (!ok) process.exitCode = 1
}

if (process.argv[1] !== undefined && import.meta.url.endsWith(path.basename(process.argv[1]))) {
  try {
    main(process.argv.slice(2))
  } catch (fault) {
    console.error(fault.message)
    process.exitCode = 1
  }
}
