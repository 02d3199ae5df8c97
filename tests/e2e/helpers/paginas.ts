import type { Inlog } from './login'

/** A page that must meet the quality rules. Add every new page here. */
export type Pagina = {
  path: string
  /** From `path`, follow the first link with an address like this, and so on: the page has a kenmerk in its address. keten.spec.ts makes what is there. */
  volg?: readonly RegExp[]
  /** Text of the h1, or a part of it; left out when it is a name from the data. */
  h1?: string
  /** Who looks; left out for a public page. */
  als?: Inlog
  /** Name of the link, button or field this page is for: it must be reachable with the keyboard. */
  hoofdactie?: string
  /** Status of the answer; 200 unless it is an error page. */
  status?: number
}

const BURGER: Inlog = { provider: 'digid', persona: 'sanne' }
const OPLEIDER: Inlog = { provider: 'eherkenning', persona: 'petra' }
const medewerker = (persona: string): Inlog => ({ provider: 'medewerker', persona })

export const PAGINAS: readonly Pagina[] = [
  { path: '/', h1: 'Een stap vooruit', hoofdactie: 'Zoeken' },
  { path: '/uitleg', h1: 'Hoe het werkt', hoofdactie: 'Zoek een opleiding' },
  { path: '/opleidingen?q=boekhouden', h1: 'Opleiding zoeken', hoofdactie: 'Zoeken' },
  { path: '/wachtkamer/2022-V' },
  { path: '/wachtkamer/2022-V', als: BURGER },
  { path: '/publicaties/wachtkamer/2022-V', h1: 'om de plaatsen' },
  { path: '/contact', h1: 'Contact en hulp' },
  { path: '/privacy', h1: 'Privacy' },
  { path: '/toegankelijkheid', h1: 'Toegankelijkheid' },
  { path: '/inloggen', h1: 'Inloggen', hoofdactie: 'Inloggen met DigiD' },
  { path: '/inloggen?voor=burger&terug=/mijn&verlopen=ja', h1: 'Inloggen', hoofdactie: 'Inloggen met DigiD' },
  { path: '/inloggen/melding/niveau-te-laag', h1: 'Uw inlogniveau is te laag', hoofdactie: 'Opnieuw inloggen' },
  { path: '/uitgelogd', h1: 'U bent uitgelogd', hoofdactie: 'Naar de startpagina' },
  { path: '/dev', h1: 'Testpersonen', hoofdactie: 'Sanne de Vries' },
  { path: '/deze-pagina-bestaat-niet', h1: 'Deze pagina is er niet', hoofdactie: 'Naar de startpagina', status: 404 },
  { path: '/dev/fout/weg', h1: 'Deze pagina is er niet', hoofdactie: 'Naar de startpagina', status: 404 },
  { path: '/dev/fout/kapot', h1: 'Er ging iets mis bij ons', hoofdactie: 'Naar de startpagina', status: 500 },
  { path: '/dev/onderdelen', h1: 'Onderdelen', hoofdactie: 'Opslaan' },

  { path: '/mijn', h1: 'Mijn STAP', als: BURGER },
  { path: '/mijn/berichten', h1: 'Berichten', als: BURGER },
  { path: '/mijn/gegevens', h1: 'Uw e-mailadres', als: BURGER },
  { path: '/mijn/aanvragen/nieuw', h1: 'Aanvraag voorbereiden', als: BURGER },
  { path: '/mijn', volg: [/^\/mijn\/aanvragen\/STAP-[0-9-]+$/], h1: 'Heftruckcertificaat', als: BURGER },
  { path: '/mijn', volg: [/^\/mijn\/aanvragen\/STAP-[0-9-]+$/, /^\/aanvragen\/STAP-[0-9-]+\/ontvangst$/], h1: 'Wij hebben uw aanvraag ontvangen', als: BURGER },
  { path: '/mijn/berichten', volg: [/^\/mijn\/berichten\/[0-9a-f-]{36}$/], h1: 'STAP-budget', als: BURGER, hoofdactie: 'Download als pdf' },
  // The first two aanvragen of a system are those of keten.spec.ts; no link leads here when nothing is left to do.
  { path: '/mijn/aanvragen/STAP-0000001-22/deelname', h1: 'Uw deelname', als: BURGER },
  { path: '/mijn/aanvragen/STAP-0000001-22/intrekken', h1: 'Stoppen', als: BURGER },
  { path: '/sessie/verlengen', h1: 'U blijft ingelogd', als: BURGER },
  { path: '/opleidingen', volg: [/^\/opleidingen\/[0-9a-f-]{36}/], hoofdactie: 'Bekijk de startdata' },
  { path: '/opleidingen?q=heftruk', h1: 'Opleiding zoeken', hoofdactie: 'Zoeken' },
  { path: '/opleidingen?q=xyzzyx', h1: 'Opleiding zoeken', hoofdactie: 'Bekijk alle opleidingen' },
  { path: '/opleidingen', volg: [/^\/opleidingen\/[0-9a-f-]{36}/, /^\/vergelijken\?id=/], h1: 'Opleidingen vergelijken' },
  { path: '/favorieten', h1: 'Bewaarde opleidingen', hoofdactie: 'Zoek' },
  { path: '/opendata', h1: 'Open data' },
  { path: '/opleidingen', volg: [/^\/opleidingen\/[0-9a-f-]{36}/, /^\/opleidingen\/[0-9a-f-]{36}\/aanmeldbewijs$/], h1: 'Aanmeldbewijs vragen', als: BURGER },
  { path: '/opleider', h1: 'Overzicht', als: OPLEIDER, hoofdactie: 'Bestand aanleveren' },
  { path: '/opleider/opleidingen', h1: 'Opleidingen', als: OPLEIDER, hoofdactie: 'Opleiding toevoegen' },
  { path: '/opleider/opleidingen/nieuw', h1: 'Opleiding toevoegen', als: OPLEIDER, hoofdactie: 'Opleiding bewaren' },
  { path: '/opleider/import', h1: 'Bestand aanleveren', als: OPLEIDER, hoofdactie: 'Bestand aanleveren' },
  { path: '/opleider/opleidingen', volg: [/^\/opleider\/opleidingen\/[0-9a-f-]{36}$/], als: OPLEIDER, hoofdactie: 'Startdatum toevoegen' },
  { path: '/opleider/opleidingen', volg: [/^\/opleider\/opleidingen\/[0-9a-f-]{36}$/, /\/geschiedenis$/], h1: 'Geschiedenis', als: OPLEIDER },
  { path: '/opleider/opleidingen', volg: [/^\/opleider\/opleidingen\/[0-9a-f-]{36}$/, /\/startreeks$/], h1: 'Reeks startdata toevoegen', als: OPLEIDER, hoofdactie: 'Bekijk de startdata' },
  { path: '/opleider/opleidingen', volg: [/^\/opleider\/opleidingen\/[0-9a-f-]{36}$/, /\/arbeidsmarkt$/], h1: 'Gericht op werk', als: OPLEIDER },
  { path: '/opleider/kwaliteit', h1: 'Te verbeteren', als: OPLEIDER },
  { path: '/opleider/kwaliteit', volg: [/^\/opleider\/kwaliteit\/[a-z-]+$/], als: OPLEIDER },
  { path: '/opleider/rekening', h1: 'Rekening', als: OPLEIDER, hoofdactie: 'Rekeningnummer doorgeven' },
  { path: '/uwv/betalingen/rekeningen', h1: 'Rekeningen van opleiders', als: medewerker('financieel-1') },
  { path: '/opleider/koppelingen', h1: 'Koppelingen', als: OPLEIDER, hoofdactie: 'Token maken' },
  // aanbod.spec.ts delivers files.
  { path: '/opleider/import', volg: [/^\/opleider\/import\/[0-9a-f-]{36}$/], als: OPLEIDER },
  { path: '/opleider/aanmeldbewijzen/verzoeken', h1: 'Verzoeken', als: OPLEIDER },
  { path: '/opleider/aanmeldbewijzen', h1: 'Aanmeldbewijzen', als: OPLEIDER, hoofdactie: 'Aanmeldbewijs uitgeven' },
  { path: '/opleider/aanmeldbewijzen', volg: [/^\/opleider\/aanmeldbewijzen\/[0-9a-f-]{36}$/], h1: 'STAP-aanmeldbewijs', als: OPLEIDER },
  { path: '/opleider/aanmeldbewijzen/nieuw', h1: 'Voor welke scholing?', als: OPLEIDER },
  { path: '/opleider/aanmeldbewijzen/nieuw', volg: [/\?activiteit=/], h1: 'Voor wie?', als: OPLEIDER, hoofdactie: 'Aanmeldbewijs uitgeven' },
  { path: '/opleider/opdrachten', h1: 'Opdrachten', als: OPLEIDER },
  { path: '/opleider/opdrachten', volg: [/\/ORDER-/], h1: 'ORDER-', als: OPLEIDER },
  { path: '/opleider/facturen', h1: 'Facturen', als: OPLEIDER },
  { path: '/opleider/facturen/nieuw', h1: 'Factuur sturen', als: OPLEIDER },
  { path: '/opleider/facturen', volg: [/\/facturen\/[0-9a-f-]{36}$/], als: OPLEIDER },
  { path: '/opleider/deelnames', volg: [/\/deelnames\/STAP-/], als: OPLEIDER },
  { path: '/opleider/deelnames', h1: 'Deelnames', als: OPLEIDER },
  { path: '/opleider/deelnames/bestand', h1: 'Melden met een bestand', als: OPLEIDER, hoofdactie: 'Bestand laten lezen' },
  { path: '/opleider/deelnames/controles', h1: 'Controles', als: OPLEIDER },
  { path: '/uwv', h1: 'Werkvoorraad', als: medewerker('behandelaar-1') },
  { path: '/uwv/vaststellingen', h1: 'Vaststellingen', als: medewerker('behandelaar-1') },
  { path: '/uwv/deelnames', h1: 'Deelnames te laat', als: medewerker('behandelaar-1') },
  { path: '/uwv/kosten', h1: 'Gemelde kosten', als: medewerker('behandelaar-1') },
  { path: '/uwv/aanvragen/STAP-0000002-19', h1: 'Fatima El Amrani', als: medewerker('behandelaar-1') },
  { path: '/uwv/facturen', volg: [/\/facturen\/[0-9a-f-]{36}$/], als: medewerker('financieel-1') },
  { path: '/uwv/betalingen', volg: [/\/betalingen\/BATCH-/], h1: 'BATCH-', als: medewerker('financieel-1') },
  { path: '/uwv/facturen', h1: 'Ontvangen facturen', als: medewerker('financieel-1') },
  { path: '/uwv/betalingen', h1: 'Betalingen', als: medewerker('financieel-1') },
  { path: '/uwv/bank', h1: 'Bank', als: medewerker('financieel-1'), hoofdactie: 'Zelf een bestand inlezen' },
  { path: '/uwv/bank/terugstortingen', h1: 'Terugstortingen', als: medewerker('financieel-1') },
  { path: '/uwv/financien', h1: 'Financiën', als: medewerker('financieel-1') },
  { path: '/uwv/financien', volg: [/^\/uwv\/financien\/regels\?/], als: medewerker('financieel-1') },
  { path: '/uwv/financien/aansluiting', h1: 'Aansluiting', als: medewerker('financieel-1') },
  { path: '/uwv/financien/jaren', volg: [/^\/uwv\/financien\/jaren\/2022$/], h1: 'Boekjaar 2022', als: medewerker('financieel-1') },
  { path: '/toetsingskamer', h1: 'Toezicht', als: medewerker('onderzoeker-1') },
  { path: '/toetsingskamer/maatregelen/nieuw?q=90000001', h1: 'Maatregel opleggen', als: medewerker('onderzoeker-1'), hoofdactie: 'Zoeken' },
  { path: '/toetsingskamer', volg: [/\/maatregelen\/[0-9a-f-]{36}$/], als: medewerker('onderzoeker-1') },
  { path: '/toetsingskamer/opschortingen', h1: 'Opschortingen', als: medewerker('beslisser-1'), hoofdactie: 'Betaling opschorten' },
  { path: '/opleider/annuleringen', h1: 'Annuleringen', als: OPLEIDER },
  { path: '/toetsingskamer/wijzigingen', h1: 'Wijzigingen door opleiders', als: medewerker('onderzoeker-1') },
  { path: '/toetsingskamer/steekproeven', h1: 'Controles van deelnames', als: medewerker('onderzoeker-1') },
  { path: '/duo/imports', volg: [/\/imports\/[0-9a-f-]{36}$/], als: medewerker('registerbeheerder-1') },
  { path: '/duo', h1: 'Kwaliteit van het register', als: medewerker('registerbeheerder-1'), hoofdactie: 'Imports' },
  { path: '/duo/imports', h1: 'Imports', als: medewerker('registerbeheerder-1') },
  { path: '/duo/keurmerken', h1: 'Keurmerken', als: medewerker('registerbeheerder-1'), hoofdactie: 'Aanvraag invoeren' },
  { path: '/duo/keurmerken/nieuw', h1: 'Aanvraag invoeren', als: medewerker('registerbeheerder-1'), hoofdactie: 'Aanvraag invoeren' },
  { path: '/duo/registratiestop', volg: [/^\/duo\/registratiestop\/./], h1: 'Bevroren register', als: medewerker('registerbeheerder-1') },
  { path: '/erkenner', h1: 'NRTO', als: medewerker('erkenner-1'), hoofdactie: 'Opleider toelaten' },
  { path: '/erkenner/opleiders', volg: [/^\/erkenner\/opleiders\/[0-9a-f-]{36}$/], als: medewerker('erkenner-1') },
  { path: '/erkenner/steekproef', h1: 'Steekproeven', als: medewerker('erkenner-1') },
  { path: '/beleid', h1: 'Regeling en tijdvakken', als: medewerker('beleid-1') },
  { path: '/beleid/jaarplafonds', h1: 'Jaarplafonds', als: medewerker('beleid-1') },
  { path: '/mijn', h1: 'U hebt geen toegang', als: medewerker('beleid-1'), status: 403 },

  { path: '/regie', h1: 'Regiekamer', als: medewerker('ketenregisseur-1') },
  { path: '/regie/2022-V', h1: '2022-V', als: medewerker('auditor-1') },
  { path: '/regie/2023-II', h1: '2023-II', als: medewerker('ketenregisseur-1'), hoofdactie: 'Pauzeren' },
  { path: '/regie/2023-II/pauzeren', h1: '2023-II pauzeren', als: medewerker('ketenregisseur-1'), hoofdactie: 'Ja, pauzeer 2023-II' },
  { path: '/regie/2023-II/stoppen', h1: '2023-II stoppen', als: medewerker('ketenregisseur-1'), hoofdactie: 'Ja, stop 2023-II' },
  { path: '/regie/2023-II/heropenen', h1: 'Opening van 2023-II verzetten', als: medewerker('ketenregisseur-1'), hoofdactie: 'Ja, bepaal deze opening' },
  { path: '/regie/2023-II/budget', h1: 'Budget van 2023-II wijzigen', als: medewerker('beslisser-1'), hoofdactie: 'Plafond wijzigen' },
  { path: '/werkplein', h1: 'Werkplein', als: medewerker('werkplein-1'), hoofdactie: 'Verder' },
]
