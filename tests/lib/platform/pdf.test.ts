import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { renderPdf, type PdfDocument } from '@/lib/platform/pdf'

const document: PdfDocument = {
  titel: 'U krijgt STAP-budget',
  auteur: 'UWV',
  datum: '2022-11-29',
  afzender: ['UWV', 'STAP-budget', 'Postbus 1'],
  aan: ['Fatima El Amrani'],
  gegevens: [{ naam: 'Kenmerk', waarde: 'BRF-0000001-10' }],
  blokken: [
    { soort: 'alinea', tekst: 'U krijgt € 939,50.', nadruk: true },
    { soort: 'kop', tekst: 'Wat betekent dit voor u?' },
    { soort: 'lijst', punten: ['Eén', 'Twee'] },
  ],
}

/** All of the file that is readable: the objects and every stream that unpacks. */
function unpack(pdf: Buffer): string {
  const parts = [pdf.toString('latin1')]
  for (let at = pdf.indexOf('stream\n'); at !== -1; at = pdf.indexOf('stream\n', at + 7)) {
    const end = pdf.indexOf('endstream', at)
    try {
      parts.push(inflateSync(pdf.subarray(at + 7, end)).toString('latin1'))
    } catch {
      // Not a deflated stream: its bytes are in the first part.
    }
  }
  return parts.join('\n')
}

describe('EN 301 549: een brief als PDF is leesbaar met hulpsoftware', () => {
  const text = unpack(renderPdf(document))

  test.each([
    ['is gemerkt als PDF/UA-1', /pdfuaid:part[^0-9]+1/],
    ['zegt dat hij gelabeld is', /\/MarkInfo\s*<<\s*\/Marked true/],
    ['noemt de taal', /\/Lang\s*\(nl-NL\)/],
    ['heeft een structuurboom', /\/StructTreeRoot/],
    ['toont de titel in plaats van de bestandsnaam', /\/DisplayDocTitle true/],
    ['heeft een hoofdkop', /\/S\s*\/H1/],
    ['heeft een tussenkop', /\/S\s*\/H2/],
    ['heeft een lijst', /\/S\s*\/LI\b/],
    ['heeft zijn lettertype bij zich', /FontFile3|FontFile2/],
  ])('%s', (_, pattern) => {
    expect(text).toMatch(pattern)
  })
})

test('dezelfde brief geeft dezelfde bytes', () => {
  expect(renderPdf(document).equals(renderPdf(document))).toBe(true)
})

test('tekst is tekst: opmaaktaal in een naam of motivering wordt niet uitgevoerd', () => {
  const boos = '#panic("uit") *vet* $x$ [a] @b <c> \\ // #include "/etc/passwd"'
  expect(() => renderPdf({ ...document, titel: boos, blokken: [{ soort: 'alinea', tekst: boos }] })).not.toThrow()
})

test('meer brieven dan één compiler aankan geven nog steeds een PDF', () => {
  for (let made = 0; made < 255; made += 1) expect(renderPdf(document).subarray(0, 5).toString()).toBe('%PDF-')
})
