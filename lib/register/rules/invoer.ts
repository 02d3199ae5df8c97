import type { PlainDate } from '@/lib/base/date'
import { ZONDER_EXTRA, type ActiviteitInhoud, type ActiviteitStatus, type OpleidingInhoud } from '@/lib/register/model'
import { kostenUitBedragen, leidPrijsAf } from '@/lib/register/rules/prijs'
import type { RegistreerActiviteitInput, RegistreerOpleidingInput } from '@/lib/register/schema'

type Extra = Pick<OpleidingInhoud, keyof typeof ZONDER_EXTRA>

/**
 * What a person typed, in the shape of the register; a field that the form did not ask keeps what it was (`eerder`). A studielast
 * without a unit is in hours. The prices follow from the cost lines by the list of `dag`; amounts that were typed become lines.
 */
export function toInhoud({ catalogusprijs, subsidiabel, ...velden }: Omit<RegistreerOpleidingInput, 'programmaId'>, dag: PlainDate, eerder: Extra = ZONDER_EXTRA): OpleidingInhoud {
  const { soort, kosten, themas, leerdoel, toelatingseisen, erkendOnderdeel, eqf, nlqf, url, dagdelen, arbeidsmarkt, actief, ...rest } = velden
  const oud = leidPrijsAf(eerder.kosten, dag)
  const isGelijk = oud !== undefined && oud.catalogusprijsCent === catalogusprijs && oud.subsidiabelCent === subsidiabel
  const posten = kosten ?? (isGelijk ? eerder.kosten : kostenUitBedragen(catalogusprijs, subsidiabel))
  return {
    ...rest,
    studielastEenheid: rest.studielast === null ? null : (rest.studielastEenheid ?? 'UUR'),
    soort: soort ?? eerder.soort,
    kosten: posten,
    themas: themas ?? eerder.themas,
    leerdoel: leerdoel ?? eerder.leerdoel,
    toelatingseisen: toelatingseisen ?? eerder.toelatingseisen,
    erkendOnderdeel: erkendOnderdeel === undefined ? eerder.erkendOnderdeel : erkendOnderdeel,
    eqf: eqf === undefined ? eerder.eqf : eqf,
    nlqf: nlqf === undefined ? eerder.nlqf : nlqf,
    url: url === undefined ? eerder.url : url,
    dagdelen: dagdelen ?? eerder.dagdelen,
    arbeidsmarkt: arbeidsmarkt === undefined ? eerder.arbeidsmarkt : arbeidsmarkt,
    actief: actief ?? eerder.actief,
    ...(leidPrijsAf(posten, dag) ?? { catalogusprijsCent: catalogusprijs, subsidiabelCent: subsidiabel }),
  }
}

/** The same for a start date; with cost lines of its own its prices follow from them. */
export function toActiviteit(
  velden: Omit<RegistreerActiviteitInput, 'opleidingId'>, status: ActiviteitStatus, dag: PlainDate,
  eerder: Pick<ActiviteitInhoud, 'dagdelen' | 'scholingsjaar' | 'kosten'> = { dagdelen: [], scholingsjaar: null, kosten: [] },
): ActiviteitInhoud {
  const { catalogusprijs, subsidiabel, dagdelen, scholingsjaar, kosten, ...rest } = velden
  const oud = leidPrijsAf(eerder.kosten, dag)
  const posten = kosten ?? (oud?.catalogusprijsCent === catalogusprijs && oud.subsidiabelCent === subsidiabel ? eerder.kosten : [])
  return {
    ...rest, status,
    dagdelen: dagdelen ?? eerder.dagdelen,
    scholingsjaar: scholingsjaar === undefined ? eerder.scholingsjaar : scholingsjaar,
    kosten: posten,
    ...(leidPrijsAf(posten, dag) ?? { catalogusprijsCent: catalogusprijs, subsidiabelCent: subsidiabel }),
  }
}
