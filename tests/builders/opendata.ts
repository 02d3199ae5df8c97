import { asOwner } from '@/tests/setup/db'

/** An opleiding that is public, unless `velden` says otherwise; gives its id. Straight into the register: how it came there is another test. */
export async function plantOpleiding(opleiderId: string, programmaId: string, velden: Record<string, unknown> = {}): Promise<string> {
  const rij: Record<string, unknown> = {
    opleider_id: opleiderId, programma_id: programmaId, titel: `Opleiding ${programmaId}`, samenvatting: 'Kort.', omschrijving: 'Lang.', categorie: 'TECHNIEK_EN_ICT', niveau: 'MBO-2',
    opleidingsvorm: 'KLASSIKAAL', waardedocument: 'CERTIFICAAT', duur_dagen: 2, stap_toestemming: true, catalogusprijs_cent: 45000, subsidiabel_cent: 40000, gebreken: [], bron: 'portaal',
    inhoud_hash: `hash-${programmaId}`, ...velden,
  }
  const namen = Object.keys(rij)
  const [row] = await asOwner<{ id: string }>(`insert into opleiding (${namen.join(', ')}) values (${namen.map((_, index) => `$${String(index + 1)}`).join(', ')}) returning id`, Object.values(rij))
  if (row === undefined) throw new Error('no row')
  return row.id
}

export async function plantActiviteit(opleiderId: string, opleidingId: string, cohortcode: string, startdatum = '2022-12-05'): Promise<string> {
  const [row] = await asOwner<{ id: string }>(`
    insert into scholingsactiviteit (opleiding_id, opleider_id, cohortcode, startdatum, einddatum, plaats, postcode, adres, opleidingsvorm, catalogusprijs_cent, subsidiabel_cent, deelnemersplaatsen)
    values ($1, $2, $3, $4, $4, 'Zwolle', '8011 AA', 'Schoolstraat 1', 'KLASSIKAAL', 45000, 40000, 12) returning id`, [opleidingId, opleiderId, cohortcode, startdatum])
  if (row === undefined) throw new Error('no row')
  return row.id
}
