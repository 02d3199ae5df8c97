import type { PlainDate } from '@/lib/base/date'
import { bytesOf, BronFout, type Bron } from '@/lib/platform/bron'
import { readXmlStappen } from '@/lib/platform/xml-stream'
import type { Stuk } from '@/lib/aanlevering/model'
import { readEdudexProgram } from '@/lib/aanlevering/rules/edudex'
import { toEdudexProgram, type EdudexElement } from '@/lib/aanlevering/rules/edudex-xml'
import { BESTAND_TEKST, BRON_TEKST } from '@/lib/aanlevering/texts'

const MAX_ELEMENTS = 20_000

/** Reads an EDU-DEX file in XML, one `program` after the other, with memory for one; elements around them (a directory) are passed by. */
export async function* leesEdudexXml(bron: Bron, dag: PlainDate): AsyncGenerator<Stuk> {
  try {
    let leeg = true
    for await (const { program, regel } of readPrograms(bron)) {
      leeg = false
      const gelezen = readEdudexProgram(toEdudexProgram(program), dag)
      yield gelezen.ok
        ? { soort: 'rij', regel, rij: gelezen.rij, bronHash: null }
        : { soort: 'geweigerd', regel, sleutel: gelezen.sleutel, fouten: gelezen.fouten }
    }
    if (leeg) yield { soort: 'afgekeurd', reden: BESTAND_TEKST['geen-program'] }
  } catch (fault) {
    if (!(fault instanceof BronFout)) throw fault
    yield { soort: 'afgekeurd', reden: fault.regel > 0 ? `${BRON_TEKST[fault.reden]} (regel ${String(fault.regel)})` : BRON_TEKST[fault.reden] }
  }
}

async function* readPrograms(bron: Bron): AsyncGenerator<{ program: EdudexElement; regel: number }> {
  const path: EdudexElement[] = []
  let regel = 0
  let elements = 0
  for await (const stappen of readXmlStappen(bytesOf(bron))) {
    for (const stap of stappen) {
      const top = path.at(-1)
      if (stap.soort === 'tekst') {
        if (top !== undefined) top.tekst += stap.tekst
      } else if (stap.soort === 'open') {
        if (top === undefined && stap.naam !== 'program') continue
        if (top === undefined) [regel, elements] = [stap.regel, 0]
        if (++elements > MAX_ELEMENTS) throw new BronFout('xml-te-groot-element', stap.regel)
        const element = { naam: stap.naam, attributen: stap.attributen, tekst: '', kinderen: [] }
        top?.kinderen.push(element)
        path.push(element)
      } else if (top !== undefined) {
        top.tekst = top.tekst.trim()
        path.pop()
        if (path.length === 0) yield { program: top, regel }
      }
    }
  }
}
