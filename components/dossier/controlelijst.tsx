import { Bedrag } from '@/components/ui/bedrag'
import { TaskList, type Task } from '@/components/ui/task-list'
import { formatDatum, formatPeriode, type PlainDate } from '@/lib/base/date'
import type { Cent } from '@/lib/base/money'
import type { Momentopname } from '@/lib/aanvraag/model'
import type { GereedReden } from '@/lib/aanvraag/rules/compleet'
import { groepeerHindernissen, type Onderdeel } from '@/lib/aanvraag/rules/onderdelen'
import { GEREED_TEKST } from '@/lib/aanvraag/texts'

export type ControlelijstProps = {
  momentopname: Momentopname
  aanmeldbewijsCode: string
  bedragCent: Cent
  tijdvak: { naam: string }
  hindernissen: readonly GereedReden[]
  startvenster: { vroegsteStart: PlainDate; laatsteStart: PlainDate } | null
  startLater: boolean
}

const TITELS: Readonly<Record<Onderdeel, string>> = {
  aanmeldbewijs: 'Aanmeldbewijs van de opleider',
  opleiding: 'Opleiding in het scholingsregister',
  start: 'Startdatum',
  bedrag: 'Bedrag',
  'budget-dit-jaar': 'STAP-budget dit jaar',
  tijdvak: 'Tijdvak',
}

/** Everything that was checked before the opening, each with what was found; what is wrong says how to mend it. */
export function Controlelijst(props: ControlelijstProps) {
  const { momentopname: { persoon } } = props
  const persoonlijk: Task = { key: 'persoon', title: 'Uw gegevens', description: `${persoon.naam}, geboren op ${formatDatum(persoon.geboortedatum)}. Gelijk aan de basisregistratie.`, status: { tone: 'goed', label: 'Klopt' } }
  const onderdelen = groepeerHindernissen(props.hindernissen).map(({ onderdeel, redenen }): Task => ({
    key: onderdeel,
    title: TITELS[onderdeel],
    description: redenen.length > 0 ? redenen.map((reden) => GEREED_TEKST[reden]).join(' ') : <Bevinding onderdeel={onderdeel} {...props} />,
    status: redenen.length > 0 ? { tone: 'fout', label: 'Klopt niet' } : onderdeel === 'start' && props.startLater ? { tone: 'let-op', label: 'Wordt bekeken' } : { tone: 'goed', label: 'Klopt' },
  }))
  return <TaskList tasks={[persoonlijk, ...onderdelen]} />
}

function Bevinding({ onderdeel, momentopname: { opleider, opleiding, scholing }, aanmeldbewijsCode, bedragCent, tijdvak, startvenster, startLater }: ControlelijstProps & { onderdeel: Onderdeel }) {
  switch (onderdeel) {
    case 'aanmeldbewijs': return <>Code {aanmeldbewijsCode} van {opleider.naam} is geldig en staat op uw naam.</>
    case 'opleiding': return <>{opleiding.titel} staat in het register en mag met STAP-budget.</>
    case 'start':
      if (startLater) return <>Uw opleiding begint op {formatDatum(scholing.startdatum)}. Dat is later dan gewoonlijk mag. Een medewerker van UWV bekijkt of dat nodig is. U kunt wel gewoon indienen.</>
      return <>Uw opleiding begint op {formatDatum(scholing.startdatum)}.{startvenster !== null && <> Dat mag {formatPeriode(startvenster.vroegsteStart, startvenster.laatsteStart)}.</>}</>
    case 'bedrag': return <>U vraagt <Bedrag cent={bedragCent} /> aan. Dat is niet meer dan in het register staat en niet meer dan het maximum.</>
    case 'budget-dit-jaar': return <>U kreeg nog geen STAP-budget in het kalenderjaar van deze aanvraag.</>
    case 'tijdvak': return <>U vraagt aan in het {tijdvak.naam}.</>
  }
}
