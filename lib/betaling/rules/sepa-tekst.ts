// The letters every SEPA bank accepts (EPC 217-08); what is not in it is written with letters that are.
const ALLOWED = /[^a-zA-Z0-9/\-?:().,'+ ]/g

const SPECIAL: Readonly<Record<string, string>> = {
  ß: 'ss', ẞ: 'SS', Æ: 'AE', æ: 'ae', Œ: 'OE', œ: 'oe', Ø: 'O', ø: 'o', Ł: 'L', ł: 'l', Đ: 'D', đ: 'd', Ð: 'D', ð: 'd', Þ: 'Th', þ: 'th',
  ı: 'i', Ĳ: 'IJ', ĳ: 'ij', ŋ: 'n', Ŋ: 'N', ħ: 'h', Ħ: 'H', ŧ: 't', Ŧ: 'T', ĸ: 'k',
  '&': '+', '€': 'EUR', '@': '(at)', '’': "'", '‘': "'", '“': "'", '”': "'", '"': "'", '–': '-', '—': '-', '_': '-', '…': '...',
}

/** A text in the Latin set of SEPA, at most `length` characters: "Müller & Łukasz B.V." becomes "Muller + Lukasz B.V.". */
export function toSepaTekst(tekst: string, length: number): string {
  const latin = Array.from(tekst.normalize('NFC'), (letter) => SPECIAL[letter] ?? letter.normalize('NFKD').replace(/\p{M}/gu, '')).join('')
  // Doubled and leading slashes have a meaning of their own in the bank's messages.
  const clean = latin.replace(/\s+/g, ' ').replace(ALLOWED, '.').replace(/\/{2,}/g, '/').trim().replace(/^\/+/, '')
  return clean.slice(0, length).trim()
}

/** Whether a text can be sent as it is. */
export function isSepaTekst(tekst: string, length: number): boolean {
  return tekst !== '' && toSepaTekst(tekst, length) === tekst
}
