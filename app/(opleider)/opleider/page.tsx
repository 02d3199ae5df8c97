import type { Metadata } from 'next'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageTitle } from '@/components/ui/page-title'
import { TaskList, type Task } from '@/components/ui/task-list'
import { Heading, Stack } from '@/components/ui/text'
import { requireOpleider } from '@/lib/platform/session'
import { GEBREK_TEKST } from '@/lib/register/texts'
import { getRegisterWerk, type RegisterWerk } from '@/lib/register/views'

export const metadata: Metadata = { title: 'Overzicht' }

/** What needs doing, and only then what there is. */
export default async function OpleiderPage() {
  const opleider = await requireOpleider('opleiding.beheren')
  const werk = await getRegisterWerk(opleider)
  const taken = registerTasks(werk)
  return (
    <Stack>
      <PageTitle lead={`U hebt ${werk.opleidingen.toLocaleString('nl-NL')} opleidingen in het scholingsregister.`} actions={<><ButtonLink href="/opleider/import" icon="upload">Bestand aanleveren</ButtonLink><ButtonLink variant="secondary" href="/opleider/opleidingen/nieuw" icon="plus">Opleiding toevoegen</ButtonLink></>}>Overzicht</PageTitle>
      {werk.opleidingen === 0
        ? <EmptyState title="U hebt nog geen opleidingen in het register" action={<ButtonLink href="/opleider/import" icon="upload">Bestand aanleveren</ButtonLink>}>Lever een EDU-DEX-bestand aan, of voer uw opleidingen met de hand in. Daarna kunnen burgers ze vinden.</EmptyState>
        : (
          <section className="stap-stapel" aria-labelledby="register">
            <Heading id="register">Uw register</Heading>
            {taken.length === 0 ? <EmptyState title="Uw opleidingen zijn compleet">Er is nu niets te doen. Ontbreekt er later iets, dan staat het hier.</EmptyState> : <TaskList tasks={taken} />}
          </section>
        )}
    </Stack>
  )
}

function registerTasks({ gebreken, zonderStart, zonderToestemming }: RegisterWerk): Task[] {
  const count = (aantal: number) => (aantal === 1 ? '1 opleiding' : `${aantal.toLocaleString('nl-NL')} opleidingen`)
  return [
    ...gebreken.map(({ gebrek, aantal }): Task => ({
      key: gebrek, title: `Ontbreekt: ${GEBREK_TEKST[gebrek].label.toLowerCase()}`, href: `/opleider/opleidingen?gebrek=${gebrek}`, description: GEBREK_TEKST[gebrek].herstel, status: { tone: 'let-op', label: count(aantal) },
    })),
    ...(zonderStart === 0 ? [] : [{ key: 'start', title: 'Geen startdatum die nog komt', href: '/opleider/opleidingen?zonder=start', description: 'Burgers vinden deze opleidingen pas als u een startdatum toevoegt.', status: { tone: 'let-op' as const, label: count(zonderStart) } }]),
    ...(zonderToestemming === 0 ? [] : [{ key: 'toestemming', title: 'Niet aangeboden met STAP-budget', href: '/opleider/opleidingen?zonder=toestemming', description: 'U hebt deze opleidingen niet aangemeld voor het STAP-budget.', status: { tone: 'neutraal' as const, label: count(zonderToestemming) } }]),
  ]
}
