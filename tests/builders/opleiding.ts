import type { OpleiderActor } from '@/lib/base/actor'
import type { RegistreerOpleidingInput } from '@/lib/register/schema'
import { registreerOpleiding } from '@/lib/register/use-cases/registreer-opleiding'

/** A description that says enough. */
export const TEKST = 'U leert in twee dagen hoe u de boekhouding van een klein bedrijf bijhoudt. U oefent met echte facturen, u rekent de btw uit en u maakt een eenvoudig overzicht. De opleiding is voor wie in een klein bedrijf werkt of gaat werken.'

/** Registers an opleiding by hand that lacks nothing mandatory; gives its id. */
export async function registreer(actor: OpleiderActor, programmaId: string, anders: Partial<RegistreerOpleidingInput>): Promise<string> {
  const uitkomst = await registreerOpleiding(actor, {
    programmaId, titel: `Boekhouden ${programmaId}`, samenvatting: 'Leer boekhouden.', omschrijving: TEKST, categorie: 'ECONOMIE', niveau: 'MBO-4', opleidingsvorm: 'KLASSIKAAL',
    waardedocument: 'CERTIFICAAT', studielast: 16, studielastEenheid: 'UUR', duurDagen: 2, voertaal: 'nl', stapToestemming: true, catalogusprijs: null, subsidiabel: null,
    kosten: [{ soort: 'LESGELD', omschrijving: '', bedragCent: 425_00, isVerplicht: true }, { soort: 'CATERING', omschrijving: 'lunch', bedragCent: 25_00, isVerplicht: true }], ...anders,
  })
  if (!uitkomst.ok) throw new Error(uitkomst.redenen.join())
  return uitkomst.value.opleidingId
}
