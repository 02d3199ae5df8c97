import type { OpgeslagenDocument } from '@/lib/platform/documents'

/**
 * A stored file as a download. It never opens inside the site: an attachment of exactly the stored type, not to be guessed at,
 * without any right to run, and not kept by a shared cache. 404 when there is none.
 */
export function asDownload(document: OpgeslagenDocument | undefined): Response {
  if (document === undefined) return new Response('Dit bestand bestaat niet.', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  return new Response(new Uint8Array(document.inhoud), {
    headers: {
      'content-type': document.mediatype,
      'content-length': String(document.inhoud.length),
      'content-disposition': `attachment; filename="${document.naam.replace(/[^A-Za-z0-9._-]+/g, '-')}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
}

/** A text that is made while it is sent, so that its size does not matter. Public and the same for everybody, unless `cache` says otherwise. */
export function asTextStream(parts: AsyncGenerator<string>, { mediatype, naam, cache = 'public, max-age=60' }: { mediatype: string; naam: string; cache?: string }): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const part = await parts.next()
      if (part.done === true) controller.close()
      else controller.enqueue(encoder.encode(part.value))
    },
    async cancel() {
      await parts.return(undefined)
    },
  })
  return new Response(body, {
    headers: {
      'content-type': `${mediatype}; charset=utf-8`,
      'content-disposition': `attachment; filename="${naam.replace(/[^A-Za-z0-9._-]+/g, '-')}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': cache,
    },
  })
}

/** An archive that is made while it is sent. For who asked only. */
export function asArchive(body: ReadableStream<Uint8Array>, naam: string): Response {
  return new Response(body, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${naam.replace(/[^A-Za-z0-9._-]+/g, '-')}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    },
  })
}

/** A PDF that was made for who asked, as a file to keep. 404 when there is none. */
export function asPdf(pdf: Buffer | undefined, naam: string): Response {
  if (pdf === undefined) return new Response('Dit document bestaat niet.', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-length': String(pdf.length),
      'content-disposition': `attachment; filename="${naam}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
}
