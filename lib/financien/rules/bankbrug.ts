/** What lies between the ledger and the statements, in cents; the numbers of movements without a boeking as counts. */
export type Bankbrugcijfers = Readonly<Record<
  'uitbetaald' | 'teruggekeerd' | 'ontvangen' | 'teruggaven' | 'nietAfgeschreven' | 'wachtOpBoeking' | 'teveel' | 'openVragen' | 'openAantal' | 'geslotenVragen' | 'geslotenAantal' | 'banksaldo', number>>

/** One step from the ledger to the account: an amount in cents with its sign on the account. */
export type Brugregel = { readonly code: 'grootboek' | 'onderweg' | 'wacht' | 'teveel' | 'open' | 'gesloten'; readonly wat: string; readonly uitleg: string; readonly bedrag: number; readonly href: string | null }

export type Bankbrug = {
  readonly regels: readonly Brugregel[]
  /** What the account must have moved, by the ledger and everything that is known. */
  readonly verwacht: number
  /** What the statements say that it moved. */
  readonly gezien: number
  /** Movements that nobody explained yet. */
  readonly openAantal: number
  readonly openBedrag: number
}

const aantal = (getal: number, een: string, meer: string) => `${getal.toLocaleString('nl-NL')} ${getal === 1 ? een : meer}`

/**
 * From the ledger to the bank account: what left and came by the ledger, and every amount that one of the two has and the other not
 * yet. Only the ledger's side uses what we booked, so a movement that nobody knows of leaves a difference here.
 */
export function makeBankbrug(c: Bankbrugcijfers): Bankbrug {
  const regels: readonly Brugregel[] = [
    { code: 'grootboek', wat: 'Volgens het grootboek', uitleg: 'Uitbetaald en teruggegeven, min wat terugkwam en wat is ontvangen', bedrag: c.teruggekeerd + c.ontvangen - c.uitbetaald - c.teruggaven, href: '/uwv/financien/regels?rekening=betaald' },
    { code: 'onderweg', wat: 'Nog niet afgeschreven', uitleg: 'Betalingen die bij de bank zijn en nog niet op een afschrift staan', bedrag: c.nietAfgeschreven, href: '/uwv/betalingen' },
    { code: 'wacht', wat: 'Wordt nog teruggeboekt', uitleg: 'Betalingen die terugkwamen en vanzelf worden geboekt', bedrag: c.wachtOpBoeking, href: null },
    { code: 'teveel', wat: 'Te veel ontvangen', uitleg: 'Wat boven een vordering of zonder vordering is betaald en nog niet is teruggegeven', bedrag: c.teveel, href: '/uwv/vorderingen' },
    { code: 'open', wat: 'Nog uit te zoeken', uitleg: `${aantal(c.openAantal, 'beweging', 'bewegingen')} op de rekening zonder boeking`, bedrag: c.openVragen, href: '/uwv/bank' },
    { code: 'gesloten', wat: 'Uitgezocht, zonder boeking', uitleg: `${aantal(c.geslotenAantal, 'beweging', 'bewegingen')} met een toelichting, bijvoorbeeld kosten van de bank`, bedrag: c.geslotenVragen, href: '/uwv/bank' },
  ]
  return { regels, verwacht: regels.reduce((som, { bedrag }) => som + bedrag, 0), gezien: c.banksaldo, openAantal: c.openAantal, openBedrag: c.openVragen }
}
