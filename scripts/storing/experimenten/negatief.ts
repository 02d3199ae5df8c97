import { dienInTotAntwoord, loketOf, speel, type Ervaring } from '../klanten'
import { pause, until, type Experiment, type Proef } from '../proef'
import type { Wereld } from '../wereld'

/** A wrong design, in the place of one part of the system; `vangst` is the finding by which it must be caught. */
function fout(naam: string, ontwerp: string, vangst: RegExp, voerUit: Experiment['voerUit']): Experiment {
  return { naam: `N/${naam}`, fout: `FOUT ONTWERP, moet betrapt worden: ${ontwerp}`, invariant: 'de meting ziet wat zij moet zien', vangst, voerUit }
}

async function intakeDubbel(proef: Proef, soort: string, aantal: number, env: Record<string, string> = {}) {
  return proef.loketten(aantal, { programma: 'dubbels/intake', env: { STORING_DUBBEL: soort, ...env } })
}

const kort = { maxS: 6 }

/** Everybody twice at the same time, at two processes. */
async function dubbelKlikken(proef: Proef, wereld: Wereld, loketten: Parameters<typeof speel>[1]['loketten']): Promise<readonly Ervaring[]> {
  return Promise.all(wereld.deelnemers.map(async (deelnemer) => {
    const sentAt = performance.now()
    const antwoorden = await Promise.all([0, 1, 2, 3].map((n) => dienInTotAntwoord(deelnemer, n, { loketten, volhoudenMs: 4_000 })))
    const [eerste] = antwoorden
    if (eerste === undefined) throw new Error('no answer')
    return { ...eerste, sentAt, endAt: performance.now(), nummers: antwoorden.flatMap(({ nummers }) => nummers) }
  }))
}

/** Every wrong design that must be caught. */
export const NEGATIEF: readonly Experiment[] = [
  fout('kijk-en-pak', 'verdelers die eerst kijken wat er over is en het dan pakken, zonder slot en zonder check in de database', /overschrijdingCent|controle: I1/, async (proef) => {
    await proef.sql('alter table compartiment drop constraint compartiment_plafond')
    const wereld = await proef.wereld({ aanvragers: 300, plafondCent: 5_000_000 })
    const naief = { env: { STORING_DUBBEL: 'kijk-en-pak' } }
    const { loketten } = await proef.loketten(1)
    const ervaringen = await speel(wereld.deelnemers, { loketten })
    await Promise.all([1, 2, 3].map(() => proef.start('dubbels/verdeler', naief)))
    return proef.rondAf(wereld, ervaringen)
  }),
  fout('geen-sleutel', 'intake die kijkt of er al een indiening is en haar dan schrijft, zonder unieke sleutel', /dubbel/, async (proef) => {
    await proef.sql('drop index indiening_aanvraag_id_key')
    const wereld = await proef.wereld({ aanvragers: 60, plafondCent: 3_000_000 })
    const { loketten } = await intakeDubbel(proef, 'kijk-en-schrijf', 2)
    return proef.rondAf(wereld, await dubbelKlikken(proef, wereld, loketten), kort)
  }),
  fout('bevestig-eerst', 'bevestigen voor de commit; het proces sterft', /verloren/, async (proef) => {
    const wereld = await proef.wereld({ aanvragers: 400, plafondCent: 20_000_000 })
    const { loketten, processen } = await intakeDubbel(proef, 'bevestig-eerst', 1)
    await proef.start('verdeler')
    const ervaringen = await speel(wereld.deelnemers, { loketten, klanten: 16, naAntwoord: (n) => { if (n === 200) processen[0]?.signal('SIGKILL') } })
    await pause(1_000)
    return proef.rondAf(wereld, ervaringen, kort)
  }),
  fout('job-ervoor', 'de job in een eigen transactie voor de indiening; het proces sterft ertussen', /jobsZonderRij/, async (proef) => jobApart(proef, 'job-ervoor')),
  fout('job-erna', 'de job in een eigen transactie na de indiening; het proces sterft ertussen', /controle: I11/, async (proef) => jobApart(proef, 'job-erna')),
  fout('commit-zonder-schijf', 'synchronous_commit=off; kill -9 van PostgreSQL (zichtbaar doordat nog niet geschreven WAL in het gedeelde geheugen van PostgreSQL stond)', /verloren/, async (proef) => {
    await proef.sql(`alter database ${proef.database} set synchronous_commit = off`)
    const wereld = await proef.wereld({ aanvragers: 1_500, plafondCent: 20_000_000 })
    const { loketten } = await proef.loketten(2)
    // What the commit promised is written within three times wal_writer_delay (200 ms): the stroke falls while people are acknowledged.
    await proef.sql('alter system set wal_writer_delay = 10000')
    await proef.sql('select pg_reload_conf()')
    let stroke: Promise<void> | undefined
    const ervaringen = await speel(wereld.deelnemers, {
      loketten, klanten: 64, naAntwoord: (n) => {
        if (n > 500) stroke ??= proef.servers.crashPostgres().then(() => pause(300)).then(() => proef.servers.startPostgres())
      },
    })
    await stroke
    await proef.sql('alter system reset wal_writer_delay')
    await proef.sql('select pg_reload_conf()')
    await proef.start('verdeler')
    return proef.rondAf(wereld, ervaringen)
  }),
  fout('klok-van-de-machine', 'tijdstip van de machine en volgorde daarvan; de ene loopt 5 minuten voor, de andere achter', /inversies|teVroeg/, async (proef) => {
    const wereld = await proef.wereld({ aanvragers: 300, plafondCent: 10_000_000, nu: '2022-11-01T10:30:00+01:00' })
    const voor = await intakeDubbel(proef, 'eigen-klok', 1, { STORING_KLOK_MS: '300000' })
    const achter = await intakeDubbel(proef, 'eigen-klok', 1, { STORING_KLOK_MS: '-300000' })
    await proef.start('dubbels/verdeler', { env: { STORING_DUBBEL: 'op-tijdstempel' } })
    const ervaringen = await speel(wereld.deelnemers, { loketten: [...voor.loketten, ...achter.loketten], klanten: 4 })
    return proef.rondAf(wereld, ervaringen)
  }),
  fout('op-nummer', 'verdelen op volgnummer vanaf het laatste dat gezien is; een van de intakes commit traag', /onbeslist|inversies/, async (proef) => {
    const wereld = await proef.wereld({ aanvragers: 600, plafondCent: 20_000_000 })
    const { loketten } = await proef.loketten(2, { faults: 'intake.voor-commit=wait:60@1+' })
    await proef.start('dubbels/verdeler', { env: { STORING_DUBBEL: 'op-nummer' } })
    return proef.rondAf(wereld, await speel(wereld.deelnemers, { loketten, klanten: 16 }), kort)
  }),
  fout('niet-idempotent', 'een taak die haar werk nog eens doet als zij nog eens wordt bezorgd', /dubbel werk/, async (proef) => {
    const wereld = await proef.wereld({ aanvragers: 40, plafondCent: 0 })
    const { loketten } = await intakeDubbel(proef, 'kijk-en-schrijf', 1)
    await proef.start('verdeler')
    const ervaringen = await speel(wereld.deelnemers, { loketten, klanten: 8 })
    await proef.start('dubbels/werker', { faults: 'outbox.na-werk=kill' })
    await until(10, async () => (await proef.sql(`select from outbox where job = 'bevestig-ontvangst' and verwerkt_op is null`)).length === 0)
    const dubbel = await proef.sql(`select from brief where soort = 'ontvangstbevestiging' group by aanvraag_id having count(*) > 1`)
    proef.eis(dubbel.length === 0, `dubbel werk: ${dubbel.length} aanvragen met twee ontvangstbevestigingen`)
    return proef.rondAf(wereld, ervaringen)
  }),
  fout('wachtkamer-zonder-slot', 'plaatsen uitgeven met een teller die gelezen en dan opgehoogd wordt, zonder slot op de rij en zonder sleutel', /controle: I3.*(wachtplaatsen|wachtkamer)/, async (proef) => {
    await proef.sql('alter table wachtplaats drop constraint wachtplaats_pkey')
    await proef.sql('drop index wachtplaats_een_per_burger')
    const { loketten, wereld } = await wachtkamerDubbel(proef, 'zonder-slot', 2)
    await Promise.all(wereld.deelnemers.flatMap((deelnemer) => loketten.map((loket) => loket.dienIn(deelnemer))))
    return proef.rondAf(wereld, [], kort)
  }),
  fout('toelating-uit-cache', 'toelaten uit het geheugen, en bij een dode database de deur open', /toegelaten zonder database/, async (proef) => {
    const { loketten, wereld, processen: [proces] } = await wachtkamerDubbel(proef, 'uit-cache', 1)
    const allen = () => Promise.all(wereld.deelnemers.flatMap((deelnemer) => loketten.map((loket) => loket.dienIn(deelnemer))))
    const voor = await allen()
    proces?.db.refuse(true)
    const zonder = await allen()
    const toegelaten = zonder.filter((antwoord) => antwoord.soort === 'ok').length
    proef.eis(toegelaten === 0, `${toegelaten} toegelaten zonder database`)
    return { toegelatenMetDatabase: voor.filter((antwoord) => antwoord.soort === 'ok').length, toegelatenZonderDatabase: toegelaten }
  }),
]

/** A waiting room that nobody has been let into, with a wrong process before it. */
async function wachtkamerDubbel(proef: Proef, soort: string, aantal: number) {
  const wereld = await proef.wereld({ aanvragers: 40, plafondCent: 4_000_000, nu: '2022-11-01T09:30:00+01:00', aanDeBeurt: false })
  await proef.sql('insert into wachtkamer (tijdvak_id, per_minuut) values ($1, 60000)', [wereld.tijdvakId])
  return { wereld, ...(await proef.loketten(aantal, { programma: 'dubbels/wachtkamer', env: { STORING_DUBBEL: soort } })) }
}

async function jobApart(proef: Proef, soort: string) {
  const wereld = await proef.wereld({ aanvragers: 300, plafondCent: 20_000_000 })
  const gestart = await proef.start('dubbels/intake', { env: { STORING_DUBBEL: soort }, again: false })
  await proef.start('verdeler')
  const loket = loketOf(gestart)
  const ervaringen = await speel(wereld.deelnemers, {
    loketten: [loket], klanten: 32, volhoudenMs: 500, naAntwoord: (n) => { if (n === 100) gestart.signal('SIGKILL') },
  })
  return proef.rondAf(wereld, ervaringen, kort)
}
