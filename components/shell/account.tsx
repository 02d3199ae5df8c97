import { Button } from '@/components/ui/button'

/** Who is logged in, and the way out: a form, so that no link or prefetch can log anyone out. */
export function Account({ who }: { who: string }) {
  return (
    <form method="post" action="/uitloggen" className="stap-noprint flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="text-s text-ink-soft">{who}</span>
      <Button variant="subtle" icon="logout">Uitloggen</Button>
    </form>
  )
}
