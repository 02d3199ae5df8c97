import { stemOf } from '@/lib/voorportaal/rules/stam'

/** Words that say nothing about what somebody wants to learn. */
const STOPWOORDEN = new Set(('aan al alle als bij dan dat de der deze die dit door een en er het hoe ik iets in is je kan kunt mee met mijn naar niet nog of om onder ons onze ook op over te tot uit uw '
  + 'van vanuit vanaf veel via voor waar wat we wel wie wij wil willen wordt worden zelf zich zijn zo zonder u heb hebt haalt leert').split(' '))

/**
 * Words that half of the register holds. They make a hit better and never keep one out: who asks for "cursus excel" wants Excel,
 * whatever the opleider calls it.
 */
const VRIJBLIJVEND = new Set(('cursus cursussen opleiding opleidingen training trainingen leren leer workshop workshops scholing omscholing bijscholing les lessen werken werk baan vak diploma certificaat certificaten '
  + 'beginner beginners gevorderd gevorderden basis basiscursus medewerker medewerkster monteur chauffeur adviseur specialist assistent goedkoop goedkope gratis stap budget stapbudget mbo hbo niveau praktijk theorie').split(' ').map(stemOf))

/** Lower case, without accents, and the names of techniques that are written with signs as words. */
function simplify(tekst: string): string {
  return tekst.normalize('NFD').replace(/\p{M}+/gu, '').toLowerCase()
    .replace(/\bc#/g, 'csharp').replace(/\bc\+\+/g, 'cplusplus').replace(/(^|\s)\.net\b/g, '$1dotnet')
    .replace(/['’`]s\b/g, '').replace(/['’`]/g, ' ')
}

const WOORD = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu

/** The words of a text as they are written, in order; the parts of a word with a dash are words too. Stop words are left out. */
export function wordsOf(tekst: string): string[] {
  return (simplify(tekst).match(WOORD) ?? []).flatMap((woord) => woord.split('-')).filter((woord) => !STOPWOORDEN.has(woord)).map((woord) => woord.slice(0, 40))
}

/** What stands in the index for a text: the stem of each word with the word itself, and words with a dash also as one ("e-learning", "elearning"). */
export function termsOf(tekst: string): { term: string; vorm: string }[] {
  const geheel = tekst.includes('-') ? (simplify(tekst).match(WOORD) ?? []).filter((woord) => woord.includes('-')).map((woord) => woord.replaceAll('-', '').slice(0, 40)) : []
  return [...wordsOf(tekst), ...geheel].map((vorm) => ({ term: stemOf(vorm), vorm }))
}

/** The stems of the words of a text, in order. */
export function stemsOf(tekst: string): string[] {
  return wordsOf(tekst).map(stemOf)
}

/** Whether a word may be missing in what is found. */
export function isVrijblijvend(woord: string): boolean {
  return VRIJBLIJVEND.has(stemOf(woord))
}
