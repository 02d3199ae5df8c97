/** A prefix query for to_tsquery: every word, or the beginning of it, must be there. Undefined when nothing was asked. */
export function toTsQuery(vraag: string): string | undefined {
  const woorden = vraag.normalize('NFC').toLowerCase().match(/[\p{L}\p{N}]+/gu)?.slice(0, 8) ?? []
  return woorden.length === 0 ? undefined : woorden.map((woord) => `${woord.slice(0, 40)}:*`).join(' & ')
}

/** The question as it is compared with titles when no word was found: for a slip of the finger. */
export function toGelijkenis(vraag: string): string {
  return vraag.normalize('NFC').toLowerCase().trim().slice(0, 80)
}
