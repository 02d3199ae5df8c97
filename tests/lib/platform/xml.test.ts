import { describe, expect, test } from 'vitest'
import { parseXml, validateXsd } from '@/lib/platform/xml'

const lees = (xml: string | Uint8Array) => parseXml(typeof xml === 'string' ? Buffer.from(xml) : xml)
const geweigerd = (reden: string) => ({ ok: false, redenen: [reden] })
const LACHEN = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "lol">${Array.from({ length: 9 }, (_, i) =>
  `<!ENTITY ${String.fromCharCode(98 + i)} "${`&${String.fromCharCode(97 + i)};`.repeat(10)}">`).join('')}]><l>&j;</l>`

describe('XML of somebody else', () => {
  test('becomes plain data: local names, namespaces, attributes, text and lines', () => {
    expect(lees('<?xml version="1.0" encoding="UTF-8"?>\n<!-- c --><a xmlns="urn:a" xmlns:b="urn:b">\n<b:c d="1 &amp; 2" b:e="x"> tekst <![CDATA[<ruw>]]> </b:c><?pi x?></a>')).toEqual({
      ok: true,
      value: {
        naam: 'a', namespace: 'urn:a', attributen: {}, tekst: '', regel: 2,
        kinderen: [{ naam: 'c', namespace: 'urn:b', attributen: { d: '1 & 2', e: 'x' }, tekst: 'tekst <ruw>', kinderen: [], regel: 3 }],
      },
    })
  })

  test.each([
    ['a DOCTYPE', '<!DOCTYPE a><a/>', 'doctype'],
    ['a DOCTYPE in small letters', '<!doctype a><a/>', 'doctype'],
    ['a DOCTYPE after a comment', '<?xml version="1.0"?><!-- x -->\n<!DOCTYPE a SYSTEM "http://127.0.0.1:1/x.dtd"><a/>', 'doctype'],
    ['a file as an entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'doctype'],
    ['a million laughs', LACHEN, 'doctype'],
    ['an unknown entity', '<a>&x;</a>', 'niet-welgevormd'],
    ['half a document', '<a><b></a>', 'niet-welgevormd'],
    ['two roots', '<a/><b/>', 'niet-welgevormd'],
    ['an empty file', '', 'geen-xml'],
    ['only spaces', '  \n ', 'geen-xml'],
    ['JSON', '{"a":1}', 'geen-xml'],
    ['a PDF', '%PDF-1.4\n', 'geen-xml'],
    ['another encoding in its first line', '<?xml version="1.0" encoding="UTF-7"?><a/>', 'codering'],
    ['an encoding of IBM', '<?xml version="1.0" encoding="IBM037"?><a/>', 'codering'],
    ['forty-one levels', '<a>'.repeat(41) + '</a>'.repeat(41), 'te-diep'],
    ['a hundred thousand levels', '<a>'.repeat(100_000) + '</a>'.repeat(100_000), 'niet-welgevormd'],
    ['more elements than an invoice has', `<a>${'<b/>'.repeat(20_000)}</a>`, 'te-veel-elementen'],
    ['more than 2 MB', `<a>${'x'.repeat(2 * 1024 * 1024)}</a>`, 'te-groot'],
  ])('%s is refused', (_, xml, reden) => {
    expect(lees(xml)).toEqual(geweigerd(reden))
  })

  test.each([
    ['a zip', Buffer.from('UEsDBBQAAAAIAA==', 'base64'), 'geen-xml'],
    ['a picture', Buffer.from('iVBORw0KGgo=', 'base64'), 'geen-xml'],
    ['UTF-16', Buffer.from('\ufeff<a/>', 'utf16le'), 'codering'],
    ['latin1 with an accent', Buffer.from('<a>é</a>', 'latin1'), 'codering'],
    ['overlong UTF-8', Buffer.from([0x3c, 0x61, 0x3e, 0xc0, 0xbc, 0x3c, 0x2f, 0x61, 0x3e]), 'codering'],
  ])('%s is refused', (_, bytes, reden) => {
    expect(lees(bytes)).toEqual(geweigerd(reden))
  })

  test.each([
    ['a byte order mark', '\ufeff<a/>'],
    ['XInclude is not followed', '<a xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="file:///etc/passwd" parse="text"/></a>'],
    ['a schemaLocation is not followed', '<a xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:a http://127.0.0.1:1/a.xsd"/>'],
    ['forty levels', '<a>'.repeat(40) + '</a>'.repeat(40)],
  ])('%s is read', (_, xml) => {
    expect(lees(xml).ok).toBe(true)
  })

  test('a hundred thousand attributes are read or refused, in little time', () => {
    const begin = performance.now()
    lees(`<a ${Array.from({ length: 100_000 }, (_, i) => `a${String(i)}="1"`).join(' ')}/>`)
    expect(performance.now() - begin).toBeLessThan(5_000)
  })
})

describe('validation against a schema', () => {
  const xsd = Buffer.from('<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a" type="xs:int"/></xs:schema>')

  test('a valid document has no complaints, another has', () => {
    expect(validateXsd(Buffer.from('<a>1</a>'), xsd)).toEqual([])
    expect(validateXsd(Buffer.from('<a>x</a>'), xsd)).not.toEqual([])
    expect(validateXsd(Buffer.from('<b/>'), xsd)).not.toEqual([])
  })
})
