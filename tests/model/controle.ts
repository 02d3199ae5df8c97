import { PLEKKEN, type Dossier, type Plek } from '@/tests/model/dossier'

/** Asks the database; the same check runs after the history and on a ledger that was spoiled on purpose. */
export type Vraag = <Rij>(sql: string, waarden?: readonly unknown[]) => Promise<Rij[]>

/** What one compartiment holds, by the model. `plafond` is with the overschrijding; `terug` fell back at the end of a year. */
export type Pot = { id: string; plafond: number; waar: Partial<Record<Plek, number>> }
/** What was booked in each year, by "year compartiment account", by the model. */
export type Jaren = ReadonlyMap<string, number>
/** The stand of every account of a compartiment when `boekingId` was the last boeking. */
export type Moment = { boekingId: string; standen: ReadonlyMap<string, number> }

/** Compares the ledger with the model and with itself; every finding is a sentence, and none is what should be. */
export async function controleer(vraag: Vraag, model: { dossiers: readonly Dossier[]; potten: readonly Pot[]; jaren: Jaren; momenten: readonly Moment[] }): Promise<string[]> {
  return [
    ...await uitEvenwicht(vraag),
    ...await dossiersAnders(vraag, model.dossiers),
    ...await pottenAnders(vraag, model.potten),
    ...await jarenAnders(vraag, model.jaren),
    ...await momentenAnders(vraag, model.momenten),
  ]
}

async function uitEvenwicht(vraag: Vraag): Promise<string[]> {
  const rijen = await vraag<{ id: string; soort: string; som: string; regels: number }>(`
    select b.id, b.soort, coalesce(sum(r.bedrag_cent), 0)::text as som, count(r.id)::integer as regels from boeking b left join boekingsregel r on r.boeking_id = b.id
    group by b.id, b.soort having coalesce(sum(r.bedrag_cent), 0) <> 0 or count(r.id) < 2 order by b.id limit 5`)
  return rijen.map(({ id, soort, som, regels }) => `boeking ${id} (${soort}): ${String(regels)} regels, samen ${som} cent`)
}

async function dossiersAnders(vraag: Vraag, dossiers: readonly Dossier[]): Promise<string[]> {
  const rijen = await vraag<{ id: string; rekening: string; cent: string }>(
    `select aanvraag_id as id, rekening, sum(bedrag_cent)::text as cent from boekingsregel where aanvraag_id is not null and rekening <> 'vrij' group by 1, 2`)
  const grootboek = new Map(rijen.map(({ id, rekening, cent }) => [`${id} ${rekening}`, Number(cent)]))
  const anders = dossiers.filter(({ id, geld }) => PLEKKEN.some((plek) => (grootboek.get(`${id} ${plek}`) ?? 0) !== geld[plek]))
  const bekend = new Set(dossiers.map(({ id }) => id))
  const onbekend = new Set(rijen.map(({ id }) => id).filter((id) => !bekend.has(id)))
  return [
    ...await Promise.all(anders.slice(0, 3).map((dossier) => verklaar(vraag, dossier, grootboek))),
    ...[...onbekend].slice(0, 3).map((id) => `het grootboek heeft geld van ${id}, dat het model niet kent`),
  ]
}

/** The shortest piece of the history that shows the fault: up to the first step of this dossier that the ledger does not have as it was asked. */
async function verklaar(vraag: Vraag, dossier: Dossier, grootboek: ReadonlyMap<string, number>): Promise<string> {
  const geboekt = rijg(await vraag<{ soort: string; bedrag: number }>(`
    select b.soort, (sum(r.bedrag_cent) filter (where r.bedrag_cent > 0))::integer as bedrag from boeking b join boekingsregel r on r.boeking_id = b.id where r.aanvraag_id = $1 and b.soort not in ('sluit-jaar', 'open-jaar') group by b.id, b.soort order by b.id`, [dossier.id]))
  const gevraagd = rijg(dossier.verwacht)
  const afwijking = [...gevraagd, undefined].findIndex((regel, index) => regel !== geboekt[index])
  const eerste = afwijking === -1 ? gevraagd.length : afwijking
  const verschil = PLEKKEN.flatMap((plek) => {
    const cent = grootboek.get(`${dossier.id} ${plek}`) ?? 0
    return cent === dossier.geld[plek] ? [] : [`${plek}: model ${String(dossier.geld[plek])}, grootboek ${String(cent)}`]
  })
  return `dossier ${String(dossier.nr)}: ${verschil.join('; ')}. Kortste aanloop: ${gevraagd.slice(0, eerste + 1).join(', ')} (uit ${String(dossier.verwacht.length)} bewegingen); in het grootboek staat daar: ${geboekt[eerste] ?? 'niets'}`
}

/** Movements of one kind after each other as one: a batch pays several invoices of a dossier in one boeking. */
function rijg(bewegingen: readonly { soort: string; bedrag: number }[]): string[] {
  const som: { soort: string; bedrag: number }[] = []
  for (const { soort, bedrag } of bewegingen) {
    const laatste = som.at(-1)
    if (laatste?.soort === soort) laatste.bedrag += bedrag
    else som.push({ soort, bedrag })
  }
  return som.map(({ soort, bedrag }) => `${soort} ${String(bedrag)}`)
}

const KOLOMMEN: Readonly<Record<string, readonly Plek[]>> = {
  gereserveerd_cent: ['gereserveerd'], verplicht_cent: ['verplicht', 'crediteuren'], betaald_cent: ['betaald', 'vastgesteld', 'debiteuren', 'oninbaar'],
}

async function pottenAnders(vraag: Vraag, potten: readonly Pot[]): Promise<string[]> {
  const rijen = await vraag<{ id: string; plafond: string; gereserveerd_cent: string; verplicht_cent: string; betaald_cent: string; vrij: string; afPlafond: string }>(`
    select c.id, (c.plafond_cent + c.overschrijding_cent)::text as plafond, c.gereserveerd_cent::text, c.verplicht_cent::text, c.betaald_cent::text,
      coalesce(sum(r.bedrag_cent) filter (where r.rekening = 'vrij'), 0)::text as vrij, (-coalesce(sum(r.bedrag_cent) filter (where r.rekening = 'plafond'), 0))::text as "afPlafond"
    from compartiment c left join boekingsregel r on r.compartiment_id = c.id group by c.id`)
  return rijen.flatMap((rij) => {
    const pot = potten.find(({ id }) => id === rij.id)
    if (pot === undefined) return [`compartiment ${rij.id} kent het model niet`]
    const som = (plekken: readonly Plek[]) => plekken.reduce((totaal, plek) => totaal + (pot.waar[plek] ?? 0), 0)
    const uit = som(Object.values(KOLOMMEN).flat())
    const paren: [string, number, string][] = [
      ...Object.entries(KOLOMMEN).map(([kolom, plekken]): [string, number, string] => [kolom, som(plekken), String(Object.entries(rij).find(([naam]) => naam === kolom)?.[1])]),
      ['plafond', pot.plafond, rij.plafond], ['plafond in het grootboek', pot.plafond, rij.afPlafond], ['vrij in het grootboek', pot.plafond - uit, rij.vrij],
    ]
    return [
      ...paren.flatMap(([naam, model, gevonden]) => (String(model) === gevonden ? [] : [`compartiment ${rij.id}: ${naam} is ${gevonden}, het model heeft ${String(model)}`])),
      ...(uit > pot.plafond ? [`compartiment ${rij.id}: ${String(uit)} cent uitgegeven boven het plafond van ${String(pot.plafond)}`] : []),
    ]
  })
}

async function jarenAnders(vraag: Vraag, jaren: Jaren): Promise<string[]> {
  const rijen = await vraag<{ sleutel: string; cent: string }>(
    `select b.boekjaar || ' ' || r.compartiment_id || ' ' || r.rekening as sleutel, sum(r.bedrag_cent)::text as cent from boeking b join boekingsregel r on r.boeking_id = b.id group by 1 having sum(r.bedrag_cent) <> 0`)
  return verschillen(jaren, rijen).map((verschil) => `boekjaar, compartiment en rekening ${verschil}`)
}

function verschillen(model: ReadonlyMap<string, number>, rijen: readonly { sleutel: string; cent: string }[]): string[] {
  const grootboek = new Map(rijen.map(({ sleutel, cent }) => [sleutel, Number(cent)]))
  return [...new Set([...grootboek.keys(), ...model.keys()])].flatMap((sleutel) => {
    const [verwacht, gevonden] = [model.get(sleutel) ?? 0, grootboek.get(sleutel) ?? 0]
    return verwacht === gevonden ? [] : [`${sleutel}: model ${String(verwacht)}, grootboek ${String(gevonden)}`]
  })
}

/** Replay: what was so at an earlier moment can be asked again. */
async function momentenAnders(vraag: Vraag, momenten: readonly Moment[]): Promise<string[]> {
  const bevindingen: string[] = []
  for (const { boekingId, standen } of momenten) {
    const rijen = await vraag<{ sleutel: string; cent: string }>(
      `select compartiment_id || ' ' || rekening as sleutel, sum(bedrag_cent)::text as cent from boekingsregel where boeking_id <= $1 group by 1 having sum(bedrag_cent) <> 0`, [boekingId])
    bevindingen.push(...verschillen(standen, rijen).slice(0, 3).map((verschil) => `bij herhaling tot en met boeking ${boekingId} is ${verschil}`))
  }
  return bevindingen
}

/** I6: of one debt there is at any moment at most one payment that was not sent back. For causes of the model: "dossier/debt/attempt". */
export async function dubbelBetaald(vraag: Vraag): Promise<string[]> {
  const rijen = await vraag<{ schuld: string; keer: number }>(`
    select schuld, max(keer)::integer as keer from (
      select regexp_replace(oorzaak_id, '/[0-9]+$', '') as schuld,
        sum(case when heen then 1 else -1 end) over (partition by regexp_replace(oorzaak_id, '/[0-9]+$', '') order by id) as keer
      from (select oorzaak_id, soort = 'betaal' as heen, min(id) as id from boeking
        where oorzaak in ('batch', 'betaling') and soort in ('betaal', 'boek-betaling-terug', 'boek-afgerekend-terug', 'betaal-ontvangst-terug') group by 1, 2) b) p
    group by schuld having max(keer) > 1 or min(keer) < 0 limit 5`)
  return rijen.map(({ schuld, keer }) => `schuld ${schuld} is ${String(keer)} keer tegelijk betaald`)
}
