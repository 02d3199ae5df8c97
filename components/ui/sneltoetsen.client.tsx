'use client'

import { useEffect, useRef, useState } from 'react'

type Sneltoets = { toets: string; doet: string; /** Selector of what gets the focus. */ naar?: string }

const OPSLAG = 'stap-sneltoetsen-uit'

/**
 * Keys for staff: `?` shows them, j and k walk through the list, the others move the focus. None of them decides anything, none works while
 * somebody types, and they can be switched off (WCAG 2.1.4).
 */
export function Sneltoetsen({ toetsen }: { toetsen: readonly Sneltoets[] }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [isUit, setUit] = useState(false)

  useEffect(() => { setUit(localStorage.getItem(OPSLAG) === 'ja') }, [])
  useEffect(() => {
    if (isUit) return
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (event.key === '?') return void dialog.current?.showModal()
      if (event.key === 'j' || event.key === 'k') return walk(event.key === 'j' ? 1 : -1)
      const naar = toetsen.find(({ toets }) => toets === event.key)?.naar
      const doel = naar === undefined ? null : document.querySelector<HTMLElement>(naar)
      if (doel === null) return
      event.preventDefault()
      doel.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => { document.removeEventListener('keydown', onKey) }
  }, [isUit, toetsen])

  const wissel = () => {
    localStorage.setItem(OPSLAG, isUit ? 'nee' : 'ja')
    setUit(!isUit)
  }
  return (
    <>
      <button type="button" className="nl-button nl-button--subtle stap-noprint self-start" onClick={() => { dialog.current?.showModal() }}>Sneltoetsen (?)</button>
      <dialog ref={dialog} className="m-auto rounded border border-line bg-surface p-6 text-ink" aria-labelledby="sneltoetsen-kop">
        <h2 id="sneltoetsen-kop" className="nl-heading nl-heading--level-3">Sneltoetsen</h2>
        <dl className="my-4 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
          {[...toetsen, { toets: '?', doet: 'Dit overzicht tonen' }].map(({ toets, doet }) => (
            <div key={toets} className="contents"><dt><kbd className="rounded border border-line-strong px-2">{toets}</kbd></dt><dd>{doet}</dd></div>
          ))}
        </dl>
        <form method="dialog" className="stap-knoppen">
          <button className="nl-button nl-button--primary">Sluiten</button>
          <button type="button" className="nl-button nl-button--secondary" onClick={wissel}>{isUit ? 'Sneltoetsen aanzetten' : 'Sneltoetsen uitzetten'}</button>
        </form>
      </dialog>
    </>
  )
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

/** Moves the focus through the lines of the worklist. */
function walk(step: number): void {
  const regels = [...document.querySelectorAll<HTMLElement>('[data-werk]')]
  const here = regels.findIndex((regel) => regel === document.activeElement || regel.getAttribute('aria-current') === 'page')
  regels[Math.min(regels.length - 1, Math.max(0, here + step))]?.focus()
}
