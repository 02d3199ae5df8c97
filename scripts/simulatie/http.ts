import { connect, type Socket } from 'node:net'

export type Antwoord = {
  /** 0 when no answer came: the connection broke or it took too long. */
  readonly status: number
  readonly kop: string
  readonly lichaam: string
  /** From the intended moment, so that waiting for a free connection counts too. */
  readonly duurMs: number
  /** When the bytes went out. */
  readonly verstuurdMs: number
  readonly ontvangenMs: number
}

export type Verzoek = { readonly tekst: string; readonly bedoeldMs: number; readonly klaar: (antwoord: Antwoord) => void; readonly timeoutMs: number }

const CRLF2 = Buffer.from('\r\n\r\n')
const MEEST_WACHTEND = 200_000

/**
 * Keeps connections open to one address and sends each request on the first that is free; one request at a time on each.
 * Written on bare sockets: the crowd must not be slower than what it tries.
 */
export class Verbindingen {
  private readonly vrij: Lijn[] = []
  private readonly bezig = new Set<Lijn>()
  private wachtrij: Verzoek[] = []
  private eerste = 0
  private open = 0
  private readonly wekker: NodeJS.Timeout

  constructor(private readonly adres: { host: string; port: number }, private readonly meeste: number) {
    this.wekker = setInterval(() => { this.verlopen() }, 250)
  }

  /** Requests that are out or wait for a connection. */
  get onderweg(): number {
    return this.bezig.size + this.wachtrij.length - this.eerste
  }

  stuur(verzoek: Verzoek): void {
    const lijn = this.vrij.pop() ?? (this.open < this.meeste ? this.nieuw() : undefined)
    if (lijn !== undefined) this.geef(lijn, verzoek)
    else if (this.wachtrij.length - this.eerste >= MEEST_WACHTEND) verzoek.klaar(mislukt(verzoek, 'de rij van de simulatie zelf is vol'))
    else this.wachtrij.push(verzoek)
  }

  sluit(): void {
    clearInterval(this.wekker)
    for (const lijn of [...this.vrij, ...this.bezig]) lijn.sluit()
  }

  private nieuw(): Lijn {
    this.open += 1
    return new Lijn(this.adres, (lijn) => { this.komtVrij(lijn) }, (lijn) => { this.weg(lijn) })
  }

  private geef(lijn: Lijn, verzoek: Verzoek): void {
    this.bezig.add(lijn)
    lijn.stuur(verzoek)
  }

  private komtVrij(lijn: Lijn): void {
    this.bezig.delete(lijn)
    const volgende = this.volgende()
    if (volgende === undefined) this.vrij.push(lijn)
    else this.geef(lijn, volgende)
  }

  private weg(lijn: Lijn): void {
    this.open -= 1
    this.bezig.delete(lijn)
    const plek = this.vrij.indexOf(lijn)
    if (plek >= 0) this.vrij.splice(plek, 1)
    const volgende = this.open < this.meeste ? this.volgende() : undefined
    if (volgende !== undefined) this.geef(this.nieuw(), volgende)
  }

  private volgende(): Verzoek | undefined {
    const verzoek = this.wachtrij[this.eerste]
    if (verzoek === undefined) return undefined
    this.eerste += 1
    if (this.eerste > 4_096 && this.eerste * 2 > this.wachtrij.length) {
      this.wachtrij = this.wachtrij.slice(this.eerste)
      this.eerste = 0
    }
    return verzoek
  }

  private verlopen(): void {
    const nu = performance.now()
    for (const lijn of this.bezig) lijn.verloopt(nu)
  }
}

function mislukt(verzoek: Verzoek, reden: string, verstuurdMs = performance.now()): Antwoord {
  const nu = performance.now()
  return { status: 0, kop: '', lichaam: reden, duurMs: nu - verzoek.bedoeldMs, verstuurdMs, ontvangenMs: nu }
}

class Lijn {
  private readonly socket: Socket
  private verzoek: Verzoek | undefined
  private verstuurdMs = 0
  private stukken: Buffer | undefined
  private dood = false

  constructor(adres: { host: string; port: number }, private readonly vrij: (lijn: Lijn) => void, private readonly weg: (lijn: Lijn) => void) {
    this.socket = connect({ ...adres, noDelay: true })
    this.socket.on('data', (stuk) => { this.ontvang(stuk) })
    this.socket.on('error', () => { this.breekt('verbinding verbroken') })
    this.socket.on('close', () => { this.breekt('verbinding gesloten') })
  }

  stuur(verzoek: Verzoek): void {
    this.verzoek = verzoek
    this.verstuurdMs = performance.now()
    this.socket.write(verzoek.tekst, 'latin1')
  }

  verloopt(nu: number): void {
    if (this.verzoek !== undefined && nu - this.verstuurdMs > this.verzoek.timeoutMs) this.breekt('geen antwoord binnen de tijd')
  }

  sluit(): void {
    this.dood = true
    this.socket.destroy()
  }

  private breekt(reden: string): void {
    if (this.dood) return
    this.sluit()
    const { verzoek } = this
    this.verzoek = undefined
    this.weg(this)
    verzoek?.klaar(mislukt(verzoek, reden, this.verstuurdMs))
  }

  private ontvang(stuk: Buffer): void {
    const data = this.stukken === undefined ? stuk : Buffer.concat([this.stukken, stuk])
    const einde = data.indexOf(CRLF2)
    if (einde < 0) {
      this.stukken = data
      return
    }
    const kop = data.toString('latin1', 0, einde)
    const lichaam = lichaamVan(kop, data, einde + 4)
    if (lichaam === undefined) {
      this.stukken = data
      return
    }
    this.stukken = undefined
    this.klaar(kop, lichaam)
  }

  private klaar(kop: string, lichaam: string): void {
    const { verzoek } = this
    if (verzoek === undefined) return
    this.verzoek = undefined
    const nu = performance.now()
    const antwoord = { status: Number(kop.slice(9, 12)), kop, lichaam, duurMs: nu - verzoek.bedoeldMs, verstuurdMs: this.verstuurdMs, ontvangenMs: nu }
    if (/\r\nconnection: close/i.test(kop)) {
      this.sluit()
      this.weg(this)
    } else {
      this.vrij(this)
    }
    verzoek.klaar(antwoord)
  }
}

/** The body when all of it is there. */
function lichaamVan(kop: string, data: Buffer, begin: number): string | undefined {
  const lengte = headerOf(kop, 'content-length')
  if (lengte !== undefined) return data.length >= begin + Number(lengte) ? data.toString('utf8', begin, begin + Number(lengte)) : undefined
  if (!/\r\ntransfer-encoding: chunked/i.test(kop)) return ''
  const delen: Buffer[] = []
  for (let plek = begin; ;) {
    const regel = data.indexOf('\r\n', plek)
    if (regel < 0) return undefined
    const grootte = Number.parseInt(data.toString('latin1', plek, regel), 16)
    if (data.length < regel + 2 + grootte + 2) return undefined
    if (grootte === 0) return Buffer.concat(delen).toString('utf8')
    delen.push(data.subarray(regel + 2, regel + 2 + grootte))
    plek = regel + 2 + grootte + 2
  }
}

/** A header of an answer; the name in small letters. */
export function headerOf(kop: string, naam: string): string | undefined {
  const klein = kop.toLowerCase()
  const plek = klein.indexOf(`\r\n${naam}:`)
  if (plek < 0) return undefined
  const einde = kop.indexOf('\r\n', plek + 2)
  return kop.slice(plek + naam.length + 3, einde < 0 ? undefined : einde).trim()
}
