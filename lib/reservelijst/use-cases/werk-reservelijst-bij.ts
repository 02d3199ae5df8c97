import { biedReserveAan } from '@/lib/reservelijst/use-cases/bied-reserve-aan'
import { laatAanbiedingenVerlopen } from '@/lib/reservelijst/use-cases/laat-aanbod-verlopen'
import { sluitReservelijst } from '@/lib/reservelijst/use-cases/sluit-reservelijst'

/** The tick of a worker: what expired falls free, what is free is offered, what is over ends. True when there may be more at once. */
export async function werkReservelijstBij(): Promise<boolean> {
  const verlopen = await laatAanbiedingenVerlopen()
  const gesloten = await sluitReservelijst()
  const aangeboden = await biedReserveAan()
  return aangeboden || verlopen + gesloten > 0
}
