import { formatDatumKort } from '@/lib/base/date'
import type { BeoordelingFeiten, Controle } from '@/lib/beschikking/model'
import { calculateVerzekeringsvenster, countVerzekerdeMaanden } from '@/lib/regeling/rules/verzekeringsvenster'

/** Art. 5 lid 2 onder c: insured for the volksverzekeringen during enough months in the window before the tijdvak. Facts of the SVB. */
export function checkVerzekerd({ verzekeringen, beginTijdvak, regeling }: BeoordelingFeiten): Controle {
  const parameter = regeling.get('verzekerde-maanden')
  const venster = calculateVerzekeringsvenster(beginTijdvak, parameter)
  const maanden = verzekeringen.soort === 'gevonden' ? countVerzekerdeMaanden(verzekeringen.waarde, venster) : null
  const basis = {
    controle: 'verzekerd' as const,
    bron: 'Sociale Verzekeringsbank',
    feiten: [
      { naam: 'Verzekerde maanden', waarde: maanden === null ? 'niet bekend' : `${String(maanden)} (nodig: ${String(parameter.maanden)})` },
      { naam: 'Periode', waarde: `${formatDatumKort(venster.van)} tot ${venster.tot === null ? '' : formatDatumKort(venster.tot)}` },
    ],
    // The burger may have periods that the SVB does not know: never refused without asking (Awb 4:7).
    hard: false,
  }
  if (maanden === null) return { ...basis, uitkomst: 'onbekend', toelichting: 'De SVB gaf geen antwoord of kent deze persoon niet.' }
  return maanden >= parameter.maanden
    ? { ...basis, uitkomst: 'voldoet', toelichting: 'De aanvrager was lang genoeg verzekerd.' }
    : { ...basis, uitkomst: 'voldoet-niet', grond: 'niet-verzekerd', toelichting: 'Volgens de SVB was de aanvrager te kort verzekerd.' }
}
