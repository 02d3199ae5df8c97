import { describe, expect, test } from 'vitest'
import { judgeBewijs } from '@/lib/verantwoording/rules/bewijs'
import { EEN_JPEG, EEN_PDF, EEN_PNG, EEN_ZIP } from '@/tests/builders/bewijs'

const jpeg = Buffer.concat([EEN_JPEG, Buffer.from([0xff, 0xd9])])
const metScript = (bestand: Buffer) => Buffer.concat([bestand, Buffer.from('<script>alert(1)</script>')])

describe('een bewijs van deelname is een PDF, PNG of JPEG, naar zijn bytes', () => {
  test.each([
    ['PDF', EEN_PDF, 'application/pdf', 'application/pdf'],
    ['PNG', EEN_PNG, 'image/png', 'image/png'],
    ['JPEG', jpeg, 'image/jpeg', 'image/jpeg'],
    ['JPEG met gegevens van de telefoon erachter', Buffer.concat([jpeg, Buffer.from('SEFT toestelgegevens')]), 'image/jpeg', 'image/jpeg'],
    ['PDF zonder soort van de browser', EEN_PDF, '', 'application/pdf'],
    ['PDF als gewone bytes', EEN_PDF, 'application/octet-stream', 'application/pdf'],
  ])('%s mag', (_, inhoud, gezegd, soort) => {
    expect(judgeBewijs(inhoud, gezegd)).toEqual({ soort })
  })

  test.each([
    ['leeg bestand', Buffer.alloc(0), 'application/pdf', 'bewijs-soort'],
    ['zip', EEN_ZIP, 'application/pdf', 'bewijs-soort'],
    ['webpagina met de naam bewijs.pdf', Buffer.from('<html><script>1</script></html>'), 'application/pdf', 'bewijs-soort'],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/png', 'bewijs-soort'],
    ['Word', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'application/pdf', 'bewijs-soort'],
    ['PNG die PDF heet', EEN_PNG, 'application/pdf', 'bewijs-vals'],
    ['PDF die PNG heet', EEN_PDF, 'image/png', 'bewijs-vals'],
    ['PDF die HTML heet', EEN_PDF, 'text/html', 'bewijs-vals'],
    ['PDF met JavaScript', Buffer.from(EEN_PDF.toString().replace('/Type/Catalog', '/Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert)>>')), '', 'bewijs-vals'],
    ['PDF met een bestand erin', Buffer.from(EEN_PDF.toString().replace('/Type/Catalog', '/Type/Catalog/EmbeddedFile 9 0 R')), '', 'bewijs-vals'],
    ['PDF die ook een zip is', Buffer.concat([EEN_PDF, EEN_ZIP]), '', 'bewijs-vals'],
    ['PDF die ook een webpagina is', metScript(EEN_PDF), '', 'bewijs-vals'],
    ['PNG die ook een webpagina is', metScript(EEN_PNG), '', 'bewijs-vals'],
    ['PNG die ook een zip is', Buffer.concat([EEN_PNG, EEN_ZIP]), '', 'bewijs-vals'],
    ['JPEG die ook PHP is', Buffer.concat([jpeg, Buffer.from('<?php system($_GET[0]);')]), '', 'bewijs-vals'],
    ['PDF die is afgebroken', EEN_PDF.subarray(0, -8), '', 'bewijs-beschadigd'],
    ['PNG die is afgebroken', EEN_PNG.subarray(0, -4), '', 'bewijs-beschadigd'],
    ['JPEG die is afgebroken', EEN_JPEG, '', 'bewijs-beschadigd'],
  ])('%s wordt geweigerd', (_, inhoud, gezegd, reden) => {
    expect(judgeBewijs(inhoud, gezegd)).toEqual({ reden })
  })
})
