import { describe, expect, test } from 'vitest'
import { parseMail } from '@/lib/betaling/rules/mail-lezen'
import { judgeHerkomst, type PostFeiten } from '@/lib/betaling/rules/postbus'
import { parseKvk } from '@/lib/base/kvk'

const lees = (tekst: string) => parseMail(Buffer.from(tekst, 'latin1'))
const inhoud = (mail: ReturnType<typeof lees>, index = 0) => Buffer.from(mail.delen[index]?.inhoud ?? []).toString('utf8')

describe('een e-mail lezen', () => {
  test('afzender, en een bijlage in base64 met bytes van elke waarde', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index)
    const mail = lees([
      'From: "Boekhouding, De Ambacht" <Boek@Ambacht.NL>', 'Subject: factuur', 'Content-Type: multipart/mixed;', ' boundary="=_grens"', '',
      'voorwoord', '--=_grens', 'Content-Type: text/plain', '', 'Zie bijlage', '--=_grens',
      'Content-Type: application/xml; name="f.xml"', 'Content-Transfer-Encoding: base64', 'Content-Disposition: attachment; filename="factuur 1.xml"', '',
      ...(Buffer.from(bytes).toString('base64').match(/.{1,76}/g) ?? []), '--=_grens--', 'nawoord',
    ].join('\r\n'))
    expect(mail.afzender).toBe('boek@ambacht.nl')
    expect(mail.delen.map(({ mediatype, bestandsnaam }) => [mediatype, bestandsnaam])).toEqual([['text/plain', null], ['application/xml', 'factuur 1.xml']])
    expect(Buffer.from(mail.delen[1]?.inhoud ?? [])).toEqual(Buffer.from(bytes))
  })

  test('quoted-printable en een deel in een deel', () => {
    const mail = lees(['From: a@b.nl', 'Content-Type: multipart/mixed; boundary=x', '', '--x', 'Content-Type: multipart/alternative; boundary=y', '', '--y',
      'Content-Type: text/xml', 'Content-Transfer-Encoding: quoted-printable', '', '<a>caf=C3=A9 lang=', '</a>', '--y--', '--x--'].join('\n'))
    expect(inhoud(mail).trim()).toBe('<a>café lang</a>')
  })

  test('een NUL in de afzender of de naam van een bijlage: geen afzender, en een naam zonder', () => {
    const mail = lees('From: a\0b@c.nl\nContent-Type: application/xml; name="f\0.xml"\n\n<a/>')
    expect([mail.afzender, mail.delen[0]?.bestandsnaam]).toEqual([null, 'f.xml'])
  })

  test('een regel van een miljoen spaties en een miljoen lege delen: meteen gelezen, hoogstens honderd delen', () => {
    const met = (romp: string) => lees(`From: a@b.nl\nContent-Type: multipart/mixed; boundary=g\n\n--g\n\n${romp}\n--g--\n`)
    const spaties = `--g${' '.repeat(1_000_000)}x`
    expect(inhoud(met(spaties))).toBe(spaties)
    expect(met('--g\n'.repeat(1_000_000)).delen).toHaveLength(100)
  })

  test.each([
    ['geen afzender', 'Subject: x\n\nhallo', null],
    ['twee afzenders', 'From: a@b.nl\nFrom: c@d.nl\n\nhallo', null],
    ['twee adressen in één', 'From: a@b.nl, c@d.nl\n\nhallo', null],
    ['een adres als naam, een ander als adres', 'From: "boek@ambacht.nl" <dief@elders.nl>\n\nhallo', 'dief@elders.nl'],
    ['een regel die doorloopt', 'From: De Ambacht\n <a@b.nl>\n\nhallo', 'a@b.nl'],
    ['geen e-mail', '%PDF-1.7', null],
    ['leeg', '', null],
  ])('%s', (_, tekst, verwacht) => {
    expect(lees(tekst).afzender).toBe(verwacht)
  })

  test('duizend lagen diep en een grens die nooit sluit zijn geen storing', () => {
    const diep = Array.from({ length: 1_000 }, (_, n) => `Content-Type: multipart/mixed; boundary=g${String(n)}\n\n--g${String(n)}\n`).join('')
    expect(lees(diep).delen).toEqual([])
    expect(inhoud(lees('Content-Type: multipart/mixed; boundary=g\n\n--g\nContent-Type: text/xml\n\n<a/>'))).toBe('<a/>')
  })

  test('wat de mailserver van de afzender vond', () => {
    expect(lees('Authentication-Results: mx.uwv.nl; dkim=pass; dmarc=fail (p=none)\nFrom: a@b.nl\n\nx').isBetwijfeld).toBe(true)
    expect(lees('Authentication-Results: mx.uwv.nl; dkim=pass; dmarc=pass\nFrom: a@b.nl\n\nx').isBetwijfeld).toBe(false)
  })
})

describe('van wie een gemailde factuur is', () => {
  const feiten: PostFeiten = { afzender: 'a@b.nl', isBetwijfeld: false, kvk: parseKvk('90000001'), opleider: { id: 'o1', adressen: ['a@b.nl'] } }
  test('KvK-nummer en adres samen', () => {
    expect(judgeHerkomst(feiten)).toEqual({ isBekend: true, opleiderId: 'o1' })
  })

  test.each([
    ['een adres dat niet is opgegeven', { afzender: 'dief@elders.nl' }, 'afzender-onbekend'],
    ['geen afzender', { afzender: null }, 'geen-afzender'],
    ['een betwijfelde afzender', { isBetwijfeld: true }, 'afzender-betwijfeld'],
    ['geen KvK-nummer', { kvk: undefined }, 'kvk-ontbreekt'],
    ['een KvK-nummer dat niemand heeft', { opleider: undefined }, 'kvk-onbekend'],
  ] as const)('%s', (_, anders, reden) => {
    expect(judgeHerkomst({ ...feiten, ...anders })).toEqual({ isBekend: false, reden })
  })
})
