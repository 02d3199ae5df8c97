import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { dienIn } from '@/lib/aanvraag/use-cases/dien-in'
import { listBewijsstukken } from '@/lib/bewijs/views'
import { maakBewijspakket } from '@/lib/bewijs/use-cases/maak-bewijspakket'
import { sealGebeurtenissen } from '@/lib/platform/zegel'
import { zipStream } from '@/lib/platform/zip'
import { verdeelBudget } from '@/lib/toewijzing/use-cases/verdeel-budget'
import { verifieerBewijs } from '@/public/verifieer-bewijs.mjs'
import { anOpening } from '@/tests/builders/opening'
import { asOwner, freshDb } from '@/tests/setup/db'

freshDb()

type Files = Readonly<Record<string, string>>

/** The pack as text, with a manifest that fits whatever is in it. */
async function collect(code: string): Promise<Files> {
  const bewijs = await listBewijsstukken(code)
  const files: Record<string, string> = {}
  for (const { naam, parts } of bewijs?.stukken ?? []) {
    files[naam] = ''
    for await (const part of parts()) files[naam] += part
  }
  return files
}

function judge(files: Files): readonly string[] {
  const hashes = Object.fromEntries(Object.entries(files).map(([naam, text]) => [naam, createHash('sha256').update(text).digest('hex')]))
  const all: Files = { ...files, 'manifest.json': JSON.stringify({ bestanden: hashes }) }
  return verifieerBewijs((naam: string) => all[naam] ?? '').regels.filter(({ ok }: { ok: boolean }) => !ok).map(({ naam }: { naam: string }) => naam)
}

describe('het bewijspakket van een tijdvak (Awb 4:25 lid 3; Algemene Rekenkamer)', () => {
  test.each(['weiger', 'deels', 'sluit'] as const)('een programma dat niets van ons gebruikt komt op dezelfde uitkomst, met de regel %s', async (pastNietRegel) => {
    const code = await playOpening(pastNietRegel)
    expect(judge(await collect(code))).toEqual([])
  })

  test('en het merkt een verwisseld besluit, een ander bedrag, een boeking te veel, een gewijzigd zegel en een ander bestand', async () => {
    const code = await playOpening('weiger')
    const files = await collect(code)
    const change = (naam: string, edit: (text: string) => string) => judge({ ...files, [naam]: edit(files[naam] ?? '') })
    expect(change('lijst.csv', (text) => text.replace(/;100000;0\n/, ';90000;0\n'))).toContain('herhaling')
    expect(change('besluiten.jsonl', (text) => text.replace('\\"bedragCent\\": 100000', '\\"bedragCent\\": 100001'))).toEqual(expect.arrayContaining(['zegels', 'herhaling', 'reserveringen']))
    expect(change('besluiten.jsonl', (text) => text.split('\n').slice(1).join('\n'))).toContain('volledig')
    expect(change('grootboek.csv', (text) => text.replace(/;gereserveerd;([^;]*);([^;]*);100000\n/, ';gereserveerd;$1;$2;100001\n'))).toEqual(expect.arrayContaining(['grootboek', 'reserveringen']))
    expect(change('standen.csv', (text) => text.replace(/;gereserveerd;\d+;/, ';gereserveerd;1;'))).toContain('stand')
    const burgers = [...(files['lijst.csv'] ?? '').matchAll(/^\d+;[^;]+;([^;]+);/gm)].map(([, burger]) => burger ?? '')
    expect(change('lijst.csv', (text) => text.replace(`;${burgers[1] ?? '?'};`, `;${burgers[0] ?? '?'};`))).toEqual(['een per jaar'])
    const all: Files = { ...files, 'manifest.json': JSON.stringify({ bestanden: { 'lijst.csv': 'x' } }) }
    expect(verifieerBewijs((naam: string) => all[naam] ?? '').regels.find(({ naam }: { naam: string }) => naam === 'bestanden')?.ok).toBe(false)
  })

  test('het archief is een zip, en wie het ophaalt staat in het logboek', async () => {
    const code = await playOpening('weiger')
    const [medewerker] = await asOwner<{ id: string }>("insert into gebruiker (soort, subject_hmac, medewerker_naam) values ('medewerker', gen_random_uuid(), 'Auditor') returning id")
    const id = medewerker?.id ?? ''
    const stream = await maakBewijspakket({ soort: 'medewerker', id, naam: 'Auditor', rollen: ['auditor'] }, code)
    const bytes = Buffer.from(await new Response(stream).arrayBuffer())
    expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
    expect(bytes.toString('latin1')).toContain('manifest.json')
    expect(await asOwner('select 1 from gebeurtenis where soort = $1 and door_id = $2', ['maak-bewijspakket', id])).toHaveLength(1)
    expect(await maakBewijspakket({ soort: 'medewerker', id, naam: 'Auditor', rollen: ['auditor'] }, '1999-I')).toBeUndefined()
  })
})

/** Twenty people, money for a little more than seven, amounts that do not all fit. */
async function playOpening(pastNietRegel: 'weiger' | 'deels' | 'sluit'): Promise<string> {
  const opening = await anOpening({ aanvragers: 20, plafondCent: 750_000, pastNietRegel })
  await asOwner(`update aanvraag set bedrag_cent = 40000 where id = any ($1)`, [opening.deelnemers.slice(10, 14).map(({ aanvraagId }) => aanvraagId)])
  for (const { burger, kenmerk } of opening.deelnemers) {
    await dienIn(burger, kenmerk)
    await verdeelBudget()
  }
  while (await sealGebeurtenissen());
  const [tijdvak] = await asOwner<{ code: string }>('select code from tijdvak where id = $1', [opening.tijdvakId])
  return tijdvak?.code ?? ''
}

test('een stuk dat niet te maken is, breekt het archief af in plaats van een half bewijs te geven', async () => {
  const broken = zipStream([{ naam: 'a.txt', parts: async function* () { yield 'half'; await Promise.reject(new Error('weg')) } }], { naam: 'manifest.json', make: () => '{}' })
  await expect(new Response(broken).arrayBuffer()).rejects.toThrow('weg')
})
