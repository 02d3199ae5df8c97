'use client'

import { useEffect, useState } from 'react'
import { MetingPaneel } from '@/components/regie/meting-paneel'
import type { RegieStand } from '@/lib/monitoring/model'

const EVERY_MS = 2_000
const AFTER_FAULT_MS = 5_000

/** Shows a measurement and asks for the next one, as long as somebody looks. Without JavaScript the first one stays. */
export function LevendeMeting({ eerste }: { eerste: RegieStand }) {
  const [stand, setStand] = useState(eerste)
  const [isWeg, setWeg] = useState(false)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stopping = new AbortController()
    const ask = async () => {
      let wait = EVERY_MS
      if (!document.hidden) {
        const next = await fetchStand(eerste.code, stopping.signal)
        if (stopping.signal.aborted) return
        if (next === undefined) wait = AFTER_FAULT_MS
        else setStand(next)
        setWeg(next === undefined)
      }
      timer = setTimeout(() => void ask(), wait)
    }
    timer = setTimeout(() => void ask(), EVERY_MS)
    return () => {
      stopping.abort()
      clearTimeout(timer)
    }
  }, [eerste.code])

  return (
    <>
      <p className="text-s text-ink-soft" data-gemeten={stand.gemetenOp}>
        Gemeten om {stand.gemetenOp} uur.
        <span role="status">{isWeg && ' Er komen nu geen nieuwe cijfers binnen. De pagina blijft het proberen.'}</span>
      </p>
      <MetingPaneel stand={stand} />
    </>
  )
}

async function fetchStand(code: string, signal: AbortSignal): Promise<RegieStand | undefined> {
  try {
    const answer = await fetch(`/regie/${encodeURIComponent(code)}/meting`, { headers: { accept: 'application/json' }, signal, redirect: 'error' })
    if (!answer.ok) return undefined
    const stand: unknown = await answer.json()
    return isStand(stand) ? stand : undefined
  } catch {
    return undefined
  }
}

/** It comes from our own route, made from the same type; a page that is older than the server must not show half of it. */
function isStand(value: unknown): value is RegieStand {
  return typeof value === 'object' && value !== null && ['code', 'gemetenOp', 'verkeer', 'budget', 'onderdelen', 'alarmen', 'reeksen'].every((key) => key in value)
}
