import { dienInTotAntwoord, speel, type Ervaring } from '../klanten'
import { pause, seconds, type Experiment, type Proef } from '../proef'
import type { Deelnemer, WereldOptions } from '../wereld'

/** F12: everybody at once at a process with a pool of two. */
const F12: Experiment = {
  naam: 'F12',
  fout: '5.000 indieningen in hetzelfde ogenblik op één proces met een pool van 2; 1.000 plaatsen',
  invariant: 'I1, I2: ieder krijgt binnen een begrensde tijd antwoord, niemand dubbel',
  voerUit: async (proef) => {
    const wereld = await proef.wereld({ aanvragers: 5_000, plafondCent: 100_000_000 })
    const [{ loketten }] = await Promise.all([proef.loketten(1, { env: { STAP_POOL: '2' } }), proef.start('verdeler')])
    const begin = performance.now()
    // An appender holds 3.000; who comes above that is told so at once, and presses again.
    const ervaringen = await speel(wereld.deelnemers, { loketten, klanten: 5_000, opnieuwNa: ['te-druk'] })
    const allesS = seconds(begin)
    const duren = ervaringen.map(({ sentAt, endAt }) => endAt - sentAt).toSorted((a, b) => a - b)
    const cijfers = await proef.rondAf(wereld, ervaringen)
    proef.eis(cijfers.bevestigd === 5_000, `${5_000 - cijfers.bevestigd} kregen geen bevestiging`)
    return { ...cijfers, allesS, langsteMs: Math.round(duren.at(-1) ?? 0) }
  },
}

/** F14: two intakes and an allocator whose machines have the wrong time. */
const F14: Experiment = {
  naam: 'F14',
  fout: 'de klok van de ene intake loopt 5 minuten voor, van de andere en van de verdeler 5 minuten achter; 900 aanvragers',
  invariant: 'I3: volgorde en tijdstip komen van de database, niet van een machine',
  voerUit: async (proef) => {
    const wereld = await proef.wereld({ aanvragers: 900, plafondCent: 30_000_000 })
    const klok = (ms: number) => ({ env: { STORING_KLOK_MS: String(ms) } })
    const [voor, achter] = await Promise.all([proef.loketten(1, klok(300_000)), proef.loketten(1, klok(-300_000)), proef.start('verdeler', klok(-300_000))])
    const ervaringen = await speel(wereld.deelnemers, { loketten: [...voor.loketten, ...achter.loketten], klanten: 32 })
    const [rij] = await proef.sql<{ scheef: number }>(
      `select (count(*) filter (where abs(extract(epoch from ontvangen_op - nu())) > 120))::integer as scheef from indiening`)
    proef.eis(rij?.scheef === 0, `${rij?.scheef ?? 'onbekend'} ontvangsten met de tijd van een machine`)
    return proef.rondAf(wereld, ervaringen)
  },
}

/** Plays the seconds around an opening: everybody presses from before it, and again until received. */
async function rondDeOpening(proef: Proef, options: Omit<WereldOptions, 'aanvragers' | 'plafondCent'>) {
  const wereld = await proef.wereld({ aanvragers: 200, plafondCent: 5_000_000, ...options })
  const { loketten } = await proef.loketten(2)
  await proef.start('verdeler')
  // The processes took a while to start: put the clock back to where the experiment begins.
  const { nu } = options
  if (nu !== undefined) await proef.sql(`update klok set verschuiving_ms = ceil(extract(epoch from $1::timestamptz - clock_timestamp()) * 1000)::bigint`, [nu])
  await proef.sql(`update tijdvak set toestand = 'gepland' where id = $1`, [wereld.tijdvakId])
  const ervaringen = await speel(wereld.deelnemers, { loketten, klanten: 200, opnieuwNa: ['tijdvak-niet-open'] })
  const cijfers = await proef.rondAf(wereld, ervaringen)
  const [rij] = await proef.sql<{ eerste: number }>(
    'select (extract(epoch from min(i.ontvangen_op) - min(t.opent_op)) * 1000)::integer as eerste from indiening i join tijdvak t on t.id = i.tijdvak_id')
  proef.eis(cijfers.bevestigd === 200, `${200 - cijfers.bevestigd} kregen geen bevestiging`)
  proef.eis((rij?.eerste ?? -1) >= 0 && (rij?.eerste ?? 0) < 5_000, `de eerste ontvangst kwam ${rij?.eerste ?? '?'} ms na de opening`)
  return { ...cijfers, eersteMsNaOpening: rij?.eerste }
}

const F15: Experiment = {
  naam: 'F15',
  fout: '200 mensen drukken vanaf 5 s voor tien uur, steeds opnieuw, tot zij zijn ontvangen',
  invariant: 'I3: niets ontvangen voor 10:00:00,000 (klok van de database)',
  voerUit: (proef) => rondDeOpening(proef, { nu: '2022-11-01T09:59:55+01:00' }),
}

const F17: readonly Experiment[] = ([
  ['winter', 'de opening valt in het uur dat twee keer komt (30 oktober 2022, 02:30, de tweede keer)', '2022-10-30T02:30:00+01:00', '2022-10-30T02:29:56+01:00'],
  ['zomer', 'de opening valt direct na het uur dat er niet is (26 maart 2023, 03:00)', '2023-03-26T03:00:00+02:00', '2023-03-26T01:59:56+01:00'],
] as const).map(([naam, fout, opentOp, nu]) => ({
  naam: `F17/${naam}`, fout, invariant: 'I3, I12: de opening is een ogenblik, geen stand van een wandklok',
  voerUit: (proef) => rondDeOpening(proef, { opentOp, nu, sluitOp: '2023-06-01T00:00:00+02:00' }),
}))

/** F18: the same people in two tijdvakken, the one just before and the other just after midnight of New Year. */
const F18: Experiment = {
  naam: 'F18',
  fout: '300 aanvragers dienen in rond middernacht van 31 december, Nederlandse tijd (23:00 UTC)',
  invariant: 'I4, I12: het kalenderjaar is dat van Nederland op het ogenblik van ontvangst',
  voerUit: async (proef) => {
    const wereld = await proef.wereld({ aanvragers: 300, plafondCent: 10_000_000, opentOp: '2022-12-01T10:00:00+01:00', nu: '2022-12-01T10:01:00+01:00', sluitOp: '2023-01-31T23:59:59+01:00' })
    const { loketten } = await proef.loketten(2)
    await proef.start('verdeler')
    await proef.sql(`update aanmeldbewijs set startdatum = '2023-02-20', einddatum = '2023-03-20'`)
    await proef.sql(`update klok set verschuiving_ms = ceil(extract(epoch from '2022-12-31T23:59:57.500+01:00'::timestamptz - clock_timestamp()) * 1000)::bigint`)
    const ervaringen: Ervaring[] = []
    await Promise.all(Array.from({ length: 6 }, async (_, klant) => {
      for (const deelnemer of wereld.deelnemers.slice(klant * 50, klant * 50 + 50)) {
        ervaringen.push(await dienInTotAntwoord(deelnemer, klant, { loketten }))
        await pause(100)
      }
    }))
    const cijfers = await proef.rondAf(wereld, ervaringen)
    const jaren = await proef.sql<{ jaar: number; aantal: number }>('select kalenderjaar as jaar, count(*)::integer as aantal from indiening group by 1 order by 1')
    proef.eis(jaren.length === 2, `ontvangsten in ${jaren.length} kalenderjaar in plaats van 2`)
    const [fout] = await proef.sql<{ n: number }>(`select count(*)::integer as n from indiening where kalenderjaar <> extract(year from ontvangen_op at time zone 'Europe/Amsterdam')`)
    proef.eis(fout?.n === 0, `${fout?.n ?? '?'} ontvangsten in het verkeerde kalenderjaar`)
    return { ...cijfers, jaren: Object.fromEntries(jaren.map(({ jaar, aantal }) => [jaar, aantal])) }
  },
}

const F16: readonly Experiment[] = [
  {
    naam: 'F16/laatste-plaats', fout: 'één plaats, 500 mensen tegelijk, 2 intakes, 2 verdelers', invariant: 'I1, I3: precies één krijgt haar, en niemand voor hem is geweigerd',
    voerUit: async (proef) => {
      const wereld = await proef.wereld({ aanvragers: 500, plafondCent: 100_000 })
      const [{ loketten }] = await Promise.all([proef.loketten(2), proef.start('verdeler'), proef.start('verdeler')])
      const cijfers = await proef.rondAf(wereld, await speel(wereld.deelnemers, { loketten, klanten: 500 }))
      proef.eis(cijfers.toegekend === 1, `${cijfers.toegekend} kregen de ene plaats`)
      return cijfers
    },
  },
  ...(['weiger', 'deels', 'sluit'] as const).map((pastNietRegel): Experiment => ({
    naam: `F16/past-niet-${pastNietRegel}`, fout: `bedragen die niet passen (999,99 bij 500,00 over; laatste centen), regel ${pastNietRegel}; 400 aanvragers`,
    invariant: 'I1, I3: de regel van het tijdvak, tot op de cent',
    voerUit: async (proef) => {
      const wereld = await proef.wereld({ aanvragers: 400, plafondCent: 10_050_001, bedragenCent: [99_999, 50_000, 100_000, 12_345, 1], pastNietRegel })
      const [{ loketten }] = await Promise.all([proef.loketten(1), proef.start('verdeler')])
      const ervaringen = await speel(wereld.deelnemers, { loketten })
      // The model plays the rule `weiger`; the others are judged by the replay of controle (I3).
      return proef.rondAf(wereld, ervaringen, { zonderModel: pastNietRegel !== 'weiger' })
    },
  })),
]

/** F19: one person, a hundred requests at once, at two processes. */
const F19: Experiment = {
  naam: 'F19',
  fout: '20 mensen sturen ieder 100 keer tegelijk, over 2 processen, en een minuut later nog eens',
  invariant: 'I2, I4: één aanvraag, één nummer, één toekenning per mens',
  voerUit: async (proef) => {
    const wereld = await proef.wereld({ aanvragers: 20, plafondCent: 2_000_000 })
    const [{ loketten }] = await Promise.all([proef.loketten(2), proef.start('verdeler')])
    const perMens = async (deelnemer: Deelnemer): Promise<Ervaring> => {
      const sentAt = performance.now()
      const antwoorden = await Promise.all(Array.from({ length: 100 }, (_, n) => dienInTotAntwoord(deelnemer, n, { loketten })))
      const laat = await dienInTotAntwoord(deelnemer, 0, { loketten })
      const nieuw = antwoorden.filter(({ antwoord }) => antwoord.soort === 'ok' && antwoord.isNieuw).length
      proef.eis(nieuw === 1, `${nieuw} antwoorden zeiden dat het de eerste ontvangst was`)
      return { deelnemer, sentAt, endAt: performance.now(), antwoord: laat.antwoord, onbekend: 0, nummers: [...antwoorden, laat].flatMap(({ nummers }) => nummers) }
    }
    const ervaringen = await Promise.all(wereld.deelnemers.map(perMens))
    const cijfers = await proef.rondAf(wereld, ervaringen)
    proef.eis(cijfers.opgeslagen === 20 && cijfers.toegekend === 20, `${cijfers.opgeslagen} opgeslagen, ${cijfers.toegekend} toegekend voor 20 mensen`)
    return { ...cijfers, verzoeken: 2_020 }
  },
}

/** F33: the log cannot be written. */
const F33: Experiment = {
  naam: 'F33',
  fout: 'het logboek neemt 2 s lang niets aan (insert op gebeurtenis geweigerd)',
  invariant: 'I16: zonder logregel geen ontvangst: niets bevestigd dat niet gelogd is',
  voerUit: async (proef) => {
    const wereld = await proef.wereld({ aanvragers: 203, plafondCent: 5_000_000 })
    const [{ loketten }] = await Promise.all([proef.loketten(1), proef.start('verdeler')])
    await proef.sql('revoke insert on gebeurtenis from stap_app')
    const begin = performance.now()
    const spelen = speel(wereld.deelnemers.slice(0, 200), { loketten, klanten: 20 })
    await pause(2_000)
    const [tussen] = await proef.sql<{ n: number }>('select count(*)::integer as n from indiening')
    proef.eis(tussen?.n === 0, `${tussen?.n ?? '?'} aanvragen ontvangen zonder logboek`)
    await proef.sql('grant insert on gebeurtenis to stap_app')
    const ervaringen = await spelen
    proef.eis(ervaringen.every(({ endAt }) => endAt - begin > 1_900), 'iemand kreeg antwoord zonder logboek')
    const herstel = await proef.herstel(wereld.deelnemers.slice(200), loketten)
    return { ...(await proef.rondAf(wereld, [...ervaringen, ...herstel.ervaringen])), herstelS: herstel.herstelS }
  },
}

/** F34: the same people in the same order, on one of each process and on more. */
const F34: Experiment = {
  naam: 'F34',
  fout: '600 mensen met verschillende bedragen na elkaar: eerst 1 intake en 1 verdeler, dan 2 intakes en 3 verdelers',
  invariant: 'zelfde zaad, zelfde toekenningen, hoeveel processen er ook zijn',
  voerUit: async (proef) => {
    const spelen = async (intakes: number, verdelers: number) => {
      const wereld = await proef.wereld({ aanvragers: 600, plafondCent: 15_000_000, bedragenCent: [100_000, 45_000, 80_000, 30_001, 99_999] })
      const gestart = await Promise.all([proef.loketten(intakes), ...Array.from({ length: verdelers }, () => proef.start('verdeler'))])
      const [{ loketten, processen }, ...rest] = gestart
      const ervaringen = []
      for (const [n, deelnemer] of wereld.deelnemers.entries()) ervaringen.push(await dienInTotAntwoord(deelnemer, n, { loketten }))
      const cijfers = await proef.rondAf(wereld, ervaringen)
      for (const proces of [...processen, ...rest]) await proces.stop()
      const rijen = await proef.sql<{ id: string; uitkomst: string }>('select aanvraag_id as id, uitkomst from toewijzing where compartiment_id = $1', [wereld.compartimentId])
      const uitkomst = new Map(rijen.map((rij) => [rij.id, rij.uitkomst]))
      return { cijfers, reeks: wereld.deelnemers.map(({ aanvraagId }) => uitkomst.get(aanvraagId)).join() }
    }
    const een = await spelen(1, 1)
    const meer = await spelen(2, 3)
    proef.eis(een.reeks === meer.reeks, 'andere toekenningen met meer processen')
    return { ...meer.cijfers, gelijk: een.reeks === meer.reeks }
  },
}

/** F38: who withdraws while being granted. */
const F38: Experiment = {
  naam: 'F38/toekenning',
  fout: '600 aanvragers, 200 plaatsen; een derde trekt in, direct na de bevestiging, tegelijk met de verdeler',
  invariant: 'I1, I9: wie introk, houdt geen geld vast; wat vrijvalt, gaat één keer terug',
  voerUit: async (proef) => {
    const wereld = await proef.wereld({ aanvragers: 600, plafondCent: 20_000_000 })
    const [{ loketten }] = await Promise.all([proef.loketten(2), proef.start('verdeler'), proef.start('verdeler')])
    const [eerste] = loketten
    const intrekkingen: Promise<unknown>[] = []
    let ingetrokken = 0
    const ervaringen = await speel(wereld.deelnemers, {
      loketten: loketten.map((loket, n) => ({
        dienIn: async (deelnemer: Deelnemer) => {
          const antwoord = await loket.dienIn(deelnemer)
          if (antwoord.soort === 'ok' && deelnemer.bedragCent > 0 && Number(deelnemer.kenmerk.replace(/\D/g, '').slice(0, 7)) % 3 === 0)
            intrekkingen.push((n === 0 ? loket : (eerste ?? loket)).trekIn?.(deelnemer).then(({ soort }) => { if (soort === 'ok') ingetrokken += 1 }) ?? Promise.resolve())
          return antwoord
        },
      })), klanten: 32,
    })
    await Promise.all(intrekkingen)
    const cijfers = await proef.rondAf(wereld, ervaringen)
    const [geld] = await proef.sql<{ fout: number }>(
      `select count(*)::integer as fout from aanvraag a join toewijzing w on w.aanvraag_id = a.id
       where a.status = 'ingetrokken' and w.uitkomst = 'gereserveerd' and w.vrijgevallen_op is null
         and not exists (select from outbox o where o.job = 'laat-reservering-vrij' and o.payload ->> 'aanvraagId' = a.id::text)`)
    proef.eis(geld?.fout === 0, `${geld?.fout ?? '?'} ingetrokken aanvragen houden geld vast`)
    return { ...cijfers, ingetrokken }
  },
}

/** The opening itself: everybody at once, the moment, the last cent, twice the same, and who changes his mind. */
export const OPENING: readonly Experiment[] = [F12, F14, F15, ...F16, ...F17, F18, F19, F33, F34, F38]
