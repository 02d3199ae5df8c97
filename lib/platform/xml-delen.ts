import 'server-only'
import type { XmlTree } from '@/lib/base/xml-tree'
import { BronFout } from '@/lib/platform/bron'
import { readXmlStappen, type XmlStap } from '@/lib/platform/xml-stream'

/** A piece of a large document: a container that begins or ends, or a whole element inside one, with everything below it. */
export type XmlDeel =
  | { soort: 'begin'; naam: string; namespace: string; regel: number }
  | { soort: 'eind'; naam: string; regel: number }
  | { soort: 'deel'; in: string; element: XmlTree }

type Bouw = { -readonly [Key in keyof XmlTree]: XmlTree[Key] extends readonly XmlTree[] ? Bouw[] : XmlTree[Key] }

/** No element of a message is as large as this; one that is would be a way to fill the memory. */
const MAX_ELEMENTS = 20_000

/**
 * Reads a large XML document one element at a time: `containers` are only announced, what stands in them comes as a whole. So a
 * statement with a million movements costs the memory of one.
 *
 * @throws BronFout when the document is refused (see readXmlStappen)
 */
export async function* readXmlDelen(source: AsyncIterable<Uint8Array>, containers: ReadonlySet<string>): AsyncGenerator<XmlDeel> {
  const open: string[] = []
  const building: Bouw[] = []
  let elements = 0
  for await (const stappen of readXmlStappen(source)) {
    for (const stap of stappen) {
      const top = building.at(-1)
      if (stap.soort === 'tekst') {
        if (top !== undefined) top.tekst += stap.tekst
        continue
      }
      if (stap.soort === 'open') {
        if (top === undefined && containers.has(stap.naam)) {
          open.push(stap.naam)
          yield { soort: 'begin', naam: stap.naam, namespace: stap.uri, regel: stap.regel }
          continue
        }
        if (++elements > MAX_ELEMENTS) throw new BronFout('xml-te-groot-element', stap.regel)
        const element = toElement(stap)
        top?.kinderen.push(element)
        building.push(element)
        continue
      }
      if (top === undefined) {
        yield { soort: 'eind', naam: open.pop() ?? '', regel: 0 }
        continue
      }
      top.tekst = top.tekst.trim()
      building.pop()
      if (building.length > 0) continue
      elements = 0
      yield { soort: 'deel', in: open.at(-1) ?? '', element: top }
    }
  }
}

function toElement({ naam, uri, attributen, regel }: Extract<XmlStap, { soort: 'open' }>): Bouw {
  return { naam, namespace: uri, attributen, tekst: '', kinderen: [], regel }
}
