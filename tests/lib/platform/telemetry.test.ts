import { SpanStatusCode, trace, type Span, type TracerProvider } from '@opentelemetry/api'
import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => { trace.disable() })

/** Stands in for the SDK of an operator, which is the only thing that ever sees a span. */
async function record() {
  const seen: { naam: string; status: unknown; ended: boolean }[] = []
  const startActiveSpan = (naam: string, _: unknown, fn: (span: Span) => unknown) => {
    const one = { naam, status: undefined as unknown, ended: false }
    seen.push(one)
    return fn({ setStatus: (status: unknown) => { one.status = status }, end: () => { one.ended = true } } as unknown as Span)
  }
  trace.setGlobalTracerProvider({ getTracer: () => ({ startActiveSpan }) } as unknown as TracerProvider)
  vi.resetModules()
  return { seen, ...(await import('@/lib/platform/telemetry')) }
}

test('a span ends with its work and gives its answer', async () => {
  const { seen, spanned } = await record()
  expect(await spanned('transactie', () => Promise.resolve(42))).toBe(42)
  expect(seen).toEqual([{ naam: 'transactie', status: undefined, ended: true }])
})

test('I9: a fault shows its kind and not what it says', async () => {
  const { seen, spanned } = await record()
  await expect(spanned('job', () => Promise.reject(new TypeError('bsn 900000004')))).rejects.toThrow('bsn 900000004')
  expect(seen).toEqual([{ naam: 'job', status: { code: SpanStatusCode.ERROR, message: 'TypeError' }, ended: true }])
})
