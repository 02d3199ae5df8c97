import type { ErkennerSoort } from '@/lib/register/model'
import { PLAATSEN, STRATEN, type Plaats } from '@/scripts/data/plaatsen'
import { Toeval } from '@/scripts/data/toeval'

/** The fields of study of an opleider; each name stands for one list in scripts/data/aanbod. */
export type Vak = 'TECHNIEK' | 'ICT' | 'ZORG' | 'SPORT' | 'FINANCIEEL' | 'COMMERCIEEL' | 'KANTOOR' | 'LEIDING' | 'GEDRAG' | 'ALGEMEEN' | 'ONDERWIJS' | 'TAAL'
  | 'VEILIGHEID' | 'TRANSPORT' | 'HORECA' | 'GROEN' | 'RECHT' | 'NATUUR' | 'HOBBY'

export type DemoOpleider = {
  kvk: string
  code: string
  orgUnitId: string
  naam: string
  erkenner: string
  plaatsen: readonly Plaats[]
  vakken: readonly Vak[]
  /** How much it offers, relative to the others. */
  omvang: number
  /** A fault that its feed has, as feeds really had. */
  fout?: 'nooit-subsidiabel' | 'twee-foute-rijen'
}

/** Who admits opleiders to the scholingsregister. The branches stand for the sector organisations that were admitted in 2022. */
export const DEMO_ERKENNERS: readonly { code: string; naam: string; soort: ErkennerSoort }[] = [
  { code: 'ocw', naam: 'Ministerie van Onderwijs, Cultuur en Wetenschap', soort: 'OCW' },
  { code: 'nrto', naam: 'NRTO', soort: 'NRTO' },
  { code: 'nlqf', naam: 'Nationaal Coördinatiepunt NLQF', soort: 'NLQF' },
  { code: 'branche-transport', naam: 'Brancheregister Transport en Logistiek', soort: 'BRANCHE' },
  { code: 'branche-veiligheid', naam: 'Brancheregister Veilig Werken', soort: 'BRANCHE' },
  { code: 'branche-verzorging', naam: 'Brancheregister Uiterlijke Verzorging', soort: 'BRANCHE' },
  { code: 'branche-groen', naam: 'Brancheregister Groen', soort: 'BRANCHE' },
  { code: 'cedeo', naam: 'Cedeo', soort: 'CEDEO' },
  { code: 'cpion', naam: 'CPION', soort: 'CPION' },
  { code: 'evc', naam: 'Nationaal Kenniscentrum EVC', soort: 'EVC' },
]

type Regel = readonly [naam: string, orgUnitId: string, erkenner: string, omvang: number, plaatsen: readonly Plaats[], vakken: readonly Vak[], fout?: DemoOpleider['fout']]

// Names and addresses are made up; the kinds of opleider, their size and their faults are those of the real register.
const REGELS: readonly Regel[] = [
  ['Vakschool De Hanze', 'vakschool-de-hanze', 'nrto', 70, ['Zwolle', 'Deventer', 'Apeldoorn'], ['TRANSPORT', 'VEILIGHEID', 'ZORG', 'TECHNIEK', 'ICT']],
  ['ROC Rijn en IJssel', 'roc-rijn-en-ijssel', 'ocw', 75, ['Arnhem', 'Doetinchem', 'Zutphen'], ['ZORG', 'TECHNIEK', 'ONDERWIJS', 'HORECA', 'TAAL', 'KANTOOR']],
  ['ROC De Waterkant', 'roc-de-waterkant', 'ocw', 65, ['Rotterdam', 'Dordrecht', 'Gouda'], ['ZORG', 'TRANSPORT', 'TECHNIEK', 'COMMERCIEEL', 'TAAL']],
  ['Noorderpoort Vakcollege', 'noorder-vakcollege', 'ocw', 55, ['Groningen', 'Assen', 'Emmen'], ['TECHNIEK', 'ICT', 'ZORG', 'KANTOOR', 'GEDRAG']],
  ['Brabants Mbo-College', 'brabants-mbo-college', 'ocw', 60, ['Eindhoven', 'Tilburg', 'Helmond'], ['TECHNIEK', 'ZORG', 'HORECA', 'ONDERWIJS', 'FINANCIEEL']],
  ['Groene Campus Nederland', 'groene-campus', 'ocw', 35, ['Lelystad', 'Drachten', 'Ede'], ['GROEN', 'NATUUR']],
  ['Zeeuws Beroepsonderwijs', 'zeeuws-beroepsonderwijs', 'ocw', 35, ['Goes', 'Vlissingen', 'Middelburg'], ['ZORG', 'HORECA', 'TECHNIEK', 'TRANSPORT']],
  ['Hogeschool Merwede', 'hogeschool-merwede', 'ocw', 40, ['Rotterdam', 'Dordrecht'], ['LEIDING', 'FINANCIEEL', 'ICT', 'RECHT', 'ONDERWIJS']],
  ['Hogeschool De Amstel', 'hogeschool-de-amstel', 'ocw', 40, ['Amsterdam', 'Haarlem'], ['ICT', 'COMMERCIEEL', 'GEDRAG', 'ONDERWIJS', 'NATUUR']],
  ['Hogeschool Sallandia', 'hogeschool-sallandia', 'ocw', 30, ['Zwolle', 'Deventer'], ['LEIDING', 'GEDRAG', 'RECHT', 'NATUUR', 'ZORG']],
  ['Thuisstudie Nederland', 'thuisstudie-nederland', 'nrto', 110, ['Leiden'], ['FINANCIEEL', 'KANTOOR', 'ZORG', 'GEDRAG', 'TAAL', 'HOBBY', 'ALGEMEEN', 'RECHT']],
  ['Leerhuis Online', 'leerhuis-online', 'nrto', 85, ['Utrecht'], ['ICT', 'COMMERCIEEL', 'ALGEMEEN', 'TAAL', 'LEIDING'], 'nooit-subsidiabel'],
  ['Instituut Vervolg', 'instituut-vervolg', 'nrto', 60, ['Utrecht', 'Amersfoort', 'Eindhoven'], ['LEIDING', 'KANTOOR', 'FINANCIEEL', 'GEDRAG']],
  ['Codewerf Academie', 'codewerf', 'nrto', 45, ['Amsterdam', 'Utrecht'], ['ICT']],
  ['Taalbrug Opleidingen', 'taalbrug', 'nrto', 45, ['Den Haag', 'Rotterdam', 'Utrecht'], ['TAAL', 'ALGEMEEN']],
  ['Zorgvuldig Opleiden', 'zorgvuldig-opleiden', 'nrto', 55, ['Amersfoort', 'Apeldoorn', 'Almere'], ['ZORG', 'GEDRAG']],
  ['Academie voor Leiderschap Noord', 'leiderschap-noord', 'nrto', 25, ['Groningen', 'Leeuwarden', 'Heerenveen'], ['LEIDING', 'GEDRAG']],
  ['Boekhoudschool Van Dam', 'boekhoudschool-van-dam', 'nrto', 30, ['Tilburg', 'Breda', 'Roosendaal'], ['FINANCIEEL', 'KANTOOR']],
  ['Kantoor en Zo Trainingen', 'kantoor-en-zo', 'nrto', 25, ['Hilversum', 'Almere'], ['KANTOOR', 'ICT', 'ALGEMEEN']],
  ['Marketing Studio Delft', 'marketing-studio-delft', 'nrto', 22, ['Delft', 'Zoetermeer'], ['COMMERCIEEL', 'ICT']],
  ['Pedagogisch Opleidingshuis', 'pedagogisch-opleidingshuis', 'nrto', 28, ['Nijmegen', 'Den Bosch'], ['ONDERWIJS', 'GEDRAG']],
  ['Veilig Vakwerk Twente', 'veilig-vakwerk-twente', 'branche-veiligheid', 32, ['Enschede', 'Hengelo', 'Almelo'], ['VEILIGHEID', 'TRANSPORT']],
  ['BHV Partners Midden-Nederland', 'bhv-partners', 'branche-veiligheid', 22, ['Utrecht', 'Amersfoort', 'Ede'], ['VEILIGHEID'], 'twee-foute-rijen'],
  ['Rijvaardig Transportopleidingen', 'rijvaardig', 'branche-transport', 34, ['Venlo', 'Roermond', 'Eindhoven'], ['TRANSPORT', 'VEILIGHEID']],
  ['Logistiek Leercentrum Waalhaven', 'leercentrum-waalhaven', 'branche-transport', 28, ['Rotterdam', 'Dordrecht'], ['TRANSPORT']],
  ['Schoonheidsacademie Limburg', 'schoonheidsacademie-limburg', 'branche-verzorging', 16, ['Maastricht', 'Heerlen', 'Sittard'], ['ZORG']],
  ['Voet en Huid Vakopleiding', 'voet-en-huid', 'branche-verzorging', 14, ['Alkmaar', 'Hoorn'], ['ZORG', 'SPORT']],
  ['Groen Vakmanschap Boskamp', 'groen-vakmanschap', 'branche-groen', 22, ['Alphen', 'Gouda'], ['GROEN']],
  ['Horecaschool De Gouden Lepel', 'de-gouden-lepel', 'nlqf', 26, ['Den Bosch', 'Breda'], ['HORECA']],
  ['Sportinstituut Veluwe', 'sportinstituut-veluwe', 'nlqf', 24, ['Apeldoorn', 'Ede', 'Arnhem'], ['SPORT', 'ZORG']],
  ['Nederlands Lasinstituut Oost', 'lasinstituut-oost', 'nlqf', 26, ['Hengelo', 'Doetinchem'], ['TECHNIEK']],
  ['Kennisgroep Informatiebeveiliging', 'kennisgroep-ib', 'nlqf', 20, ['Den Haag'], ['ICT', 'VEILIGHEID']],
  ['Bouw en Installatie Leerbedrijf', 'bouw-installatie', 'nlqf', 30, ['Almere', 'Zaandam', 'Purmerend'], ['TECHNIEK']],
  ['Trainingsbureau Van Aalst en Partners', 'van-aalst', 'cedeo', 24, ['Utrecht', 'Rotterdam'], ['LEIDING', 'ALGEMEEN', 'GEDRAG']],
  ['Sprekend Trainingen', 'sprekend', 'cedeo', 16, ['Leiden', 'Den Haag'], ['ALGEMEEN', 'TAAL']],
  ['Juridisch Opleidingscentrum Themis', 'themis', 'cedeo', 20, ['Utrecht', 'Zwolle'], ['RECHT', 'KANTOOR']],
  ['Instituut voor Coaching en Begeleiding', 'coaching-begeleiding', 'cpion', 20, ['Amersfoort', 'Nijmegen'], ['GEDRAG', 'LEIDING']],
  ['Post-hbo Academie Zuid', 'posthbo-zuid', 'cpion', 22, ['Eindhoven', 'Maastricht'], ['LEIDING', 'ONDERWIJS', 'FINANCIEEL']],
  ['EVC Centrum Nederland', 'evc-centrum', 'evc', 12, ['Utrecht', 'Zwolle', 'Rotterdam'], ['ZORG', 'ONDERWIJS']],
  ['Ervaring Telt EVC', 'ervaring-telt', 'evc', 12, ['Groningen', 'Arnhem'], ['ZORG', 'TECHNIEK']],
]

/** The forty opleiders of the demo. The first one is the main persona: KvK 90000001. */
export const DEMO_OPLEIDERS: readonly DemoOpleider[] = REGELS.map(([naam, orgUnitId, erkenner, omvang, plaatsen, vakken, fout], index) => ({
  kvk: String(90_000_001 + index),
  code: `${String(100 + index)}A${String(201 + index)}`,
  orgUnitId, naam, erkenner, omvang, plaatsen, vakken,
  ...(fout === undefined ? {} : { fout }),
}))

export type Adres = { straat: string; huisnummer: string; postcode: string; plaats: Plaats }

/** The address of an opleider in one of its towns, always the same. */
export function adresIn(opleider: Pick<DemoOpleider, 'kvk' | 'plaatsen'>, plaats: Plaats): Adres {
  const toeval = new Toeval(Number(opleider.kvk) * 31 + opleider.plaatsen.indexOf(plaats))
  const letters = Array.from({ length: 2 }, () => toeval.pick([...'ABCDEGHJKLMNPRTVWXZ'])).join('')
  return { straat: toeval.pick(STRATEN), huisnummer: String(toeval.between(1, 240)), postcode: `${PLAATSEN[plaats]} ${letters}`, plaats }
}

/** A made-up account number that passes the Dutch eleven test and the check digits of an IBAN. */
export function demoIban(volgnummer: number): string {
  for (let rekening = 100_000_000 + volgnummer * 7_919; ; rekening++) {
    const cijfers = String(rekening).padStart(10, '0')
    const som = [...cijfers].reduce((totaal, cijfer, plaats) => totaal + Number(cijfer) * (10 - plaats), 0)
    if (som % 11 !== 0) continue
    const omgezet = [...`TRIO${cijfers}NL00`].map((teken) => (/[A-Z]/.test(teken) ? String(teken.charCodeAt(0) - 55) : teken)).join('')
    const rest = [...omgezet].reduce((tussen, cijfer) => (tussen * 10 + Number(cijfer)) % 97, 0)
    return `NL${String(98 - rest).padStart(2, '0')}TRIO${cijfers}`
  }
}
