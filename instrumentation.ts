import type { Instrumentation } from 'next'

/** Reads the offer into memory while the process starts, so that the first visitor does not wait for it. It tries again at the first search. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return
  const { warmZoekindex } = await import('@/lib/voorportaal/views')
  void warmZoekindex().catch(() => undefined)
}

/** Called by Next for every fault while making a page or running an action: one line with its kind and place, never its message. */
export const onRequestError: Instrumentation.onRequestError = async (fault, request, context) => {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return
  const { describeFault, log } = await import('@/lib/platform/log')
  const kenmerk = request.headers['x-request-id']
  log.error('fout in een pagina', { ...describeFault(fault), route: context.routePath, ...(typeof kenmerk === 'string' && { id: kenmerk }) })
}
