import type { Opleidingsvorm } from '@/lib/register/model'

// The words that must stand in the invoice line; a mixed form names both.
const WOORDEN: Readonly<Record<Opleidingsvorm, readonly string[]>> = {
  KLASSIKAAL: ['klassikaal'],
  ONLINE: ['online'],
  KLASSIKAAL_EN_ONLINE: ['klassikaal', 'online'],
  ZELFSTUDIE: ['zelfstudie'],
  COACHING: ['coaching'],
  LEZING: ['lezing'],
}

/** How the form of teaching is written in the line of an invoice: "klassikaal en online". */
export function formatOnderwijsvorm(vorm: Opleidingsvorm): string {
  return WOORDEN[vorm].join(' en ')
}

/** Whether a text names this form of teaching. */
export function hasOnderwijsvorm(tekst: string, vorm: Opleidingsvorm): boolean {
  const kleine = tekst.toLowerCase()
  return WOORDEN[vorm].every((woord) => kleine.includes(woord))
}
