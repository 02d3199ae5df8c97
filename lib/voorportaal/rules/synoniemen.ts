/**
 * Words for the same thing, per field of work. Every word or phrase of a group finds what the others find. Behind `>`: what somebody
 * who asks for one of the words before it is also helped with, but not the other way round.
 *
 * One line a group. Add a line when people ask for a word that finds nothing (the relevance list of `npm run bench -- relevantie` tells
 * what it does to the other questions).
 */
const PER_VAKGEBIED = {
  veiligheid: `
    vca, veiligheid checklist aannemers, veilig werken bouwplaats > vil-vcu, vca-vol
    bhv, bedrijfshulpverlening, bedrijfshulpverlener
    ehbo, eerste hulp, eerstehulp, reanimatie
    bhv > ehbo
    beveiliger, beveiliging, bewaker, portier, security officer > event security
    boa, buitengewoon opsporingsambtenaar, handhaver
    mvk, middelbare veiligheidskunde, veiligheidskundige
    brandweer, brandwacht, brandpreventie
    ri&e, risico-inventarisatie, preventiemedewerker
    avg, gdpr, privacy
    agressie, agressiehantering`,
  transport: `
    heftruck, vorkheftruck, heftruckchauffeur, vorklift > reachtruck
    reachtruck > heftruck
    vrachtwagen, vrachtauto, truck, vrachtwagenchauffeur, vrachtwagenrijbewijs, beroepschauffeur, groot rijbewijs, rijbewijs c > code 95
    rijbewijs d, buschauffeur, bus, touringcar, touringcarchauffeur > code 95
    code 95, code95, nascholing chauffeur
    adr, gevaarlijke stoffen
    taxi, taxichauffeur
    rijinstructeur, rijles geven, rijschool, rijschoolhouder, rij-instructeur
    magazijn, magazijnmedewerker, orderpicker, warehouse, logistiek medewerker
    hoogwerker, ipaf
    kraanmachinist, hijskraan, kraan, torenkraan
    inkoop, inkoper, nevi, procurement
    douane, douanedeclarant, declarant
    supply chain, logistiek management`,
  ict: `
    ict, it, informatica, automatisering
    ict-beheer, ict-beheerder, it-beheerder, it-beheer, werkplekbeheer > systeembeheer, netwerkbeheer, linux-beheer, servicedeskmedewerker ict
    systeembeheer, systeembeheerder, sysadmin, windows server > ict-beheerder
    netwerkbeheer, netwerkbeheerder, netwerken beheren, cisco, ccna
    servicedesk, helpdesk
    programmeren, programmeur, coderen, coding, software ontwikkelen, softwareontwikkelaar, developer > python, java, csharp
    website, websites bouwen, webdesign, webdeveloper, webontwikkeling, website bouwen > wordpress
    website maken > webontwikkeling
    cybersecurity, cyber security, cyberveiligheid, informatiebeveiliging, hacken, ethical hacker, ethisch hacken > avg
    data-analyse, data-analist, data analist, data science > power bi, python
    kunstmatige intelligentie, ai, artificial intelligence, machine learning
    excel, spreadsheet, spreadsheets
    computer, computervaardigheden, digitale vaardigheden, computerles
    cloud, azure, aws
    testen, softwaretester, tester, istqb, tmap
    office, microsoft office, word
    database, databases, sql`,
  techniek: `
    lassen, lasser, lascursus, mig, mag, tig
    elektricien, elektromonteur, elektrotechniek, installatietechniek elektro
    nen 3140, nen3140, vop
    zonnepanelen, zonnepaneel, pv-panelen, zonne-energie
    warmtepomp, warmtepompen
    airco, airconditioning, koeltechniek, koelmonteur, f-gassen, fgassen, stek > warmtepompen
    cv-ketel, cv-monteur, gastechniek, cv-installateur
    loodgieter, sanitair, installateur
    timmerman, timmeren, houtbewerking
    schilder, schilderen
    stukadoor, stukadoren, stucen
    metselaar, metselen
    tegelzetter, tegelzetten
    cnc, draaien frezen, verspaner, verspanen
    cad, autocad, technisch tekenen, revit, solidworks
    automonteur, autotechnicus, autotechniek, elektrische auto
    fietsenmaker, fietstechnicus, fietsmonteur`,
  zorg: `
    verzorgende, verzorgende ig, vig, ziekenverzorger, ziekenverzorgende
    thuiszorg, wijkzorg, ouderen thuis, zorg thuis > helpende, verzorgende
    ouderenzorg, ouderen > thuiszorg, dementie
    verpleegkundige, verpleging, verpleegkunde, verpleegster > verpleegtechnisch
    helpende, zorghulp
    dementie, alzheimer
    doktersassistent, huisartsassistent, praktijkassistent
    tandartsassistent, tandarts
    apothekersassistent, apotheek
    medisch secretaresse, medisch secretarieel
    injecteren, prikken, bloedprikken, bloedafname, venapunctie
    schoonheidsspecialist, schoonheidsspecialiste, beautyspecialist, huidverzorging > visagie
    visagie, visagist, visagiste, make-up, make-up artist, makeup > schoonheidsspecialist
    nagelstylist, nagelstyliste, manicure
    pedicure, voetverzorging, voetverzorger
    kapper, kapster, haarstylist
    voeding, dietist, voedingsdeskundige, gewichtsconsulent
    evc, ervaringscertificaat
    masseur, massage, massagetherapeut
    personal trainer, fitnessinstructeur, fitnesstrainer, sportinstructeur`,
  economie: `
    boekhouden, boekhouder, boekhouding, administratie voeren > bedrijfsadministratie, financieel administratief
    pdb, praktijkdiploma boekhouden
    salarisadministratie, loonadministratie, salarisadministrateur, payroll, loonadministrateur, pdl
    belasting, belastingen, fiscaal, btw
    accountant, accountancy
    marketing, marketeer
    seo, zoekmachineoptimalisatie, sea, google ads, zoekmachinemarketing > online marketing
    social media, socialmedia, instagram, facebook > online marketing
    webwinkel, webshop, e-commerce
    zzp, zzp'er, zzper, zelfstandige, freelance, freelancer, eigen bedrijf, zelfstandige zonder personeel > ondernemen, belastingen zelfstandigen
    ondernemer, ondernemen, eigen zaak, bedrijf starten, eigen bedrijf starten
    verkoper, verkoop, sales
    klantenservice, klantcontact, callcenter
    makelaar, makelaardij, vastgoed
    verzekeringen, verzekeringsadviseur, wft schade
    hypotheek, hypotheken, hypotheekadviseur, wft hypothecair
    schuldhulpverlening, schuldhulp, bewindvoering`,
  kantoor: `
    hr, human resources, hrm, personeelszaken, personeelswerk, p&o, personeelsfunctionaris > recruiter, casemanager verzuim
    recruiter, recruitment, werving en selectie
    secretaresse, secretarieel, secretariaat, directiesecretaresse, managementassistent
    receptionist, receptioniste, receptie, baliemedewerker
    notuleren, notulist
    schoonmaken, schoonmaker, schoonmaak
    leidinggeven, leiding geven, leidinggevende, teamleider, manager, management > vca-vol
    projectmanagement, projectleider, projectmanager, projectmatig werken
    scrum, agile, scrum master
    lean, six sigma
    prince2, prince 2, prince ii
    or, ondernemingsraad`,
  mens: `
    nt2, nederlands als tweede taal, nederlands leren, nederlandse taal > nederlands werkvloer
    inburgeren, inburgering, inburgeringscursus, knm > nt2
    engels, engelse
    spaans, spaanse
    frans, franse
    duits, duitse
    gebarentaal, gebaren
    kinderopvang, pedagogisch medewerker, kinderdagverblijf, creche, bso > baby, gastouder, voorschoolse
    gastouder, oppas
    leraar, docent, lesgeven, onderwijzer, juf, meester
    onderwijsassistent, klassenassistent
    coach, coaching, coachen
    loopbaancoach, loopbaanbegeleider, loopbaanadviseur, loopbaan > jobcoach, persoonlijke coaching
    jobcoach, re-integratie, werkbegeleider
    budgetcoach, budgetteren
    mediation, mediator, bemiddelen
    maatschappelijk werk, maatschappelijk werker, hulpverlening
    psychologie, psycholoog
    assertief, assertiviteit
    presenteren, presentatie, spreken in het openbaar
    solliciteren, sollicitatie, sollicitatietraining
    stress, burn-out, burnout > mindfulness
    uitvaart, uitvaartverzorger, begrafenisondernemer
    rekenen, wiskunde`,
  horeca: `
    kok, koken, keuken > leidinggevende keuken
    barista, koffie
    bediening, ober, serveerster, gastheer, gastvrouw
    sociale hygiene, horecavergunning, svh
    haccp, voedselveiligheid
    bakker, brood bakken, patissier, patisserie
    hotel, hotelreceptionist
    reisleider, toerisme`,
  groen: `
    hovenier, tuinman, tuinier, tuinieren, tuinaanleg > snoeien
    boomverzorger, tree worker, bomen snoeien
    kettingzaag, motorkettingzaag, motorzaag
    bloemist, bloembinden, bloemschikken
    dierverzorger, dierenverzorging, dieren
    paraveterinair, dierenartsassistent
    imker, bijen, bijenhouder
    boswachter, natuurbeheer`,
} as const

export type Groep = { zelfde: readonly string[]; ook: readonly string[] }

/** Every group of words, whatever its field. */
export const SYNONIEMEN: readonly Groep[] = Object.values(PER_VAKGEBIED).flatMap((lijst) => lijst.trim().split('\n').map((regel): Groep => {
  const [zelfde = '', ook = ''] = regel.split('>')
  const split = (deel: string): string[] => deel.split(',').map((woord) => woord.trim()).filter((woord) => woord !== '')
  return { zelfde: split(zelfde), ook: split(ook) }
}))
