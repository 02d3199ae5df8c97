import { addDays, type PlainDate } from '@/lib/base/date'
import { makeKenmerk } from '@/lib/base/kenmerk'
import { leesBankmap } from '@/lib/bank/use-cases/lees-bankmap'
import { handelVraagAf } from '@/lib/bank/use-cases/handel-vraag-af'
import { stelNachtbatchSamen } from '@/lib/betaling/use-cases/stel-nachtbatch-samen'
import { keurBatchGoed } from '@/lib/betaling/use-cases/keur-batch-goed'
import { pool } from '@/lib/platform/db'
import { VORDERING_PREFIX } from '@/lib/vordering/model'
import { maakStatusbericht, type Regel } from '../../storing/bank'
import { bezorg } from './loket'
import type { Dag, Spel } from './spel'

/** Between two and three: the batch of the night. */
export async function stelNachtbatch(spel: Spel): Promise<void> {
  const voor = await openBatches()
  await stelNachtbatchSamen()
  for (const { msgId, cent } of await openBatches()) if (!voor.some((een) => een.msgId === msgId)) spel.telling.tel('nachtbatch', cent)
}

async function openBatches() {
  return (await pool.query<{ msgId: string; cent: number }>(`select msg_id as "msgId", totaal_cent as cent from betaalbatch where status = 'opgesteld' order by msg_id`)).rows
}

/** Two people look at every batch; above the mandate the second is the teamleider. Then the file goes to the bank. */
export async function keurGoed(spel: Spel): Promise<void> {
  const { een, twee, teamleiderFinancieel } = spel.mensen
  for (const batch of await openBatches()) {
    const zelf = await keurBatchGoed(een, batch)
    const nogEens = await keurBatchGoed(een, batch)
    if (!zelf.ok) throw new Error(`batch ${batch.msgId} kwam niet goedgekeurd: ${zelf.redenen.join()}`)
    if (nogEens.ok) throw new Error(`batch ${batch.msgId}: dezelfde mens keurde twee keer goed`)
    const tweede = await keurBatchGoed(twee, batch)
    if (!tweede.ok) spel.telling.tel(`tweede goedkeuring geweigerd: ${tweede.redenen.join()}`)
    const uitkomst = tweede.ok ? tweede : await keurBatchGoed(teamleiderFinancieel, batch)
    if (!uitkomst.ok) throw new Error(`batch ${batch.msgId} kwam niet goedgekeurd: ${uitkomst.redenen.join()}`)
  }
  await bezorg()
}

/** The bank: what it has carried out of the files that it takes, and sends back a week later. */
export class Bankkant {
  private terug: Regel[] = []
  private mee: Regel[] = []
  private vorige: { naam: string; inhoud: string } | undefined
  /** What was carried out for UWV and not sent back, in cents. */
  uitbetaald = 0

  constructor(private readonly spel: Spel) {}

  /** A movement that stands on the next statement: money that comes in, or that UWV transfers by hand. */
  boek(regel: Regel): void {
    this.mee.push(regel)
  }

  /** Carries out what stands ready and answers: refusals in a pain.002, then the statement of the day, now and then in an awkward way. */
  async antwoord({ vandaag, nummer }: Dag): Promise<void> {
    const { bank, telling } = this.spel
    bank.dag = vandaag
    const regels = [...this.terug.splice(0), ...this.mee.splice(0)]
    this.uitbetaald -= regels.reduce((som, { cent, retour }) => som + (retour === undefined ? 0 : cent), 0)
    for (const opdracht of bank.haalOp()) {
      telling.tel('betaalbestand bij de bank', opdracht.regels.reduce((som, { cent }) => som - cent, 0))
      regels.push(...this.voerUit(opdracht))
    }
    bank.neemRegels()
    if (nummer % 9 === 4) regels.push({ cent: 12_345, omschrijving: 'Teruggave scholing, naam onleesbaar' })
    if (nummer % 13 === 6) regels.push({ cent: -1_234, omschrijving: 'Kosten van de rekening' })
    if (nummer % 17 === 8) regels.push({ cent: 5_000, omschrijving: makeKenmerk(VORDERING_PREFIX, 9_999_999) })
    await this.lever(regels, nummer)
    await bezorg()
  }

  private voerUit({ msgId, regels }: { msgId: string; regels: readonly { endToEndId: string; cent: number }[] }): Regel[] {
    const { bank, zaken, telling } = this.spel
    // Only the first payment of an order goes wrong: the next is to an account that was looked at.
    const lotVan = (endToEndId: string) => endToEndId.includes('/') ? 'goed' : (zaken.vanBetaling(endToEndId)?.lot.bank ?? 'goed')
    const geweigerd = regels.filter(({ endToEndId }) => lotVan(endToEndId) === 'afgewezen')
    const uitgevoerd = regels.filter((regel) => !geweigerd.includes(regel))
    bank.lever(maakStatusbericht(msgId, regels.map((regel) => ({ endToEndId: regel.endToEndId, isAfgewezen: geweigerd.includes(regel) }))))
    for (const { cent } of geweigerd) telling.tel('bank wijst af', -cent)
    for (const { cent } of uitgevoerd) telling.tel('bank voert uit', -cent)
    for (const regel of uitgevoerd.filter(({ endToEndId }) => lotVan(endToEndId).startsWith('teruggestuurd'))) {
      telling.tel('bank stuurt terug', -regel.cent)
      this.terug.push({ endToEndId: regel.endToEndId, cent: -regel.cent, retour: 'AC04' })
    }
    // A bank books a batch as one sum or each payment by itself; with a refusal in it the sum would not be that of the file.
    const som = uitgevoerd.reduce((totaal, { cent }) => totaal + cent, 0)
    this.uitbetaald -= som
    return geweigerd.length === 0 && Number(msgId.replace(/\D/g, '').slice(-2)) % 2 === 0 ? [{ cent: som, batch: `${msgId}-1` }] : [...uitgevoerd]
  }

  private async lever(regels: readonly Regel[], nummer: number): Promise<void> {
    const { bank, telling } = this.spel
    // The answers to orders first: a debit of what was refused would be a question.
    await leesAlles()
    if (regels.length === 0) return
    const afschriften = nummer % 7 === 3 && regels.length > 1
      ? [bank.maakAfschrift(regels.slice(0, 1)), bank.maakAfschrift(regels.slice(1))].toReversed()
      : [bank.maakAfschrift(regels)]
    for (const afschrift of afschriften) { bank.lever(afschrift); await leesAlles() }
    telling.tel('afschrift', regels.reduce((som, { cent }) => som + cent, 0), afschriften.length)
    if (afschriften.length > 1) telling.tel('afschrift te vroeg geleverd', 0)
    if (nummer % 5 === 2 && this.vorige !== undefined) {
      bank.lever({ naam: `nog-eens-${this.vorige.naam}`, inhoud: `${this.vorige.inhoud}\n` })
      await leesAlles()
      telling.tel('afschrift nog een keer geleverd', 0)
    }
    this.vorige = afschriften.at(-1)
  }
}

/** Takes in what the bank has put down, beside the workers that do the same, and books it. */
async function leesAlles(): Promise<void> {
  await leesBankmap()
  await bezorg()
}

/** How long a return lies before somebody looks: so long that we owe more interest than the threshold (Awb 4:97, 4:98 lid 2). */
const LANG_DAGEN = 140

/** What the bank left to find out: paid again where a payment came back, closed with a note where nothing is ours. */
export async function handelVragenAf(spel: Spel, { vandaag }: Dag, sinds: Map<string, PlainDate>): Promise<void> {
  const { rows } = await pool.query<{ id: string; soort: string; endToEndId: string | null }>(
    `select v.id, v.soort, coalesce(b.end_to_end_id, (select min(d.end_to_end_id) from bankvraag_betaling vb join betaling d on d.id = vb.betaling_id where vb.vraag_id = v.id)) as "endToEndId"
       from bankvraag v left join betaling b on b.id = v.betaling_id where v.toestand = 'open' order by v.soort, b.end_to_end_id, v.id`)
  for (const { id, soort, endToEndId } of rows) {
    const begin = sinds.get(id) ?? vandaag
    sinds.set(id, begin)
    const isBetaling = soort === 'teruggekomen' || soort === 'afgewezen'
    const isLang = isBetaling && endToEndId !== null && !endToEndId.includes('/') && spel.zaken.vanBetaling(endToEndId)?.lot.bank === 'teruggestuurd-lang'
    if (isLang && vandaag < addDays(begin, LANG_DAGEN)) continue
    // What nobody can explain stays open for a while, as it does.
    if (!isBetaling && vandaag < addDays(begin, 28)) continue
    const toelichting = isBetaling ? 'De opleider heeft het rekeningnummer bevestigd.' : 'Nagekeken bij de bank: hoort niet bij een dossier.'
    const opnieuw = await handelVraagAf(spel.mensen.drie, { vraagId: id, toelichting, opnieuw: isBetaling ? 'ja' : 'nee' })
    const uitkomst = opnieuw.ok || !isBetaling ? opnieuw : await handelVraagAf(spel.mensen.drie, { vraagId: id, toelichting: 'De aanvraag is ingetrokken; er wordt niet opnieuw betaald.', opnieuw: 'nee' })
    if (!uitkomst.ok) throw new Error(`vraag ${soort} is niet afgehandeld: ${uitkomst.redenen.join()}`)
    spel.telling.tel(`vraag van de bank: ${soort}${isBetaling && opnieuw.ok ? ', opnieuw betaald' : ', afgesloten'}`)
  }
}
