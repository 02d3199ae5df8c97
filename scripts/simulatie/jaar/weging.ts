import { WEEGVRAGEN, type Weegvraag } from '@/lib/verantwoording/model'

const ANTWOORDEN: Readonly<Record<Weegvraag, string>> = { contact: 'ja', oorzaak: 'deelnemer', ziekte: 'nee', verwijt: 'ja', gemeld: 'nee', geldproblemen: 'nee', zienswijze: 'nee', evenredigheid: 'ja' }

/** Every question of the human measure answered, as the form of a behandelaar sends it: nothing that keeps from deciding. */
export function maakWeging(): Record<string, string> {
  return Object.fromEntries(WEEGVRAGEN.flatMap((vraag) => [[`antwoord-${vraag}`, ANTWOORDEN[vraag]], [`toelichting-${vraag}`, `Uitleg over ${vraag}.`]]))
}
