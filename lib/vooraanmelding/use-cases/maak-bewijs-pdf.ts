import { amsterdamDate, formatTijdstip } from '@/lib/base/amsterdam'
import { config } from '@/lib/platform/config'
import { renderPdf } from '@/lib/platform/pdf'
import { makeQr, makeQrSvg, type Qr } from '@/lib/platform/qr'
import type { Bewijsinhoud } from '@/lib/vooraanmelding/model'
import { composeBlad, formatAdres } from '@/lib/vooraanmelding/rules/bewijsblad'
import { BEWIJS_UITLEG } from '@/lib/vooraanmelding/texts'

/** Where the code of an aanmeldbewijs leads: the address that stands on it and in its QR code. */
export function bewijsAdres(code: string): string {
  return `${config.url}/mijn/aanmeldbewijs/${code}`
}

/** The QR code of that address, for the page. */
export function bewijsQr(code: string): Qr {
  return makeQr(bewijsAdres(code))
}

type Blad = Parameters<typeof composeBlad>[0] & Bewijsinhoud & { readonly handtekening: string | null }

/** The aanmeldbewijs on paper: a tagged PDF that a screen reader reads in order (EN 301 549), with the code as text, link and QR. */
export function maakBewijsPdf(blad: Blad): Buffer {
  const { deelnemer, scholing } = composeBlad(blad)
  const naam = [blad.voornaam, blad.tussenvoegsel, blad.achternaam].filter(Boolean).join(' ')
  const adres = bewijsAdres(blad.code)
  return renderPdf({
    titel: 'STAP-aanmeldbewijs',
    auteur: blad.organisatie.naam,
    datum: amsterdamDate(blad.uitgegevenOp),
    afzender: [blad.organisatie.naam],
    aan: [naam, ...(formatAdres(blad)?.split(', ') ?? [])],
    gegevens: [{ naam: 'Code', waarde: blad.code }, { naam: 'Uitgegeven', waarde: formatTijdstip(blad.uitgegevenOp) }, ...(blad.versie === 1 ? [] : [{ naam: 'Versie', waarde: String(blad.versie) }])],
    blokken: [
      { soort: 'alinea', tekst: BEWIJS_UITLEG, nadruk: true },
      { soort: 'alinea', tekst: `Of ga naar ${adres}, of scan de code hieronder met uw telefoon.` },
      { soort: 'beeld', svg: makeQrSvg(adres), alt: `QR-code die naar ${adres} leidt`, adres },
      { soort: 'kop', tekst: 'Deelnemer' },
      { soort: 'tabel', rijen: deelnemer },
      { soort: 'kop', tekst: 'Scholing' },
      { soort: 'tabel', rijen: scholing },
      { soort: 'alinea', tekst: 'Dit bewijs reserveert geen budget en geeft geen voorrang.' },
      ...(blad.handtekening === null ? [] : [{ soort: 'alinea' as const, tekst: `Ondertekend door het STAP-systeem: ${blad.handtekening.slice(0, 16)}. Op het adres hierboven ziet u of het bewijs nog geldt.` }]),
    ],
  })
}
