import { amsterdamDate } from '@/lib/base/amsterdam'
import type { PlainDate } from '@/lib/base/date'
import { today } from '@/lib/platform/clock'
import { getRegeling } from '@/lib/regeling/views'
import { calculateStartvenster } from '@/lib/tijdvak/rules/startvenster'
import { getActueelTijdvak } from '@/lib/tijdvak/views'

/** Which start dates an aanvraag in the tijdvak of now can have: the days of art. 5 lid 3, and what was registered in time. */
export type Venster = { naam: string; vroegsteStart: PlainDate; laatsteStart: PlainDate; registratiestopOp: Date }

/** For an aanvraag of today, or of the day on which the tijdvak opens. Undefined when there is no tijdvak to apply in. */
export async function findVenster(): Promise<Venster | undefined> {
  const [tijdvak, vandaag] = await Promise.all([getActueelTijdvak(), today()])
  if (tijdvak === undefined) return undefined
  const opening = amsterdamDate(tijdvak.opentOp)
  const aanvraagdag = opening > vandaag ? opening : vandaag
  const { vroegsteStart, laatsteStart } = calculateStartvenster(aanvraagdag, tijdvak, (await getRegeling(aanvraagdag)).get('startvenster'))
  return { naam: tijdvak.naam, vroegsteStart, laatsteStart, registratiestopOp: tijdvak.registratiestopOp }
}
