import { formatDatum } from '@/lib/base/date'
import type { BriefFeiten, BriefInhoud } from '@/lib/beschikking/model'
import type { NieuweBrief } from '@/lib/beschikking/rules/brieven'
import { CONTACT, ONDERTEKENING, UWV } from '@/lib/beschikking/texts'
import type { Bereik, Kennisgeving } from '@/lib/opschorting/model'
import { GROND_ARTIKEL } from '@/lib/opschorting/texts'

const waarvoor = ({ opleiding, aanvraagKenmerk }: Bereik) =>
  aanvraagKenmerk !== null ? `aanvraag ${aanvraagKenmerk}` : opleiding !== null ? `de opleiding ‘${opleiding}’` : 'al uw opleidingen met STAP-budget'

function basis({ opleider, adres }: Bereik, zaak: string): Pick<BriefInhoud, 'afzender' | 'aan' | 'gegevens' | 'aanhef' | 'contact' | 'ondertekening'> {
  return { afzender: UWV, aan: [opleider, ...adres], gegevens: [{ naam: 'Zaak', waarde: zaak }], aanhef: 'Geacht bestuur,', contact: CONTACT.slice(0, 1), ondertekening: ONDERTEKENING }
}

/** Awb 4:56: the written notice with which a suspension begins. The suspicion stands in it as it was written, and when it ends by itself. */
export function makeKennisgeving(feiten: Kennisgeving): NieuweBrief {
  const { grond, vermoeden, ingangsdatum, totEnMet, zaak } = feiten
  const isVermoeden = grond === 'ernstig-vermoeden'
  return {
    onderwerp: 'Wij schorten de betaling op',
    inhoud: {
      ...basis(feiten, zaak),
      kern: `Vanaf ${formatDatum(ingangsdatum)} betalen wij tijdelijk niet voor ${waarvoor(feiten)}.`,
      betekenis: [
        'Facturen die wij nog niet hebben betaald, blijven liggen. U hoeft ze niet opnieuw te sturen.',
        totEnMet === null
          ? 'De opschorting duurt zolang het besluit van de minister geldt.'
          : `De opschorting duurt tot en met ${formatDatum(totEnMet)}. Zij stopt dan vanzelf. Beslissen wij eerder, dan stopt zij eerder. Wij verlengen haar niet.`,
        'Over de tijd van de opschorting krijgt u geen rente.',
        'De afspraken met uw deelnemers veranderen niet door deze brief.',
      ],
      doen: ['Klopt het niet wat wij schrijven, of weet u meer? Stuur dat zo snel mogelijk op, met bewijs. Wij kijken er meteen naar.'],
      waarom: {
        inleiding: [
          isVermoeden ? 'Wij vermoeden ernstig dat er een reden is om de subsidie in te trekken of te wijzigen. Dit is ons vermoeden:' : 'De minister van SZW heeft besloten u uit het scholingsregister te verwijderen. Dit is de reden:',
          ...toAlineas(vermoeden),
        ],
        gronden: [{ zin: isVermoeden ? 'Bij een ernstig vermoeden mogen wij de betaling opschorten.' : 'Op dit besluit mogen wij de betaling aanhouden.', artikel: GROND_ARTIKEL[grond] }],
      },
      bezwaar: { uiterlijkOp: feiten.bezwaarUiterlijkOp, bij: 'uwv' },
    },
  }
}

/** The alineas of a text that somebody wrote. */
function toAlineas(tekst: string): readonly string[] {
  return tekst.split(/\n\s*\n/).map((deel) => deel.trim()).filter((deel) => deel !== '')
}

/**
 * Awb 4:56: the notice to the burger, who has the subsidy; for the own aanvraag the suspension begins with it. It says the suspicion in the
 * words that the opleider got. Nothing changes in the training, and nobody asks money of the burger.
 */
export function makeKennisgevingBurger(burger: BriefFeiten, { ingangsdatum, totEnMet, grond, vermoeden, bezwaarUiterlijkOp }: Pick<Kennisgeving, 'ingangsdatum' | 'totEnMet' | 'grond' | 'vermoeden' | 'bezwaarUiterlijkOp'>): NieuweBrief {
  const isVermoeden = grond === 'ernstig-vermoeden'
  return {
    onderwerp: 'Wij betalen uw opleider tijdelijk niet',
    inhoud: {
      ...burgerBasis(burger),
      kern: `Vanaf ${formatDatum(ingangsdatum)} betalen wij ${burger.opleider} tijdelijk niet voor ‘${burger.opleiding}’.`,
      betekenis: [
        'Uw STAP-budget is niet ingetrokken. U kunt de opleiding volgen.',
        'De opleider mag het bedrag niet bij u in rekening brengen.',
        totEnMet === null ? 'Dit duurt zolang het besluit van de minister geldt. U krijgt bericht als het voorbij is.' : `Dit duurt tot en met ${formatDatum(totEnMet)}, of korter als wij eerder beslissen. U krijgt bericht als het voorbij is.`,
      ],
      doen: ['U hoeft niets te doen. Weet u meer over wat hieronder staat? Laat het ons weten.', 'Vraagt de opleider u om geld? Betaal dan niet en bel ons.'],
      waarom: {
        inleiding: [
          isVermoeden
            ? `Wij vermoeden ernstig dat er een reden is om het STAP-budget voor deze opleiding in te trekken of te wijzigen. Dit schreven wij aan ${burger.opleider}:`
            : `De minister van SZW heeft besloten ${burger.opleider} of deze opleiding uit het scholingsregister te verwijderen. Dit schreven wij aan ${burger.opleider}:`,
          ...toAlineas(vermoeden),
        ],
        gronden: [{ zin: isVermoeden ? 'Bij een ernstig vermoeden mogen wij de betaling opschorten.' : 'Op dit besluit mogen wij de betaling aanhouden.', artikel: GROND_ARTIKEL[grond] }],
      },
      bezwaar: { uiterlijkOp: bezwaarUiterlijkOp, bij: 'uwv' },
    },
  }
}

/** Letter to the burger that the suspension is over. */
export function makeEindberichtBurger(burger: BriefFeiten): NieuweBrief {
  return {
    onderwerp: 'Wij kunnen uw opleider weer betalen',
    inhoud: {
      ...burgerBasis(burger),
      kern: `De opschorting van de betaling aan ${burger.opleider} voor ‘${burger.opleiding}’ is voorbij.`,
      betekenis: ['Uw STAP-budget blijft zoals het was. Wij betalen de opleider als de factuur klopt.'],
      doen: ['U hoeft niets te doen.'],
      waarom: { inleiding: ['Een opschorting is tijdelijk.'], gronden: [] },
      bezwaar: null,
    },
  }
}

function burgerBasis({ naam, aanvraagKenmerk }: BriefFeiten): Pick<BriefInhoud, 'afzender' | 'aan' | 'gegevens' | 'aanhef' | 'contact' | 'ondertekening'> {
  return { afzender: UWV, aan: [naam], gegevens: [{ naam: 'Uw aanvraag', waarde: aanvraagKenmerk }], aanhef: `Beste ${naam},`, contact: CONTACT, ondertekening: ONDERTEKENING }
}

/** Letter to the opleider that a suspension ended before its day. */
export function makeEindbericht(bereik: Bereik, { zaak, reden }: { zaak: string; reden: string }): NieuweBrief {
  return {
    onderwerp: 'Wij betalen u weer',
    inhoud: {
      ...basis(bereik, zaak),
      kern: `De opschorting van de betaling voor ${waarvoor(bereik)} is voorbij.`,
      betekenis: ['Facturen die bleven liggen, gaan mee met de eerstvolgende betaling.'],
      doen: ['U hoeft niets te doen.'],
      waarom: { inleiding: [reden], gronden: [] },
      bezwaar: null,
    },
  }
}
