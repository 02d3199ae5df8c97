import { config } from '@/lib/platform/config'

/** One entry of a statement. `bedrag` as the bank writes it: "939.50". */
export type Boeking = {
  bedrag: string
  richting: 'DBIT' | 'CRDT'
  endToEndId?: string
  batch?: string
  retour?: string
  valuta?: string
  datum?: string
  isTeruggedraaid?: boolean
  /** What who paid wrote with it. */
  omschrijving?: string
  /** Several transactions in one entry. */
  delen?: readonly { bedrag: string; endToEndId: string }[]
  status?: string
}

type Dag = { kenmerk: string; nummer?: number | null; begin: string; eind: string; boekingen?: readonly Boeking[]; rekening?: string; versie?: string }

const af = (bedrag: string) => (bedrag.startsWith('-') ? { bedrag: bedrag.slice(1), kant: 'DBIT' } : { bedrag, kant: 'CRDT' })

/** A camt.053 of one statement, as a Dutch bank sends it. */
export function aAfschrift({ kenmerk, nummer = null, begin, eind, boekingen = [], rekening = config.uwv.iban, versie = '08' }: Dag): Buffer {
  const saldo = (code: string, tekst: string) => {
    const { bedrag, kant } = af(tekst)
    return `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${bedrag}</Amt><CdtDbtInd>${kant}</CdtDbtInd><Dt><Dt>2022-11-22</Dt></Dt></Bal>`
  }
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${versie}"><BkToCstmrStmt><GrpHdr><MsgId>M-${kenmerk}</MsgId><CreDtTm>2022-11-22T18:00:00Z</CreDtTm></GrpHdr>
<Stmt><Id>${kenmerk}</Id>${nummer === null ? '' : `<ElctrncSeqNb>${String(nummer)}</ElctrncSeqNb>`}<CreDtTm>2022-11-22T18:00:00Z</CreDtTm>
<Acct><Id><IBAN>${rekening}</IBAN></Id><Ccy>EUR</Ccy></Acct>${saldo('OPBD', begin)}${saldo('CLBD', eind)}
${boekingen.map(toNtry).join('\n')}
</Stmt></BkToCstmrStmt></Document>`)
}

function toNtry(boeking: Boeking): string {
  const { bedrag, richting, batch, valuta = 'EUR', datum = '2022-11-22', isTeruggedraaid = false, status = 'BOOK' } = boeking
  const details = boeking.delen === undefined ? toTx(boeking) : boeking.delen.map((deel) => toTx({ ...boeking, ...deel }, deel.bedrag)).join('')
  return `<Ntry><Amt Ccy="${valuta}">${bedrag}</Amt><CdtDbtInd>${richting}</CdtDbtInd>${isTeruggedraaid ? '<RvslInd>true</RvslInd>' : ''}<Sts><Cd>${status}</Cd></Sts>
<BookgDt><Dt>${datum}</Dt></BookgDt><NtryDtls>${batch === undefined ? '' : `<Btch><PmtInfId>${batch}</PmtInfId></Btch>`}${details}</NtryDtls></Ntry>`
}

function toTx({ endToEndId, richting, retour, omschrijving }: Pick<Boeking, 'endToEndId' | 'richting' | 'retour' | 'omschrijving'>, bedrag?: string): string {
  return `<TxDtls><Refs><EndToEndId>${endToEndId ?? 'NOTPROVIDED'}</EndToEndId></Refs>${bedrag === undefined ? '' : `<Amt Ccy="EUR">${bedrag}</Amt>`}<CdtDbtInd>${richting}</CdtDbtInd>
<RltdPties><Cdtr><Pty><Nm>Vakschool De Ambacht</Nm></Pty></Cdtr></RltdPties>${omschrijving === undefined ? '' : `<RmtInf><Ustrd>${omschrijving}</Ustrd></RmtInf>`}${retour === undefined ? '' : `<RtrInf><Rsn><Cd>${retour}</Cd></Rsn></RtrInf>`}</TxDtls>`
}

type Status = { msgId: string; groep?: string; deel?: string; regels?: readonly { endToEndId: string; status: string; code?: string }[] }

/** A pain.002 about one batch. */
export function aStatusbericht({ msgId, groep, deel, regels = [] }: Status): Buffer {
  const reden = (code: string | undefined) => (code === undefined ? '' : `<StsRsnInf><Rsn><Cd>${code}</Cd></Rsn></StsRsnInf>`)
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.14"><CstmrPmtStsRpt><GrpHdr><MsgId>ST-1</MsgId><CreDtTm>2022-11-22T18:00:00Z</CreDtTm></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>${msgId}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>${groep === undefined ? '' : `<GrpSts>${groep}</GrpSts>`}</OrgnlGrpInfAndSts>
<OrgnlPmtInfAndSts><OrgnlPmtInfId>${msgId}-1</OrgnlPmtInfId>${deel === undefined ? '' : `<PmtInfSts>${deel}</PmtInfSts>`}
${regels.map(({ endToEndId, status, code }) => `<TxInfAndSts><OrgnlEndToEndId>${endToEndId}</OrgnlEndToEndId><TxSts>${status}</TxSts>${reden(code)}</TxInfAndSts>`).join('\n')}
</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`)
}
