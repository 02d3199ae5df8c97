import { ButtonLink, ButtonGroup } from '@/components/ui/button'
import { Heading, Paragraph } from '@/components/ui/text'
import { Verdwaald } from '@/components/tekening/verdwaald'

/** An error as a page: what happened, what to do, and the kenmerk to name when calling. */
export function FoutPagina({ title, uitleg, doen, kenmerk }: { title: string; uitleg: string; doen: string; kenmerk?: string | undefined }) {
  return (
    <div className="grid items-center gap-8 md:grid-cols-[3fr_2fr]">
      <div className="stap-stapel">
        <Heading level={1}>{title}</Heading>
        <Paragraph lead>{uitleg}</Paragraph>
        <Paragraph>{doen}</Paragraph>
        <ButtonGroup>
          <ButtonLink href="/">Naar de startpagina</ButtonLink>
          <ButtonLink href="/contact" variant="secondary">Contact opnemen</ButtonLink>
        </ButtonGroup>
        {kenmerk !== undefined && <p className="text-s text-ink-soft">Kenmerk van deze melding: <strong className="font-semibold">{kenmerk}</strong>. Noem het als u ons belt.</p>}
      </div>
      <div className="hidden text-primary md:block"><Verdwaald /></div>
    </div>
  )
}
