import 'server-only'
import { pino } from 'pino'
import { config } from '@/lib/platform/config'

/**
 * What may stand in a log line. Anything else does not compile: no names, no BSN, no free text, no addresses.
 * `fout` is the kind of a fault, `plaats` where it came from; the message of a fault may quote input, so it stays out.
 */
export type LogVelden = {
  onderdeel?: string
  job?: string
  jobId?: string
  id?: string
  aantal?: number
  poging?: number
  duurMs?: number
  status?: number
  route?: string
  fout?: string
  plaats?: string
}

const logger = pino({ level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime })

export const log = {
  debug: (bericht: string, velden: LogVelden = {}) => { logger.debug(velden, bericht) },
  info: (bericht: string, velden: LogVelden = {}) => { logger.info(velden, bericht) },
  warn: (bericht: string, velden: LogVelden = {}) => { logger.warn(velden, bericht) },
  error: (bericht: string, velden: LogVelden = {}) => { logger.error(velden, bericht) },
}

const BSN_LIKE = /\d{8,}/g
const EMAIL_LIKE = /[^\s@<>]+@[^\s@<>]+/g

/** The kind, code and place of a fault, without its message: messages of databases and parsers quote what people typed. */
export function describeFault(fault: unknown): Pick<LogVelden, 'fout' | 'plaats'> {
  if (!(fault instanceof Error)) return { fout: typeof fault }
  const code = 'code' in fault && typeof fault.code === 'string' ? `:${fault.code}` : ''
  const frames = (fault.stack ?? '').split('\n').filter((regel) => /^\s+at /.test(regel)).slice(0, 6)
  return { fout: `${fault.name}${code}`, plaats: redact(frames.map((regel) => regel.trim().slice(3)).join(' < ')) }
}

/** Replaces what looks like a BSN, an account or an e-mail address. A last resort for text from outside. */
export function redact(tekst: string): string {
  return tekst.replace(EMAIL_LIKE, '[e-mail]').replace(BSN_LIKE, '[nummer]')
}
