import type { Metadata } from 'next'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageTitle } from '@/components/ui/page-title'
import { TaskList, type Task } from '@/components/ui/task-list'
import { Heading, Stack } from '@/components/ui/text'
import type { OpleiderActor } from '@/lib/base/actor'
import { getFactuurWerk } from '@/lib/betaling/views/opleider'
import { requireOpleider } from '@/lib/platform/session'
import { GEBREK_TEKST } from '@/lib/register/texts'
import { getRegisterWerk, type RegisterWerk } from '@/lib/register/views'
import { countEigenVoornemens, countTeLeverenStukken, countTeMelden } from '@/lib/verantwoording/views'
import { countOngebruikteBewijzen, countOpenVerzoeken } from '@/lib/vooraanmelding/views'
import { countVorderingen } from '@/lib/vordering/views'

export const metadata: Metadata = { title: 'Overzicht' }

/** What needs doing, and only then what there is. */
export default async function OpleiderPage() {
  const opleider = await requireOpleider('opleiding.beheren')
  const [werk, deelnemers] = await Promise.all([getRegisterWerk(opleider), readDeelnemerWerk(opleider)])
  return (
    <Stack>
      <PageTitle lead={`U hebt ${aantalOpleidingen(werk.opleidingen)} in het scholingsregister.`} actions={<><ButtonLink href="/opleider/import" icon="upload">Bestand aanleveren</ButtonLink><ButtonLink variant="secondary" href="/opleider/opleidingen/nieuw" icon="plus">Opleiding toevoegen</ButtonLink></>}>Overzicht</PageTitle>
      {werk.opleidingen === 0
        ? <EmptyState title="U hebt nog geen opleidingen in het register" action={<ButtonLink href="/opleider/import" icon="upload">Bestand aanleveren</ButtonLink>}>Lever een EDU-DEX-bestand aan, of voer uw opleidingen met de hand in. Daarna kunnen burgers ze vinden.</EmptyState>
        : (
          <>
            <Taken id="deelnemers" titel="Uw deelnemers" taken={deelnemerTasks(deelnemers)} rust={['Voor uw deelnemers hoeft u nu niets te doen', 'Mag u een factuur sturen of een uitkomst melden? Dan staat het hier.']} />
            <Taken id="register" titel="Uw register" taken={registerTasks(werk)} rust={['Uw opleidingen zijn compleet', 'Er is nu niets te doen. Ontbreekt er later iets, dan staat het hier.']} />
          </>
        )}
    </Stack>
  )
}

function Taken({ id, titel, taken, rust: [kop, uitleg] }: { id: string; titel: string; taken: readonly Task[]; rust: readonly [kop: string, uitleg: string] }) {
  return (
    <section className="stap-stapel" aria-labelledby={id}>
      <Heading id={id}>{titel}</Heading>
      {taken.length === 0 ? <EmptyState title={kop}>{uitleg}</EmptyState> : <TaskList tasks={taken} />}
    </section>
  )
}

type DeelnemerWerk = { verzoeken: number; ongebruikt: number; teFactureren: number; afgekeurd: number; teMelden: number; stukken: number; terug: number; voornemens: number }

async function readDeelnemerWerk(opleider: OpleiderActor): Promise<DeelnemerWerk> {
  const [verzoeken, ongebruikt, facturen, teMelden, stukken, vorderingen, voornemens] = await Promise.all([countOpenVerzoeken(opleider), countOngebruikteBewijzen(opleider), getFactuurWerk(opleider), countTeMelden(opleider), countTeLeverenStukken(opleider), countVorderingen(opleider), countEigenVoornemens(opleider)])
  return { verzoeken, ongebruikt, ...facturen, teMelden, stukken, terug: vorderingen.open, voornemens }
}

/** What an opleider must do comes before what it may do, and before what waits for somebody else. */
function deelnemerTasks({ verzoeken, ongebruikt, teFactureren, afgekeurd, teMelden, stukken, terug, voornemens }: DeelnemerWerk): Task[] {
  return [
    ...taskOf(voornemens, { key: 'voornemens', title: 'Reageren op een voornemen', href: '/opleider/voornemens', description: 'UWV wil geld terugvragen of minder betalen. Zeg wat u daarvan vindt, voordat UWV beslist.', tone: 'let-op', een: 'voornemen', meer: 'voornemens' }),
    ...taskOf(terug, { key: 'terug', title: 'STAP-budget terugbetalen', href: '/opleider/vorderingen', description: 'U moet STAP-budget terugbetalen. Betaal op tijd, of doe een voorstel.', tone: 'let-op', een: 'terugvordering', meer: 'terugvorderingen' }),
    ...taskOf(afgekeurd, { key: 'afgekeurd', title: 'Factuur afgekeurd', href: '/opleider/facturen', description: 'Wij hebben deze factuur niet betaald. Bekijk wat er niet klopt en stuur een nieuwe.', tone: 'fout', een: 'factuur', meer: 'facturen' }),
    ...taskOf(stukken, { key: 'stukken', title: 'Stukken sturen', href: '/opleider/deelnames/controles', description: 'De Toetsingskamer controleert uw melding en vraagt om stukken.', tone: 'let-op', een: 'deelnemer', meer: 'deelnemers' }),
    ...taskOf(teMelden, { key: 'melden', title: 'Uitkomst melden', href: '/opleider/deelnames?filter=te-melden', description: 'De opleiding is voorbij. Meld of de deelnemer heeft meegedaan.', tone: 'let-op', een: 'deelnemer', meer: 'deelnemers' }),
    ...taskOf(verzoeken, { key: 'verzoeken', title: 'Aanmeldbewijs gevraagd', href: '/opleider/aanmeldbewijzen/verzoeken', description: 'Deze deelnemers wachten op een aanmeldbewijs van u.', tone: 'let-op', een: 'deelnemer', meer: 'deelnemers' }),
    ...taskOf(teFactureren, { key: 'factureren', title: 'Factuur sturen', href: '/opleider/opdrachten', description: 'Voor deze opdrachten kunt u nu een factuur sturen.', tone: 'let-op', een: 'opdracht', meer: 'opdrachten' }),
    ...taskOf(ongebruikt, { key: 'ongebruikt', title: 'Aanmeldbewijs nog niet gebruikt', href: '/opleider/aanmeldbewijzen', description: 'De deelnemer heeft hiermee nog geen aanvraag ingediend. U hoeft niets te doen.', tone: 'neutraal', een: 'aanmeldbewijs', meer: 'aanmeldbewijzen' }),
  ]
}

type Werk = Omit<Task, 'status'> & { tone: Task['status']['tone']; een: string; meer: string }

function taskOf(aantal: number, { tone, een, meer, ...task }: Werk): Task[] {
  return aantal === 0 ? [] : [{ ...task, status: { tone, label: aantal === 1 ? `1 ${een}` : `${aantal.toLocaleString('nl-NL')} ${meer}` } }]
}

function registerTasks({ gebreken, zonderStart, zonderToestemming }: RegisterWerk): Task[] {
  const woorden = { een: 'opleiding', meer: 'opleidingen' }
  return [
    ...gebreken.flatMap(({ gebrek, aantal }) => taskOf(aantal, {
      key: gebrek, title: `Ontbreekt: ${GEBREK_TEKST[gebrek].label.toLowerCase()}`, href: `/opleider/opleidingen?gebrek=${gebrek}`, description: GEBREK_TEKST[gebrek].herstel, tone: 'let-op', ...woorden,
    })),
    ...taskOf(zonderStart, { key: 'start', title: 'Geen startdatum die nog komt', href: '/opleider/opleidingen?toestand=zonder-start', description: 'Burgers vinden deze opleidingen pas als u een startdatum toevoegt.', tone: 'let-op', ...woorden }),
    ...taskOf(zonderToestemming, { key: 'toestemming', title: 'Niet aangeboden met STAP-budget', href: '/opleider/opleidingen?toestand=zonder-stap', description: 'U hebt deze opleidingen niet aangemeld voor het STAP-budget.', tone: 'neutraal', ...woorden }),
  ]
}

const aantalOpleidingen = (aantal: number): string => (aantal === 1 ? '1 opleiding' : `${aantal.toLocaleString('nl-NL')} opleidingen`)
