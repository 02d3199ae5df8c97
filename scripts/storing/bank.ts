import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** A movement of a statement, in cents: what left the account is negative. `batch` is a whole order that the bank booked as one sum. */
export type Regel = { readonly endToEndId?: string; readonly cent: number; readonly retour?: string; readonly batch?: string; readonly omschrijving?: string }

/** An order that the bank took from the folder. */
export type Opdracht = { readonly msgId: string; readonly regels: readonly Overboeking[] }
type Overboeking = { readonly endToEndId: string; readonly cent: number }

/**
 * A bank that carries out what stands in the folder, as the real one does: an order with a MsgId it has seen is recognised and not
 * carried out again, whatever else is paid. It remembers what it paid, so that nobody has to believe our own tables.
 */
export class Bank {
  readonly bezwaren: string[] = []
  /** How often a payment left, by what it was for: the order number, with what it was made again for cut off. */
  readonly betaald = new Map<string, { keren: number; cent: number }>()
  private readonly gezien = new Map<string, string>()
  private readonly nieuw: Overboeking[] = []
  private readonly rekening: string
  private readonly map: string
  private saldo: number
  private nummer: number
  /** The day that stands in its statements, as YYYY-MM-DD. */
  dag = '2022-12-16'

  /** @param begin the balance in cents and the number of the last statement, when there were others before */
  constructor(dataDir: string, rekening: string, begin: { saldo: number; nummer: number } = { saldo: 100_000_000, nummer: 0 }) {
    this.map = path.join(dataDir, 'bank')
    this.rekening = rekening
    this.saldo = begin.saldo
    this.nummer = begin.nummer
  }

  /** Takes what stands ready, carries it out and gives what was new. A file that is not finished does not end in .xml and is left. */
  haalOp(): Opdracht[] {
    const uit = path.join(this.map, 'uit')
    if (!existsSync(uit)) return []
    return readdirSync(uit).filter((een) => een.endsWith('.xml')).toSorted().flatMap((naam) => {
      const inhoud = readFileSync(path.join(uit, naam), 'utf8')
      rmSync(path.join(uit, naam))
      return this.voerUit(inhoud)
    })
  }

  private voerUit(inhoud: string): Opdracht[] {
    const msgId = /<MsgId>([^<]+)</.exec(inhoud)?.[1]
    if (msgId === undefined || !inhoud.trimEnd().endsWith('</Document>')) { this.bezwaren.push('een half bestand bij de bank'); return [] }
    const hash = createHash('sha256').update(inhoud).digest('hex')
    const eerder = this.gezien.get(msgId)
    if (eerder !== undefined) {
      if (eerder !== hash) this.bezwaren.push(`opdracht ${msgId} kwam twee keer met een andere inhoud`)
      return []
    }
    this.gezien.set(msgId, hash)
    const regels = [...inhoud.matchAll(/<EndToEndId>([^<]+)<\/EndToEndId>.*?<InstdAmt Ccy="EUR">([0-9.]+)</g)].map(([, endToEndId = '', bedrag = '']) => {
      const cent = Math.round(Number(bedrag) * 100)
      const waarvoor = endToEndId.replace(/\/[0-9]+$/, '')
      this.betaald.set(waarvoor, { keren: (this.betaald.get(waarvoor)?.keren ?? 0) + 1, cent })
      return { endToEndId, cent: -cent }
    })
    this.nieuw.push(...regels)
    return [{ msgId, regels }]
  }

  /** The balance in cents, with every statement that was made. */
  get stand(): number {
    return this.saldo
  }

  /** The movements since the last statement. */
  neemRegels(): Overboeking[] {
    return this.nieuw.splice(0)
  }

  /** A statement of these movements, that begins where the one before it ended; not yet delivered. */
  maakAfschrift(regels: readonly Regel[]): { naam: string; inhoud: string } {
    this.nummer += 1
    const begin = this.saldo
    this.saldo += regels.reduce((som, { cent }) => som + cent, 0)
    const bal = (code: string, cent: number) => `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${euros(cent)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${this.dag}</Dt></Dt></Bal>`
    return {
      naam: `camt-${String(this.nummer).padStart(4, '0')}.xml`,
      inhoud: `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M${this.nummer}</MsgId></GrpHdr>
<Stmt><Id>AFSCHRIFT-${this.nummer}</Id><ElctrncSeqNb>${this.nummer}</ElctrncSeqNb><Acct><Id><IBAN>${this.rekening}</IBAN></Id></Acct>${bal('OPBD', begin)}${bal('CLBD', this.saldo)}
${regels.map((regel) => toNtry(regel, this.dag)).join('\n')}</Stmt></BkToCstmrStmt></Document>`,
    }
  }

  lever({ naam, inhoud }: { naam: string; inhoud: string }): void {
    mkdirSync(path.join(this.map, 'in'), { recursive: true })
    writeFileSync(path.join(this.map, 'in', naam), inhoud)
  }
}

/** What the bank says of an order: these payments refused, the others accepted. */
export function maakStatusbericht(msgId: string, regels: readonly { endToEndId: string; isAfgewezen: boolean }[]): { naam: string; inhoud: string } {
  return {
    naam: `pain002-${msgId}.xml`,
    inhoud: `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><GrpHdr><MsgId>S-${msgId}</MsgId></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>${msgId}</OrgnlMsgId></OrgnlGrpInfAndSts><OrgnlPmtInfAndSts>${regels.map(({ endToEndId, isAfgewezen }) =>
  `<TxInfAndSts><OrgnlEndToEndId>${endToEndId}</OrgnlEndToEndId><TxSts>${isAfgewezen ? 'RJCT' : 'ACSP'}</TxSts>${isAfgewezen ? '<StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf>' : ''}</TxInfAndSts>`).join('')}</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`,
  }
}

function toNtry({ endToEndId = 'NOTPROVIDED', cent, retour, batch, omschrijving }: Regel, dag: string): string {
  const details = `<TxDtls><Refs><EndToEndId>${endToEndId}</EndToEndId></Refs>${omschrijving === undefined ? '' : `<RmtInf><Ustrd>${omschrijving}</Ustrd></RmtInf>`}${
    retour === undefined ? '' : `<RtrInf><Rsn><Cd>${retour}</Cd></Rsn></RtrInf>`}</TxDtls>`
  return `<Ntry><Amt Ccy="EUR">${euros(Math.abs(cent))}</Amt><CdtDbtInd>${cent < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${dag}</Dt></BookgDt><NtryDtls>${
    batch === undefined ? details : `<Btch><PmtInfId>${batch}</PmtInfId></Btch>`}</NtryDtls></Ntry>`
}

function euros(cent: number): string {
  return `${String(Math.trunc(cent / 100))}.${String(cent % 100).padStart(2, '0')}`
}
