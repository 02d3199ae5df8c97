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
  /** What who paid wrote with it, and from which account. */
  omschrijving?: string | readonly string[]
  /** A reference beside the text (RmtInf/Strd). */
  kenmerk?: string
  van?: { iban: string; naam: string }
  /** Several transactions in one entry. */
  delen?: readonly { bedrag: string; endToEndId: string }[]
  status?: string
}

type Dag = { kenmerk: string; nummer?: number | null; begin: string; eind: string; boekingen?: readonly Boeking[]; rekening?: string; versie?: string; datum?: string }

const af = (bedrag: string) => (bedrag.startsWith('-') ? { bedrag: bedrag.slice(1), kant: 'DBIT' } : { bedrag, kant: 'CRDT' })

/** A camt.053 of one statement, as a Dutch bank sends it. */
export function aAfschrift({ kenmerk, nummer = null, begin, eind, boekingen = [], rekening = config.uwv.iban, versie = '08', datum = '2022-11-22' }: Dag): Buffer {
  const saldo = (code: string, tekst: string) => {
    const { bedrag, kant } = af(tekst)
    return `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${bedrag}</Amt><CdtDbtInd>${kant}</CdtDbtInd><Dt><Dt>${datum}</Dt></Dt></Bal>`
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

function toTx({ endToEndId, richting, retour, omschrijving, kenmerk, van }: Pick<Boeking, 'endToEndId' | 'richting' | 'retour' | 'omschrijving' | 'kenmerk' | 'van'>, bedrag?: string): string {
  const teksten = (omschrijving === undefined ? [] : [omschrijving].flat()).map((tekst) => `<Ustrd>${tekst}</Ustrd>`).join('')
  const info = `${teksten}${kenmerk === undefined ? '' : `<Strd><CdtrRefInf><Ref>${kenmerk}</Ref></CdtrRefInf></Strd>`}`
  return `<TxDtls><Refs><EndToEndId>${endToEndId ?? 'NOTPROVIDED'}</EndToEndId></Refs>${bedrag === undefined ? '' : `<Amt Ccy="EUR">${bedrag}</Amt>`}<CdtDbtInd>${richting}</CdtDbtInd>
<RltdPties>${van === undefined ? '' : `<Dbtr><Pty><Nm>${van.naam}</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>${van.iban}</IBAN></Id></DbtrAcct>`}<Cdtr><Pty><Nm>Vakschool De Ambacht</Nm></Pty></Cdtr></RltdPties>${info === '' ? '' : `<RmtInf>${info}</RmtInf>`}${retour === undefined ? '' : `<RtrInf><Rsn><Cd>${retour}</Cd></Rsn></RtrInf>`}</TxDtls>`
}

type Status = { msgId: string; groep?: string; deel?: string; deelCode?: string; blok?: string; regels?: readonly { endToEndId: string; status: string; code?: string }[] }

/** A pain.002 about one batch. */
export function aStatusbericht({ msgId, groep, deel, deelCode, blok = `${msgId}-1`, regels = [] }: Status): Buffer {
  const reden = (code: string | undefined) => (code === undefined ? '' : `<StsRsnInf><Rsn><Cd>${code}</Cd></Rsn></StsRsnInf>`)
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.14"><CstmrPmtStsRpt><GrpHdr><MsgId>ST-1</MsgId><CreDtTm>2022-11-22T18:00:00Z</CreDtTm></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>${msgId}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>${groep === undefined ? '' : `<GrpSts>${groep}</GrpSts>`}</OrgnlGrpInfAndSts>
<OrgnlPmtInfAndSts><OrgnlPmtInfId>${blok}</OrgnlPmtInfId>${deel === undefined ? '' : `<PmtInfSts>${deel}</PmtInfSts>`}${reden(deelCode)}
${regels.map(({ endToEndId, status, code }) => `<TxInfAndSts><OrgnlEndToEndId>${endToEndId}</OrgnlEndToEndId><TxSts>${status}</TxSts>${reden(code)}</TxInfAndSts>`).join('\n')}
</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`)
}
