/** Text that is HTML already: made by `html` only, so that nothing else can pass for it. */
export class Html {
  readonly #text: string

  private constructor(text: string) {
    this.#text = text
  }

  /** For `html` itself. */
  static of(text: string): Html {
    return new Html(text)
  }

  toString(): string {
    return this.#text
  }
}

/** What may stand in a hole: text is escaped, parts follow each other, and what is not there leaves nothing. */
export type HtmlValue = Html | string | number | false | null | undefined | readonly HtmlValue[]

/** In running text; as the value of an attribute; as a value that is an address; between attributes, where only `html` may stand. */
type Hole = 'text' | 'value' | 'address' | 'attributes'

const known = new WeakMap<TemplateStringsArray, readonly Hole[]>()

/**
 * HTML with holes. Every value is escaped, unless it was made by `html` itself. A hole stands in text, between the quotes of an
 * attribute, or (for html only) between attributes; the whole of a href, action or src must be an address on this site.
 * Throws a RangeError when a hole stands elsewhere or an address leads away, and a TypeError on a value of another kind.
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let holes = known.get(strings)
  if (holes === undefined) {
    holes = readHoles(strings)
    known.set(strings, holes)
  }
  let text = strings[0] ?? ''
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index]
    const hole = holes[index]
    if (hole === 'address') text += escape(checkAddress(value))
    else if (hole === 'attributes') text += checkAttributes(value)
    else text += render(value)
    text += strings[index + 1] ?? ''
  }
  return Html.of(text)
}

function render(value: HtmlValue): string {
  if (typeof value === 'string') return escape(value)
  if (typeof value === 'number') return String(value)
  if (value === false || value === null || value === undefined) return ''
  if (value instanceof Html) return value.toString()
  // An object that only looks like one of ours (from JSON, say) ends here.
  if (!Array.isArray(value)) throw new TypeError('A hole takes text, a number, html, or an array of these.')
  return value.map(render).join('')
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' }

function escape(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? '') : text
}

/** A path on this site or a place on the page: never another host, never a scheme. Browsers read a backslash as a slash and drop white space. */
function checkAddress(value: HtmlValue): string {
  if (typeof value !== 'string' || !/^(?:#|\/(?![/\\]))[^\s\\]*$/.test(value)) throw new RangeError(`${JSON.stringify(value)} is not an address on this site`)
  return value
}

function checkAttributes(value: HtmlValue): string {
  if (value instanceof Html || value === false || value === undefined || value === null) return render(value)
  throw new RangeError('Between attributes only html may stand.')
}

/** Where each hole stands, found by walking through the fixed parts: in text, in a tag, or between the quotes of a value. */
function readHoles(strings: TemplateStringsArray): readonly Hole[] {
  let place: 'text' | 'tag' | 'value' = 'text'
  let tag = ''
  return strings.slice(0, -1).map((part, index): Hole => {
    for (const char of part) {
      if (place === 'text' && char === '<') [place, tag] = ['tag', '']
      else if (place === 'tag' && char === '>') place = 'text'
      else if (char === '"' && place !== 'text') place = place === 'tag' ? 'value' : 'tag'
      if (place === 'tag') tag += char
    }
    if (place === 'value') return isWholeAddress(tag, part, strings[index + 1]) ? 'address' : 'value'
    if (place === 'tag') {
      if (!/\s$/.test(tag) && !tag.endsWith('"') && !/^<[a-z][a-z0-9]*$/.test(tag)) throw new RangeError(`A hole in a tag stands between quotes: ${tag}`)
      return 'attributes'
    }
    if (/^<(?:script|style)\b/i.test(tag)) throw new RangeError('No hole in a script or a style.')
    return 'text'
  })
}

/** An address of which a part is fixed cannot lead away: it begins with what we wrote. */
function isWholeAddress(tag: string, before: string, after: string | undefined): boolean {
  return /\s(?:href|action|formaction|src)=$/.test(tag) && before.endsWith('="') && after?.startsWith('"') === true
}
