import { roepOf, speel } from '../klanten'
import { pause, until, type Experiment, type Proef } from '../proef'
import type { Handeling } from '../processen/handeling'
import type { Deelnemer } from '../wereld'
import { eisBrieven, untilDrained } from './processen'

const BRIEVEN = 24

/** Everything that jobs leave behind, so that doing them again can be seen. */
const GEVOLGEN = `
  select (select count(*) from brief)::integer as brieven, (select count(*) from besluit)::integer as besluiten, (select count(*) from mail)::integer as mails,
         (select count(*) from document)::integer as documenten, (select count(*) from boeking)::integer as boekingen, (select count(*) from gebeurtenis)::integer as gebeurtenissen`

const F20: Experiment = {
  naam: 'F20',
  fout: `elke job die klaar is, wordt nog twee keer bezorgd, door elkaar en aan 2 workers; ${BRIEVEN} aanvragers, elk twee brieven`,
  invariant: 'I8, I11: het gevolg van een job is er één keer, hoe vaak en in welke volgorde hij ook komt',
  voerUit: async (proef) => {
    const wereld = await proef.wereld({ aanvragers: BRIEVEN, plafondCent: 0 })
    const [{ loketten }] = await Promise.all([proef.loketten(1), proef.start('workers'), proef.start('workers')])
    const ervaringen = await speel(wereld.deelnemers, { loketten })
    await untilDrained(proef, 75)
    const [eerst] = await proef.sql(GEVOLGEN)
    for (let keer = 0; keer < 2; keer += 1) {
      // A moment in the past that differs per job: they come in another order than they were asked for.
      await proef.sql(`update outbox set verwerkt_op = null, doorgezet_op = clock_timestamp() - interval '1 hour' * random() where verwerkt_op is not null`)
      const { open } = await untilDrained(proef, 75)
      proef.eis(open === 0, `${open} jobs bleven liggen toen zij opnieuw kwamen`)
    }
    const [later] = await proef.sql(GEVOLGEN)
    proef.eis(JSON.stringify(eerst) === JSON.stringify(later), `opnieuw bezorgd gaf andere gevolgen: ${JSON.stringify(eerst)} werd ${JSON.stringify(later)}`)
    return { ...(await proef.rondAf(wereld, ervaringen)), ...(await eisBrieven(proef, wereld)), gevolgen: later }
  },
}

const F21: Experiment = {
  naam: 'F21',
  fout: `vijf jobs die nooit lukken (een aanvraag die er niet is, een onbekende job) voor ${BRIEVEN} gewone`,
  invariant: 'I11: een job die niet kan, houdt geen andere op, en blijft met zijn fout staan tot iemand kijkt',
  voerUit: async (proef) => {
    const wereld = await proef.wereld({ aanvragers: BRIEVEN, plafondCent: 0 })
    await proef.sql(`insert into outbox (job, payload) values ('bevestig-ontvangst', '{"aanvraagId": "00000000-0000-4000-8000-000000000000"}'), ('wijs-aanvraag-af', '{}'),
      ('bestaat-niet', '{}'), ('maak-brief-pdf', '{"briefId": "00000000-0000-4000-8000-000000000000"}'), ('verstuur-mail', '{"mailId": "geen-id"}')`)
    const [{ loketten }] = await Promise.all([proef.loketten(1), proef.start('workers')])
    const ervaringen = await speel(wereld.deelnemers, { loketten })
    const klaar = await until(60, async () => (await proef.sql(`select from outbox where verwerkt_op is null and pogingen = 0 union all select from outbox_groep`)).length === 0)
    proef.eis(klaar, 'gewone jobs wachtten op jobs die niet kunnen')
    const giftig = await proef.sql<{ job: string; pogingen: number; fout: string | null }>('select job, pogingen, fout from outbox where verwerkt_op is null')
    proef.eis(giftig.every(({ fout }) => fout !== null), 'een mislukte job heeft geen fout bij zich')
    const gezien = await eisBrieven(proef, wereld)
    // What cannot succeed is taken away by whoever looks at it; here that is us.
    await proef.sql(`delete from outbox where payload ->> 'aanvraagId' = '00000000-0000-4000-8000-000000000000'`)
    return { ...(await proef.rondAf(wereld, ervaringen)), ...gezien, blijvenStaan: giftig.length }
  },
}

async function medewerker(proef: Proef) {
  const [rij] = await proef.sql<{ id: string }>(`select id from gebruiker where subject_hmac = 'storing'`)
  return { soort: 'medewerker', id: rij?.id ?? '', naam: 'Storing', rollen: ['ketenregisseur', 'behandelaar', 'beslisser'] } as const
}

const F35: Experiment = {
  naam: 'F35',
  fout: 'het plafond gaat tijdens de verdeling tien keer omhoog en tien keer omlaag; 900 aanvragers, 2 intakes, 2 verdelers',
  invariant: 'I1, I3, I5: nooit meer dan het plafond van dat ogenblik, en wie eerder vroeg, houdt zijn aanspraak (Awb 4:27)',
  voerUit: async (proef) => {
    const wereld = await proef.wereld({ aanvragers: 900, plafondCent: 100_000_000 })
    const [{ loketten }, handeling] = await Promise.all([proef.loketten(2), proef.start('handeling'), proef.start('verdeler'), proef.start('verdeler')])
    const roep = roepOf(handeling)
    const wie = await medewerker(proef)
    const spelen = speel(wereld.deelnemers, { loketten, klanten: 16 })
    const uitkomsten: string[] = []
    for (let n = 0; n < 20; n += 1) {
      const redenen = await roep({ act: 'wijzig-plafond', args: [wie, { code: wereld.code, compartimentId: wereld.compartimentId, handeling: n % 2 === 0 ? 'verhoog' : 'verlaag', bedrag: n % 2 === 0 ? 100_000 : 5_000_000, reden: 'Storingsproef: het plafond beweegt' }] })
      uitkomsten.push(redenen.length === 0 ? 'gedaan' : redenen.join('+'))
      await pause(20)
    }
    const ervaringen = await spelen
    const [stand] = await proef.sql<{ plafond: number }>('select plafond_cent as plafond from compartiment where id = $1', [wereld.compartimentId])
    const plafondCent = stand?.plafond ?? 0
    proef.eis(uitkomsten.some((uitkomst) => uitkomst === 'gedaan'), `geen enkele wijziging lukte: ${uitkomsten.join(', ')}`)
    proef.eis(!uitkomsten.some((uitkomst) => uitkomst.startsWith('fout')), `een wijziging gaf een fout: ${uitkomsten.join(', ')}`)
    // The model plays one pot that does not move; controle replays the ledger as it moved.
    return { ...(await proef.rondAf({ ...wereld, plafondCent }, ervaringen, { zonderModel: true })), wijzigingen: telPer(uitkomsten), plafondCent }
  },
}

function telPer(waarden: readonly string[]): Record<string, number> {
  const telling: Record<string, number> = {}
  for (const waarde of waarden) telling[waarde] = (telling[waarde] ?? 0) + 1
  return telling
}

const F36: Experiment = {
  naam: 'F36',
  fout: 'de opleiding wordt tijdens de opening verwijderd uit het register (maatregel), met reserveringen die lopen; 300 aanvragers',
  invariant: 'I9, I11: wie na de maatregel indient, wordt niet ontvangen; wat gereserveerd is, wordt aangehouden en niet betaald',
  voerUit: async (proef) => {
    const wereld = await proef.wereld({ aanvragers: 300, plafondCent: 10_000_000 })
    const [{ loketten }, handeling] = await Promise.all([proef.loketten(2), proef.start('handeling'), proef.start('verdeler')])
    const [opleider] = await proef.sql<{ id: string }>(`select id from opleider where code = 'storing'`)
    const wie = await medewerker(proef)
    let maatregel: Promise<readonly string[]> | undefined
    const { plainDate } = await import('@/lib/base/date')
    const ervaringen = await speel(wereld.deelnemers, {
      loketten, klanten: 8, naAntwoord: (n) => {
        if (n >= 100) maatregel ??= roepOf(handeling)({ act: 'leg-maatregel-op', args: [wie, { opleiderId: opleider?.id ?? '', opleidingId: null, soort: 'verwijderd', reden: 'Storingsproef: opleider verwijderd', ingangsdatum: plainDate('2022-11-01'), einddatum: null }] })
      },
    })
    const redenen = await maatregel
    proef.eis(redenen?.length === 0, `de maatregel lukte niet: ${redenen?.join(', ') ?? 'niet geroepen'}`)
    const geweigerd = ervaringen.filter(({ antwoord }) => antwoord.soort === 'geweigerd').length
    proef.eis(geweigerd > 0, 'na de maatregel werd nog iedereen ontvangen')
    const [na] = await proef.sql<{ n: number }>(`select count(*)::integer as n from indiening i cross join maatregel m where i.ontvangen_op > m.opgelegd_op + interval '5 seconds'`)
    proef.eis(na?.n === 0, `${na?.n ?? '?'} ontvangen na de maatregel`)
    return { ...(await proef.rondAf(wereld, ervaringen)), nietOntvangen: geweigerd }
  },
}

const F37: Experiment = {
  naam: 'F37',
  fout: '30 zaken; op elke drukken twee behandelaars tegelijk op besluiten, met hetzelfde scherm; daarna nog eens met een oud scherm',
  invariant: 'I10, I15: één besluit per zaak; een verouderd scherm beslist niets',
  voerUit: async (proef) => {
    const wereld = await proef.wereld({ aanvragers: 30, plafondCent: 10_000_000 })
    const [{ loketten }, een, twee] = await Promise.all([proef.loketten(1), proef.start('handeling'), proef.start('handeling'), proef.start('verdeler')])
    const ervaringen = await speel(wereld.deelnemers, { loketten })
    await until(20, async () => (await proef.sql(`select from aanvraag where status = 'gereserveerd'`)).length === 30)
    // Put on the worklist as the assessment does.
    await proef.sql(`with g as (insert into gebeurtenis (onderwerp, onderwerp_id, soort, van_status, naar_status, door_rol, op) select 'aanvraag', id::text, 'leg-voor', 'gereserveerd', 'in-behandeling', 'systeem', nu() from aanvraag where status = 'gereserveerd')
      update aanvraag set status = 'in-behandeling', versie = versie + 1 where status = 'gereserveerd'`)
    const versies = new Map((await proef.sql<{ kenmerk: string; versie: number }>('select kenmerk, versie from aanvraag')).map(({ kenmerk, versie }) => [kenmerk, versie]))
    const wie = await medewerker(proef)
    const [roepEen, roepTwee] = [roepOf(een), roepOf(twee)]
    const beslis = ({ kenmerk }: Deelnemer, besluit: 'verlening' | 'afwijzing'): Handeling => ({
      act: 'beslis', args: [wie, { kenmerk, versie: versies.get(kenmerk) ?? 0, besluit, gronden: besluit === 'verlening' ? [] : ['niet-verzekerd'], motivering: 'Storingsproef: twee tegelijk' }],
    })
    let besloten = 0
    for (const deelnemer of wereld.deelnemers) {
      const redenen = await Promise.all([roepEen(beslis(deelnemer, 'verlening')), roepTwee(beslis(deelnemer, 'afwijzing'))])
      besloten += redenen.filter((een) => een.length === 0).length
      const oud = await roepEen(beslis(deelnemer, 'verlening'))
      proef.eis(oud.length > 0, 'een oud scherm besliste nog eens')
    }
    const [telling] = await proef.sql<{ n: number }>('select count(*)::integer as n from besluit')
    proef.eis(besloten === 30 && telling?.n === 30, `${besloten} keer gelukt, ${telling?.n ?? '?'} besluiten voor 30 zaken`)
    return { ...(await proef.rondAf(wereld, ervaringen, { zonderModel: true })), besluiten: telling?.n }
  },
}

const F38: Experiment = {
  naam: 'F38/reserve',
  fout: '200 aanvragers, 60 plaatsen, reservelijst; 20 toegekenden trekken in, terwijl wie op de lijst staat ook intrekt, aanneemt of afslaat; 2 verdelers',
  invariant: 'I1, I9: wat vrijkomt, gaat één keer en op volgorde naar de volgende; wie introk, krijgt niets aangeboden',
  voerUit: async (proef) => {
    const wereld = await proef.wereld({ aanvragers: 200, plafondCent: 6_000_000, reserveTot: '2022-12-20T00:00:00+01:00' })
    const [{ loketten }, handeling] = await Promise.all([proef.loketten(1), proef.start('handeling'), proef.start('verdeler'), proef.start('verdeler'), proef.start('workers')])
    const ervaringen = await speel(wereld.deelnemers, { loketten, klanten: 16 })
    await until(20, async () => (await proef.sql('select from toewijzing')).length === 200)
    const roep = roepOf(handeling)
    const burger = (deelnemer: Deelnemer) => ({ soort: 'burger', id: deelnemer.burgerId, rollen: ['burger'] }) as const
    const van = async (status: string) => new Set((await proef.sql<{ id: string }>('select id from aanvraag where status = $1', [status])).map(({ id }) => id))
    const gereserveerd = await van('gereserveerd')
    const reserve = await van('reserve')
    proef.eis(reserve.size > 0, 'er is geen reservelijst')
    const trekIn = (deelnemers: readonly Deelnemer[]) => deelnemers.map((deelnemer) => roep({ act: 'trek-in', args: [burger(deelnemer), { kenmerk: deelnemer.kenmerk }] }))
    const opDeLijst = wereld.deelnemers.filter(({ aanvraagId }) => reserve.has(aanvraagId))
    await Promise.all([
      ...trekIn(wereld.deelnemers.filter(({ aanvraagId }) => gereserveerd.has(aanvraagId)).slice(0, 20)),
      ...trekIn(opDeLijst.filter((_, n) => n % 4 === 0).slice(0, 12)),
    ])
    const begin = performance.now()
    let beurt = 0
    while (performance.now() - begin < 15_000) {
      const aangeboden = await van('aangeboden')
      if (aangeboden.size === 0 && beurt > 0) break
      await Promise.all(opDeLijst.filter(({ aanvraagId }) => aangeboden.has(aanvraagId)).map((deelnemer, n) => {
        beurt += 1
        return roep(n % 3 === 0 ? { act: 'trek-in', args: [burger(deelnemer), { kenmerk: deelnemer.kenmerk }] } : { act: n % 3 === 1 ? 'aanvaard-aanbod' : 'sla-aanbod-af', args: [burger(deelnemer), { kenmerk: deelnemer.kenmerk }] })
      }))
      await pause(500)
    }
    const [geld] = await proef.sql<{ gereserveerd: number; plafond: number }>('select gereserveerd_cent as gereserveerd, plafond_cent as plafond from compartiment where id = $1', [wereld.compartimentId])
    const aangenomen = (await proef.sql(`select from reserveplaats where toestand = 'aanvaard'`)).length
    proef.eis(aangenomen > 0, 'niemand van de lijst kreeg budget')
    const [voorbij] = await proef.sql<{ n: number }>(
      `select count(*)::integer as n from reserveplaats later join reserveplaats eerder on eerder.tijdvak_id = later.tijdvak_id and eerder.volgnummer < later.volgnummer
       where later.aangeboden_op is not null and eerder.toestand = 'wacht' and eerder.bedrag_cent <= later.bedrag_cent`)
    proef.eis(voorbij?.n === 0, `${voorbij?.n ?? '?'} keer iemand op de lijst voorbijgegaan`)
    return { ...(await proef.rondAf(wereld, ervaringen, { zonderModel: true })), gereserveerdCent: geld?.gereserveerd, plafondCent: geld?.plafond, aangenomen }
  },
}

/** What happens to jobs, money and cases around the opening. */
export const KETEN: readonly Experiment[] = [F20, F21, F35, F36, F37, F38]
