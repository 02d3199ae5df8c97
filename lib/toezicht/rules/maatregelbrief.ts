import { formatDatum, type PlainDate } from '@/lib/base/date'
import type { BriefFeiten, BriefInhoud } from '@/lib/beschikking/model'
import type { NieuweBrief } from '@/lib/beschikking/rules/brieven'
import { CONTACT, ONDERTEKENING, UWV } from '@/lib/beschikking/texts'
import type { MaatregelFeiten } from '@/lib/toezicht/model'
import { describeGrondslag, SZW, SZW_CONTACT, SZW_ONDERTEKENING } from '@/lib/toezicht/texts'

const waarover = ({ opleider, opleiding }: MaatregelFeiten) => (opleiding === null ? opleider : `de opleiding ‘${opleiding}’`)

function basis({ opleider, adres }: MaatregelFeiten): Pick<BriefInhoud, 'afzender' | 'aan' | 'gegevens' | 'aanhef' | 'contact' | 'ondertekening'> {
  return { afzender: SZW, aan: [opleider, ...adres], gegevens: [], aanhef: 'Geacht bestuur,', contact: SZW_CONTACT, ondertekening: SZW_ONDERTEKENING }
}

/**
 * Letter to the opleider that a maatregel was taken (invariant I10). Blocking and removing are besluiten that one can object to;
 * an investigation is not (Awb 6:3), so then `bezwaarUiterlijkOp` is null.
 */
export function makeMaatregelbrief(feiten: MaatregelFeiten, bezwaarUiterlijkOp: PlainDate | null): NieuweBrief {
  const { soort, opleiding, ingangsdatum, einddatum, reden } = feiten
  const kern = {
    'in-onderzoek': `Wij onderzoeken ${waarover(feiten)} vanaf ${formatDatum(ingangsdatum)}.`,
    geblokkeerd: `Wij blokkeren ${waarover(feiten)} in het scholingsregister vanaf ${formatDatum(ingangsdatum)}.`,
    verwijderd: `Wij verwijderen ${waarover(feiten)} uit het scholingsregister vanaf ${formatDatum(ingangsdatum)}.`,
  }[soort]
  return {
    onderwerp: soort === 'in-onderzoek' ? 'Wij zijn een onderzoek gestart' : 'Besluit: maatregel in het scholingsregister',
    inhoud: {
      ...basis(feiten),
      kern,
      betekenis: [
        soort === 'in-onderzoek' ? 'Burgers zien in het register dat er een onderzoek is. Zij kunnen nog wel een aanvraag doen.' : 'Burgers kunnen hiervoor geen STAP-budget aanvragen.',
        'Aanvragen die op een besluit wachten, houden wij aan. De aanvragers krijgen daarover een brief.',
        'Budget dat al is toegekend, verandert door deze brief niet.',
        einddatum === null ? 'De maatregel geldt totdat wij deze opheffen.' : `De maatregel geldt tot ${formatDatum(einddatum)}.`,
      ],
      doen: ['Hebt u informatie die voor ons belangrijk is? Stuur die dan zo snel mogelijk op.'],
      waarom: { inleiding: [], gronden: [{ zin: soort === 'in-onderzoek' ? 'Wij mogen onderzoek doen.' : 'Wij mogen deze maatregel nemen.', artikel: describeGrondslag(soort, opleiding !== null) }] },
      toelichting: [reden],
      bezwaar: bezwaarUiterlijkOp === null ? null : { uiterlijkOp: bezwaarUiterlijkOp, bij: 'szw' },
    },
  }
}

/** Letter to the opleider that a maatregel was lifted, as if it had never been there. */
export function makeOpheffingsbrief(feiten: MaatregelFeiten, reden: string): NieuweBrief {
  return {
    onderwerp: 'De maatregel is opgeheven',
    inhoud: {
      ...basis(feiten),
      kern: `De maatregel voor ${waarover(feiten)} is opgeheven.`,
      betekenis: ['Het scholingsregister is weer zoals het was.', 'Aanvragen die wij hebben aangehouden, behandelen wij verder.'],
      doen: ['U hoeft niets te doen.'],
      waarom: { inleiding: [reden], gronden: [] },
      bezwaar: null,
    },
  }
}

function mededeling(feiten: BriefFeiten): Pick<BriefInhoud, 'afzender' | 'aan' | 'gegevens' | 'aanhef' | 'contact' | 'ondertekening' | 'bezwaar'> {
  return {
    afzender: UWV, aan: [feiten.naam], gegevens: [{ naam: 'Uw aanvraag', waarde: feiten.aanvraagKenmerk }], aanhef: `Beste ${feiten.naam},`,
    contact: CONTACT, ondertekening: ONDERTEKENING, bezwaar: null,
  }
}

/** Message to a burger who prepares an aanvraag for an opleiding with a maatregel. */
export function makeMededeling(feiten: BriefFeiten, soort: MaatregelFeiten['soort']): NieuweBrief {
  const inOnderzoek = soort === 'in-onderzoek'
  return {
    onderwerp: 'Let op: uw gekozen scholing',
    inhoud: {
      ...mededeling(feiten),
      kern: inOnderzoek
        ? `De Toetsingskamer STAP onderzoekt ‘${feiten.opleiding}’ bij ${feiten.opleider}.`
        : `Voor ‘${feiten.opleiding}’ bij ${feiten.opleider} kunt u nu geen STAP-budget aanvragen.`,
      betekenis: inOnderzoek ? ['U kunt uw aanvraag nog wel indienen. Ons besluit kan dan langer duren.'] : ['U kunt deze aanvraag nu niet indienen.'],
      doen: ['U kunt een andere scholing kiezen. Vraag de opleider dan om een STAP-aanmeldbewijs.', 'Wilt u wachten? Als de scholing weer is aan te vragen, laten wij dat weten.'],
      waarom: { inleiding: [], gronden: [] },
    },
  }
}

/** Message to the same burger that the maatregel is gone. */
export function makeMededelingVoorbij(feiten: BriefFeiten): NieuweBrief {
  return {
    onderwerp: 'Uw gekozen scholing is weer aan te vragen',
    inhoud: {
      ...mededeling(feiten),
      kern: `De maatregel voor ‘${feiten.opleiding}’ bij ${feiten.opleider} geldt niet meer.`,
      betekenis: ['U kunt uw aanvraag indienen als het tijdvak open is.'],
      doen: ['Ga naar Mijn STAP om uw aanvraag te bekijken.'],
      waarom: { inleiding: [], gronden: [] },
    },
  }
}
