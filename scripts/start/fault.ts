/** Something the operator can mend: shown as one sentence, without a stack. */
export class StartFault extends Error {
  override name = 'StartFault'
}

/** The sentence for the operator; anything unexpected keeps its message so that it can be reported. */
export function sentenceOf(fault: unknown): string {
  if (fault instanceof StartFault) return fault.message
  return fault instanceof Error ? `Onverwachte fout: ${fault.stack ?? fault.message}` : `Onverwachte fout: ${String(fault)}`
}
