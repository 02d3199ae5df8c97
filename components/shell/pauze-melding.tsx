import { Alert } from '@/components/ui/alert'

/** On every page of the citizen while a tijdvak is paused: that it stands still, and what the ketenregisseur says about it. */
export function PauzeMelding({ pauze, wide = false }: { pauze: { naam: string; melding: string } | undefined; wide?: boolean }) {
  if (pauze === undefined) return null
  return (
    <div className={wide ? 'mx-auto w-full max-w-pagina px-4 pt-8 sm:px-8' : 'mb-8'}>
      <Alert title={`Het ${pauze.naam} staat even stil`}>
        {pauze.melding !== '' && <p>{pauze.melding}</p>}
        <p>Er kan nu niemand indienen. Wat wij hebben ontvangen, blijft ontvangen, en een plaats in de wachtkamer blijft van u.</p>
      </Alert>
    </div>
  )
}
