import type { TijdvakOverzicht } from '@/lib/tijdvak/views'

/** A tijdvak as everybody may know it: no ids, no speech for the control room. */
export function showTijdvak({ code, naam, toestand, modus, opentOp, sluitOp, registratiestopOp, plafondCent, overCent, compartimenten, gemetenOp }: TijdvakOverzicht) {
  return {
    code, naam, toestand, modus, opentOp, sluitOp, registratiestopOp, plafondCent, overCent, gemetenOp,
    compartimenten: compartimenten.map((compartiment) => ({ code: compartiment.code, naam: compartiment.naam, plafondCent: compartiment.plafondCent, overCent: compartiment.overCent })),
  }
}
