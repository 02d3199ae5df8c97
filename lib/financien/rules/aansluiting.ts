import { makeBankbrug, type Bankbrugcijfers } from '@/lib/financien/rules/bankbrug'
import type { Rekening } from '@/lib/tijdvak/model'

/** One number beside the same number from somewhere else, in cents. */
export type Aansluiting = {
  readonly wat: string
  readonly links: number
  readonly bron: string
  readonly rechts: number
  readonly verschil: number
  /** Where to look first when they differ: lines of this rekening. */
  readonly rekening: Rekening | null
}

/** The same amounts from the ledger, from documents and from statements, in cents. */
export type Cijfers = Readonly<Record<
  'verplicht' | 'crediteuren' | 'renteCrediteuren' | 'debiteuren' | 'renteDebiteuren' | 'uitbetaald' | 'teruggekeerd' | 'ontvangen' | 'teruggaven' | 'opdrachten' | 'facturen' | 'teTeruggeven'
  | 'rente' | 'renteTerug' | 'vorderingen' | 'vorderingskosten' | 'bestanden' | 'retouren' | 'ontvangsten' | 'teruggegeven' | 'uitgevoerd' | 'afgeschreven' | 'teruggestuurd' | 'bankretouren' | 'ontvangenAlles' | 'bijgeschreven'
  | 'teruggegevenAlles' | 'bankTeruggaven' | 'banksaldo' | 'bankbewegingen', number>> & Bankbrugcijfers

/** Every pair that must be the same to the cent: ledger with documents, documents with files, files with statements. */
export function makeAansluiting(c: Cijfers): readonly Aansluiting[] {
  const pair = (wat: string, links: number, bron: string, rechts: number, rekening: Rekening | null = null): Aansluiting => ({ wat, links, bron, rechts, verschil: links - rechts, rekening })
  return [
    pair('Verplicht', c.verplicht, 'Wat van opdrachten nog niet is gefactureerd', c.opdrachten, 'verplicht'),
    pair('Crediteuren', c.crediteuren, 'Goedgekeurde facturen die niet zijn betaald, en wat wij moeten teruggeven', c.facturen + c.teTeruggeven, 'crediteuren'),
    pair('Rente die wij moeten betalen', c.renteCrediteuren, 'Rentebeschikkingen die niet zijn betaald', c.rente + c.renteTerug, 'rente-crediteuren'),
    pair('Debiteuren', c.debiteuren, 'Wat op vorderingen openstaat', c.vorderingen, 'debiteuren'),
    pair('Rente en kosten die wij krijgen', c.renteDebiteuren, 'Wat daarvan op vorderingen openstaat', c.vorderingskosten, 'rente-debiteuren'),
    pair('Uitbetaald', c.uitbetaald, 'Betalingen in bestanden voor de bank', c.bestanden, 'betaald'),
    pair('Teruggekomen', c.teruggekeerd, 'Betalingen die de bank weigerde of terugstuurde', c.retouren, 'crediteuren'),
    pair('Terug ontvangen', c.ontvangen, 'Ontvangsten op vorderingen', c.ontvangsten, 'debiteuren'),
    pair('Teruggegeven', c.teruggaven, 'Wat wij op vorderingen teruggaven', c.teruggegeven, 'betaald'),
    pair('Uitgevoerde betalingen', c.uitgevoerd, 'Afschrijvingen op afschriften', c.afgeschreven),
    pair('Teruggestuurde betalingen', c.teruggestuurd, 'Retouren op afschriften', c.bankretouren),
    pair('Ontvangen op vorderingen, ook te veel', c.ontvangenAlles, 'Bijschrijvingen op afschriften die zijn geboekt of teruggaan', c.bijgeschreven),
    pair('Met de hand teruggegeven, ook wat te veel was', c.teruggegevenAlles, 'Afschrijvingen op afschriften met een betalingskenmerk', c.bankTeruggaven),
    pair('Saldo van de bank', c.banksaldo, 'Alle mutaties op de afschriften', c.bankbewegingen),
    pair('De rekening volgens ons', makeBankbrug(c).verwacht, 'De rekening volgens de afschriften', c.banksaldo),
  ]
}
