/** A claim that was made from a payment: what of it is open or was received, and what of it was given up. In cents. */
export type GevorderdDeel = { readonly id: string; readonly isCreditnota: boolean; readonly lopendCent: number; readonly afgeboektCent: number }

/** How much of a claim goes because the money came back by the bank, in cents. */
export type Vervallen = { readonly id: string; readonly isCreditnota: boolean; readonly afCent: number; readonly afgeboektCent: number }

/** Which claims go, in the order in which they are given, until together they are what came back. What nobody pays any more comes last of each. */
export function verdeelOverVorderingen(bedragCent: number, vorderingen: readonly GevorderdDeel[]): readonly Vervallen[] {
  let rest = bedragCent
  return vorderingen.flatMap(({ id, isCreditnota, lopendCent, afgeboektCent }) => {
    const afCent = Math.min(rest, Math.max(0, lopendCent))
    const uitAfgeboekt = Math.min(rest - afCent, Math.max(0, afgeboektCent))
    rest -= afCent + uitAfgeboekt
    return afCent + uitAfgeboekt === 0 ? [] : [{ id, isCreditnota, afCent, afgeboektCent: uitAfgeboekt }]
  })
}

/** What becomes of an invoice of which the payment came back, in cents: credited after all, refused with what is still owed back with the order, lapsed. */
export type Factuurgevolg = { readonly gecrediteerdCent: number; readonly isAfgekeurd: boolean; readonly terugCent: number; readonly vervaltCent: number }

/**
 * What a credit note claimed is credited before payment after all. What a besluit or a withdrawal claimed is not owed either: then the
 * invoice goes back, because its amount is not what we owe, and the order is as much smaller. What nothing claimed stays an invoice.
 */
export function bepaalFactuurgevolg(bedragCent: number, vervallen: readonly Vervallen[], isOpdrachtVoorbij: boolean): Factuurgevolg {
  const som = (deel: readonly Vervallen[]) => deel.reduce((totaal, { afCent, afgeboektCent }) => totaal + afCent + afgeboektCent, 0)
  const gecrediteerdCent = som(vervallen.filter(({ isCreditnota }) => isCreditnota))
  const rest = bedragCent - gecrediteerdCent
  const anders = isOpdrachtVoorbij ? rest : som(vervallen.filter(({ isCreditnota }) => !isCreditnota))
  const isAfgekeurd = anders > 0
  return { gecrediteerdCent, isAfgekeurd, terugCent: isAfgekeurd ? bedragCent : gecrediteerdCent, vervaltCent: gecrediteerdCent + anders }
}
