import { describe, expect, test } from 'vitest'
import { herkenFormaat } from '@/lib/aanlevering/rules/formaat'

const bytes = (tekst: string): Uint8Array => new TextEncoder().encode(tekst)
const oordeel = (naam: string, inhoud: string | Uint8Array): string => {
  const uitkomst = herkenFormaat(naam, typeof inhoud === 'string' ? bytes(inhoud) : inhoud)
  return uitkomst.ok ? uitkomst.formaat : uitkomst.redenen.join()
}

describe('het formaat volgt uit de naam en de inhoud', () => {
  test.each([
    ['aanbod.json', '[{"programClassification":{}}]', 'edudex-json'], ['aanbod.JSON', '{"programs":[]}', 'edudex-json'], ['aanbod.jsonl', '{"format":"EDU-DEX"}', 'edudex-jsonl'],
    ['aanbod.json', '{"items":[{"courseId":"x"}]}', 'ooapi-json'], ['aanbod.ndjson', '{"offeringId":"x"}', 'ooapi-jsonl'], ['aanbod.zip', 'PK\u0003\u0004', 'ooapi-zip'],
    ['aanbod.csv', 'code;titel', 'csv'], ['aanbod.tsv', 'code\ttitel', 'csv'], ['aanbod.xlsx', 'PK\u0003\u0004', 'xlsx'], ['aanbod.xml', '<program/>', 'edudex-xml'],
  ])('%s met %s is %s', (naam, inhoud, formaat) => {
    expect(oordeel(naam, inhoud)).toBe(formaat)
  })

  test.each([
    ['aanbod.pdf', '%PDF', 'bestand-extensie'], ['aanbod', 'x', 'bestand-extensie'], ['aanbod.csv', '', 'bestand-leeg'], ['aanbod.csv', 'PK\u0003\u0004', 'bestand-mediatype'],
    ['aanbod.xlsx', 'code;titel', 'bestand-mediatype'], ['aanbod.json', '<html>', 'bestand-mediatype'], ['aanbod.xml', '{}', 'bestand-mediatype'], ['aanbod.ods', 'PK\u0003\u0004', 'open-document'], ['aanbod.xls', 'x', 'oud-excel'],
  ])('%s met %s wordt geweigerd: %s', (naam, inhoud, reden) => {
    expect(oordeel(naam, inhoud)).toBe(reden)
  })

  test('een oud Excel-bestand met een nieuwe naam', () => {
    expect(oordeel('aanbod.xlsx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).toBe('oud-excel')
  })
})
