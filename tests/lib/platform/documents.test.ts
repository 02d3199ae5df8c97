import { createHash, randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { inTransaction, pool } from '@/lib/platform/db'
import { readDocument, saveDocument } from '@/lib/platform/documents'
import { asDownload } from '@/lib/platform/download'
import { asOwner, freshDb } from '@/tests/setup/db'

freshDb()

const inhoud = Buffer.from([0, 255, 13, 10, 128, 0])
const save = (naam = 'bewijs.pdf') => inTransaction((tx) => saveDocument(tx, { soort: 'bewijs', naam, mediatype: 'application/pdf', inhoud }))

describe('een document', () => {
  test('komt byte voor byte terug, met de hash van zijn inhoud', async () => {
    const id = await save()
    expect(await readDocument(id)).toEqual({ id, soort: 'bewijs', naam: 'bewijs.pdf', mediatype: 'application/pdf', inhoud, sha256: createHash('sha256').update(inhoud).digest('hex') })
  })

  test('dat er niet is, is er niet', async () => {
    expect(await readDocument(randomUUID())).toBeUndefined()
  })

  test('van een teruggedraaide handeling blijft niets achter', async () => {
    const before = await asOwner('select id from document')
    await expect(inTransaction(async (tx) => {
      await saveDocument(tx, { soort: 'bewijs', naam: 'x', mediatype: 'text/plain', inhoud })
      throw new Error('toch niet')
    })).rejects.toThrow('toch niet')
    expect(await asOwner('select id from document')).toEqual(before)
  })

  test('kan de toepassing niet wijzigen of weghalen', async () => {
    const id = await save()
    await expect(pool.query('update document set naam = $2 where id = $1', [id, 'anders'])).rejects.toThrow('permission denied')
    await expect(pool.query('delete from document where id = $1', [id])).rejects.toThrow('permission denied')
  })

  test('is hoogstens 25 MB', async () => {
    await expect(inTransaction((tx) => saveDocument(tx, { soort: 'bewijs', naam: 'groot', mediatype: 'text/plain', inhoud: Buffer.alloc(26_214_401) }))).rejects.toThrow('document_grootte')
  })
})

describe('een download', () => {
  test('opent nooit binnen de site en wordt door niemand bewaard', async () => {
    const response = asDownload(await readDocument(await save()))
    expect(Buffer.from(await response.arrayBuffer())).toEqual(inhoud)
    expect(Object.fromEntries(response.headers)).toEqual({
      'content-type': 'application/pdf', 'content-length': '6', 'content-disposition': 'attachment; filename="bewijs.pdf"',
      'content-security-policy': "default-src 'none'; sandbox", 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store',
    })
  })

  test.each([['a"; x="b.pdf', 'a-x-b.pdf'], ['één\r\nSet-Cookie: a.pdf', '-n-Set-Cookie-a.pdf'], ['../../etc/passwd', '..-..-etc-passwd']])(
    'de naam %j kan de kop niet breken', async (naam, veilig) => {
      expect(asDownload(await readDocument(await save(naam))).headers.get('content-disposition')).toBe(`attachment; filename="${veilig}"`)
    })

  test('van iets dat er niet is, is een 404', () => {
    expect(asDownload(undefined).status).toBe(404)
  })
})
