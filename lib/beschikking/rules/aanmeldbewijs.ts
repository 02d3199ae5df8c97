import { foldNaam } from '@/lib/vooraanmelding/rules/zelfde-persoon'
import { formatDatumKort } from '@/lib/base/date'
import { formatBedrag } from '@/lib/base/money'
import type { BeoordelingFeiten, Controle, Feit } from '@/lib/beschikking/model'

/**
 * The aanmeldbewijs belongs to this person and matches the register one to one on opleider and scholing; the amount may be lower than in the
 * register, never higher. Place and start date may differ (UWV, site voor opleiders). A difference is never refused without asking (Awb 4:7).
 */
export function checkAanmeldbewijs(feiten: BeoordelingFeiten): Controle {
  const { bewijs, persoon, register } = feiten
  const verschillen = findVerschillen(feiten)
  const basis = {
    controle: 'aanmeldbewijs' as const,
    bron: 'Aanmeldbewijs, BRP en scholingsregister',
    feiten: [
      { naam: 'Geboortedatum op het bewijs', waarde: formatDatumKort(bewijs.geboortedatum) },
      { naam: 'Gevraagd bedrag', waarde: `${formatBedrag(bewijs.gevraagdCent)} (register: ${formatBedrag(register.subsidiabelCent)})` },
      ...verschillen,
    ],
    hard: false,
  }
  if (verschillen.length > 0)
    return { ...basis, uitkomst: 'voldoet-niet', grond: 'aanmeldbewijs-klopt-niet', toelichting: 'Het aanmeldbewijs wijkt af.' }
  if (persoon.soort !== 'gevonden') return { ...basis, uitkomst: 'onbekend', toelichting: 'De BRP gaf geen antwoord of kent deze persoon niet.' }
  return { ...basis, uitkomst: 'voldoet', toelichting: 'Het aanmeldbewijs past bij de aanvrager en bij het register.' }
}

function findVerschillen({ bewijs, persoon, aanvraag, register }: BeoordelingFeiten): Feit[] {
  const brp = persoon.soort === 'gevonden' ? persoon.waarde : null
  const verschil = (naam: string, waarde: string, isVerschil: boolean): Feit[] => (isVerschil ? [{ naam: `Verschil: ${naam}`, waarde }] : [])
  return [
    ...verschil('bewijs', 'Het bewijs is ingetrokken.', bewijs.status === 'ingetrokken'),
    ...verschil('handtekening', 'Het bewijs is anders dan het door ons is ondertekend.', bewijs.isVervalst),
    ...verschil('achternaam', `${bewijs.achternaam} en ${brp?.achternaam ?? ''}`, brp !== null && foldNaam(brp.achternaam) !== foldNaam(bewijs.achternaam)),
    ...verschil('geboortedatum', 'Het bewijs noemt een andere datum dan de BRP.', brp?.geboortedatum != null && brp.geboortedatum !== bewijs.geboortedatum),
    ...verschil('opleider', 'Het bewijs is van een andere opleider.', bewijs.opleiderId !== aanvraag.opleiderId),
    ...verschil('opleiding', 'Het bewijs is voor een andere opleiding.', bewijs.opleidingId !== aanvraag.opleidingId),
    ...verschil('scholingsactiviteit', 'Het bewijs is voor een andere scholingsactiviteit.', bewijs.scholingsactiviteitId !== aanvraag.scholingsactiviteitId),
    ...verschil('bedrag', 'Het bewijs vraagt meer dan in het register staat.', bewijs.gevraagdCent > register.subsidiabelCent),
  ]
}
