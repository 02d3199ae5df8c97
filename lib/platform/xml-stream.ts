import 'server-only'
import sax from 'sax'
import { BronFout } from '@/lib/platform/bron'

/** What comes by in an XML document, in order. `naam` is without prefix; `uri` is the namespace ('' when there is none). */
export type XmlStap =
  | { soort: 'open'; naam: string; uri: string; attributen: Readonly<Record<string, string>>; regel: number }
  | { soort: 'sluit'; naam: string }
  | { soort: 'tekst'; tekst: string }

// Only the five entities of XML itself. (A name apart: the types of sax do not know strictEntities.)
const OPTIONS = { xmlns: true, position: true, strictEntities: true }

const MAX_DEPTH = 60
const MAX_ATTRIBUTES = 100
const MAX_TEXT = 1024 * 1024

/**
 * Reads XML of any size with memory for one piece of the file. Only UTF-8; a DOCTYPE, an entity of its own, too many levels or
 * attributes, or a text of more than 1 MB is refused as soon as it is seen, so nothing is ever expanded or fetched.
 *
 * @throws BronFout when it is refused
 */
export async function* readXmlStappen(source: AsyncIterable<Uint8Array>): AsyncGenerator<readonly XmlStap[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const parser = new Parser()
  let first = true
  for await (const chunk of source) {
    if (first && chunk.length > 1) {
      refuseOtherEncoding(chunk)
      first = false
    }
    yield parser.write(decode(() => decoder.decode(chunk, { stream: true }), parser.line))
  }
  yield parser.write(decode(() => decoder.decode(), parser.line))
  yield parser.end()
}

function refuseOtherEncoding([a = 0, b = 0]: Uint8Array): void {
  if ((a === 0xfe && b === 0xff) || (a === 0xff && b === 0xfe) || a === 0 || b === 0) throw new BronFout('codering')
}

function decode(run: () => string, line: number): string {
  try {
    return run()
  } catch {
    throw new BronFout('codering', line) // The only throw is "this is not UTF-8".
  }
}

class Parser {
  private stappen: XmlStap[] = []
  private depth = 0
  private attributes = 0
  private text = 0
  private sawRoot = false
  private fault: BronFout | undefined
  private readonly sax = sax.parser(true, OPTIONS)

  constructor() {
    const parser = this.sax
    parser.onerror = () => { this.stop('xml-kapot') }
    parser.ondoctype = () => { this.stop('xml-doctype') }
    parser.onsgmldeclaration = () => { this.stop('xml-doctype') }
    parser.onprocessinginstruction = ({ name, body }) => {
      const encoding = name === 'xml' ? /encoding\s*=\s*["']([^"']*)["']/.exec(body)?.[1] : undefined
      if (encoding !== undefined && !/^(utf-8|us-ascii|ascii)$/i.test(encoding)) this.stop('codering')
    }
    parser.onattribute = () => {
      if (++this.attributes > MAX_ATTRIBUTES) this.stop('xml-te-groot-element')
    }
    parser.onopentag = (tag) => {
      this.attributes = 0
      this.text = 0
      if (this.depth === 0 && this.sawRoot) return this.stop('xml-kapot')
      this.sawRoot = true
      if (++this.depth > MAX_DEPTH) return this.stop('xml-te-diep')
      const attributen = attributesOf(tag.attributes)
      this.stappen.push({ soort: 'open', naam: 'local' in tag ? tag.local : tag.name, uri: 'uri' in tag ? tag.uri : '', attributen, regel: parser.line + 1 })
    }
    parser.onclosetag = (name) => {
      this.depth--
      this.stappen.push({ soort: 'sluit', naam: name.slice(name.indexOf(':') + 1) })
    }
    parser.ontext = (tekst) => { this.keepText(tekst) }
    parser.oncdata = (tekst) => { this.keepText(tekst) }
  }

  get line(): number {
    return this.sax.line + 1
  }

  write(text: string): readonly XmlStap[] {
    if (text !== '') this.run(() => this.sax.write(text))
    return this.take()
  }

  end(): readonly XmlStap[] {
    this.run(() => this.sax.close())
    if (!this.sawRoot || this.depth > 0) this.stop('xml-kapot')
    return this.take()
  }

  private run(step: () => unknown): void {
    try {
      step()
    } catch {
      // sax throws when it goes on after an error that it has reported.
      this.stop('xml-kapot')
    }
  }

  private take(): readonly XmlStap[] {
    if (this.fault !== undefined) throw this.fault
    const taken = this.stappen
    this.stappen = []
    return taken
  }

  private keepText(tekst: string): void {
    if (this.depth === 0) return
    this.text += tekst.length
    if (this.text > MAX_TEXT) this.stop('xml-te-groot-element')
    else this.stappen.push({ soort: 'tekst', tekst })
  }

  private stop(reden: 'xml-kapot' | 'xml-doctype' | 'codering' | 'xml-te-diep' | 'xml-te-groot-element'): void {
    this.fault ??= new BronFout(reden, this.line)
  }
}

/** By their name without prefix, but for `r:id`: a relation must not be taken for an id. Declarations of namespaces are left out. */
function attributesOf(attributes: Readonly<Record<string, string | sax.QualifiedAttribute>>): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const attribute of Object.values(attributes)) {
    if (typeof attribute === 'string' || attribute.prefix === 'xmlns' || attribute.name === 'xmlns') continue
    kept[attribute.prefix === 'r' ? attribute.name : attribute.local] = attribute.value
  }
  return kept
}
