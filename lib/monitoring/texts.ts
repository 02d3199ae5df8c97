import { formatTijd, formatTijdstip } from '@/lib/base/amsterdam'
import { cent, formatBedrag } from '@/lib/base/money'
import type { Voorspelling } from '@/lib/monitoring/model'

/** The forecast in words; `vanaf` is the moment at which it was measured. */
export function describeVoorspelling(voorspelling: Voorspelling, vanaf: Date): string {
  switch (voorspelling.soort) {
    case 'op': return 'Op'
    case 'staat-stil': return 'Er gaat nu niets af'
    case 'te-weinig-bekend': return 'Nog te weinig gemeten'
    case 'verwacht': {
      const { overS, vroegS, laatS } = voorspelling
      if (overS > 12 * 3600) return 'Niet in de komende 12 uur'
      const op = (seconds: number) => formatTijd(new Date(vanaf.getTime() + seconds * 1000))
      return `Rond ${op(overS)}: tussen ${op(vroegS)} en ${laatS === null || laatS > 12 * 3600 ? 'later vandaag' : op(laatS)}`
    }
  }
}

/** What an entry of the log says besides its name; null when that says enough. */
export function describeHandeling(soort: string, gegevens: Readonly<Record<string, unknown>>): string | null {
  const { was, perMinuut, melding, opentOp, bedragCent, van, naar } = gegevens
  if (soort === 'stel-snelheid-in' && typeof perMinuut === 'number') return `${typeof was === 'number' ? `van ${formatAantal(was)} ` : ''}naar ${formatAantal(perMinuut)} per minuut`
  if (soort === 'pauzeer' && typeof melding === 'string') return `Melding: ${melding}`
  if (soort === 'heropen' && typeof opentOp === 'string') return `Opent ${formatTijdstip(new Date(opentOp))}`
  if (typeof bedragCent === 'number') return [formatBedrag(cent(bedragCent)), ...(typeof van === 'string' ? [`uit ${van}`] : []), ...(typeof naar === 'string' ? [`naar ${naar}`] : [])].join(' ')
  return null
}

/** "12.345" */
export function formatAantal(aantal: number): string {
  return aantal.toLocaleString('nl-NL')
}

/** "10.05.12": with seconds, for what is measured every few of them. */
export function formatKlok(moment: Date): string {
  return moment.toLocaleTimeString('nl-NL', { timeZone: 'Europe/Amsterdam', hour: '2-digit', minute: '2-digit', second: '2-digit' }).replaceAll(':', '.')
}
