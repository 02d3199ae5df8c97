import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Stack } from '@/components/ui/text'
import type { Doel } from '@/lib/toezicht/views'

type Props = { titel: string; /** The page this search is of, and its answer leads to. */ pad: string; terug: { href: string; label: string }; q: string; doelen: readonly Doel[] }

/** Whom an act of supervision is about: an opleider or one of its opleidingen, searched by name, KvK-nummer or code. */
export function ZoekDoel({ titel, pad, terug, q, doelen }: Props) {
  return (
    <Stack>
      <Breadcrumb items={[terug]} />
      <PageTitle lead="Zoek de opleider of de opleiding waar het om gaat.">{titel}</PageTitle>
      <form method="get" role="search" className="stap-stapel">
        <Field name="q" label="Naam, KvK-nummer of code" defaultValue={q} width="smal" />
        <div><Button icon="search">Zoeken</Button></div>
      </form>
      {q !== '' && doelen.length === 0 && <EmptyState title="Niets gevonden">Gebruik minstens twee letters, of zoek op het KvK-nummer van de opleider.</EmptyState>}
      {doelen.length > 0 && (
        <ul className="border-t border-line">
          {doelen.map((doel) => (
            <li key={doel.opleidingId ?? doel.opleiderId} className="border-b border-line py-2">
              <Link href={`${pad}?opleider=${doel.opleiderId}${doel.opleidingId === null ? '' : `&opleiding=${doel.opleidingId}`}`}>{doel.opleiding ?? doel.opleider}</Link>
              <span className="block text-s text-ink-soft">{doel.opleiding === null ? `Hele opleider, ${doel.plaats}` : `Opleiding van ${doel.opleider}, ${doel.plaats}`}</span>
            </li>
          ))}
        </ul>
      )}
    </Stack>
  )
}
