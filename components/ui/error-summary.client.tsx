'use client'

import { useEffect, useRef } from 'react'
import type { FormState } from '@/lib/base/form-state'

/** Above a form: everything that is wrong, each with a link to its field. Takes the focus when it appears (autoFocus: also without JavaScript); shows nothing when there is nothing wrong. */
export function ErrorSummary({ state }: { state: FormState }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => { box.current?.focus() }, [state])

  if (state.status === 'refused') {
    return (
      <div className="stap-fouten" ref={box} tabIndex={-1} autoFocus role="alert">
        <FoutTitel>Dit kan nu niet</FoutTitel>
        <h2 className="nl-heading nl-heading--level-3">Dit kan nu niet</h2>
        <ul>{state.redenen.map((reden) => <li key={reden}>{reden}</li>)}</ul>
      </div>
    )
  }
  if (state.status !== 'invalid') return null
  const fouten = Object.entries(state.fouten).flatMap(([name, sentences]) => (sentences ?? []).map((sentence) => ({ name, sentence })))
  // A button that only counts brings the form back with nothing wrong in it.
  if (fouten.length === 0) return null
  const kop = fouten.length === 1 ? 'Eén antwoord klopt nog niet' : `${String(fouten.length)} antwoorden kloppen nog niet`
  return (
    <div className="stap-fouten" ref={box} tabIndex={-1} autoFocus role="alert">
      <FoutTitel>{kop}</FoutTitel>
      <h2 className="nl-heading nl-heading--level-3">{kop}</h2>
      <ul>
        {fouten.map(({ name, sentence }) => (
          <li key={name + sentence}>{name === '' ? sentence : <a className="nl-link" href={`#veld-${name}`}>{sentence}</a>}</li>
        ))}
      </ul>
    </div>
  )
}

/** The tab says it too. In the browser React puts this before the title of the page; without JavaScript the page keeps its own. */
function FoutTitel({ children }: { children: string }) {
  return <title>{`Fout: ${children} - STAP-budget`}</title>
}
