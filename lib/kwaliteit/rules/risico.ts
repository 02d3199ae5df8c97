import { alsWaar, eenmaal, type Toets, type Toetsen } from '@/lib/kwaliteit/rules/toets'

/** Words that made the Toetsingskamer look twice (Woo-besluit STAP-keten; regeling art. 4 lid 3). Whole words, any capitals. */
const WOORDEN = {
  coaching: ['coaching', 'coachingstraject', 'coachtraject', 'loopbaancoaching', 'persoonlijke coach', 'life coach', 'lifecoach'],
  hobby: ['hobby', 'hobbymatig', 'vrijetijdsbesteding', 'voor de gezelligheid', 'voor uw plezier'],
  geschenk: ['gratis tablet', 'gratis ipad', 'gratis laptop', 'gratis telefoon', 'airpods', 'cadeau', 'cadeaubon', 'waardebon', 'welkomstgeschenk', 'gratis vakantie', 'geld terug', 'cashback', 'reiskosten vergoed', 'verblijfkosten vergoed', 'hotelovernachting inbegrepen'],
  uitgesloten: ['bitcoin', 'crypto', 'cryptovaluta', 'dropshipping', 'pensioentraining', 'studiereis', 'bali', 'ibiza', 'leerabonnement'],
} as const

const alleTekst = eenmaal(({ titel, samenvatting, omschrijving, leerdoel }) => [titel, samenvatting, omschrijving, leerdoel].join(' ').toLowerCase())

/** The first of these words in a text in lower case, as a whole word. */
export function findWoord(tekst: string, woorden: readonly string[]): string | undefined {
  return patroonVan(woorden).exec(tekst)?.[0]
}

const patroonVan = (woorden: readonly string[]): RegExp => new RegExp(`(?<![\\p{L}\\d])(${woorden.join('|')})(?![\\p{L}\\d])`, 'u')

function opWoord(woorden: readonly string[]): Toets {
  // Made once: it is asked of tens of thousands of texts.
  const patroon = patroonVan(woorden)
  return ({ inhoud }) => {
    const woord = patroon.exec(alleTekst(inhoud))?.[0]
    return woord === undefined ? undefined : { gegevens: { woord } }
  }
}

/** What asks a person to look: nothing here is forbidden by itself, except what art. 4 lid 3 names. */
export const RISICO: Toetsen = {
  'risico-coaching': (feiten, maatstaf) => (feiten.inhoud.opleidingsvorm === 'COACHING' ? { gegevens: { woord: 'coaching' } } : opWoord(WOORDEN.coaching)(feiten, maatstaf)),
  'risico-hobby': (feiten, maatstaf) => (feiten.inhoud.categorie === 'HOBBY_EN_VRIJE_TIJD' ? alsWaar(true, { woord: 'hobby' }) : opWoord(WOORDEN.hobby)(feiten, maatstaf)),
  'risico-geschenk': opWoord(WOORDEN.geschenk),
  'risico-uitgesloten': opWoord(WOORDEN.uitgesloten),
}
