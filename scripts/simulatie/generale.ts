import type { Eerlijkheid } from './eerlijk'
import { html, toDocument } from './html'
import type { Latenties } from './meting'
import type { Cijfers, Proef } from './nakijken'
import type { Opties } from './opties'
import { proeventabel } from './verslag'
import type { Waarneming } from './waarneming'

/** What a rehearsal must show before an opening may go on; in milliseconds and seconds. */
const NORM = { indienenMs: 1_000, uitkomstMs: 1_000, standMs: 1_000, plaatsMs: 3_000, inloggenMs: 5_000, herstelS: 30, eigenMs: 250 } as const

export type Repetitie = {
  readonly opties: Opties
  readonly tijdvak: string
  readonly proeven: readonly Proef[]
  readonly eerlijk: Eerlijkheid
  readonly cijfers: Cijfers
  readonly gezien: Waarneming
  readonly inloggenMs: Latenties
  readonly schaal: number
}

export type Besluit = { readonly isGo: boolean; readonly criteria: readonly Proef[]; readonly beperkingen: readonly string[] }

/** Judges a rehearsal: go when every criterion was met. */
export function beslis({ opties, proeven, eerlijk, cijfers, gezien, inloggenMs, schaal }: Repetitie): Besluit {
  const binnen = (naam: string, ms: number, norm: number): Proef => ({ naam, norm: `onder ${norm} ms`, gezien: `${ms} ms`, goed: ms < norm })
  const herstel = gezien.storingen.map(({ ms, naam }) => {
    const s = herstelS(gezien, ms)
    return { naam: `Herstel: ${naam}`, norm: `weer ontvangsten binnen ${NORM.herstelS} s`, gezien: s === undefined ? 'er kwam geen ontvangst meer' : `na ${s} s`, goed: s !== undefined && s <= NORM.herstelS }
  })
  const criteria = [
    ...proeven, ...eerlijk.proeven, ...herstel,
    { naam: 'Alle geplande storingen zijn ingebracht', norm: `${gezien.geplandeStoringen}`, gezien: `${gezien.storingen.length}`, goed: gezien.storingen.length === gezien.geplandeStoringen },
    binnen('Indienen, 99 van de 100, buiten de storingen', gezien.indienenRustig.percentiel(0.99), NORM.indienenMs),
    // Where lots are drawn the outcome comes after the draw, weeks later on the clock of the play.
    ...(opties.modus === 'loting' ? [] : [binnen('Van ontvangst tot besluit, 99 van de 100', cijfers.beslistMs.p99, NORM.uitkomstMs)]),
    binnen('Stand van de wachtkamer, 99 van de 100', gezien.stand.percentiel(0.99), NORM.standMs),
    binnen('Gelote plaats opzoeken, 99 van de 100', gezien.gelotePlaats.percentiel(0.99), NORM.standMs),
    binnen('Plaats nemen, 99 van de 100', gezien.plaats.percentiel(0.99), NORM.plaatsMs),
    ...(inloggenMs.aantal === 0 ? [] : [binnen('Inloggen, 99 van de 100', inloggenMs.percentiel(0.99), NORM.inloggenMs)]),
    binnen('Eigen vertraging van het spel (anders meet het zichzelf)', gezien.eigenVertraging.percentiel(0.99), NORM.eigenMs),
  ]
  const beperkingen = [
    ...(schaal > 1 ? [`De apparaten vroegen de stand ${String(Math.round(schaal * 10) / 10).replace('.', ',')} keer minder vaak dan eens per 30 seconden: het volle aantal vragen is niet beproefd.`] : []),
    `Inloggen is met ${inloggenMs.aantal} van de ${opties.wachtenden} mensen gespeeld; de anderen waren al ingelogd. De inlogdienst zelf is nagebootst.`,
    'Alles draaide op één machine, met de mensen die het spelen: uitval van een machine of van het netwerk is niet beproefd.',
  ]
  return { isGo: criteria.every(({ goed }) => goed), criteria, beperkingen }
}

/** Seconds from a fault to the first second with a receipt after it; a fault after the last submit needs none. */
function herstelS({ bevestigingen }: Waarneming, ms: number): number | undefined {
  const begin = Math.floor(ms / 1_000)
  for (let seconde = begin + 1; seconde <= begin + 120; seconde += 1) if (bevestigingen.op(seconde) > 0) return seconde - begin
  return undefined
}

/** The sheet for the meeting that decides. */
export function maakBesluitblad({ opties, tijdvak }: Repetitie, { isGo, criteria, beperkingen }: Besluit): string {
  const tekort = criteria.filter(({ goed }) => !goed)
  return toDocument(`Besluitblad ${tijdvak}`, html`
<h1>Besluitblad voor de opening van ${tijdvak}</h1>
<p class="onder">Generale repetitie met ${opties.wachtenden} mensen, ${opties.apparaten} apparaten en ${opties.aanvragers} aanvragen, seed ${opties.seed}</p>
<p class="oordeel ${isGo ? 'goed' : 'fout'}">${isGo ? 'GO: aan alle criteria is voldaan' : `NO-GO: ${tekort.length} van ${criteria.length} criteria zijn niet gehaald`}</p>
${tekort.length === 0 ? html`` : html`<h2>Wat tekortschoot</h2>${proeventabel(tekort)}`}
<h2>Alle criteria</h2>
${proeventabel(criteria)}
<h2>Wat deze repetitie niet laat zien</h2>
<ul>${beperkingen.map((een) => html`<li>${een}</li>`)}</ul>`)
}
