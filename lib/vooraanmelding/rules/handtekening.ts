import type { Bewijsinhoud, Echtheid } from '@/lib/vooraanmelding/model'

/**
 * The text over which an aanmeldbewijs is signed: every value that it says, in a fixed order, as a JSON list so that no two
 * different contents give the same text. The word in front and its number belong to the format: another list gets another number.
 */
export function signedText(bewijs: Bewijsinhoud): string {
  return JSON.stringify([
    'stap-aanmeldbewijs-1', bewijs.code, bewijs.versie, bewijs.uitgegevenOp.toISOString(),
    bewijs.opleiderId, bewijs.opleidingId, bewijs.scholingsactiviteitId,
    bewijs.studentnummer, bewijs.voornaam, bewijs.tussenvoegsel, bewijs.achternaam, bewijs.geboortedatum,
    bewijs.straat, bewijs.huisnummer, bewijs.huisnummertoevoeging, bewijs.postcode, bewijs.woonplaats, bewijs.land,
    bewijs.startdatum, bewijs.einddatum, bewijs.plaats, bewijs.kostenCent, bewijs.subsidiabelCent, bewijs.gevraagdCent,
  ])
}

/** Compares the signature that is stored with the one that belongs to what is stored. */
export function judgeEchtheid(handtekening: string | null, verwacht: string): Echtheid {
  if (handtekening === null) return 'ongetekend'
  return handtekening === verwacht ? 'echt' : 'vals'
}
