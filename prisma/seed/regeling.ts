import { plainDate } from '@/lib/base/date'
import type { ParameterNaam, ParameterRij } from '@/lib/regeling/model'

// Subsidieregeling STAP-budget, Stcrt. 2021, 35685, BWBR0045419: in force on 1-1-2022, ends on 1-1-2027. Nothing can be applied for
// after that day; what was granted before it is still invoiced, followed, settled and claimed back, so what that needs does not end.
const INWERKING = '2022-01-01'
const VERVALT = '2027-01-01'

const REGELING = 'Subsidieregeling STAP-budget (Stcrt. 2021, 35685)'
const EIGEN_KEUZE = 'Eigen keuze, nog vast te stellen'

/**
 * The regeling as data: each value with the period in which it held and where it was read. Where the text of an article could
 * not be read, the source says so; what nobody prescribed is marked as our own choice.
 */
export const REGELING_PARAMETERS: readonly ParameterRij[] = [
  ...from('maximumbedrag', `${REGELING}; bedrag volgens Kamerbrief 25-2-2022: maximaal € 1.000 per jaar`, [[INWERKING, 100_000]], VERVALT),
  ...from('verleningen-per-jaar', `${REGELING}; één toekenning per kalenderjaar volgens de publieksuitleg van UWV`, [[INWERKING, 1]], VERVALT),
  ...from('minimumleeftijd', `${REGELING}, art. 5 lid 2 onder a, naar de toelichting`, [[INWERKING, 18]], VERVALT),
  ...from('aow-leeftijd', 'Algemene Ouderdomswet, art. 7a; waarde uit algemene bekendheid, nog na te lezen in de wet', [
    [INWERKING, { jaren: 66, maanden: 7 }],
    ['2023-01-01', { jaren: 66, maanden: 10 }],
    ['2024-01-01', { jaren: 67, maanden: 0 }],
  ], VERVALT),
  ...from('verzekerde-maanden', `${REGELING}, art. 5 lid 2, naar de toelichting: van twee jaar en drie maanden tot drie maanden voor het tijdvak`, [
    [INWERKING, { maanden: 6, vensterVanMaanden: 27, vensterTotMaanden: 3 }],
  ], VERVALT),
  ...from('startvenster', `${REGELING}, art. 5 lid 3 onder a (Woo-besluit STAP-keten)`, [[INWERKING, { naDagen: 28, maandenNaSluiting: 3 }]], VERVALT),
  ...from('beslistermijn', 'Awb 4:13 lid 1; vier weken volgens UWV en het Woo-besluit STAP-keten', [[INWERKING, { dagen: 28 }]], VERVALT),
  ...from('bezwaartermijn', 'Awb 6:7', [[INWERKING, { weken: 6 }]], null),
  ...from('gelijkgestelde-dagen', 'Algemene termijnenwet, art. 3 lid 3: de vrijdag na Hemelvaartsdag; de besluiten zelf zijn niet gelezen', [
    [INWERKING, ['2022-05-27']],
    ['2023-01-01', ['2023-05-19']],
    ['2024-01-01', ['2024-05-10']],
    ['2025-01-01', ['2025-05-30']],
    ['2026-01-01', ['2026-05-15']],
  ], null),
  ...from('betaaltermijn', 'Awb 4:87 lid 1', [[INWERKING, { weken: 6 }]], null),
  ...from('wettelijke-rente', 'Besluit vaststelling wettelijke rente, art. 6:120 lid 1 BW; 2% tot en met 2022: Stb. 2014, 491; 2023 en 2024 uit berichten van accountants en e-justice.europa.eu, 2025 en 2026 uit een rentetabel van februari 2026. De besluiten van 2023 tot en met 2026 zelf zijn niet gelezen', [
    [INWERKING, { procent: 2 }], ['2023-01-01', { procent: 4 }], ['2023-07-01', { procent: 6 }], ['2024-01-01', { procent: 7 }], ['2025-01-01', { procent: 6 }], ['2026-01-01', { procent: 4 }],
  ], null),
  ...from('rente-drempel', 'Awb 4:98 lid 2', [[INWERKING, { bestuursorgaanCent: 1_000, anderCent: 2_000 }]], null),
  // Indexed every year (Awb 11:2 lid 1). Of the later amounts only the text was read, not from which day: until it must hold, the lower one.
  ...from('aanmaning', 'Awb 4:112 lid 1 (twee weken) en 4:113 lid 1 (vergoeding), tekst van 21-12-2021. Vanaf 2026 de bedragen van een latere tekst (pgawb.nl) waarvan de begindag niet is gevonden: in 2023 tot en met 2025 kan te weinig zijn gevraagd, niet te veel', [
    [INWERKING, { weken: 2, grensCent: 50_000, onderGrensCent: 700, vanafGrensCent: 1_600 }], ['2026-01-01', { weken: 2, grensCent: 50_000, onderGrensCent: 800, vanafGrensCent: 1_900 }],
  ], null),
  ...from('betaalherinnering', `${EIGEN_KEUZE}; een herinnering zonder kosten voordat de termijn van Awb 4:87 om is`, [[INWERKING, { dagenVoorEinde: 7 }]], null),
  ...from('verjaring', 'Awb 4:104 lid 1; stuiting en verlenging: 4:105, 4:106, 4:110 en 4:111', [[INWERKING, { jaren: 5 }]], null),
  ...from('betalingsregeling', `${EIGEN_KEUZE} binnen Awb 4:94 (uitstel van betaling) en 4:101 (rente tijdens uitstel, tenzij anders bepaald)`, [
    [INWERKING, { hoogsteAantal: 36, laagsteTermijnCent: 1_000, eersteBinnenDagen: 42, automatischTotCent: 100_000, automatischAantal: 12, hersteldagen: 14, rentevrij: true }],
  ], null),
  ...from('kwijtschelding-mandaat', `${EIGEN_KEUZE} binnen Awb 4:94a; boven het bedrag beslissen twee mensen`, [[INWERKING, { financieel: 10_000, 'teamleider-financieel': 50_000 }]], null),
  ...from('betaalmandaat', `${EIGEN_KEUZE}; een batch boven dit bedrag heeft ook de teamleider financieel nodig`, [[INWERKING, { financieelTotCent: 50_000_000 }]], null),
  ...from('bankmandaat', `${EIGEN_KEUZE}; boven dit bedrag beslissen twee mensen over geld op een afschrift dat niet vanzelf was te boeken`, [[INWERKING, { alleenTotCent: 100_000 }]], null),
  ...from('bank-antwoord', 'BW 7:537 lid 1: uiterlijk de volgende werkdag; de dag erna staat het op een afschrift (eigen keuze)', [[INWERKING, { werkdagen: 2 }]], null),
  ...from('rekening-bedenktijd', `${EIGEN_KEUZE}; dagen tussen de bevestiging van een ander rekeningnummer en het gebruik ervan`, [[INWERKING, { dagen: 5 }]], null),
  ...from('opschorting-termijn', 'Awb 4:56', [[INWERKING, { weken: 13 }]], null),
  ...from('afzegging-keuze', `${EIGEN_KEUZE}; naar het Woo-besluit STAP-keten: de burger zit klem als de opleider afzegt, en zwijgen mag niets kosten zonder voornemen (Awb 4:8)`, [[INWERKING, { dagen: 28, herinneringDagen: 7 }]], null),
  ...from('annuleringskosten', `${EIGEN_KEUZE}; de regeling noemt geen maximum. DUO noemde in het overleg een voorbeeld van € 190 (Woo-besluit STAP-keten): een bedrag dat is gerekend, geen grens; veertien dagen bedenktijd: art. 6:230o BW`, [[INWERKING, { maximumCent: 19_000, bedenktijdDagen: 14 }]], null),
  ...from('factuur-vanaf', 'UWV, site voor opleiders: factureren kan vanaf drie weken voor de start', [[INWERKING, { dagenVoorStart: 21 }]], null),
  ...from('bewijs-van-deelname-termijn', 'UWV, site voor opleiders: binnen drie maanden na het einde van de scholing', [[INWERKING, { maanden: 3 }]], null),
  ...from('aanwezigheidsnorm', `${REGELING}, art. 14 lid 2 onder b`, [[INWERKING, { procent: 80 }]], null),
  ...from('deelname-herinneringen', `${EIGEN_KEUZE}; het opleidersportaal laat zien wat nog te melden is (UWV, site voor opleiders)`, [[INWERKING, { voorDagen: 14, naDagen: 7, laatsteDagen: 28 }]], null),
  ...from('deelname-reactie', `${EIGEN_KEUZE}; de burger bevestigde in het echt niets (Woo-besluit STAP-keten), wie niet antwoordt houdt de vaststelling niet op`, [[INWERKING, { dagen: 28, herinneringDagen: 7 }]], null),
  ...from('deelname-navraag', `${EIGEN_KEUZE}; Awb 4:47 laat ambtshalve vaststellen toe, met de burger gehoord`, [[INWERKING, { naDagen: 42, antwoordDagen: 28 }]], null),
  ...from('deelname-controle', `${EIGEN_KEUZE}; controle van het bewijs van deelname is een taak van de Toetsingskamer (art. 23), veertien dagen naar het proces van 8-12-2022 (Woo-besluit STAP-keten)`, [[INWERKING, { aantal: 50, inleverDagen: 14, perSignaal: 2, margeProcent: 5 }]], null),
  ...from('uitsluitingsduur', 'Ten hoogste twee jaar volgens stapuwv.nl, een jaar in de praktijk van UWV (Woo-besluit STAP-keten, december 2022); de bronnen verschillen', [
    [INWERKING, { maximaalMaanden: 24, praktijkMaanden: 12 }],
  ], null),
  ...from('zienswijze-termijn', `${EIGEN_KEUZE}; Awb 4:8 en 4:9 noemen geen termijn`, [[INWERKING, { dagen: 14 }]], null),
  ...from('intrekking-termijn', `${EIGEN_KEUZE}; Awb 4:50 lid 1: een redelijke termijn, zonder getal`, [[INWERKING, { dagen: 28 }]], null),
  ...from('herzieningstermijn', 'Awb 4:49 lid 3', [[INWERKING, { jaren: 5 }]], null),
  ...from('verleningsgrens', `${REGELING}: nog geen grens`, [[INWERKING, null]], '2023-02-28'),
  ...from('verleningsgrens', 'Art. 12a, Stcrt. 2023, 4426; 300 per scholingsactiviteit per opleider volgens ser.nl', [
    ['2023-02-28', { aantal: 300, werkt: 'volgend-tijdvak' }],
  ], VERVALT),
  ...from('toegelaten-erkenningen', 'Toelating tot het scholingsregister volgens de campagnesite van SZW en het Woo-besluit STAP-keten', [
    [INWERKING, ['OCW', 'NRTO', 'NLQF', 'BRANCHE']],
    ['2022-07-01', ['OCW', 'NRTO', 'NLQF', 'BRANCHE', 'CEDEO', 'CPION']],
    ['2022-10-31', ['OCW', 'NRTO', 'NLQF', 'BRANCHE', 'CEDEO', 'CPION', 'TOETSINGSKADER']],
    ['2023-01-01', ['OCW', 'NRTO', 'NLQF', 'BRANCHE', 'CEDEO', 'CPION', 'EVC', 'TOETSINGSKADER']],
  ], '2023-07-14'),
  ...from('toegelaten-erkenningen', 'Art. 1, Stcrt. 2023, 20707: alleen scholing met een erkenning van OCW', [['2023-07-14', ['OCW']]], VERVALT),
  ...from('registratiestop', `${EIGEN_KEUZE}; naar het voorstel van UWV van 9-10-2022 (Woo-besluit STAP-keten): een maand voor de opening`, [
    [INWERKING, { dagenVoorOpening: 28 }],
  ], VERVALT),
  ...from('aanlevering-verlies', `${EIGEN_KEUZE}; een bestand dat meer van het aanbod van een opleider zou laten verdwijnen, wacht op akkoord`, [[INWERKING, { procent: 20, minstens: 3 }]], VERVALT),
  ...from('erkenner-steekproef', `${EIGEN_KEUZE}; erkenners kijken maandelijks wat hun opleiders registreren (Woo-besluit STAP-keten, voorstellen van 9-10-2022)`, [[INWERKING, { aantal: 10, dagen: 21 }]], VERVALT),
  ...from('wijziging-termijnen', `${EIGEN_KEUZE}; naar het Woo-besluit STAP-keten: de burger zit klem als de opleider datum, plaats of vorm wijzigt`, [[INWERKING, { antwoordWerkdagen: 10, wisselDagen: 28, vaakVanaf: 3 }]], null),
  ...from('past-niet-regel', `${EIGEN_KEUZE}; Awb 4:25 lid 2 laat deels verlenen toe ("voor zover")`, [[INWERKING, 'weiger']], VERVALT),
  ...from('reserve-bedenktijd', `${EIGEN_KEUZE}; tijd om te zeggen of u het budget wilt dat op de reservelijst vrijkomt`, [[INWERKING, { werkdagen: 2, minimaalUren: 12 }]], VERVALT),
  ...from('herkies-termijn', `${EIGEN_KEUZE}; tijd om een andere scholing te kiezen als de eerste is verwijderd`, [[INWERKING, { dagen: 14 }]], VERVALT),
  ...from('wachtkamer', EIGEN_KEUZE, [[INWERKING, { urenVoorOpening: 24, perMinuut: 60_000 }]], VERVALT),
  ...from('prijsindexering', 'Voorstel van UWV van 9-10-2022 (Woo-besluit STAP-keten): de prijs ten hoogste één keer per jaar indexeren', [[INWERKING, { maximaalPerJaar: 1 }]], VERVALT),
  ...from('studiefinanciering-risico', 'Uitvoering door UWV: risicogerichte uitsluiting op leeftijd en onderwijssoort (toetsjekennis.nl); leeftijd naar WSF 2000, art. 2.3; de lijst is een eigen keuze', [
    [INWERKING, {
      leeftijdTot: 30,
      niveaus: ['MBO-1', 'MBO-2', 'MBO-3', 'MBO-4', 'HBO-AD', 'HBO-BA', 'HBO-MA', 'WO-BA', 'WO-MA'],
      waardedocumenten: ['DIPLOMA', 'GETUIGSCHRIFT'],
    }],
  ], VERVALT),
]

/** Rows that follow each other: every value ends where the next one begins, the last one at `tot`. */
function from(naam: ParameterNaam, bron: string, waarden: readonly (readonly [van: string, waarde: unknown])[], tot: string | null): ParameterRij[] {
  return waarden.map(([van, waarde], index) => {
    const einde = waarden[index + 1]?.[0] ?? tot
    return { naam, waarde, geldigVan: plainDate(van), geldigTot: einde === null ? null : plainDate(einde), bron }
  })
}
