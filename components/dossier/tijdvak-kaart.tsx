import type { ReactNode } from 'react'
import { Bedrag } from '@/components/ui/bedrag'
import { ButtonLink } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { ProgressBar } from '@/components/ui/progress-bar'
import { Heading, Paragraph } from '@/components/ui/text'
import { amsterdamDate, formatTijd, formatTijdstip } from '@/lib/base/amsterdam'
import { daysBetween, formatDatum, type PlainDate } from '@/lib/base/date'
import { type Cent, formatBedrag } from '@/lib/base/money'
import type { TijdvakToestand } from '@/lib/tijdvak/model'

export type TijdvakKaartProps = {
  tijdvak: { naam: string; toestand: TijdvakToestand; pauzeMelding: string | null; opentOp: Date; sluitOp: Date; plafondCent: Cent; overCent: Cent; gemetenOp: Date } | undefined
  /** The tijdvak after this one, for when the budget is gone. */
  volgende?: { opentOp: Date } | undefined
  /** The waiting room of the tijdvak: from when a place can be taken. Left out when it has none (a draw), or when that is still far away. */
  wachtkamer?: Wachtkamer | undefined
}

type Wachtkamer = { href: string; opentOp: Date; isOpen: boolean }

/** When one can apply: how long until the opening, how much budget is left, or when the next one opens. */
export function TijdvakKaart({ tijdvak, volgende, wachtkamer }: TijdvakKaartProps) {
  if (tijdvak === undefined) {
    return <Kaart stand="Aanvragen kan nu niet"><Paragraph>Er is nog geen nieuwe datum bekend. Zodra die er is, staat hij hier.</Paragraph></Kaart>
  }
  switch (tijdvak.toestand) {
    case 'gepland': return <Gepland tijdvak={tijdvak} wachtkamer={wachtkamer} />
    case 'gepauzeerd': return (
      <Kaart stand="Even gepauzeerd">
        <Paragraph>Het {tijdvak.naam} staat stil. Wie al heeft aangevraagd of wacht, houdt zijn plaats. Kijk hier later weer.</Paragraph>
        {wachtkamer !== undefined && <div><ButtonLink href={wachtkamer.href} variant="secondary">Naar de wachtkamer</ButtonLink></div>}
      </Kaart>
    )
    case 'open': return tijdvak.overCent > 0 ? <Open tijdvak={tijdvak} wachtkamer={wachtkamer} /> : <Op volgende={volgende} />
    case 'gesloten': return <Op volgende={volgende} />
  }
}

type Tijdvak = NonNullable<TijdvakKaartProps['tijdvak']>

function Gepland({ tijdvak, wachtkamer }: { tijdvak: Tijdvak; wachtkamer: Wachtkamer | undefined }) {
  const dagen = daysBetween(amsterdamDate(tijdvak.gemetenOp), amsterdamDate(tijdvak.opentOp))
  const stand = dagen <= 0 ? `Vandaag om ${formatTijd(tijdvak.opentOp)}` : dagen === 1 ? 'Vanaf morgen' : `Over ${String(dagen)} dagen`
  return (
    <Kaart stand={stand}>
      <Paragraph>Het {tijdvak.naam} opent op <strong>{formatTijdstip(tijdvak.opentOp)}</strong>. Er is <Bedrag cent={tijdvak.plafondCent} /> te verdelen.</Paragraph>
      <Paragraph>U kunt uw aanvraag nu al klaarzetten. Dan hoeft u straks alleen nog op de knop te drukken.</Paragraph>
      {wachtkamer?.isOpen === true && (
        <Paragraph>De wachtkamer is open. Neem daar een plaats. Bij de opening loten we de volgorde: vroeg komen geeft geen voordeel.</Paragraph>
      )}
      {wachtkamer?.isOpen === false && (
        <Paragraph>Vanaf <strong>{formatTijdstip(wachtkamer.opentOp)}</strong> kunt u een plaats nemen in de <Link href={wachtkamer.href}>wachtkamer</Link>. Vroeg komen geeft geen voordeel: bij de opening loten we de volgorde.</Paragraph>
      )}
      <div className="stap-knoppen">
        {wachtkamer?.isOpen === true && <ButtonLink href={wachtkamer.href} iconEnd="arrow-right">Naar de wachtkamer</ButtonLink>}
        <ButtonLink href="/mijn" {...(wachtkamer?.isOpen === true ? { variant: 'secondary' as const } : { iconEnd: 'arrow-right' as const })}>Aanvraag klaarzetten</ButtonLink>
      </div>
    </Kaart>
  )
}

function Open({ tijdvak, wachtkamer }: { tijdvak: Tijdvak; wachtkamer: Wachtkamer | undefined }) {
  return (
    <Kaart stand="Nu open">
      <div>
        <p className="stap-bedrag text-2xl leading-tight">{formatBedrag(tijdvak.overCent)}</p>
        <p>nog te verdelen</p>
      </div>
      <ProgressBar money value={tijdvak.overCent} max={tijdvak.plafondCent} label={`Van ${formatBedrag(tijdvak.plafondCent)}. Gemeten om ${formatTijd(tijdvak.gemetenOp)}.`} />
      <Paragraph>Op is op. Aanvragen kan tot en met {formatDatum(laatsteDag(tijdvak.sluitOp))}.</Paragraph>
      <div className="stap-knoppen">
        <ButtonLink href="/mijn" iconEnd="arrow-right">Aanvragen</ButtonLink>
        {wachtkamer !== undefined && <ButtonLink href={wachtkamer.href} variant="secondary">Naar de wachtkamer</ButtonLink>}
      </div>
    </Kaart>
  )
}

/** The tijdvak closes at the start of a day (not included): the day before is the last on which one can apply. */
function laatsteDag(sluitOp: Date): PlainDate {
  return amsterdamDate(new Date(sluitOp.getTime() - 1))
}

function Op({ volgende }: { volgende: { opentOp: Date } | undefined }) {
  return (
    <Kaart stand="Het budget is op">
      <Paragraph>
        {volgende === undefined
          ? 'Er is nog geen nieuwe datum bekend. Zodra die er is, staat hij hier.'
          : <>Het volgende tijdvak opent op <strong>{formatTijdstip(volgende.opentOp)}</strong>. U kunt uw aanvraag nu al klaarzetten.</>}
      </Paragraph>
      {volgende !== undefined && <div><ButtonLink href="/mijn" iconEnd="arrow-right">Aanvraag klaarzetten</ButtonLink></div>}
    </Kaart>
  )
}

function Kaart({ stand, children }: { stand: string; children: ReactNode }) {
  return (
    <section className="stap-theme rounded-md bg-surface p-6 text-ink sm:p-8" aria-labelledby="wanneer">
      <div className="stap-stapel">
        <div>
          <h2 id="wanneer" className="stap-kicker">Wanneer kan ik aanvragen?</h2>
          <Heading level={3} className="stap-stand">{stand}</Heading>
        </div>
        {children}
      </div>
    </section>
  )
}
