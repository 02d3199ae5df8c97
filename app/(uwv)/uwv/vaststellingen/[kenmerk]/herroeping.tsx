import { HerroepFormulier, HerroepingFormulier } from '@/app/(uwv)/uwv/vaststellingen/[kenmerk]/herroeping.client'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { SummaryList } from '@/components/ui/summary-list'
import { StatusBadge } from '@/components/ui/tag'
import { Paragraph } from '@/components/ui/text'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { formatDatum } from '@/lib/base/date'
import { formatBedrag, type Cent } from '@/lib/base/money'
import { AANLEIDINGEN } from '@/lib/verantwoording/model'
import { AANLEIDING_LABEL, describeHerroepReden } from '@/lib/verantwoording/rules/herroeping-teksten'
import type { Herroepblad } from '@/lib/verantwoording/use-cases/toon-herroeping'

type Voorstel = Herroepblad['voorstellen'][number]

const STAND = { voorgesteld: { toon: 'let-op', label: 'Te beslissen door een teamleider' }, besloten: { toon: 'goed', label: 'Herroepen' }, afgewezen: { toon: 'neutraal', label: 'Voorstel afgewezen' } } as const

/** One proposal to undo a besluit: what it rests on, who made it and what became of it. */
export function HerroepingKaart({ voorstel }: { voorstel: Voorstel }) {
  const { toon, label } = STAND[voorstel.status]
  const { label: waarom, artikel } = AANLEIDING_LABEL[voorstel.aanleiding]
  return (
    <Card emphasis={voorstel.status === 'voorgesteld'}>
      <div><StatusBadge tone={toon}>{label}</StatusBadge></div>
      <SummaryList rows={[
        { key: 'wat', term: 'Herroeping', value: `${voorstel.bestreden.kenmerk} geldt niet meer, ${formatBedrag(voorstel.bedragCent)} gaat gelden` },
        { key: 'waarom', term: 'Waarom', value: <>{waarom}<span className="block text-s text-ink-soft">{artikel}; {voorstel.referentie}, {formatDatum(voorstel.beslistOp)}</span></> },
        { key: 'motivering', term: 'Motivering', value: voorstel.motivering },
        { key: 'door', term: 'Voorgesteld', value: `${voorstel.voorsteller ?? 'Onbekend'}, ${formatDatum(amsterdamDate(voorstel.voorgesteldOp))}` },
        ...(voorstel.beslotenOp === null ? [] : [{ key: 'besloten', term: 'Besloten', value: `${voorstel.beslisser ?? 'Onbekend'}, ${formatDatum(amsterdamDate(voorstel.beslotenOp))}${voorstel.besluit === null ? '' : `, ${voorstel.besluit}`}` }]),
        ...(voorstel.toelichting === null ? [] : [{ key: 'niet', term: 'Waarom niet', value: voorstel.toelichting }]),
      ]} />
    </Card>
  )
}

/** The form to propose it, for the besluit that can be undone now. */
export function HerroepVoorstel({ kenmerk, blad }: { kenmerk: string; blad: Herroepblad }) {
  const { voorTeStellen } = blad
  if (voorTeStellen === null) return null
  return (
    <HerroepFormulier kenmerk={kenmerk} besluit={voorTeStellen.kenmerk} geldt={formatBedrag(voorTeStellen.geldtCent)} hoogste={formatBedrag(voorTeStellen.hoogsteCent)}
      aanleidingen={AANLEIDINGEN.map((value) => ({ value, label: AANLEIDING_LABEL[value].label, description: AANLEIDING_LABEL[value].artikel }))} />
  )
}

/** What deciding would do with the money, and the decision; or why this person cannot take it. */
export function HerroepBeslissing({ kenmerk, blad: { teBeslissen } }: { kenmerk: string; blad: Herroepblad }) {
  if (teBeslissen === null) return null
  const { voorstel, bestelCent, vorderingCent, van, terugCent, bovenCent, redenen } = teBeslissen
  return (
    <>
      <Paragraph>Dit gebeurt er als u herroept. Alles gaat in één keer, met een brief aan de deelnemer.</Paragraph>
      <SummaryList rows={[
        { key: 'bedrag', term: 'STAP-budget wordt', value: formatBedrag(voorstel.bedragCent) },
        { key: 'opdracht', term: 'Opdracht aan de opleider', value: bestelCent > 0 ? `Erbij ${formatBedrag(bestelCent)}. De opleider kan dat factureren.` : 'Blijft zoals die is. Wat betaald is, blijft betaald.' },
        ...(vorderingCent > 0 ? [{ key: 'vordering', term: 'Terugvordering', value: `${formatBedrag(vorderingCent)} minder, van de ${van === 'burger' ? 'deelnemer' : 'opleider'}${terugCent > 0 ? `. Daarvan is ${formatBedrag(terugCent)} betaald: dat geven wij terug, zo nodig met rente` : ''}` }] : []),
        { key: 'plafond', term: 'Plafond', value: plafondTekst(bestelCent + terugCent, bovenCent) },
      ]} />
      {redenen.length > 0
        ? <Alert kind="warning" title="U kunt nu niet herroepen">{redenen.length === 1 ? describeHerroepReden(redenen[0] ?? 'voorstel-voorbij') : <ul>{redenen.map((reden) => <li key={reden}>{describeHerroepReden(reden)}</li>)}</ul>}</Alert>
        : null}
      {!redenen.some((reden) => reden === 'geen-teamleider' || reden === 'zelfde-persoon' || reden === 'eigen-besluit') && <HerroepingFormulier kenmerk={kenmerk} herroepingId={voorstel.id} />}
    </>
  )
}

function plafondTekst(nodigCent: number, bovenCent: Cent): string {
  if (nodigCent === 0) return 'Er is geen budget voor nodig.'
  return bovenCent > 0 ? `${formatBedrag(bovenCent)} gaat boven het plafond. Dat mag (Awb 4:25 lid 3) en staat zo in het grootboek.` : 'Past in wat er nog vrij is.'
}
