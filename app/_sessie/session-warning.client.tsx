'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { Button, ButtonGroup, ButtonLink } from '@/components/ui/button'

const WARN_SECONDS = 120
const STAND = '/sessie/stand'

type State = { soort: 'rustig' } | { soort: 'waarschuwing'; seconden: number } | { soort: 'uitgelogd' }

/** Asks the server how long the session lasts (GET), or lengthens it (POST). Undefined when there is no connection. */
async function askServer(method: 'GET' | 'POST'): Promise<number | undefined> {
  try {
    const response = await fetch(STAND, { method, headers: { accept: 'application/json' } })
    const body: unknown = await response.json()
    return typeof body === 'object' && body !== null && 'seconden' in body ? Number(body.seconden) : undefined
  } catch {
    return undefined // No connection now; the timer asks again.
  }
}

/**
 * A dialog two minutes before the session ends, with a button to go on. Another tab may have lengthened the session,
 * and a laptop may have slept, so the server is asked before anything is shown.
 */
export function SessionWarning({ seconden }: { seconden: number }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const timer = useRef<number>(undefined)
  const [state, setState] = useState<State>({ soort: 'rustig' })

  const check = useCallback(async (method: 'GET' | 'POST') => {
    window.clearTimeout(timer.current)
    const left = await askServer(method)
    const wait = (after: number): void => { timer.current = window.setTimeout(() => { void check('GET') }, after * 1_000) }
    if (left === undefined) { wait(15); return }
    if (left > WARN_SECONDS) { setState({ soort: 'rustig' }); wait(left - WARN_SECONDS) }
    else if (left > 0) { setState({ soort: 'waarschuwing', seconden: left }); wait(Math.min(left + 1, 15)) }
    else setState({ soort: 'uitgelogd' })
  }, [])

  useEffect(() => {
    timer.current = window.setTimeout(() => { void check('GET') }, Math.max(1, seconden - WARN_SECONDS) * 1_000)
    const onVisible = (): void => { if (document.visibilityState === 'visible') void check('GET') }
    document.addEventListener('visibilitychange', onVisible)
    return () => { window.clearTimeout(timer.current); document.removeEventListener('visibilitychange', onVisible) }
  }, [check, seconden])

  useEffect(() => {
    if (state.soort === 'rustig') dialog.current?.close()
    else if (dialog.current?.open === false) dialog.current.showModal()
  }, [state])

  return (
    <dialog ref={dialog} role="alertdialog" aria-labelledby="sessie-titel" aria-describedby="sessie-tekst" className="stap-card stap-stapel m-auto hidden w-[calc(100%-2rem)] max-w-lg open:flex"
      onCancel={(event) => { event.preventDefault(); if (state.soort === 'waarschuwing') void check('POST') }}>
      {state.soort === 'uitgelogd' ? <Ended /> : <Warning state={state} onExtend={() => { void check('POST') }} />}
    </dialog>
  )
}

function Warning({ state, onExtend }: { state: State; onExtend: () => void }) {
  const over = state.soort === 'waarschuwing' && state.seconden <= 60 ? 'minder dan 1 minuut' : 'minder dan 2 minuten'
  return (
    <>
      <h2 id="sessie-titel" className="nl-heading nl-heading--level-2">Bent u er nog?</h2>
      <p id="sessie-tekst" className="nl-paragraph">U wordt over {over} uitgelogd. Kies ‘Ingelogd blijven’ om verder te gaan. Wat u nog niet hebt opgeslagen, gaat anders verloren.</p>
      <ButtonGroup>
        <Button type="button" autoFocus onClick={onExtend}>Ingelogd blijven</Button>
        <form method="post" action="/uitloggen"><Button variant="secondary">Uitloggen</Button></form>
      </ButtonGroup>
    </>
  )
}

function Ended() {
  const terug = typeof window === 'undefined' ? '/' : window.location.pathname + window.location.search
  return (
    <>
      <h2 id="sessie-titel" className="nl-heading nl-heading--level-2">U bent uitgelogd</h2>
      <p id="sessie-tekst" className="nl-paragraph">U deed 15 minuten niets, of u was 8 uur ingelogd. Dat is voor uw veiligheid. Log opnieuw in om verder te gaan.</p>
      <ButtonGroup><ButtonLink href={`/inloggen?verlopen=ja&terug=${encodeURIComponent(terug)}`}>Opnieuw inloggen</ButtonLink></ButtonGroup>
    </>
  )
}
