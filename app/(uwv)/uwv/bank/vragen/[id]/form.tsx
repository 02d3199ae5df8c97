'use client'

import { useActionState } from 'react'
import { beslisVoorstelAction, beslisVraagAction, handelAfAction } from '@/app/(uwv)/uwv/bank/vragen/[id]/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Radios } from '@/components/ui/radios'
import { Textarea } from '@/components/ui/textarea'
import { IDLE, valueOf, type FormState } from '@/lib/base/form-state'

type Keuze = { value: 'neem-aan' | 'betaal-terug' | 'boek' | 'stort-terug' | 'bevestig'; label: string; description: string }

/** Money that could not be booked by itself: what to do with it. */
export function BesluitFormulier({ vraagId, keuzes }: { vraagId: string; keuzes: readonly Keuze[] }) {
  const [state, action] = useActionState(beslisVraagAction, IDLE)
  const kan = (besluit: Keuze['value']) => keuzes.some(({ value }) => value === besluit)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="vraagId" value={vraagId} />
      {keuzes.length === 1
        ? <input type="hidden" name="besluit" value={keuzes[0]?.value} />
        : <Radios name="besluit" label="Wat doet u met het geld?" state={state} options={keuzes} />}
      {kan('boek') && <Verdeling state={state} />}
      {kan('bevestig') && (
        <Field name="nietUitgevoerd" label="Kenmerken van betalingen die de bank niet uitvoerde" description="Eén per regel. De andere betalingen moeten samen precies zijn wat de bank afschreef." state={state}>
          <Textarea rows={4} />
        </Field>
      )}
      <Field name="waarom" label="Waarom?" description="Dit komt in het logboek. Schrijf er geen persoonsgegevens in." state={state}><Textarea rows={3} maxLength={1000} /></Field>
      <ButtonGroup><Button icon="check">{keuzes.length === 1 && kan('boek') ? 'Boeken' : kan('bevestig') ? 'Bevestigen' : 'Vastleggen'}</Button></ButtonGroup>
    </form>
  )
}

function Verdeling({ state }: { state: FormState }) {
  return (
    <>
      <Deel nummer={1} label="Betalingskenmerk van de terugvordering" state={state} />
      <Details summary="Het geld is voor meer dan één terugvordering" open={isVerdeeld(state)}>
        <Field name="bedrag1" label="Bedrag voor de eerste terugvordering" inputMode="decimal" width="kort" state={state} />
        {[2, 3, 4].map((nummer) => (
          <Paar key={nummer} nummer={nummer} state={state} />
        ))}
      </Details>
    </>
  )
}

/** Whether something was filled in that is folded away otherwise. */
function isVerdeeld(state: FormState): boolean {
  return ['bedrag1', 'kenmerk2', 'bedrag2', 'kenmerk3', 'bedrag3', 'kenmerk4', 'bedrag4'].some((naam) => (valueOf(state, naam) ?? '') !== '')
}

function Deel({ nummer, label, state }: { nummer: number; label: string; state: FormState }) {
  return <Field name={`kenmerk${String(nummer)}`} label={label} description={nummer === 1 ? 'Bijvoorbeeld VORD-0000123-44.' : undefined} width="kort" state={state} />
}

function Paar({ nummer, state }: { nummer: number; state: FormState }) {
  const naam = ['', '', 'tweede', 'derde', 'vierde'][nummer] ?? ''
  return (
    <>
      <Deel nummer={nummer} label={`Betalingskenmerk van de ${naam} terugvordering`} state={state} />
      <Field name={`bedrag${String(nummer)}`} label={`Bedrag voor de ${naam} terugvordering`} inputMode="decimal" width="kort" state={state} />
    </>
  )
}

/** What a colleague proposed: do it or not. Who proposed it can only take it back. */
export function VoorstelFormulier({ vraagId, isEigen }: { vraagId: string; isEigen: boolean }) {
  const [state, action] = useActionState(beslisVoorstelAction, IDLE)
  return (
    <form action={action} className="stap-stapel">
      <ErrorSummary state={state} />
      <input type="hidden" name="vraagId" value={vraagId} />
      <ButtonGroup>
        {!isEigen && <Button name="besluit" value="voer-uit" icon="check">Uitvoeren</Button>}
        <Button name="besluit" value="wijs-af" variant="secondary" icon="x">{isEigen ? 'Voorstel intrekken' : 'Niet uitvoeren'}</Button>
      </ButtonGroup>
    </form>
  )
}

/** Closing it with what was found out; not the main act where something can be decided about the money. */
export function HandelAfFormulier({ vraagId, opnieuw, isBijzaak }: { vraagId: string; opnieuw: string | null; isBijzaak: boolean }) {
  const [state, action] = useActionState(handelAfAction, IDLE)
  return (
    <form action={action} className="stap-stapel">
      <ErrorSummary state={state} />
      <input type="hidden" name="vraagId" value={vraagId} />
      <Field name="toelichting" label="Wat hebt u uitgezocht?" description="Dit komt in het logboek. Schrijf er geen persoonsgegevens in." state={state}>
        <Textarea rows={4} maxLength={1000} />
      </Field>
      <ButtonGroup>
        {opnieuw !== null && <Button name="opnieuw" value="ja" icon="check">{opnieuw}</Button>}
        <Button name="opnieuw" value="nee" variant={opnieuw === null && !isBijzaak ? 'primary' : 'secondary'}>Afhandelen</Button>
      </ButtonGroup>
    </form>
  )
}
