const VOWEL = 'aeiouyè'
const isVowel = (letter: string | undefined): boolean => letter !== undefined && VOWEL.includes(letter)

/** Where the region begins that starts after the first consonant behind a vowel, counted from `from`. */
function regionAfter(word: string, from: number): number {
  for (let i = from + 1; i < word.length; i++) if (isVowel(word[i - 1]) && !isVowel(word[i])) return i + 1
  return word.length
}

const undouble = (word: string): string => (/(kk|dd|tt)$/.test(word) ? word.slice(0, -1) : word)
const endsWithConsonant = (word: string): boolean => word !== '' && !isVowel(word.at(-1))

function withoutEn(word: string, suffix: number, r1: number): string {
  const rest = word.slice(0, -suffix)
  return rest.length >= r1 && endsWithConsonant(rest) && !rest.endsWith('gem') ? undouble(rest) : word
}

function stepPlural(word: string, r1: number): string {
  if (word.endsWith('heden')) return word.length - 5 >= r1 ? `${word.slice(0, -5)}heid` : word
  if (word.endsWith('ene')) return withoutEn(word, 3, r1)
  if (word.endsWith('en')) return withoutEn(word, 2, r1)
  const [suffix] = /(se|s)$/.exec(word) ?? []
  if (suffix === undefined) return word
  const rest = word.slice(0, -suffix.length)
  return rest.length >= r1 && endsWithConsonant(rest) && !rest.endsWith('j') ? rest : word
}

function stepE(word: string, r1: number): string {
  const rest = word.slice(0, -1)
  return word.endsWith('e') && rest.length >= r1 && endsWithConsonant(rest) ? undouble(rest) : word
}

function stepDerived(word: string, { r1, r2, hadE }: { r1: number; r2: number; hadE: boolean }): string {
  const without = (suffix: string): string | undefined => (word.endsWith(suffix) && word.length - suffix.length >= r2 ? word.slice(0, -suffix.length) : undefined)
  const ing = without('end') ?? without('ing')
  if (ing !== undefined) return ing.endsWith('ig') && ing.length - 2 >= r2 && !ing.endsWith('eig') ? ing.slice(0, -2) : undouble(ing)
  const ig = without('ig')
  if (ig !== undefined) return ig.endsWith('e') ? word : ig
  const lijk = without('lijk')
  if (lijk !== undefined) return stepE(lijk, r1)
  return without('baar') ?? (hadE ? without('bar') : undefined) ?? word
}

/**
 * The stem of a Dutch word in lower case without accents, by the rules of the Snowball stemmer for Dutch: "boekhouden" and
 * "boekhoud" are the same to a search. Words of one to three letters and words with a digit stay as they are.
 */
export function stemOf(word: string): string {
  if (word.length <= 3 || /\d/.test(word)) return word
  const first = Math.max(3, regionAfter(word, 0))
  const second = regionAfter(word, first)
  const plural = stepPlural(word, first)
  const bare = stepE(plural, first)
  const noun = bare.endsWith('heid') && bare.length - 4 >= second && !bare.endsWith('cheid') ? bare.slice(0, -4) : bare
  const root = noun === bare ? noun : noun.endsWith('en') ? withoutEn(noun, 2, first) : noun
  const derived = stepDerived(root, { r1: first, r2: second, hadE: bare !== plural })
  return derived.replace(/([^aeiouy])(aa|ee|oo|uu)([^aeiouy])$/, (_, before: string, vowels: string, after: string) => before + vowels.charAt(0) + after)
}
