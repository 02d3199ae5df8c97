/** Where the document behind a boeking is to be read. */
export type Bron = { readonly href: string | null; readonly naam: string }

type Boeking = { readonly oorzaak: string; readonly oorzaakId: string; readonly boekjaar: number }
type Feiten = {
  readonly msgId: string | null; readonly factuurId: string | null; readonly endToEndId: string | null; readonly betaalbatch: string | null; readonly vordering: string | null
  readonly kenmerk: string | null; readonly ordernummer: string | null; readonly besluit: string | null; readonly besluitKenmerk: string | null
}

/**
 * The document that caused a boeking; null when only the words of the boeking say it. Who may not open a dossier is led to everything
 * that was booked for it.
 */
export function toBron({ oorzaak, oorzaakId }: Boeking, feiten: Feiten, magDossierLezen: boolean): Bron | null {
  const dossier = (kenmerk: string) => (magDossierLezen ? `/uwv/aanvragen/${kenmerk}` : `/uwv/financien/regels?aanvraag=${kenmerk}`)
  if (oorzaak === 'boekjaar') return { href: `/uwv/financien/jaren/${oorzaakId}`, naam: `Afsluiting van boekjaar ${oorzaakId}` }
  if (feiten.msgId !== null) return { href: `/uwv/betalingen/${feiten.msgId}`, naam: `Batch ${feiten.msgId}` }
  if (feiten.endToEndId !== null) return { href: feiten.betaalbatch === null ? null : `/uwv/betalingen/${feiten.betaalbatch}`, naam: `Betaling ${feiten.endToEndId}` }
  if (feiten.factuurId !== null) return { href: `/uwv/facturen/${feiten.factuurId}`, naam: 'Factuur' }
  if (feiten.vordering !== null) return { href: `/uwv/vorderingen/${feiten.vordering}`, naam: `Vordering ${feiten.vordering}` }
  if (feiten.besluitKenmerk !== null) return { href: feiten.kenmerk === null ? null : dossier(feiten.kenmerk), naam: `Besluit ${feiten.besluitKenmerk}` }
  if (feiten.besluit !== null) return { href: '/beleid/jaarplafonds', naam: feiten.besluit }
  if (feiten.kenmerk !== null) return { href: dossier(feiten.kenmerk), naam: feiten.ordernummer === null ? `Aanvraag ${feiten.kenmerk}` : `Opdracht ${feiten.ordernummer}` }
  return null
}
