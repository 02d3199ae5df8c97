import type { Instrumentation } from 'next'

/** Called by Next for every fault while making a page or running an action: one line with its kind and place, never its message. */
export const onRequestError: Instrumentation.onRequestError = async (fault, request, context) => {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return
  const { describeFault, log } = await import('@/lib/platform/log')
  const kenmerk = request.headers['x-request-id']
  log.error('fout in een pagina', { ...describeFault(fault), route: context.routePath, ...(typeof kenmerk === 'string' && { id: kenmerk }) })
}
