import { amsterdamDate } from '@/lib/base/amsterdam'
import type { PlainDate } from '@/lib/base/date'
import { today } from '@/lib/platform/clock'
import { getRegeling } from '@/lib/regeling/views'
import type { Activiteit } from '@/lib/register/views'
import { calculateStartvenster } from '@/lib/tijdvak/rules/startvenster'
import { getActueelTijdvak } from '@/lib/tijdvak/views'

/** Which start dates an aanvraag in the tijdvak of now can have: the days of art. 5 lid 3, and what was registered in time. */
export type Venster = { naam: string; vroegsteStart: PlainDate; laatsteStart: PlainDate; registratiestopOp: Date }

/** Whether an aanvraag in that tijdvak can be about this start: 'past', or why not. */
export function weegStart({ startdatum, status, geregistreerdOp, subsidiabel }: Activiteit, venster: Venster): 'past' | 'dicht' | 'geen-budget' | 'te-vroeg' | 'later' {
  if (status !== 'open') return 'dicht'
  if (subsidiabel <= 0) return 'geen-budget'
  if (startdatum < venster.vroegsteStart) return 'te-vroeg'
  return startdatum > venster.laatsteStart || geregistreerdOp > venster.registratiestopOp ? 'later' : 'past'
}

/** For an aanvraag of today, or of the day on which the tijdvak opens. Undefined when there is no tijdvak to apply in. */
export async function findVenster(): Promise<Venster | undefined> {
  const [tijdvak, vandaag] = await Promise.all([getActueelTijdvak(), today()])
  if (tijdvak === undefined) return undefined
  const opening = amsterdamDate(tijdvak.opentOp)
  const aanvraagdag = opening > vandaag ? opening : vandaag
  const { vroegsteStart, laatsteStart } = calculateStartvenster(aanvraagdag, tijdvak, (await getRegeling(aanvraagdag)).get('startvenster'))
  return { naam: tijdvak.naam, vroegsteStart, laatsteStart, registratiestopOp: tijdvak.registratiestopOp }
}
