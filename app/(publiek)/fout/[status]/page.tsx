import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { FOUTEN, foutStatus } from '@/app/fouten'
import { FoutPagina } from '@/components/shell/fout-pagina'

type Props = { params: Promise<{ status: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: FOUTEN[foutStatus((await params).status) ?? 404].title, robots: { index: false } }
}

/** Rendered by scripts/web.ts in the place of an empty error; the status of the answer is the error's. */
export default async function Page({ params }: Props) {
  const fout = FOUTEN[foutStatus((await params).status) ?? 404]
  return <FoutPagina title={fout.title} uitleg={fout.uitleg} doen={fout.doen} kenmerk={(await headers()).get('x-request-id') ?? undefined} />
}
