import { speel } from '../klanten'
import { pause, seconds, until, type Experiment, type Proef } from '../proef'
import type { Wereld } from '../wereld'

const PLAATSEN = 300
const AANVRAGERS = 900
const PROEFPERSONEN = 3

/** A pot for a third of the applicants, and a few more people who come after the fault. */
async function pot(proef: Proef): Promise<{ wereld: Wereld; eersten: Wereld['deelnemers']; laatsten: Wereld['deelnemers'] }> {
  const wereld = await proef.wereld({ aanvragers: AANVRAGERS + PROEFPERSONEN, plafondCent: PLAATSEN * 100_000 })
  return { wereld, eersten: wereld.deelnemers.slice(0, AANVRAGERS), laatsten: wereld.deelnemers.slice(AANVRAGERS) }
}

/** F01: an intake process dies at a point; the clients send the same again, to it or to the other one. */
const F01 = (['intake.voor-transactie', 'intake.in-transactie', 'intake.voor-commit', 'intake.na-commit'] as const).map((punt): Experiment => ({
  naam: `F01/${punt}`,
  fout: `kill -9 van een intakeproces op ${punt}; 2 intakes, 900 aanvragers, 300 plaatsen, 64 klanten`,
  invariant: 'I2, I16: wat bevestigd is, staat er één keer; opnieuw vragen geeft hetzelfde nummer',
  voerUit: async (proef) => {
    const { wereld, eersten, laatsten } = await pot(proef)
    const [{ processen, loketten }] = await Promise.all([proef.loketten(2, { faults: `${punt}=kill@4` }), proef.start('verdeler')])
    const ervaringen = await speel(eersten, { loketten })
    const herstel = await proef.herstel(laatsten, loketten)
    const cijfers = await proef.rondAf(wereld, [...ervaringen, ...herstel.ervaringen])
    proef.eis((processen[0]?.deaths() ?? 0) === 1, 'het intakeproces is niet gestorven')
    proef.eis(cijfers.bevestigd === wereld.deelnemers.length, `${wereld.deelnemers.length - cijfers.bevestigd} aanvragers kregen geen bevestiging`)
    return { ...cijfers, herstelS: herstel.herstelS }
  },
}))

const F02 = (['toewijzing.na-lezen', 'toewijzing.na-vergrendelen', 'toewijzing.na-boeken', 'toewijzing.voor-commit', 'toewijzing.na-commit'] as const).map((punt): Experiment => ({
  naam: `F02/${punt}`,
  fout: `kill -9 van de verdeler op ${punt}; een tweede staat klaar; 900 aanvragers, 300 plaatsen`,
  invariant: 'I1, I3, I8: nooit meer dan de pot, op volgorde, elke beslissing met haar job',
  voerUit: async (proef) => {
    const { wereld, eersten, laatsten } = await pot(proef)
    const [{ loketten }, verdeler] = await Promise.all([proef.loketten(1), proef.start('verdeler', { faults: `${punt}=kill@2` })])
    const tweede = proef.start('verdeler')
    const ervaringen = await speel(eersten, { loketten })
    await tweede
    const herstel = await proef.herstel(laatsten, loketten)
    const cijfers = await proef.rondAf(wereld, [...ervaringen, ...herstel.ervaringen])
    proef.eis(verdeler.deaths() >= 1, 'de verdeler is niet gestorven')
    proef.eis(cijfers.toegekend === PLAATSEN, `${cijfers.toegekend} van ${PLAATSEN} plaatsen toegekend`)
    return { ...cijfers, herstelS: herstel.herstelS }
  },
}))

/** Everything that was asked of the outbox, done: no open row but those that wait for a later moment. */
export async function untilDrained(proef: Proef, maxS: number): Promise<{ leegS: number; open: number }> {
  const begin = performance.now()
  let open = 0
  await until(maxS, async () => {
    const [rij] = await proef.sql<{ n: number }>('select (select count(*) from outbox where verwerkt_op is null and niet_voor is null)::integer + (select count(*) from outbox_groep)::integer as n')
    open = rij?.n ?? 0
    return open === 0
  })
  return { leegS: seconds(begin), open }
}

/** Each received aanvraag has one confirmation and each decision one letter, whatever happened to the jobs. */
export async function eisBrieven(proef: Proef, wereld: Wereld): Promise<{ brieven: number }> {
  const rijen = await proef.sql<{ ontvangst: number; besluit: number }>(
    `select (select count(*)::integer from brief b where b.aanvraag_id = i.aanvraag_id and b.soort = 'ontvangstbevestiging') as ontvangst,
            (select count(*)::integer from besluit b where b.aanvraag_id = i.aanvraag_id) as besluit
     from indiening i where i.tijdvak_id = $1`, [wereld.tijdvakId])
  const fout = rijen.filter(({ ontvangst, besluit }) => ontvangst !== 1 || besluit !== 1).length
  proef.eis(fout === 0, `dubbel of verloren werk: ${fout} aanvragen zonder precies één ontvangstbevestiging en één besluit`)
  return { brieven: rijen.reduce((total, { ontvangst }) => total + ontvangst, 0) }
}

const BRIEVEN = 24

/** F03: nobody gets budget, so every aanvraag ends with a confirmation and a refusal: all of it work for the outbox. */
const F03 = (['outbox.na-markeren', 'outbox.na-doorzetten', 'outbox.na-werk'] as const).map((punt): Experiment => ({
  naam: `F03/${punt}`,
  fout: `kill -9 van workers op ${punt}; ${BRIEVEN} aanvragers, geen budget, elk twee brieven`,
  invariant: 'I8, I11: elke job gebeurt, ook als hij twee keer wordt bezorgd; het gevolg is er één keer',
  voerUit: async (proef) => {
    const wereld = await proef.wereld({ aanvragers: BRIEVEN, plafondCent: 0 })
    const [{ loketten }, workers] = await Promise.all([proef.loketten(1), proef.start('workers', { faults: `${punt}=kill@2` })])
    const ervaringen = await speel(wereld.deelnemers, { loketten })
    const { leegS, open } = await untilDrained(proef, 75)
    const cijfers = await proef.rondAf(wereld, ervaringen)
    proef.eis(workers.deaths() >= 1, 'de worker is niet gestorven')
    proef.eis(open === 0, `${open} jobs zijn blijven liggen`)
    return { ...cijfers, ...(await eisBrieven(proef, wereld)), jobsKlaarS: leegS }
  },
}))

const F05: readonly Experiment[] = [
  {
    naam: 'F05/verdeler-slaapt',
    fout: 'SIGSTOP van de verdeler vlak voor zijn commit; zijn verbinding vervalt, een ander verdeelt verder, dan wordt hij wakker',
    invariant: 'I1, I3: een verdeler die te lang weg was, past niets dubbel toe',
    voerUit: async (proef) => {
      const { wereld, eersten, laatsten } = await pot(proef)
      const [{ loketten }, slaper] = await Promise.all([proef.loketten(1), proef.start('verdeler', { faults: 'toewijzing.voor-commit=stop@2', again: false })])
      const spelen = speel(eersten, { loketten })
      const slaapt = await until(20, async () => (await proef.sql(`select from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`)).length > 0)
      proef.eis(slaapt, 'de verdeler is niet ingeslapen')
      await proef.start('verdeler')
      await pause(1_000)
      // What idle_in_transaction_session_timeout does after 60 s.
      await proef.sql(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and state = 'idle in transaction' and state_change < clock_timestamp() - interval '900 milliseconds'`)
      const ervaringen = await spelen
      await pause(1_000)
      slaper.signal('SIGCONT')
      const herstel = await proef.herstel(laatsten, loketten)
      const cijfers = await proef.rondAf(wereld, [...ervaringen, ...herstel.ervaringen])
      proef.eis(cijfers.toegekend === PLAATSEN, `${cijfers.toegekend} van ${PLAATSEN} plaatsen toegekend`)
      return { ...cijfers, herstelS: herstel.herstelS }
    },
  },
  {
    naam: 'F05/intake-slaapt',
    fout: 'SIGSTOP van een intakeproces, 5 s, midden in het indienen; klanten wijken uit naar het andere',
    invariant: 'I2: wie opnieuw vroeg bij een ander, krijgt hetzelfde nummer als van wie wakker wordt',
    voerUit: async (proef) => {
      const { wereld, eersten, laatsten } = await pot(proef)
      const [{ processen, loketten }] = await Promise.all([proef.loketten(2), proef.start('verdeler')])
      const ervaringen = await speel(eersten, {
        loketten, naAntwoord: (n) => {
          if (n !== 200) return
          processen[0]?.signal('SIGSTOP')
          setTimeout(() => processen[0]?.signal('SIGCONT'), 5_000)
        },
      })
      const herstel = await proef.herstel(laatsten, loketten)
      return { ...(await proef.rondAf(wereld, [...ervaringen, ...herstel.ervaringen])), herstelS: herstel.herstelS }
    },
  },
  {
    naam: 'F05/workers-slaapt',
    fout: `SIGSTOP van workers, 8 s, terwijl zij brieven maken; een tweede werkt door; ${BRIEVEN} aanvragers`,
    invariant: 'I8: wie wakker wordt, doet niets een tweede keer',
    voerUit: async (proef) => {
      const wereld = await proef.wereld({ aanvragers: BRIEVEN, plafondCent: 0 })
      const [{ loketten }, slaper] = await Promise.all([proef.loketten(1), proef.start('workers'), proef.start('workers')])
      const ervaringen = await speel(wereld.deelnemers, { loketten })
      await until(20, async () => (await proef.sql('select from brief')).length > 5)
      slaper.signal('SIGSTOP')
      await pause(8_000)
      slaper.signal('SIGCONT')
      const { leegS, open } = await untilDrained(proef, 75)
      proef.eis(open === 0, `${open} jobs zijn blijven liggen`)
      return { ...(await proef.rondAf(wereld, ervaringen)), ...(await eisBrieven(proef, wereld)), jobsKlaarS: leegS }
    },
  },
]

const F13: Experiment = {
  naam: 'F13',
  fout: 'de verdeler staat 6 s stil (geblokkeerde lus) met de stand vergrendeld; intake gaat door; 900 aanvragers',
  invariant: 'I1, I3, I16: intake wacht niet op de verdeler, en daarna klopt alles',
  voerUit: async (proef) => {
    const { wereld, eersten, laatsten } = await pot(proef)
    const [{ loketten }] = await Promise.all([proef.loketten(2), proef.start('verdeler', { faults: 'toewijzing.na-vergrendelen=block:6000@2' }), proef.start('verdeler')])
    const begin = performance.now()
    const ervaringen = await speel(eersten, { loketten })
    const intakeS = seconds(begin)
    proef.eis(intakeS < 6, `intake wachtte op de verdeler (${intakeS} s)`)
    const herstel = await proef.herstel(laatsten, loketten)
    return { ...(await proef.rondAf(wereld, [...ervaringen, ...herstel.ervaringen])), intakeS, herstelS: herstel.herstelS }
  },
}

const F22: Experiment = {
  naam: 'F22/use-cases',
  fout: 'uitrol tijdens de opening: elk intake- en verdelerproces krijgt SIGTERM en een opvolger, om de beurt; 900 aanvragers',
  invariant: 'I2, I3: niemand merkt er iets van dan een tweede poging',
  voerUit: async (proef) => {
    const { wereld, eersten, laatsten } = await pot(proef)
    const eerste = await proef.loketten(2)
    const verdelers = [await proef.start('verdeler')]
    const loketten = [...eerste.loketten]
    let isRolling = false
    const rollen = async () => {
      for (const [n, proces] of eerste.processen.entries()) {
        const { loketten: [nieuw] } = await proef.loketten(1)
        if (nieuw !== undefined) loketten[n] = nieuw
        await proces.stop()
      }
      verdelers.push(await proef.start('verdeler'))
      await verdelers[0]?.stop()
    }
    let uitrol: Promise<void> = Promise.resolve()
    const ervaringen = await speel(eersten, {
      loketten, klanten: 8, naAntwoord: (n) => {
        if (n < 100 || isRolling) return
        isRolling = true
        uitrol = rollen()
      },
    })
    await uitrol
    const herstel = await proef.herstel(laatsten, loketten)
    return { ...(await proef.rondAf(wereld, [...ervaringen, ...herstel.ervaringen])), herstelS: herstel.herstelS }
  },
}

const F23: Experiment = {
  naam: 'F23',
  fout: 'SIGTERM van een intakeproces met indieningen onderweg (elke commit 150 ms opgehouden)',
  invariant: 'I2: wat onderweg is, wordt afgemaakt en bevestigd, of niet bevestigd; nooit bevestigd en weg',
  voerUit: async (proef) => {
    const { wereld, eersten, laatsten } = await pot(proef)
    const [{ processen, loketten }] = await Promise.all([proef.loketten(2, { faults: 'intake.voor-commit=wait:150@1+' }), proef.start('verdeler')])
    let onderweg: Promise<number | string> | undefined
    const ervaringen = await speel(eersten, {
      loketten, naAntwoord: (n) => {
        if (n !== 150) return
        onderweg = processen[0]?.ended()
        processen[0]?.signal('SIGTERM')
      },
    })
    const einde = await onderweg
    proef.eis(einde === 0, `het proces eindigde niet netjes (${String(einde)})`)
    const herstel = await proef.herstel(laatsten, loketten)
    return { ...(await proef.rondAf(wereld, [...ervaringen, ...herstel.ervaringen])), herstelS: herstel.herstelS }
  },
}

/** What dies, sleeps or is replaced. */
export const PROCESSEN: readonly Experiment[] = [...F01, ...F02, ...F03, ...F05, F13, F22, F23]
