import type { Momentopname } from '@/lib/aanvraag/model'
import type { Aanmeldbewijs } from '@/lib/vooraanmelding/model'

type Opleiding = {
  readonly titel: string
  readonly versie: number
  readonly niveau: string | null
  readonly categorie: string | null
  readonly opleidingsvorm: string | null
  readonly waardedocument: string | null
  readonly opleider: { readonly naam: string; readonly plaats: string; readonly kvk: string }
}

type OpBewijs = Pick<Aanmeldbewijs, 'startdatum' | 'einddatum' | 'plaats' | 'kostenCent' | 'subsidiabelCent' | 'geboortedatum'> & { cohortcode: string }

type Naam = { readonly voornamen: string; readonly tussenvoegsel: string | null; readonly achternaam: string }

/** What the burger sees of the opleiding and the scholing at this moment, to keep with the aanvraag (invariant I8). */
export function makeMomentopname(bewijs: OpBewijs, opleiding: Opleiding, persoon: Naam): Momentopname {
  const { titel, versie, niveau, categorie, opleidingsvorm, waardedocument, opleider } = opleiding
  const { cohortcode, startdatum, einddatum, plaats, kostenCent, subsidiabelCent, geboortedatum } = bewijs
  const naam = [persoon.voornamen, persoon.tussenvoegsel, persoon.achternaam].filter((deel) => deel !== null && deel !== '').join(' ')
  return {
    persoon: { naam, geboortedatum },
    opleiding: { titel, versie, niveau, categorie, opleidingsvorm, waardedocument },
    opleider: { naam: opleider.naam, plaats: opleider.plaats, kvk: opleider.kvk },
    scholing: { cohortcode, startdatum, einddatum, plaats, kostenCent, subsidiabelCent },
  }
}
