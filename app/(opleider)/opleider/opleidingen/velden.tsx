import type { ReactNode } from 'react'
import { Kostenregels } from '@/app/(opleider)/opleider/opleidingen/kosten.client'
import type { OpleidingKeuzes } from '@/app/(opleider)/opleider/opleidingen/keuzes'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import { Heading } from '@/components/ui/text'
import type { FormState } from '@/lib/base/form-state'
import type { Gebrek, OpleidingInhoud, Scholingsoort } from '@/lib/register/model'

const typed = (getal: number | null | undefined): string => (getal == null ? '' : String(getal))

/** Enter in a field presses the first button of a form: that must be the one that keeps it, not one that counts. */
export function BewaarKnopVoorEnter() {
  return <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true">Bewaren</button>
}

type Props = { keuzes: OpleidingKeuzes; soort: Scholingsoort; verplicht: readonly Gebrek[]; inhoud?: OpleidingInhoud; gebreken?: readonly Gebrek[]; state: FormState }

/** The fields of an opleiding of one kind; what is missing in the register is said beside its field. */
export function OpleidingVelden({ keuzes, soort, verplicht, inhoud, gebreken = [], state }: Props) {
  const oud: Partial<OpleidingInhoud> = inhoud ?? {}
  const uitleg = (gebrek: Gebrek, gewoon?: string): { description?: ReactNode; optional?: boolean } => {
    const optional = !verplicht.includes(gebrek)
    if (gebreken.includes(gebrek)) return { optional, description: <strong className="text-caution">Ontbreekt nog: {keuzes.gebreken[gebrek].herstel}</strong> }
    return gewoon === undefined ? { optional } : { optional, description: gewoon }
  }
  return (
    <>
      <BewaarKnopVoorEnter />
      <input type="hidden" name="soort" value={soort} />
      <Heading level={2}>Wat leert iemand?</Heading>
      <Field name="titel" label="Titel" state={state} defaultValue={oud.titel} {...uitleg('titel', 'Zoals burgers de opleiding zoeken.')} />
      <Field name="samenvatting" label="Samenvatting" optional state={state} defaultValue={oud.samenvatting} description="Eén zin, hoogstens 200 tekens. Staat in de lijst met zoekresultaten." />
      <Field name="omschrijving" label="Omschrijving" state={state} {...uitleg('omschrijving', 'Wat iemand leert, voor wie het is en wat iemand daarna kan.')}><Textarea rows={8} defaultValue={oud.omschrijving} /></Field>
      <Field name="leerdoel" label="Wat kan iemand na afloop?" optional state={state}><Textarea rows={3} defaultValue={oud.leerdoel} /></Field>
      <Field name="toelatingseisen" label="Wat moet iemand vooraf kunnen of hebben?" optional state={state} description="Is er niets nodig, schrijf dan “geen”."><Textarea rows={3} defaultValue={oud.toelatingseisen} /></Field>
      <Field name="categorie" label="Vakgebied" state={state} {...uitleg('categorie')}><Select leeg="Kies een vakgebied" defaultValue={oud.categorie ?? ''} options={keuzes.categorieen} /></Field>
      <Field name="niveau" label="Niveau" state={state} {...uitleg('niveau')}><Select leeg="Kies een niveau" defaultValue={oud.niveau ?? ''} options={keuzes.niveaus} /></Field>
      <Field name="opleidingsvorm" label="Hoe zijn de lessen?" state={state} {...uitleg('opleidingsvorm')}><Select leeg="Kies een vorm" defaultValue={oud.opleidingsvorm ?? ''} options={keuzes.vormen} /></Field>
      <Dagdelen keuzes={keuzes} gekozen={oud.dagdelen ?? []} state={state} />
      <Field name="waardedocument" label="Wat krijgt iemand na afloop?" state={state} {...uitleg('waardedocument')}><Select leeg="Kies een document" defaultValue={oud.waardedocument ?? ''} options={keuzes.waardedocumenten} /></Field>
      <Field name="duurDagen" label="Duur in dagen" width="kort" inputMode="numeric" state={state} defaultValue={typed(oud.duurDagen)} {...uitleg('duur', 'Van de eerste tot en met de laatste dag.')} />
      <Field name="studielast" label="Studielast in uren" width="kort" inputMode="numeric" state={state} defaultValue={typed(oud.studielast)} {...uitleg('studielast')} />
      {verplicht.includes('erkend-onderdeel') && <ErkendOnderdeel inhoud={inhoud} state={state} {...uitleg('erkend-onderdeel')} />}
      <Field name="url" label="Webadres van de opleiding" optional type="url" state={state} defaultValue={oud.url ?? ''} />
      <Kostenregels kosten={oud.kosten ?? []} soorten={keuzes.kostensoorten} subsidiabel={keuzes.subsidiabel} state={state} />
      <Heading level={2}>Aanbieden</Heading>
      <Checkbox name="actief" label="Wij bieden deze opleiding aan" state={state} defaultChecked={oud.actief ?? true} />
      <Checkbox name="stapToestemming" label="Burgers kunnen deze opleiding met STAP-budget volgen" state={state} defaultChecked={oud.stapToestemming ?? true} />
    </>
  )
}

/** When the lessons are. */
export function Dagdelen({ keuzes, gekozen, state }: { keuzes: Pick<OpleidingKeuzes, 'dagdelen'>; gekozen: readonly string[]; state: FormState }) {
  return (
    <fieldset>
      <legend className="utrecht-form-label">Wanneer zijn de lessen? <span className="font-normal text-ink-soft">(niet verplicht)</span></legend>
      {keuzes.dagdelen.map(({ value, label }) => <Checkbox key={value} name={`dagdeel-${value}`} label={label} state={state} defaultChecked={gekozen.includes(value)} />)}
    </fieldset>
  )
}

const REGISTERS = [{ value: 'CREBO', label: 'Crebo (mbo)' }, { value: 'CROHO', label: 'Croho (hoger onderwijs)' }, { value: 'RIO', label: 'RIO' }]

function ErkendOnderdeel({ inhoud, state, description }: { inhoud: OpleidingInhoud | undefined; state: FormState; description?: ReactNode }) {
  const onderdeel = inhoud?.erkendOnderdeel
  return (
    <fieldset className="stap-stapel" id="veld-erkend-onderdeel" tabIndex={-1}>
      <legend><Heading level={3}>Van welke erkende opleiding is dit een deel?</Heading></legend>
      {description !== undefined && <p>{description}</p>}
      <Field name="onderdeelRegister" label="Register" state={state}><Select defaultValue={onderdeel?.register ?? 'CREBO'} options={REGISTERS} /></Field>
      <Field name="onderdeelCode" label="Code in dat register" width="kort" state={state} defaultValue={onderdeel?.code} />
      <Field name="onderdeelNaam" label="Naam van de erkende opleiding" state={state} defaultValue={onderdeel?.naam} />
      <Field name="onderdeelCertificaat" label="Naam van het certificaat of de module" optional state={state} defaultValue={onderdeel?.certificaat} />
    </fieldset>
  )
}
