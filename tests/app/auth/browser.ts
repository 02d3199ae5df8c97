type Cookie = { name: string; value: string; path: string }
export type Page = { url: URL; status: number; body: string; headers: Headers }
type Fields = Record<string, string>

/** A browser for scripts: redirects, cookies per host (ports do not count, as in real ones), links and form posts. */
export class Browser {
  readonly #cookies = new Map<string, Map<string, Cookie>>()
  readonly visited: URL[] = []

  async get(address: string): Promise<Page> {
    return this.#go(new URL(address), 'GET')
  }

  async post(address: string, fields: Fields = {}): Promise<Page> {
    return this.#go(new URL(address), 'POST', fields)
  }

  /** One request, without following where it leads. */
  async step(address: string | URL, method = 'GET', fields?: Fields): Promise<Page> {
    const url = new URL(address)
    this.visited.push(url)
    const response = await fetch(url, {
      method, redirect: 'manual',
      headers: { cookie: this.cookieHeader(url), ...(fields === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }) },
      ...(fields === undefined ? {} : { body: new URLSearchParams(fields).toString() }),
    })
    for (const line of response.headers.getSetCookie()) this.#keep(url.hostname, line)
    return { url, status: response.status, body: await response.text(), headers: response.headers }
  }

  /** Starts a login and goes as far as the login form of the issuer. */
  async openLogin(site: string, provider: string, query = ''): Promise<Page> {
    return this.get(`${site}/inloggen/${provider}${query}`)
  }

  /** A whole login: start, fill in, come back. */
  async login(site: string, provider: string, fields: Fields, query = ''): Promise<Page> {
    const form = await this.openLogin(site, provider, query)
    return this.post(form.url.href, fields)
  }

  /** Fills in the login form, and stops at the address that leads back to the site. */
  async returnAddress(form: Page, fields: Fields): Promise<string> {
    let page = await this.step(form.url, 'POST', fields)
    for (;;) {
      const location = page.headers.get('location')
      if (location === null) throw new Error(`no way back: ${String(page.status)}`)
      const next = new URL(location, page.url)
      if (next.pathname.startsWith('/api/auth/callback/')) return next.href
      page = await this.step(next)
    }
  }

  cookieHeader(url: URL): string {
    const jar = this.#cookies.get(url.hostname) ?? new Map<string, Cookie>()
    return [...jar].filter(([, { path }]) => url.pathname.startsWith(path)).map(([, { name, value }]) => `${name}=${value}`).join('; ')
  }

  cookie(host: string, name: string): string | undefined {
    return this.#cookies.get(host)?.get(`${name} /`)?.value
  }

  setCookie(host: string, name: string, value: string): void {
    this.#keep(host, `${name}=${value}; Path=/`)
  }

  async #go(url: URL, method: string, fields?: Fields): Promise<Page> {
    let page = await this.step(url, method, fields)
    for (let hops = 0; hops < 15; hops += 1) {
      const location = page.headers.get('location')
      if (location === null) return page
      page = await this.step(new URL(location, page.url))
    }
    throw new Error('too many redirects')
  }

  #keep(host: string, line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
    const name = pair.slice(0, pair.indexOf('='))
    const value = pair.slice(pair.indexOf('=') + 1)
    const attribute = (key: string): string | undefined => attributes.find((text) => text.toLowerCase().startsWith(`${key}=`))?.slice(key.length + 1)
    const jar = this.#cookies.get(host) ?? new Map<string, Cookie>()
    this.#cookies.set(host, jar)
    const path = attribute('path') ?? '/'
    if (value === '' || attribute('max-age') === '0') jar.delete(`${name} ${path}`)
    else jar.set(`${name} ${path}`, { name, value, path })
  }
}
