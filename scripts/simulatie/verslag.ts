import type { Eerlijkheid, Groep } from './eerlijk'
import { tekenLijnen, tekenStaven, type Punt } from './grafieken'
import { Html, html, toDocument } from './html'
import type { Latenties, Reeks } from './meting'
import type { Cijfers, Proef, Spelgegevens } from './nakijken'
import type { Opties } from './opties'

export type Verslag = {
  readonly opties: Opties
  readonly tijdvak: string
  readonly opentOp: Date
  readonly spel: Spelgegevens
  readonly cijfers: Cijfers
  readonly proeven: readonly Proef[]
  readonly eerlijk: Eerlijkheid
  readonly controle: string
  readonly duurS: number
  readonly voorMs: number
  readonly schaal: number
  readonly inloggenMs: Latenties
  /** Part of a rehearsal: the faults that were injected, with the second of the play. */
  readonly storingen: readonly { readonly seconde: number; readonly naam: string }[]
}

const getal = new Intl.NumberFormat('nl-NL')
const euro = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 })
const tijdstip = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', dateStyle: 'full', timeStyle: 'short' })

/** The report of a play as one HTML file, with its pictures in it. */
export function maakVerslag(verslag: Verslag): string {
  const { opties, tijdvak, proeven, eerlijk, spel } = verslag
  const alle = [...proeven, ...eerlijk.proeven]
  const isGoed = alle.every(({ goed }) => goed)
  return toDocument(`Gespeelde opening van ${tijdvak}`, html`
<h1>Gespeelde opening van ${tijdvak}</h1>
<p class="onder">${tijdstip.format(verslag.opentOp)}, gespeeld met seed ${opties.seed}${opties.generale ? ', als generale repetitie met storingen' : ''}</p>
<p class="oordeel ${isGoed ? 'goed' : 'fout'}">${isGoed ? 'Alles klopt' : `${alle.filter(({ goed }) => !goed).length} van ${alle.length} proeven zijn niet in orde`}</p>
<dl class="cijfers">
${kerncijfers(verslag).map(([naam, waarde]) => html`<div><dt>${naam}</dt><dd>${waarde}</dd></div>`)}
</dl>
<h2>De wachtkamer</h2>
${figuur(tekenWachtkamer(verslag), 'Wie nog moet wachten, en tot welke plaats mensen zijn toegelaten. De streep is 10.00 uur; wat ervoor ligt is ingekort.')}
<h2>Hoeveel er per seconde gebeurt</h2>
${figuur(tekenStroom(verslag), 'Ontvangsten en uitkomsten per seconde, gemiddeld over vijf seconden.')}
${figuur(tekenVragen(verslag), `Vragen naar de stand en naar een plaats per seconde. Elk van de ${getal.format(opties.apparaten)} apparaten vroeg ${verslag.schaal <= 1 ? 'minstens' : `gemiddeld eens per ${getal.format(Math.round(verslag.schaal * 30))} seconden, in het echt`} eens per 30 seconden.`)}
<h2>Het budget</h2>
${figuur(tekenBudget(verslag), 'Wat er over is per compartiment, zoals iedereen het kan opvragen, in miljoenen euro’s.')}
<h2>Hoe lang mensen wachten</h2>
${figuur(tekenWachttijd(spel), 'Van de opening tot de ontvangst, naar plaats. Elke stip is een aanvrager (een steekproef).')}
<h2>Hoe snel het systeem antwoordt</h2>
<p>Gemeten vanaf het moment waarop iemand wilde drukken, ook als er geen verbinding vrij was. Zo telt een hapering van het systeem voor iedereen die erop wachtte.</p>
${tekenLatenties(verslag)}
<h2>Is het eerlijk?</h2>
<p>Wie voor tien uur in de wachtkamer is, loot een plaats. Meer apparaten, een script of een werkplein mogen geen verschil maken.</p>
${figuur(tekenStaven({ xNaam: 'apparaten', yNaam: 'gemiddelde plek in de rij (0 = voorop, 1 = achteraan)', staven: eerlijk.apparaten.map(({ naam, plek }) => ({ naam, waarde: Math.round(plek * 100) / 100 })), norm: 0.5, yMax: 1 }), 'De plek in de rij naar het aantal apparaten.')}
${figuur(tekenStaven({ xNaam: 'apparaten', yNaam: 'deel dat budget kreeg', staven: eerlijk.apparaten.flatMap(({ naam, toegekend }) => toegekend === undefined ? [] : [{ naam, waarde: Math.round(toegekend * 1_000) / 1_000 }]), yMax: 1 }), 'De kans op toekenning van wie indiende, naar het aantal apparaten.')}
${groepen('Langs welke weg', eerlijk.kanalen)}
<p class="onder">Een werkplein heeft eigen budget: daar kan de kans op toekenning groter zijn, bij dezelfde plaats in de rij.</p>
<h2>Wat is nagekeken</h2>
${proeventabel(alle)}
<p>${verslag.controle}</p>
${verslag.storingen.length === 0 ? html`` : html`<h2>Storingen die zijn ingebracht</h2><div class="tabel"><table><thead><tr><th class="getal">Seconde</th><th>Storing</th></tr></thead><tbody>
${verslag.storingen.map(({ seconde, naam }) => html`<tr><td class="getal">${seconde}</td><td>${naam}</td></tr>`)}</tbody></table></div>`}
<h2>Instellingen</h2>
<div class="tabel"><table><tbody>
${instellingen(verslag).map(([naam, waarde]) => html`<tr><th>${naam}</th><td>${waarde}</td></tr>`)}
</tbody></table></div>
<h2>Antwoorden die zijn gezien</h2>
<div class="tabel"><table><thead><tr><th>Vraag en antwoord</th><th class="getal">Aantal</th></tr></thead><tbody>
${Object.entries(spel.gezien.antwoorden.inhoud()).map(([naam, aantal]) => html`<tr><td>${naam}</td><td class="getal">${getal.format(aantal)}</td></tr>`)}
</tbody></table></div>`)
}

function kerncijfers({ opties, cijfers, duurS, spel }: Verslag): readonly (readonly [string, string])[] {
  return [
    ['Mensen in de wachtkamer', getal.format(opties.wachtenden)], ['Aanvragen bevestigd', getal.format(cijfers.bevestigd)],
    ['Toegekend', getal.format(cijfers.toegekend)], ['Niet toegekend', getal.format(cijfers.geweigerd)],
    ['Budget toegekend', euro.format(cijfers.toegekendCent / 100)], ['Van het plafond', euro.format(cijfers.plafondCent / 100)],
    ['Na de opening klaar in', `${getal.format(Math.round(duurS))} s`], ['Indienen, 99 van de 100 binnen', `${getal.format(spel.gezien.indienen.percentiel(0.99))} ms`],
  ]
}

function instellingen({ opties, voorMs, inloggenMs, spel, schaal }: Verslag): readonly (readonly [string, string])[] {
  return [
    ['Preset', opties.preset === undefined ? 'geen' : `${opties.preset.code}: ${opties.preset.bron}`],
    ['Aanvragers, wachtenden, apparaten', [opties.aanvragers, opties.wachtenden, opties.apparaten].map((een) => getal.format(een)).join(', ')],
    ['Wijze van verdelen', opties.modus], ['Seed', String(opties.seed)],
    ['De uren voor de opening duren in het spel', `${getal.format(Math.round(voorMs / 1_000))} s`],
    ['Een apparaat vraagt de stand', schaal <= 1 ? 'minstens eens per 30 s' : `${getal.format(Math.round(schaal * 10) / 10)} keer minder vaak dan eens per 30 s`],
    ['Inloggen via de inlogdienst', inloggenMs.aantal === 0 ? 'niet gespeeld' : `${inloggenMs.aantal} keer, midden ${inloggenMs.percentiel(0.5)} ms, 99 % binnen ${inloggenMs.percentiel(0.99)} ms; de anderen waren al ingelogd`],
    ['Eigen vertraging van het spel', `midden ${spel.gezien.eigenVertraging.percentiel(0.5)} ms, 99 % binnen ${spel.gezien.eigenVertraging.percentiel(0.99)} ms`],
    ['Processen', `poort ${opties.poorten}, workers ${opties.workers}, web ${opties.web}`],
  ]
}

function figuur(svg: string, onderschrift: string): Html {
  return html`<figure>${new Html(svg)}<figcaption>${onderschrift}</figcaption></figure>`
}

export function proeventabel(proeven: readonly Proef[]): Html {
  return html`<div class="tabel"><table><thead><tr><th>Proef</th><th>Norm</th><th>Gezien</th><th>Oordeel</th></tr></thead><tbody>
${proeven.map(({ naam, norm, gezien, goed }) => html`<tr><td>${naam}</td><td>${norm}</td><td>${gezien}</td><td class="${goed ? 'is-goed' : 'is-fout'}">${goed ? '✓ goed' : '✗ niet goed'}</td></tr>`)}
</tbody></table></div>`
}

function groepen(kop: string, lijst: readonly Groep[]): Html {
  return html`<div class="tabel"><table><thead><tr><th>${kop}</th><th class="getal">Mensen</th><th class="getal">Gemiddelde plek</th><th class="getal">Kreeg budget</th></tr></thead><tbody>
${lijst.map(({ naam, mensen, plek, toegekend }) => html`<tr><td>${naam}</td><td class="getal">${getal.format(mensen)}</td><td class="getal">${plek.toFixed(2).replace('.', ',')}</td><td class="getal">${toegekend === undefined ? '–' : `${Math.round(toegekend * 100)} %`}</td></tr>`)}
</tbody></table></div>`
}

function tekenWachtkamer({ spel, voorMs }: Verslag): string {
  const punten = uitgedund(spel.gezien.verloop, 600)
  return tekenLijnen({
    xNaam: 'seconden na de opening', yNaam: 'mensen', merk: [{ x: 0, naam: '10.00 uur' }],
    lijnen: [
      { naam: 'wachtend', vlak: true, punten: punten.map(({ ms, stand }): Punt => [Math.max(-voorMs, ms) / 1_000, stand.wachtend]) },
      { naam: 'toegelaten', punten: punten.map(({ ms, stand }): Punt => [Math.max(-voorMs, ms) / 1_000, Math.min(stand.nu, spel.mensen.length)]) },
    ],
  })
}

function tekenStroom({ spel: { gezien }, duurS }: Verslag): string {
  return tekenLijnen({ xNaam: 'seconden na de opening', yNaam: 'per s', lijnen: [{ naam: 'ontvangen', punten: perSeconde(gezien.bevestigingen, -2, duurS) }, { naam: 'uitkomst', punten: perSeconde(gezien.uitkomsten, -2, duurS) }] })
}

function tekenVragen({ spel: { gezien }, duurS, voorMs }: Verslag): string {
  return tekenLijnen({
    xNaam: 'seconden na de opening', yNaam: 'per s', merk: [{ x: 0, naam: '10.00 uur' }],
    lijnen: [{ naam: 'stand', punten: perSeconde(gezien.peilingen, -voorMs / 1_000, duurS) }, { naam: 'plaats', punten: perSeconde(gezien.plaatsen, -voorMs / 1_000, duurS) }, { naam: 'gelote plaats', punten: perSeconde(gezien.gelotePlaatsen, -voorMs / 1_000, duurS) }],
  })
}

function tekenBudget({ spel }: Verslag): string {
  const punten = uitgedund(spel.gezien.verloop, 600)
  const namen = Object.keys(punten.at(-1)?.stand.overCent ?? {})
  return tekenLijnen({
    xNaam: 'seconden na de opening', yNaam: '€ miljoen',
    lijnen: namen.map((naam) => ({ naam, vlak: namen.length === 1, punten: punten.map(({ ms, stand }): Punt => [ms / 1_000, (stand.overCent[naam] ?? 0) / 100_000_000]) })),
  })
}

function tekenWachttijd({ deelnames, opentMs }: Spelgegevens): string {
  const stippen = deelnames.flatMap(({ plaats, bevestigdMs, isFormeel }) => plaats === undefined || bevestigdMs === undefined ? [] : [{ isFormeel, punt: [plaats, (bevestigdMs - opentMs) / 1_000] as const }])
  return tekenLijnen({
    xNaam: 'plaats', yNaam: 'seconden na de opening',
    punten: [
      { naam: 'op de beurt', punten: uitgedund(stippen.filter(({ isFormeel }) => !isFormeel), 2_000).map(({ punt }) => punt) },
      { naam: 'om een formele weigering', punten: uitgedund(stippen.filter(({ isFormeel }) => isFormeel), 500).map(({ punt }) => punt) },
    ],
  })
}

function tekenLatenties({ spel: { gezien }, cijfers }: Verslag): Html {
  const soorten: readonly (readonly [string, Latenties])[] = [
    ['Indienen', gezien.indienen], ['Gelote plaats opzoeken', gezien.gelotePlaats], ['Stand van de wachtkamer', gezien.stand],
    ['Plaats nemen', gezien.plaats], ['Ingedrukt voordat het de beurt was (dan wacht de poort erop)', gezien.indienenTeVroeg], ['Toestand van de aanvraag', gezien.toestand], ['Van ontvangst tot uitkomst, gezien door de burger', gezien.uitkomst],
  ]
  const delen = [0.5, 0.9, 0.95, 0.99, 0.999]
  const svg = tekenLijnen({
    xNaam: 'procent van de vragen', yNaam: 'milliseconden',
    lijnen: soorten.slice(0, 3).map(([naam, latenties]) => ({ naam: naam.split(' ')[0] ?? naam, punten: Array.from({ length: 100 }, (_, n): Punt => [n + 0.5, latenties.percentiel((n + 0.5) / 100)]) })),
  })
  return html`${figuur(svg, 'Hoeveel procent van de vragen binnen hoeveel milliseconden een antwoord had.')}
<div class="tabel"><table><thead><tr><th>Milliseconden</th><th class="getal">Aantal</th>${delen.map((deel) => html`<th class="getal">${String(deel * 100).replace('.', ',')} %</th>`)}<th class="getal">Hoogste</th></tr></thead><tbody>
${soorten.map(([naam, latenties]) => html`<tr><td>${naam}</td><td class="getal">${getal.format(latenties.aantal)}</td>${delen.map((deel) => html`<td class="getal">${getal.format(latenties.percentiel(deel))}</td>`)}<td class="getal">${getal.format(Math.round(latenties.hoogste))}</td></tr>`)}
<tr><td>Van ontvangst tot besluit, volgens de database</td><td class="getal">${getal.format(cijfers.opgeslagen)}</td><td class="getal">${cijfers.beslistMs.p50}</td><td></td><td></td><td class="getal">${cijfers.beslistMs.p99}</td><td></td><td></td></tr>
</tbody></table></div>`
}

/** Per second, smoothed over five. */
function perSeconde(reeks: Reeks, vanS: number, totS: number): Punt[] {
  const van = Math.floor(vanS)
  return Array.from({ length: Math.max(1, Math.ceil(totS) - van) }, (_, n): Punt => {
    const seconde = van + n
    return [seconde, [-2, -1, 0, 1, 2].reduce((som, d) => som + reeks.op(seconde + d), 0) / 5]
  })
}

function uitgedund<Ding>(dingen: readonly Ding[], hoogstens: number): readonly Ding[] {
  const stap = Math.max(1, Math.ceil(dingen.length / hoogstens))
  return dingen.filter((_, index) => index % stap === 0 || index === dingen.length - 1)
}
