/** Cookies of one browser. */
class Koekjes {
  private readonly perNaam = new Map<string, string>()

  neem(antwoord: Response): void {
    for (const regel of antwoord.headers.getSetCookie()) {
      const [paar = ''] = regel.split(';', 1)
      const gelijk = paar.indexOf('=')
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(regel)) this.perNaam.delete(paar.slice(0, gelijk))
      else this.perNaam.set(paar.slice(0, gelijk), paar.slice(gelijk + 1))
    }
  }

  lees(naam: string): string | undefined {
    return this.perNaam.get(naam)
  }

  get kop(): string {
    return [...this.perNaam].map(([naam, waarde]) => `${naam}=${waarde}`).join('; ')
  }
}

const MEESTE_STAPPEN = 12

/**
 * Logs in as a browser without JavaScript does: the link of the site, the form of the identity provider, and back. Gives the
 * token of the session. Throws when the way does not end in a session.
 */
export async function logIn(site: URL, bsn: string, cookieNaam: string): Promise<string> {
  const perOorsprong = new Map<string, Koekjes>()
  let adres = new URL('/inloggen/digid?terug=/mijn', site)
  let formulier: URLSearchParams | undefined
  for (let stap = 0; stap < MEESTE_STAPPEN; stap += 1) {
    const koekjes = perOorsprong.get(adres.origin) ?? new Koekjes()
    perOorsprong.set(adres.origin, koekjes)
    const antwoord = await fetch(adres, {
      redirect: 'manual',
      headers: { cookie: koekjes.kop, accept: 'text/html', ...(formulier === undefined ? {} : { origin: adres.origin, 'content-type': 'application/x-www-form-urlencoded' }) },
      ...(formulier === undefined ? {} : { method: 'POST', body: formulier.toString() }),
      signal: AbortSignal.timeout(20_000),
    })
    koekjes.neem(antwoord)
    const tekst = await antwoord.text()
    const token = adres.origin === site.origin ? koekjes.lees(cookieNaam) : undefined
    if (token !== undefined) return token
    formulier = undefined
    const verder = antwoord.headers.get('location')
    if (verder !== null) {
      adres = new URL(verder, adres)
      continue
    }
    const doel = /<form[^>]*\baction="([^"]+)"/.exec(tekst)?.[1]
    if (antwoord.status !== 200 || doel === undefined) throw new Error(`inloggen bleef steken op ${adres.pathname}: ${antwoord.status}`)
    formulier = new URLSearchParams({ bsn, niveau: 'Midden' })
    adres = new URL(doel.replaceAll('&amp;', '&'), adres)
  }
  throw new Error('inloggen kwam niet tot een einde')
}
