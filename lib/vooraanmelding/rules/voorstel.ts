import type { AanmeldbewijsStatus, VoorstelStatus } from '@/lib/vooraanmelding/model'

export type WijzigBeletsel = 'al-gebruikt' | 'al-ingetrokken' | 'wacht-op-burger' | 'niets-gewijzigd'

/** What an opleider may do with an aanmeldbewijs: change it at once, put it to the burger, or nothing. */
export type WijzigWeg = { readonly weg: 'direct' } | { readonly weg: 'voorleggen' } | { readonly weg: 'niet'; readonly reden: Exclude<WijzigBeletsel, 'niets-gewijzigd'> }

/**
 * Whose word is needed to change or withdraw an aanmeldbewijs. Until a burger kept it, it is of the opleider alone. From then on the
 * burger counts on it, so nothing changes without a yes. After an aanvraag was received it is part of that dossier.
 */
export function findWijzigWeg({ status, isBewaard, isVoorgelegd }: { status: AanmeldbewijsStatus; isBewaard: boolean; isVoorgelegd: boolean }): WijzigWeg {
  if (status === 'gebruikt') return { weg: 'niet', reden: 'al-gebruikt' }
  if (status === 'ingetrokken') return { weg: 'niet', reden: 'al-ingetrokken' }
  if (isVoorgelegd) return { weg: 'niet', reden: 'wacht-op-burger' }
  return { weg: isBewaard ? 'voorleggen' : 'direct' }
}

export type BeantwoordBeletsel = 'al-beantwoord' | 'al-gebruikt' | 'al-ingetrokken'

/** Whether the burger can still answer: the voorstel waits, and the aanmeldbewijs was not used or withdrawn in the meantime. */
export function checkBeantwoorden(voorstel: VoorstelStatus, bewijs: AanmeldbewijsStatus): readonly BeantwoordBeletsel[] {
  if (voorstel !== 'voorgelegd') return ['al-beantwoord']
  if (bewijs === 'gebruikt') return ['al-gebruikt']
  return bewijs === 'ingetrokken' ? ['al-ingetrokken'] : []
}
