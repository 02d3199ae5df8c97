import { SpanStatusCode, trace } from '@opentelemetry/api'

const tracer = trace.getTracer('stap')

/**
 * Runs `fn` inside an OpenTelemetry span. Without an SDK in the process this costs next to nothing.
 * Attributes are ids and names of things, never personal data.
 */
export function spanned<T>(naam: string, fn: () => Promise<T>, attributes: Record<string, string | number> = {}): Promise<T> {
  return tracer.startActiveSpan(naam, { attributes }, async (span) => {
    try {
      return await fn()
    } catch (fault) {
      // The message of a fault may quote what a citizen typed; its kind may not.
      span.setStatus({ code: SpanStatusCode.ERROR, message: fault instanceof Error ? fault.name : 'fault' })
      throw fault
    } finally {
      span.end()
    }
  })
}
