'use client'

import { useActionState, type ReactNode } from 'react'
import { beslisAction, opheffenAction, vaststelAction, verlengAction, vervalAction, voordeelAction, voornemenAction, zienswijzeAction, type BriefState } from '@/app/(uwv)/uwv/vaststellingen/[kenmerk]/action'
import { SchadeVelden } from '@/app/(uwv)/uwv/vaststellingen/[kenmerk]/schade.client'
import { BriefWeergave } from '@/components/dossier/brief'
import { Button, ButtonGroup } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { DateInput } from '@/components/ui/date-input'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Radios, type Choice } from '@/components/ui/radios'
import { Select, type Option } from '@/components/ui/select'
import { Heading, Paragraph } from '@/components/ui/text'
import { Textarea } from '@/components/ui/textarea'
import { IDLE, type FormState } from '@/lib/base/form-state'

const LEEG: BriefState = { form: IDLE, brief: null }

function Fouten({ state }: { state: FormState }) {
  const isLeeg = state.status === 'invalid' && Object.keys(state.fouten).length === 0
  return isLeeg ? null : <ErrorSummary state={state} />
}

function Brief({ state: { brief } }: { state: BriefState }) {
  if (brief === null) return null
  return (
    <section aria-labelledby="brief-kop" tabIndex={0} className="min-w-0">
      <Heading level={3} id="brief-kop">Brief zoals die wordt verstuurd</Heading>
      <div className="mt-3"><BriefWeergave brief={brief} level={3} /></div>
    </section>
  )
}

/** Settles at the amount that holds. */
export function VolledigFormulier({ kenmerk, gronden, grond, geldend }: { kenmerk: string; gronden: readonly Choice[]; grond: string | undefined; geldend: string }) {
  const [state, action] = useActionState(vaststelAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <input type="hidden" name="bedrag" value={geldend} />
      <Paragraph>U stelt vast op {geldend}. De deelnemer hoeft niets terug te betalen.</Paragraph>
      <Radios name="grond" label="Grond" defaultValue={grond} state={state} options={gronden} />
      <Field name="motivering" label="Motivering" description="Deze tekst staat in de brief aan de deelnemer. Schrijf: u, korte zinnen." state={state}><Textarea rows={4} maxLength={2000} /></Field>
      <ButtonGroup><Button icon="gavel">Vaststellen en brief sturen</Button></ButtonGroup>
    </form>
  )
}

type VoornemenProps = {
  kenmerk: string
  soorten: readonly Choice[]
  soort: string | undefined
  gronden: readonly Option[]
  grond: string | undefined
  van: readonly Choice[]
  gekozenVan: string | undefined
  geldend: string
  dagen: number
  /** What the form begins with when the facts say it already. */
  voorzet: { readonly bedrag: string; readonly terugwerkend: 'ja'; readonly reden: string } | undefined
}

/** Announces a lower amount, an intrekking or a herziening. */
export function VoornemenFormulier({ kenmerk, soorten, soort, gronden, grond, van, gekozenVan, geldend, dagen, voorzet }: VoornemenProps) {
  const [state, action] = useActionState(voornemenAction, LEEG)
  const { form } = state
  // With one thing to decide there is nothing to choose, and a herziening has no verlening to work back to.
  const enige = soorten.length === 1 ? soorten[0] : undefined
  return (
    <form action={action} className="stap-stapel" noValidate>
      <Fouten state={form} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <Paragraph>U stuurt eerst een brief. De deelnemer heeft {dagen} dagen om te reageren. Daarna beslist u.</Paragraph>
      {enige === undefined
        ? <Radios name="soort" label="Welk besluit wilt u nemen?" defaultValue={soort} options={soorten} state={form} />
        : <><Paragraph>{enige.label} ({enige.description}).</Paragraph><input type="hidden" name="soort" value={enige.value} /></>}
      <Field name="grond" label="Grond" state={form}><Select leeg="Kies een grond" options={gronden} defaultValue={grond ?? ''} /></Field>
      <Field name="bedrag" label="Bedrag dat overblijft" description={`Nu geldt ${geldend}. Vul 0 in als er niets overblijft.`} width="kort" defaultValue={voorzet?.bedrag} state={form} />
      <Radios name="van" label="Van wie komt te veel betaald geld terug?" defaultValue={gekozenVan} options={van} state={form} />
      {enige === undefined && (
        <Radios name="terugwerkend" label="Werkt het besluit terug tot de verlening?" description="Alleen bij intrekken of verlagen van de verlening. Bij Awb 4:50 kan het niet." optional defaultValue={voorzet?.terugwerkend} state={form}
          options={[{ value: 'ja', label: 'Ja' }, { value: 'nee', label: 'Nee, het geldt vanaf een datum' }]} />
      )}
      <DateInput name="ingaatOp" label="Ingangsdatum" description={enige === undefined ? 'Alleen als het niet terugwerkt.' : 'Alleen als na de vaststelling een verplichting niet is nagekomen: de dag waarop dat was.'} optional state={form} />
      <Field name="reden" label="Wat is er volgens ons gebeurd?" description="Deze tekst staat in de brief. De opleider krijgt dezelfde tekst als die ook kan reageren. Schrijf: u, korte zinnen, alleen feiten." state={form}><Textarea rows={5} maxLength={2000} defaultValue={voorzet?.reden} /></Field>
      <Knoppen stuur="Voornemen sturen" />
      <Brief state={state} />
    </form>
  )
}

/** Gives more time to choose after the opleider called the scholing off. */
export function VerlengFormulier({ kenmerk }: { kenmerk: string }) {
  const [state, action] = useActionState(verlengAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <Paragraph>De deelnemer houdt het STAP-budget en krijgt een brief. Voor het einde van de nieuwe termijn sturen wij weer een herinnering.</Paragraph>
      <DateInput name="tot" label="Kiezen tot en met" state={state} />
      <Field name="reden" label="Waarom krijgt de deelnemer meer tijd?" description="Dit staat in het dossier, niet in de brief." state={state}><Textarea rows={3} maxLength={1000} /></Field>
      <ButtonGroup><Button icon="send">Meer tijd geven</Button></ButtonGroup>
    </form>
  )
}

/** Announces an uitsluiting. */
export function UitsluitFormulier({ kenmerk, praktijk, maximaal }: { kenmerk: string; praktijk: number; maximaal: number }) {
  const [state, action] = useActionState(voornemenAction, LEEG)
  const { form } = state
  return (
    <form action={action} className="stap-stapel" noValidate>
      <Fouten state={form} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <input type="hidden" name="soort" value="uitsluiting" />
      <Paragraph>Alleen als de deelnemer verwijtbaar niet heeft afgerond en dat niet heeft gemeld. U stuurt eerst een brief, zodat de deelnemer kan reageren.</Paragraph>
      <Field name="maanden" label="Hoeveel maanden?" description={`Meestal ${String(praktijk)}, ten hoogste ${String(maximaal)}.`} width="kort" inputMode="numeric" defaultValue={String(praktijk)} state={form} />
      <Field name="reden" label="Wat is er volgens ons gebeurd?" description="Deze tekst staat in de brief. Schrijf: u, korte zinnen, alleen feiten." state={form}><Textarea rows={5} maxLength={2000} /></Field>
      <Knoppen stuur="Voornemen sturen" />
      <Brief state={state} />
    </form>
  )
}

function Knoppen({ stuur }: { stuur: string }) {
  return (
    <ButtonGroup>
      <Button icon="send">{stuur}</Button>
      <Button name="voorbeeld" value="ja" variant="secondary" icon="eye">Brief bekijken</Button>
    </ButtonGroup>
  )
}

/** Writes down what somebody said otherwise than in Mijn STAP. */
export function ZienswijzeFormulier({ kenmerk, voornemenId, van }: { kenmerk: string; voornemenId: string; van: readonly Choice[] }) {
  const [state, action] = useActionState(zienswijzeAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <input type="hidden" name="voornemenId" value={voornemenId} />
      <Radios name="van" label="Wie reageerde?" options={van} defaultValue={van[0]?.value} state={state} />
      <Radios name="kanaal" label="Hoe?" state={state} options={[{ value: 'telefoon', label: 'Per telefoon' }, { value: 'gesprek', label: 'In een gesprek' }, { value: 'brief', label: 'Per brief' }]} />
      <Field name="tekst" label="Wat is er gezegd?" description="Schrijf op zoals het is gezegd. Geen medische gegevens." optional state={state}><Textarea rows={5} maxLength={4000} /></Field>
      <Checkbox name="klaar" label="Dit is alles: er mag nu worden beslist" description="Alleen als dat is gezegd. Een collega kan dan beslissen voor het einde van de termijn, u niet." state={state} />
      <Checkbox name="zietAf" label="Wil niet reageren" state={state} />
      <Paragraph>Wie reageerde, krijgt een brief met wat u opschrijft.</Paragraph>
      <ButtonGroup><Button icon="check">Reactie vastleggen</Button></ButtonGroup>
    </form>
  )
}

export type Weegveld = { vraag: string; label: string; uitleg: string; antwoorden: readonly Choice[] }

/** The weighing, question by question, and the besluit. */
export function BeslisFormulier({ kenmerk, voornemenId, van, gezien, bedrag, uitlegBedrag, vraagtSchade, velden }: {
  kenmerk: string; voornemenId: string; van: string; gezien: number; bedrag: string | undefined; uitlegBedrag: string; vraagtSchade: boolean; velden: readonly Weegveld[]
}) {
  const [state, action] = useActionState(beslisAction, LEEG)
  const { form } = state
  return (
    <form action={action} className="stap-stapel" noValidate>
      <Fouten state={form} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <input type="hidden" name="voornemenId" value={voornemenId} />
      <input type="hidden" name="van" value={van} />
      <input type="hidden" name="gezien" value={gezien} />
      <Paragraph>Beantwoord elke vraag. Uw uitleg komt in de brief. Zonder antwoord kunt u niet beslissen.</Paragraph>
      <ol className="flex flex-col gap-6">
        {velden.map((veld) => <li key={veld.vraag} className="stap-stapel"><Weegvraag veld={veld} form={form} /></li>)}
      </ol>
      {vraagtSchade && <SchadeVelden form={form} />}
      {bedrag !== undefined && <Field name="bedrag" label="Bedrag dat overblijft" description={uitlegBedrag} width="kort" defaultValue={bedrag} state={form} />}
      <Field name="motivering" label="Motivering" description="Begint de uitleg in de brief. Daaronder komt wat u hierboven schreef." state={form}><Textarea rows={4} maxLength={2000} /></Field>
      <ButtonGroup>
        <Button icon="gavel" name="besluit" value="ja">Besluit nemen en brief sturen</Button>
        <Button name="voorbeeld" value="ja" variant="secondary" icon="eye">Brief bekijken</Button>
      </ButtonGroup>
      <Brief state={state} />
    </form>
  )
}

function Weegvraag({ veld: { vraag, label, uitleg, antwoorden }, form }: { veld: Weegveld; form: FormState }): ReactNode {
  return (
    <>
      <Radios name={`antwoord-${vraag}`} label={label} options={antwoorden} state={form} />
      <Field name={`toelichting-${vraag}`} label="Leg uit" description={uitleg} state={form}><Textarea rows={2} maxLength={1000} /></Field>
    </>
  )
}

/** The announced besluit is not taken. */
export function VervalFormulier({ kenmerk, voornemenId }: { kenmerk: string; voornemenId: string }) {
  const [state, action] = useActionState(vervalAction, IDLE)
  return (
    <form action={action} className="stap-stapel">
      <ErrorSummary state={state} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <input type="hidden" name="voornemenId" value={voornemenId} />
      <Paragraph>Het besluit gaat niet door. De deelnemer krijgt daarover een brief.</Paragraph>
      <div><Button variant="secondary" icon="x">Voornemen laten vervallen</Button></div>
    </form>
  )
}

/** A higher amount after all. */
export function VoordeelFormulier({ kenmerk, verleend, geldend }: { kenmerk: string; verleend: string; geldend: string }) {
  const [state, action] = useActionState(voordeelAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <Field name="bedrag" label="Nieuw bedrag" description={`Nu is ${geldend} vastgesteld. Verleend was ${verleend}. Wat nog openstaat als terugvordering, wordt lager of vervalt.`} width="kort" defaultValue={verleend} state={state} />
      <Field name="motivering" label="Motivering" description="Deze tekst staat in de brief aan de deelnemer." state={state}><Textarea rows={4} maxLength={2000} /></Field>
      <ButtonGroup><Button icon="gavel">Aanpassen en brief sturen</Button></ButtonGroup>
    </form>
  )
}

/** An uitsluiting ends before its time. */
export function OpheffenFormulier({ kenmerk, uitsluitingId }: { kenmerk: string; uitsluitingId: string }) {
  const [state, action] = useActionState(opheffenAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <input type="hidden" name="uitsluitingId" value={uitsluitingId} />
      <Field name="motivering" label="Waarom stopt de uitsluiting?" description="Deze tekst staat in de brief aan de deelnemer." state={state}><Textarea rows={4} maxLength={2000} /></Field>
      <ButtonGroup><Button icon="gavel">Uitsluiting opheffen en brief sturen</Button></ButtonGroup>
    </form>
  )
}
