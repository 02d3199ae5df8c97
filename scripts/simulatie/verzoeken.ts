import { headerOf, type Antwoord } from './http'

export type Ontvangst = { readonly volgnummer: number; readonly ontvangenOp: string }
export type Stand = {
  readonly toestand: string
  readonly nu: number
  readonly perMinuut: number
  readonly wachtend: number
  readonly overCent: Readonly<Record<string, number>>
  /** Where the drawn places are, once there is a draw. */
  readonly plaatsen: { readonly pad: string; readonly perBlok: number; readonly aantal: number } | undefined
}

/** The requests of the opening-day path as bytes, as a browser behind a keep-alive connection sends them. */
export class Verzoeken {
  private readonly vast: string

  constructor(url: URL, private readonly code: string) {
    this.vast = `Host: ${url.host}\r\nUser-Agent: stap-simulatie\r\n`
    this.herkomst = `Origin: ${url.origin}\r\n`
  }

  private readonly herkomst: string

  stand(etag: string | undefined): string {
    return `GET /wachtkamer/${this.code}/stand HTTP/1.1\r\n${this.vast}Accept: application/json\r\n${etag === undefined ? '' : `If-None-Match: ${etag}\r\n`}\r\n`
  }

  plaats(cookie: string): string {
    return this.post(`/wachtkamer/${this.code}/plaats`, cookie, 'application/json')
  }

  verlaten(cookie: string): string {
    return this.post(`/wachtkamer/${this.code}/verlaten`, cookie, 'application/json')
  }

  pagina(cookie: string): string {
    return this.get(`/wachtkamer/${this.code}`, cookie, 'text/html')
  }

  indienen(kenmerk: string, cookie: string, alsFormulier: boolean): string {
    return this.post(`/aanvragen/${kenmerk}/indienen`, cookie, alsFormulier ? 'text/html' : 'application/json')
  }

  toestand(kenmerk: string, cookie: string): string {
    return this.get(`/aanvragen/${kenmerk}/toestand`, cookie, 'application/json')
  }

  adres(pad: string, cookie: string): string {
    return this.get(pad, cookie, 'text/html')
  }

  /** What everybody may read, without a cookie. */
  openbaar(pad: string): string {
    return `GET ${pad} HTTP/1.1\r\n${this.vast}Accept: application/json\r\n\r\n`
  }

  private get(pad: string, cookie: string, accept: string): string {
    return `GET ${pad} HTTP/1.1\r\n${this.vast}Accept: ${accept}\r\nCookie: ${cookie}\r\n\r\n`
  }

  private post(pad: string, cookie: string, accept: string): string {
    return `POST ${pad} HTTP/1.1\r\n${this.vast}${this.herkomst}Accept: ${accept}\r\nCookie: ${cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 0\r\n\r\n`
  }
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : undefined
  } catch {
    return undefined
  }
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

export function readStand({ lichaam }: Antwoord): Stand | undefined {
  const body = parseObject(lichaam)
  const nu = numberOf(body?.['nu'])
  if (body === undefined || nu === undefined || typeof body['toestand'] !== 'string') return undefined
  const over = typeof body['overCent'] === 'object' && body['overCent'] !== null ? Object.entries(body['overCent']) : []
  return {
    toestand: body['toestand'], nu,
    perMinuut: numberOf(body['perMinuut']) ?? 0,
    wachtend: numberOf(body['wachtend']) ?? 0,
    overCent: Object.fromEntries(over.flatMap(([naam, cent]) => (typeof cent === 'number' ? [[naam, cent] as const] : []))),
    plaatsen: readVindplaats(body['plaatsen']),
  }
}

function readVindplaats(waarde: unknown): Stand['plaatsen'] {
  if (typeof waarde !== 'object' || waarde === null) return undefined
  const velden: Record<string, unknown> = Object.fromEntries(Object.entries(waarde))
  const [perBlok, aantal] = [numberOf(velden['perBlok']), numberOf(velden['aantal'])]
  return typeof velden['pad'] === 'string' && perBlok !== undefined && aantal !== undefined ? { pad: velden['pad'], perBlok, aantal } : undefined
}

/** The place of a nummer in the file with drawn places. */
export function readGelotePlaats({ lichaam }: Antwoord, nummer: number): number | undefined {
  const body = parseObject(lichaam)
  const van = numberOf(body?.['van'])
  return van !== undefined && Array.isArray(body?.['plaatsen']) ? numberOf(body['plaatsen'][nummer - van]) : undefined
}

/** The place as the page of the waiting room shows it. */
export function readPlaatsOpPagina({ lichaam }: Antwoord): number | undefined {
  const plaats = Number(/ data-plaats="(\d+)"/.exec(lichaam)?.[1])
  return Number.isSafeInteger(plaats) ? plaats : undefined
}

/** The answer to taking a place; `plaats` is null as long as the order has not been drawn. */
export function readPlaats({ lichaam }: Antwoord): { nummer: number | undefined; plaats: number | null; ticket: string } | undefined {
  const body = parseObject(lichaam)
  return typeof body?.['ticket'] === 'string' ? { nummer: numberOf(body['nummer']), plaats: numberOf(body['plaats']) ?? null, ticket: body['ticket'] } : undefined
}

export function readOntvangst({ lichaam }: Antwoord): Ontvangst | undefined {
  const body = parseObject(lichaam)
  const volgnummer = numberOf(body?.['volgnummer'])
  return volgnummer !== undefined && typeof body?.['ontvangenOp'] === 'string' ? { volgnummer, ontvangenOp: body['ontvangenOp'] } : undefined
}

export function readToestand({ lichaam }: Antwoord): string | undefined {
  const toestand = parseObject(lichaam)?.['toestand']
  return typeof toestand === 'string' ? toestand : undefined
}

/** The last part of the type of a problem, such as niet-aan-de-beurt. */
export function readProbleem({ lichaam }: Antwoord): string {
  const body = parseObject(lichaam)
  const type = body?.['code'] ?? body?.['type']
  return typeof type === 'string' ? (type.split('/').at(-1) ?? type) : 'onbekend'
}

/** How long to wait before the next try, in milliseconds. */
export function readRetryAfter({ kop }: Antwoord, anders: number): number {
  const seconden = Number(headerOf(kop, 'retry-after'))
  return Number.isFinite(seconden) && seconden > 0 ? seconden * 1_000 : anders
}
