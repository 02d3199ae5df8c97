'use client'

import { useState, type SyntheticEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Select, type Option } from '@/components/ui/select'
import { Heading } from '@/components/ui/text'
import { valueOf, type FormState } from '@/lib/base/form-state'
import { cent, formatBedrag, parseBedrag } from '@/lib/base/money'
import type { Kostenpost } from '@/lib/register/model'

const LEEG = 2
const MAX = 15
type Regel = { soort: string; bedrag: string; isVerplicht: boolean }

/** A line of which the amount cannot be read counts for nothing here; the server says what is wrong with it. */
function centen(tekst: string): number {
  const gelezen = parseBedrag(tekst.trim().replace(/^-\s*/, '')) ?? 0
  return tekst.trim().startsWith('-') ? 0 - gelezen : gelezen
}

function telOp(regels: readonly Regel[], subsidiabel: readonly string[]): { prijs: number; deel: number } {
  const verplicht = regels.filter(({ isVerplicht }) => isVerplicht)
  const som = (lijst: readonly Regel[]) => lijst.reduce((totaal, { bedrag }) => totaal + centen(bedrag), 0)
  return { prijs: som(verplicht), deel: som(verplicht.filter(({ soort }) => subsidiabel.includes(soort))) }
}

const getypt = (bedragCent: number): string => `${bedragCent < 0 ? '-' : ''}${formatBedrag(cent(Math.abs(bedragCent))).replace('€ ', '')}`

/**
 * The cost lines, with the prices that follow from them: while typing, and without JavaScript after a press on the button. Nobody
 * types a price. `subsidiabel` are the kinds that the STAP-budget pays.
 */
export function Kostenregels({ kosten, soorten, subsidiabel, state }: { kosten: readonly Kostenpost[]; soorten: readonly Option[]; subsidiabel: readonly string[]; state: FormState }) {
  const aantal = Math.min(MAX, Math.max(kosten.length + LEEG, Number(valueOf(state, 'kosten-aantal') ?? 0) + (valueOf(state, 'knop') === 'regel' ? 2 : 0)))
  const wasGetypt = state.status === 'invalid' || state.status === 'refused'
  const regels = Array.from({ length: aantal }, (_, nummer): Regel & { omschrijving: string } => {
    const post = kosten[nummer]
    const waarde = (naam: string) => valueOf(state, `kosten-${String(nummer)}-${naam}`)
    return {
      soort: waarde('soort') ?? (wasGetypt ? '' : post?.soort ?? ''), omschrijving: waarde('omschrijving') ?? (wasGetypt ? '' : post?.omschrijving ?? ''),
      bedrag: waarde('bedrag') ?? (wasGetypt || post === undefined ? '' : getypt(post.bedragCent)), isVerplicht: wasGetypt ? waarde('verplicht') === 'ja' : post?.isVerplicht ?? true,
    }
  })
  const [levend, setLevend] = useState<{ state: FormState; prijs: number; deel: number }>()
  const { prijs, deel } = levend !== undefined && levend.state === state ? levend : telOp(regels, subsidiabel)
  const reken = (event: SyntheticEvent<HTMLFieldSetElement>) => {
    const form = event.currentTarget.form
    if (form === null) return
    const data = new FormData(form)
    const tekst = (naam: string): string => { const waarde = data.get(naam); return typeof waarde === 'string' ? waarde : '' }
    setLevend({ state, ...telOp(regels.map((_, nummer) => ({ soort: tekst(`kosten-${String(nummer)}-soort`), bedrag: tekst(`kosten-${String(nummer)}-bedrag`), isVerplicht: data.has(`kosten-${String(nummer)}-verplicht`) })), subsidiabel) })
  }
  return (
    <fieldset className="stap-stapel" onInput={reken} id="veld-kosten" tabIndex={-1}>
      <legend><Heading level={2}>Wat kost het?</Heading></legend>
      <p>Vul elke soort kosten op een eigen regel in, met btw. De prijs en het deel dat het STAP-budget betaalt, worden daaruit berekend.</p>
      <input type="hidden" name="kosten-aantal" value={aantal} />
      {regels.map((regel, nummer) => {
        const naam = `kosten-${String(nummer)}`
        return (
          <div key={naam} className="flex flex-wrap items-end gap-4" role="group" aria-label={`Kostenregel ${String(nummer + 1)}`}>
            <Field name={`${naam}-soort`} label="Soort kosten" state={state}><Select leeg="Kies" defaultValue={regel.soort} options={soorten} /></Field>
            <Field name={`${naam}-omschrijving`} label="Omschrijving" optional width="smal" defaultValue={regel.omschrijving} state={state} />
            <Field name={`${naam}-bedrag`} label="Bedrag (€)" width="kort" inputMode="decimal" defaultValue={regel.bedrag} state={state} />
            <Checkbox name={`${naam}-verplicht`} label="Iedereen betaalt dit" defaultChecked={regel.isVerplicht} state={state} />
          </div>
        )
      })}
      <div className="stap-knoppen"><Button name="knop" value="regel" variant="subtle" icon="plus">Meer regels</Button><Button name="knop" value="rekenen" variant="subtle" icon="refresh">Prijs uitrekenen</Button></div>
      <dl className="stap-samenvatting" aria-live="polite">
        <div className="stap-samenvatting__rij"><dt>Prijs (catalogusprijs)</dt><dd><strong>{formatBedrag(cent(prijs))}</strong></dd></div>
        <div className="stap-samenvatting__rij"><dt>Daarvan subsidiabel</dt><dd><strong>{formatBedrag(cent(deel))}</strong></dd></div>
      </dl>
    </fieldset>
  )
}
