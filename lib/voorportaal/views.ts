import 'server-only'
import { plainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import { today } from '@/lib/platform/clock'
import { getRegeling } from '@/lib/regeling/views'
import { isCategorie, OPLEIDINGSVORMEN } from '@/lib/register/model'
import { verdeelKosten } from '@/lib/register/rules/eigen-bijdrage'
import type { Zoekresultaat, Zoekuitkomst } from '@/lib/voorportaal/model'
import { countSitemap, readSitemap, readTeksten, type ResultaatTekst } from '@/lib/voorportaal/repo'
import { dagVan, type Aanbodindex } from '@/lib/voorportaal/rules/aanbodindex'
import type { Startgrens } from '@/lib/voorportaal/rules/filters'
import { DIEP, pickUitAanbod, zoekInAanbod, type Vondst, type Zoekslag } from '@/lib/voorportaal/rules/zoek'
import type { Zoekopdracht } from '@/lib/voorportaal/schema'
import { keepAntwoord, openAanbodindex, type Bestand } from '@/lib/voorportaal/use-cases/open-aanbodindex'

export const ZOEK_PAGINA = 20

/** The start dates that an aanvraag can have in the tijdvak of the visitor. */
export type ZoekVenster = Pick<Startgrens, 'vroegsteStart' | 'laatsteStart' | 'registratiestopOp'>

/**
 * Finds opleidingen that a citizen can apply for now, with `venster` only start dates that fit that tijdvak. Every count is exact: it
 * says how many opleidingen one sees after choosing that value beside everything that was chosen already.
 */
export async function zoekOpleidingen(opdracht: Zoekopdracht, venster?: ZoekVenster): Promise<Zoekuitkomst> {
  const dag = await today()
  const regeling = await getRegeling(dag)
  const maximumCent = regeling.get('maximumbedrag')
  const bestand = await openAanbodindex(dag, regeling.get('toegelaten-erkenningen'))
  const slag = search(bestand, opdracht, { grens: { dag, ...venster }, maximumCent })
  const vondsten = slag.vondsten.slice((opdracht.pagina - 1) * ZOEK_PAGINA, opdracht.pagina * ZOEK_PAGINA)
  const teksten = new Map((await readTeksten(vondsten.map(({ document }) => bestand.index.ids[document] ?? ''))).map((tekst) => [tekst.id, tekst]))
  const resultaten = vondsten.flatMap((vondst): Zoekresultaat[] => {
    const tekst = teksten.get(bestand.index.ids[vondst.document] ?? '')
    return tekst === undefined ? [] : [toResultaat(bestand, vondst, { tekst, slag, maximumCent })]
  })
  const { totaal, facetten, correcties, onbekend, isRuim, filters } = slag
  return { totaal, resultaten, facetten, correcties, onbekend, isRuim, vanaf: filters.vanaf }
}

function search(bestand: Bestand, opdracht: Zoekopdracht, { grens, maximumCent }: { grens: Startgrens; maximumCent: number }): Zoekslag {
  const diep = Math.max(DIEP, opdracht.pagina * ZOEK_PAGINA)
  const zoek = () => zoekInAanbod(bestand.index, opdracht, { zichtbaarheid: bestand.zichtbaarheid, grens, maximumCent, diep })
  // Far down a list hardly anybody comes, and such an answer is large.
  if (diep > DIEP) return zoek()
  const sleutel = JSON.stringify([{ ...opdracht, pagina: 0 }, grens, maximumCent])
  return bestand.antwoorden.get(sleutel) ?? keepAntwoord(bestand, sleutel, zoek())
}

function toResultaat({ index, zichtbaarheid }: Bestand, { document, start, starts }: Vondst, { tekst, slag, maximumCent }: { tekst: ResultaatTekst; slag: Pick<Zoekslag, 'filters'>; maximumCent: number }): Zoekresultaat {
  const prijs = index.prijs.rij[start] ?? 0
  const { stapCent, eigenCent } = verdeelKosten(prijs, index.subsidiabel.rij[start] ?? 0, maximumCent)
  const plaats = index.plaats.rij[start] ?? 0
  const afstand = slag.filters.afstanden?.[plaats]
  return {
    id: tekst.id, titel: tekst.titel, samenvatting: tekst.samenvatting, opleider: tekst.opleider, categorie: isCategorie(tekst.categorie) ? tekst.categorie : null,
    maatregel: zichtbaarheid.inOnderzoek[document] === 1 ? 'in-onderzoek' : null,
    startdatum: plainDate(dagVan(index.dag.rij[start] ?? 0)), plaats: plaats === 0 ? null : (index.plaatsen[plaats - 1] ?? null),
    afstand: afstand === undefined || !Number.isFinite(afstand) ? null : Math.round(afstand),
    vorm: vormOf(index, start), prijs: cent(prijs), stap: cent(stapCent), eigen: cent(eigenCent), starts,
  }
}

function vormOf(index: Aanbodindex, start: number): Zoekresultaat['vorm'] {
  return OPLEIDINGSVORMEN[(index.vorm.rij[start] ?? 0) - 1] ?? 'KLASSIKAAL'
}

/** Reads the whole offer into the memory of this process, so that the first visitor does not wait for it. */
export async function warmZoekindex(): Promise<void> {
  const dag = await today()
  await openAanbodindex(dag, (await getRegeling(dag)).get('toegelaten-erkenningen'))
}

/** As many addresses as one sitemap holds; the protocol allows 50.000. */
export const SITEMAP_DEEL = 10_000

/** One part of the sitemap, counted from 1. */
export async function getSitemapDeel(deel: number): Promise<{ id: string; gewijzigd: string }[]> {
  return readSitemap(deel, SITEMAP_DEEL)
}

/** How many parts the sitemap has. */
export async function countSitemapDelen(): Promise<number> {
  return Math.max(1, Math.ceil((await countSitemap()) / SITEMAP_DEEL))
}

/** An opleiding that somebody kept: `resultaat` is null when it cannot be applied for now. */
export type BewaardeOpleiding = { id: string; titel: string; opleider: string; resultaat: Zoekresultaat | null }

/** The opleidingen with these ids in this order, each with the first start that fits; ids that are no opleiding are left out. */
export async function listBewaard(ids: readonly string[], venster?: ZoekVenster): Promise<BewaardeOpleiding[]> {
  const dag = await today()
  const regeling = await getRegeling(dag)
  const maximumCent = regeling.get('maximumbedrag')
  const [bestand, teksten] = await Promise.all([openAanbodindex(dag, regeling.get('toegelaten-erkenningen')), readTeksten(ids)])
  const slag = pickUitAanbod(bestand.index, ids, { zichtbaarheid: bestand.zichtbaarheid, grens: { dag, ...venster }, maximumCent })
  return ids.flatMap((id): BewaardeOpleiding[] => {
    const tekst = teksten.find((kandidaat) => kandidaat.id === id)
    const vondst = slag.vondsten.find(({ document }) => bestand.index.ids[document] === id)
    return tekst === undefined ? [] : [{ id, titel: tekst.titel, opleider: tekst.opleider, resultaat: vondst === undefined ? null : toResultaat(bestand, vondst, { tekst, slag, maximumCent }) }]
  })
}
