import type { FaultpointNaam } from '@/lib/platform/faultpoint'
import { maakStatusbericht } from '../bank'
import { bezorg, maakBetaalwereld, type Betaalwereld, type Handelaar } from '../betaalwereld'
import { until, type Experiment, type Proef } from '../proef'
import type { Deelnemer } from '../wereld'

/** Every step between the approval of a batch and its confirmation by the bank. */
const GOEDKEUREN = ['betaling.goedkeuring-voor-commit', 'betaling.goedkeuring-na-commit', 'betaling.bestand-gemaakt', 'betaling.bestand-voor-commit'] as const
const OVERDRAGEN = ['betaling.bestand-bewaard', 'bank.deel-geschreven', 'betaling.bestand-overgedragen', 'betaling.geboekt-voor-commit', 'betaling.vrijgegeven'] as const
const BEVESTIGEN = ['bank.ontvangen-voor-commit', 'bank.ontvangen-na-commit', 'bank.verwerkt-voor-commit', 'bank.verwerkt-na-commit'] as const
const PER_STAP = 2
const BEDRAG_CENT = 100_000

/** Approves a batch and has it paid; the bank takes the file after each step, so that one that is handed over again meets it again. */
export async function keurGoedEnBetaal(proef: Proef, { financieel, bank }: Betaalwereld, doe: Handelaar['doe'], msgId: string): Promise<void> {
  for (const medewerker of financieel) {
    const redenen = await doe({ act: 'keur-batch-goed', args: [medewerker, { msgId }] })
    // Who died after the commit is told that it was done.
    const isGedaan = redenen.every((reden) => reden === 'al-goedgekeurd-door-u' || reden === 'niet-meer-goed-te-keuren')
    proef.eis(isGedaan, `niet goedgekeurd: ${redenen.join(', ')}`)
  }
  await bezorg(proef, doe, ['maak-betaalbestand'])
  bank.haalOp()
}

/** The bank answers: everything accepted, and all of it on a statement. */
async function bevestig(proef: Proef, { bank }: Betaalwereld, doe: Handelaar['doe'], msgId: string): Promise<void> {
  const regels = bank.neemRegels()
  bank.lever(maakStatusbericht(msgId, regels.map(({ endToEndId }) => ({ endToEndId, isAfgewezen: false }))))
  bank.lever(bank.maakAfschrift(regels))
  await doe({ act: 'lees-bankmap', args: [] })
  await bezorg(proef, doe, ['verwerk-bankbericht'])
}

/** No payment lost, none twice: by what the bank paid, and by the tables, the ledger and the checks of `npm run controle`. */
async function eisBetaald(proef: Proef, { wereld, bank }: Betaalwereld, verwacht: number) {
  bank.haalOp()
  for (const bezwaar of bank.bezwaren) proef.eis(false, bezwaar)
  const dubbel = [...bank.betaald.values()].filter(({ keren }) => keren > 1).length
  proef.eis(dubbel === 0, `dubbel betaald: ${dubbel} opdrachten gingen meer dan één keer naar de bank`)
  proef.eis(bank.betaald.size === verwacht, `verloren betaling: de bank voerde er ${bank.betaald.size} van ${verwacht} uit`)
  const [rij] = await proef.sql<{ uitgevoerd: number; betaald: number }>(
    `select (select count(*) from betaling where status = 'uitgevoerd')::int as uitgevoerd, (select coalesce(sum(bedrag_cent), 0) from boekingsregel where rekening = 'betaald')::bigint as betaald`)
  proef.eis(rij?.uitgevoerd === verwacht && rij.betaald === verwacht * BEDRAG_CENT, `bevestigd: ${rij?.uitgevoerd ?? '?'}, in het grootboek betaald: ${rij?.betaald ?? '?'} cent, verwacht ${verwacht} van ${BEDRAG_CENT}`)
  await untilVerzegeld(proef)
  return { ...(await proef.rondAf(wereld, [], { zonderModel: true })), bijDeBank: bank.betaald.size, dubbelBetaald: dubbel, uitgevoerd: rij?.uitgevoerd, betaaldCent: rij?.betaald }
}

async function untilVerzegeld(proef: Proef): Promise<void> {
  await until(20, async () => (await proef.sql('select from gebeurtenis g where not exists (select from gebeurtenis_zegel z where z.gebeurtenis_id = g.id) limit 1')).length === 0)
}

function kill(naam: string, stappen: readonly FaultpointNaam[]): Experiment {
  return {
    naam: `F24/${naam}`,
    fout: `kill -9 op elk van ${stappen.length} stappen (${stappen.join(', ')}), elk met een batch van ${PER_STAP} betalingen; elke job wordt twee keer bezorgd`,
    invariant: 'I6: geen betaling verloren en geen dubbel; hetzelfde kenmerk en dezelfde bytes als een bestand opnieuw gaat',
    voerUit: async (proef) => {
      const wereld = await maakBetaalwereld(proef, stappen.length * PER_STAP)
      const deelnemers = [...wereld.wereld.deelnemers]
      const ander = await wereld.start()
      const gestorven: string[] = []
      for (const stap of stappen) {
        const { proces, doe, isGestorven } = await wereld.startSterfelijk(`${stap}=kill`, ander)
        const { msgId } = await wereld.maakBatch(doe, deelnemers.splice(0, PER_STAP))
        await keurGoedEnBetaal(proef, wereld, doe, msgId)
        await bevestig(proef, wereld, doe, msgId)
        proef.eis(isGestorven(), `op ${stap} is het proces niet gestorven`)
        if (isGestorven()) gestorven.push(stap)
        await proces.stop()
      }
      return { ...(await eisBetaald(proef, wereld, stappen.length * PER_STAP)), gestorven }
    },
  }
}

const ANTWOORDEN = 8

const F24_ANTWOORDEN: Experiment = {
  naam: 'F24/antwoorden',
  fout: 'de bank wijst één regel af (en zegt dat twee keer), stuurt afschriften omgekeerd en dubbel, stort een deel terug, wijkt een cent af en noemt een kenmerk dat niet bestaat',
  invariant: 'I6, I7: alleen wat op de cent klopt heeft een gevolg, één keer; de rest staat bij iemand op de lijst',
  voerUit: async (proef) => {
    const wereld = await maakBetaalwereld(proef, ANTWOORDEN)
    const { bank } = wereld
    const { doe } = await wereld.start()
    const { msgId } = await wereld.maakBatch(doe, wereld.wereld.deelnemers)
    await keurGoedEnBetaal(proef, wereld, doe, msgId)
    const [afgewezen, centMeer, deels, heel, ...rest] = bank.neemRegels()
    if (afgewezen === undefined || centMeer === undefined || deels === undefined || heel === undefined) throw new Error('de bank kreeg te weinig')
    bank.lever(bank.maakAfschrift([]))
    await leesAlles(proef, doe)
    const status = maakStatusbericht(msgId, [{ endToEndId: afgewezen.endToEndId, isAfgewezen: true }])
    const eerste = bank.maakAfschrift([deels, heel, ...rest, { ...centMeer, cent: centMeer.cent - 1 }])
    const tweede = bank.maakAfschrift([{ endToEndId: deels.endToEndId, cent: 40_000, retour: 'AC04' }, { endToEndId: heel.endToEndId, cent: -heel.cent, retour: 'AC04' }, { endToEndId: 'ORDER-9999999-99', cent: -123 }])
    bank.lever(tweede)
    await leesAlles(proef, doe)
    const [wacht] = await proef.sql<{ n: number }>(`select count(*)::int as n from bankbericht where toestand = 'wacht'`)
    for (const bericht of [eerste, status, { ...status, naam: 'nog-eens.xml', inhoud: status.inhoud.replace('S-', 'T-') }, { ...eerste, naam: 'weer.xml', inhoud: `${eerste.inhoud}\n` }]) bank.lever(bericht)
    await leesAlles(proef, doe)
    const standen = Object.fromEntries((await proef.sql<{ status: string; n: number }>('select status, count(*)::int as n from betaling group by status')).map(({ status: naam, n }) => [naam, n]))
    const vragen = (await proef.sql<{ soort: string }>('select soort from bankvraag order by soort')).map(({ soort }) => soort)
    proef.eis(wacht?.n === 1, 'het afschrift dat te vroeg kwam, wachtte niet')
    proef.eis(JSON.stringify(standen) === JSON.stringify({ ...standen, afgewezen: 1, teruggekomen: 1, onderweg: 1, uitgevoerd: ANTWOORDEN - 3 }), `andere standen: ${JSON.stringify(standen)}`)
    proef.eis(vragen.join() === 'afgewezen,bedrag-wijkt-af,deel-teruggekomen,onbekende-afschrijving,teruggekomen', `andere vragen: ${vragen.join()}`)
    await untilVerzegeld(proef)
    return { ...(await proef.rondAf(wereld.wereld, [], { zonderModel: true })), standen, vragen }
  },
}

async function leesAlles(proef: Proef, doe: Handelaar['doe']): Promise<void> {
  await doe({ act: 'lees-bankmap', args: [] })
  await bezorg(proef, doe, ['verwerk-bankbericht'])
}

const RACE = 24

const F39: Experiment = {
  naam: 'F39',
  fout: `${RACE} betalingen worden goedgekeurd en uitbetaald terwijl de burgers intrekken; het intrekken valt voor, in en na het maken van het bestand`,
  invariant: 'I5, I6, I9: wat is ingetrokken, wordt niet betaald of wordt teruggevorderd; nooit betaald en toch vrij, nooit twee keer',
  voerUit: async (proef) => {
    const wereld = await maakBetaalwereld(proef, RACE)
    const { deelnemers } = wereld.wereld
    const [betaler, intrekker] = await Promise.all([wereld.start('betaling.bestand-gemaakt=wait:400,betaling.bestand-overgedragen=wait:400'), wereld.start()])
    const trekIn = async (van: readonly Deelnemer[]) => {
      for (const { burgerId, kenmerk } of van) await intrekker.doe({ act: 'trek-in', args: [{ soort: 'burger', id: burgerId, rollen: ['burger'] }, { kenmerk }] })
    }
    const { msgId } = await wereld.maakBatch(betaler.doe, deelnemers)
    await trekIn(deelnemers.slice(0, 4))
    await Promise.all([
      keurGoedEnBetaal(proef, wereld, betaler.doe, msgId),
      trekIn(deelnemers.slice(4, 14)).then(() => bezorg(proef, intrekker.doe, ['laat-verplichting-vervallen'])),
    ])
    await trekIn(deelnemers.slice(14, 18))
    await bezorg(proef, intrekker.doe, ['laat-verplichting-vervallen'])
    await bevestig(proef, wereld, betaler.doe, msgId)
    await bezorg(proef, intrekker.doe, ['laat-verplichting-vervallen'])
    return { ...(await eisAfgewikkeld(proef, wereld)), ingetrokken: 18 }
  },
}

/** Of each withdrawn aanvraag: paid and claimed back, or not paid and free; of each other one: paid. */
async function eisAfgewikkeld(proef: Proef, { wereld, bank }: Betaalwereld) {
  const rijen = await proef.sql<{ ordernummer: string; aanvraag: string; betaald: number; debiteuren: number; open: number }>(`
    select v.ordernummer, a.status as aanvraag,
           coalesce(sum(r.bedrag_cent) filter (where r.rekening = 'betaald'), 0)::int as betaald, coalesce(sum(r.bedrag_cent) filter (where r.rekening = 'debiteuren'), 0)::int as debiteuren,
           coalesce(sum(r.bedrag_cent) filter (where r.rekening in ('gereserveerd', 'verplicht', 'crediteuren')), 0)::int as open
      from verplichting v join aanvraag a on a.id = v.aanvraag_id left join boekingsregel r on r.aanvraag_id = a.id group by v.id, v.ordernummer, a.status`)
  const fout = rijen.filter(({ ordernummer, aanvraag, betaald, debiteuren, open }) => {
    const isBetaald = bank.betaald.has(ordernummer)
    const verwacht = aanvraag === 'ingetrokken' ? { betaald: 0, debiteuren: isBetaald ? BEDRAG_CENT : 0 } : { betaald: BEDRAG_CENT, debiteuren: 0 }
    return open !== 0 || betaald !== verwacht.betaald || debiteuren !== verwacht.debiteuren || (aanvraag !== 'ingetrokken' && !isBetaald)
  })
  proef.eis(fout.length === 0, `verkeerd afgewikkeld: ${JSON.stringify(fout.slice(0, 3))}`)
  for (const bezwaar of bank.bezwaren) proef.eis(false, bezwaar)
  proef.eis([...bank.betaald.values()].every(({ keren }) => keren === 1), 'dubbel betaald')
  await untilVerzegeld(proef)
  return {
    ...(await proef.rondAf(wereld, [], { zonderModel: true })), bijDeBank: bank.betaald.size, teruggevorderd: rijen.filter(({ debiteuren }) => debiteuren > 0).length,
    nietBetaald: rijen.filter(({ aanvraag, ordernummer }) => aanvraag === 'ingetrokken' && !bank.betaald.has(ordernummer)).length,
  }
}

/** A payer that is wrong on purpose, in the place of the use case; it dies once where it hurts. */
function fout(naam: string, ontwerp: string, vangst: RegExp, soort: string): Experiment {
  return {
    naam: `N/${naam}`, fout: `FOUT ONTWERP, moet betrapt worden: ${ontwerp}`, invariant: 'de meting ziet wat zij moet zien', vangst,
    voerUit: async (proef) => {
      const wereld = await maakBetaalwereld(proef, 4)
      const goed = await wereld.start()
      const { msgId, batchId } = await wereld.maakBatch(goed.doe, wereld.wereld.deelnemers)
      for (const medewerker of wereld.financieel) await goed.doe({ act: 'keur-batch-goed', args: [medewerker, { msgId }] })
      // The second one is as wrong as the first, and lives.
      const tweede = await wereld.startSterfelijk('', goed, 'dubbels/betaler', { STORING_DUBBEL: soort })
      const naief = await wereld.startSterfelijk('betaling.bestand-overgedragen=kill', tweede, 'dubbels/betaler', { STORING_DUBBEL: soort })
      await naief.doe({ act: 'maak-betaalbestand', args: [batchId] })
      wereld.bank.haalOp()
      await bevestig(proef, wereld, goed.doe, msgId)
      return eisBetaald(proef, wereld, 4)
    },
  }
}

/** What happens to money between the approval and the bank. */
export const BETALEN: readonly Experiment[] = [
  kill('goedkeuren', GOEDKEUREN), kill('overdragen', OVERDRAGEN), kill('bevestigen', BEVESTIGEN), F24_ANTWOORDEN, F39,
  fout('boekt-eerst', 'een betaler die boekt dat er betaald is voordat het bestand veilig bij de bank staat; het proces sterft ertussen', /verloren betaling/, 'boekt-eerst'),
  fout('nieuw-kenmerk', 'een betaler die na een storing een nieuw bestand maakt, met een nieuw kenmerk', /dubbel betaald/, 'nieuw-kenmerk'),
]
