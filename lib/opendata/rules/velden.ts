import type { Veld, Veldsoort, Verzameling } from '@/lib/opendata/model'

const veld = (naam: string, soort: Veldsoort, uitleg: string): Veld => ({ naam, soort, uitleg, isLeeg: false })
/** A veld that may be empty. */
const leeg = (naam: string, soort: Veldsoort, uitleg: string): Veld => ({ naam, soort, uitleg, isLeeg: true })

/**
 * What is made public, and nothing else: a column of the register that is not in this list does not leave it. No address, e-mail or
 * telephone of an opleider: of a one-person business those are of a person.
 */
export const VELDEN: Readonly<Record<Verzameling, readonly Veld[]>> = {
  opleiders: [
    veld('id', 'id', 'Vaste sleutel van de opleider.'),
    veld('code', 'code', 'Onderwijsaanbiedercode van RIO.'),
    veld('naam', 'tekst', 'Naam van de opleider.'),
    veld('plaats', 'tekst', 'Vestigingsplaats.'),
    leeg('website', 'adres', 'Website van de opleider.'),
    veld('erkenningen', 'lijst', 'Soorten erkenning die vandaag gelden: OCW, NRTO, NLQF, BRANCHE, CEDEO, CPION of EVC.'),
    veld('inOnderzoek', 'ja-nee', 'De Toetsingskamer doet onderzoek naar deze opleider.'),
  ],
  opleidingen: [
    veld('id', 'id', 'Vaste sleutel van de opleiding.'),
    veld('opleiderId', 'id', 'De opleider die haar geeft.'),
    veld('programmaCode', 'code', 'De code die de opleider zelf gebruikt (EDU-DEX programId).'),
    veld('versie', 'getal', 'Telt op bij elke wijziging.'),
    veld('titel', 'tekst', 'Naam van de opleiding.'),
    veld('samenvatting', 'tekst', 'In één of twee zinnen.'),
    veld('omschrijving', 'tekst', 'Wat u leert en hoe.'),
    veld('leerdoel', 'tekst', 'Wat u kunt als u klaar bent.'),
    veld('toelatingseisen', 'tekst', 'Wat u moet kunnen of hebben om te beginnen.'),
    veld('soort', 'code', 'cursus, onderdeel (van een erkende opleiding), evc of meerjarig.'),
    leeg('categorie', 'code', 'Vakgebied, waardelijst van RIO.'),
    leeg('niveau', 'code', 'Niveau, waardelijst van RIO.'),
    leeg('opleidingsvorm', 'code', 'Waardelijst van RIO: KLASSIKAAL, ONLINE, KLASSIKAAL_EN_ONLINE, ZELFSTUDIE, COACHING of LEZING.'),
    leeg('waardedocument', 'code', 'Wat u krijgt als u klaar bent, waardelijst van RIO.'),
    leeg('studielast', 'getal', 'Hoeveel tijd het kost, in studielastEenheid.'),
    leeg('studielastEenheid', 'code', 'UUR, CONTACTUUR, SBU, ECTS_PUNT of STUDIEPUNT.'),
    leeg('duurDagen', 'getal', 'Hoe lang het duurt, in dagen.'),
    veld('voertaal', 'code', 'Taal, ISO 639-1.'),
    veld('themas', 'lijst', 'Onderwerpen, waardelijst van EDU-DEX.'),
    veld('dagdelen', 'lijst', 'OVERDAG, AVOND of WEEKEND.'),
    leeg('eqf', 'getal', 'Niveau in het Europese kader, 1 tot en met 8.'),
    leeg('nlqf', 'getal', 'Niveau in het Nederlandse kader, 0 tot en met 8.'),
    leeg('url', 'adres', 'Pagina van de opleider over deze opleiding.'),
    leeg('catalogusprijsCent', 'bedrag', 'Alle verplichte kosten, met btw.'),
    leeg('subsidiabelCent', 'bedrag', 'Het deel daarvan dat het STAP-budget kan betalen.'),
    veld('inOnderzoek', 'ja-nee', 'De Toetsingskamer doet onderzoek naar deze opleiding of haar opleider.'),
    veld('gewijzigdOp', 'tijdstip', 'Wanneer er voor het laatst iets is gewijzigd.'),
  ],
  scholingsactiviteiten: [
    veld('id', 'id', 'Vaste sleutel van de scholingsactiviteit.'),
    veld('opleidingId', 'id', 'De opleiding waar zij bij hoort.'),
    veld('opleiderId', 'id', 'De opleider die haar geeft.'),
    veld('cohortcode', 'code', 'De code van de opleider, uniek binnen die opleider.'),
    veld('startdatum', 'datum', 'Eerste dag.'),
    veld('einddatum', 'datum', 'Laatste dag.'),
    leeg('plaats', 'tekst', 'Plaats van de lessen; leeg is online.'),
    leeg('postcode', 'code', 'Postcode van de lessen.'),
    veld('opleidingsvorm', 'code', 'Waardelijst van RIO.'),
    veld('status', 'code', 'open, gesloten of geannuleerd.'),
    veld('dagdelen', 'lijst', 'OVERDAG, AVOND of WEEKEND.'),
    leeg('scholingsjaar', 'getal', 'Het hoeveelste jaar van een meerjarige opleiding.'),
    veld('catalogusprijsCent', 'bedrag', 'Alle verplichte kosten, met btw.'),
    veld('subsidiabelCent', 'bedrag', 'Het deel daarvan dat het STAP-budget kan betalen.'),
    leeg('deelnemersplaatsen', 'getal', 'Hoeveel mensen mee kunnen doen.'),
    veld('geregistreerdOp', 'tijdstip', 'Sinds wanneer zij in het register staat; telt voor de registratiestop.'),
    veld('gewijzigdOp', 'tijdstip', 'Wanneer er voor het laatst iets is gewijzigd.'),
  ],
}
