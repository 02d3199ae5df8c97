import { CATEGORIE_KEUZES, GEBREK_KEUZES, SIGNAAL_KEUZES, SOORT_KEUZES, SORTEER_KEUZES, TOESTAND_KEUZES, VORMEN } from '@/app/(opleider)/opleider/opleidingen/keuzes'
import { Button } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { Field } from '@/components/ui/field'
import { Link } from '@/components/ui/link'
import { Select } from '@/components/ui/select'
import type { Lijstfilter } from '@/lib/kwaliteit/schema'

/** The filters of the list: a form that asks for the same page, so that the address holds them and the back button works. */
export function Lijstfilters({ filter, isGefilterd }: { filter: Lijstfilter; isGefilterd: boolean }) {
  const { q, toestand, sorteer, gebrek, signaal, soort, vorm, categorie } = filter
  const meer = [gebrek, signaal, soort, vorm, categorie].some((waarde) => waarde !== undefined)
  return (
    <form action="/opleider/opleidingen" className="stap-stapel" role="search" aria-label="Uw opleidingen filteren">
      <div className="flex flex-wrap items-end gap-4">
        <Field name="q" label="Titel of code" type="search" width="smal" defaultValue={q} autoComplete="off" />
        <Field name="toestand" label="Toestand"><Select leeg="Alles" defaultValue={toestand} options={TOESTAND_KEUZES} /></Field>
        <Field name="sorteer" label="Volgorde"><Select defaultValue={sorteer} options={SORTEER_KEUZES} /></Field>
        <Button variant="secondary" icon="filter">Filteren</Button>
        {isGefilterd && <Link href="/opleider/opleidingen" icon="x">Filters weghalen</Link>}
      </div>
      <Details summary="Meer filters" open={meer}>
        <div className="flex flex-wrap items-end gap-4">
          <Field name="gebrek" label="Wat ontbreekt"><Select leeg="Maakt niet uit" defaultValue={gebrek} options={GEBREK_KEUZES} /></Field>
          <Field name="signaal" label="Te verbeteren"><Select leeg="Maakt niet uit" defaultValue={signaal} options={SIGNAAL_KEUZES} /></Field>
          <Field name="soort" label="Soort scholing"><Select leeg="Alles" defaultValue={soort} options={SOORT_KEUZES} /></Field>
          <Field name="vorm" label="Vorm"><Select leeg="Alles" defaultValue={vorm} options={VORMEN} /></Field>
          <Field name="categorie" label="Vakgebied"><Select leeg="Alles" defaultValue={categorie} options={CATEGORIE_KEUZES} /></Field>
        </div>
      </Details>
    </form>
  )
}
