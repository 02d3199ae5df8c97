'use client'

import { useActionState } from 'react'
import { beoordeelRekeningAction, beslisOverdrachtAction, beslisRegelingAction, boekAfAction, trekInAction, uitstelAction, verrekenAction } from '@/app/(uwv)/uwv/vorderingen/[kenmerk]/action'
import { Alert } from '@/components/ui/alert'
import { Button, ButtonGroup } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { DateInput } from '@/components/ui/date-input'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Radios } from '@/components/ui/radios'
import { Textarea } from '@/components/ui/textarea'
import { IDLE, type FormState } from '@/lib/base/form-state'

function Gelukt({ state }: { state: FormState }) {
  return state.status === 'done' && state.melding !== undefined ? <Alert kind="ok" title={state.melding} live /> : null
}

function Waarom({ name = 'reden', label = 'Waarom?', state }: { name?: string; label?: string; state: FormState }) {
  return <Field name={name} label={label} description="Dit komt in de brief of in het dossier. Schrijf het zo dat de ander het begrijpt." state={state}><Textarea rows={3} maxLength={2000} /></Field>
}

export function RegelingBesluit({ regelingId, termijn }: { regelingId: string; termijn: string }) {
  const [state, action] = useActionState(beslisRegelingAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} /><Gelukt state={state} />
      <input type="hidden" name="regelingId" value={regelingId} />
      <Field name="termijn" label="Bedrag per maand" description="U kunt een ander bedrag toewijzen dan is gevraagd." inputMode="decimal" width="kort" defaultValue={termijn} state={state} />
      <Waarom name="motivering" state={state} />
      <ButtonGroup><Button name="besluit" value="toewijzen" icon="check">Toewijzen</Button><Button name="besluit" value="afwijzen" variant="secondary" icon="x">Afwijzen</Button></ButtonGroup>
    </form>
  )
}

export function Overdrachtbesluit({ kenmerk }: { kenmerk: string }) {
  const [state, action] = useActionState(beslisOverdrachtAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} /><Gelukt state={state} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <Waarom state={state} />
      <ButtonGroup><Button name="besluit" value="overdragen" icon="gavel">Overdragen</Button><Button name="besluit" value="niet-overdragen" variant="secondary">Niet overdragen</Button></ButtonGroup>
    </form>
  )
}

export function Afboeking({ kenmerk, open, mandaat }: { kenmerk: string; open: string; mandaat: string }) {
  const [state, action] = useActionState(boekAfAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} /><Gelukt state={state} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <Radios name="soort" label="Wat wilt u doen?" state={state} options={[
        { value: 'kwijtschelding', label: 'Kwijtschelden', description: 'Terugbetalen is te zwaar voor de schuldenaar. Die krijgt een brief (Awb 4:94a).' },
        { value: 'oninbaar', label: 'Afboeken', description: 'Er is niets te halen, bijvoorbeeld na een faillissement. Er gaat geen brief uit.' },
      ]} />
      <Field name="gevolgen" label="Welke gevolgen heeft innen voor de schuldenaar?" description="Alleen bij kwijtschelden. Wat raakt de schuldenaar kwijt, of kan niet meer?" optional state={state}><Textarea rows={3} maxLength={2000} /></Field>
      <Field name="bedrag" label="Bedrag" description={`Er staat ${open} open. U mag alleen beslissen tot en met ${mandaat}. Daarboven beslist een collega mee.`} inputMode="decimal" width="kort" state={state} />
      <Waarom state={state} />
      <ButtonGroup><Button variant="secondary" icon="check">Vastleggen</Button></ButtonGroup>
    </form>
  )
}

export function Verrekening({ kenmerk, kansen, mandaat }: { kenmerk: string; kansen: readonly { terugbetalingId: string; label: string; gevolg: string }[]; mandaat: string }) {
  const [state, action] = useActionState(verrekenAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} /><Gelukt state={state} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <Radios name="terugbetalingId" label="Waarmee verrekent u?" state={state} options={kansen.map(({ terugbetalingId, label, gevolg }) => ({ value: terugbetalingId, label, description: gevolg }))} />
      <Field name="bedrag" label="Bedrag" description={`U mag alleen beslissen tot en met ${mandaat}. Daarboven beslist een collega mee.`} inputMode="decimal" width="kort" state={state} />
      <Checkbox name="beslag" value="ja" label="Ik heb nagegaan dat beslag mag op het geld dat de burger krijgt" description="Zou beslag niet mogen, dan mag verrekenen ook niet (Awb 4:93 lid 4)." state={state} />
      <Waarom state={state} />
      <ButtonGroup><Button variant="secondary" icon="check">Verrekenen</Button></ButtonGroup>
    </form>
  )
}

export function Rekeningoordeel({ kenmerk }: { kenmerk: string }) {
  const [state, action] = useActionState(beoordeelRekeningAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} /><Gelukt state={state} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <Field name="reden" label="Waarom?" description="Dit komt in het dossier. Schrijf er geen rekeningnummer in." state={state}><Textarea rows={3} maxLength={2000} /></Field>
      <ButtonGroup><Button name="oordeel" value="aanvaard" icon="check">Rekening aanvaarden</Button><Button name="oordeel" value="wijs-af" variant="secondary" icon="x">Rekening afwijzen</Button></ButtonGroup>
    </form>
  )
}

export function Intrekking({ kenmerk }: { kenmerk: string }) {
  const [state, action] = useActionState(trekInAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} /><Gelukt state={state} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <Field name="wordt" label="Wat wordt het bedrag?" description="Vul 0 in om alles in te trekken. Wat te veel is betaald, betalen wij terug met wettelijke rente." inputMode="decimal" width="kort" state={state} />
      <Checkbox name="zonderRente" label="Wij betalen geen rente" description="Alleen als de schuldenaar zelf onjuiste of onvolledige gegevens gaf (Awb 4:102 lid 3)." state={state} />
      <Waarom state={state} />
      <ButtonGroup><Button variant="secondary" icon="rotate">Verlagen of intrekken</Button></ButtonGroup>
    </form>
  )
}

export function Uitstel({ kenmerk }: { kenmerk: string }) {
  const [state, action] = useActionState(uitstelAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} /><Gelukt state={state} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <DateInput name="tot" label="Uitstel tot en met" state={state} />
      <Waarom state={state} />
      <ButtonGroup><Button variant="secondary" icon="clock">Uitstel geven</Button></ButtonGroup>
    </form>
  )
}
