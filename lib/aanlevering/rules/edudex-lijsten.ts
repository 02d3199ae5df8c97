/*
 * Value lists of the EDU-DEX Data API that the register itself does not use, but that the API promises to check. One value after
 * another, with a bar between them, because several hold spaces. The lists that the register does use stand in lib/register.
 */

function list(text: string): readonly string[] {
  return text.split('|').map((value) => value.trim())
}

export const ACCREDITATIONS = list(`
  AACSB | ACBSP | AMBA | Cedeo | CPION | EQA | EQUIS | NLQF | NOREA | NVAO | ISO 9001 | ISO 9001-2008 | ISO 9001-2015 | CCV | NBA | NRTO | RICS | PMP |
  CAPM | SMC | SDC | SPOC | SAMC | SSGBC | SSBBC | LSSGBC | LSSBBC | HQ | DSI | VOI | CRKBO | KTNO | SNRO | KABIZ | BGN | BLCN | ISO 27001 | SPMBO |
  SPHBO | SPEN | IACA | ECABO | GWO | STCW`)

export const COMPETENCES_RIJK = list(`
  C1 | C2 | C3 | C4 | C5 | C6 | C7 | C8 | C9 | C10 | C11 | C12 | C13 | C14 | C15 | C16 | C17 | C18 | C19 | C20 | C21 | C22 | C23 | C24 | C25 | C26 | C27
  | C28 | C29 | C30 | C31 | C32 | C33 | C34 | C35 | C36 | C37 | C38 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 15 | 16 | 17 | 18 | 19 | 20 |
  21 | 22 | 23 | 25 | 26 | 27 | 28 | 29 | 30 | 31 | 32 | 33 | 34 | 35 | 37 | 38 | 39 | 40 | 41 | 42 | 1 | 14 | 24 | 36`)

export const DEGREES = list(`
   | none | certificate | diploma | certificate on request | certificate of participation | testimonial | module certificate | B | M | Ad | Ad BA | Ad
  Eng | Ad Ec | Ad Com | mbo niveau 1 | mbo niveau 2 | mbo niveau 3 | mbo niveau 4 | mbo-verklaring | mbo-certificaat | B ANP | B AS | BBA | B BE | B
  Com | B CMD | BComn | BDA | BDes | B Ec | B Ed | B Eng | B ES | BFA | BFT | B Health | B HRM | BHS | B ICT | BJ | BMA | B Midwifery | B MO | BN | B PM
  | B SW | B Sports | BPA | BPM | BTA | BTh | B Water Management | MArch | MFA | M ANP | M Health | Mped | M PA | M Des | M Eng | M Urb | M Ed | MN | M
  Mus | BA | BA/BSc | BSc | LLB | Ing. | Ir. | Mr. | AAG | E.Ma | EMFC | MA | MA/MSc | MBA | MBI | MBV | MCC | MEd | MiF | MIM | MFP | MHA | MHOB | MLA
  | MM | MMM | MRM | MCPM | MOS | MMO | MSM | MME | EMITA | EMAS | MII | MPhil | MPD | MPM | MPH | MRE | MSc | LLM | LLM/MSc | PhD | DBA | PDEng`)

export const E_COMPETENCES = list(`
  A1 | A2 | A3 | A4 | A5 | A6 | A7 | A8 | A9 | A10 | B1 | B2 | B3 | B4 | B5 | B6 | C1 | C2 | C3 | C4 | C5 | D1 | D2 | D3 | D4 | D5 | D6 | D7 | D8 | D9 |
  D10 | D11 | D12 | E1 | E2 | E3 | E4 | E5 | E6 | E7 | E8 | E9`)

export const INSTRUCTION_MODES = list(`
  active learning | blended learning | case study | classroom teaching | coaching | colloquium | computer exercise | computer modeling | design project
  | excursion | exhibition | gaming | group assignment | group discussion | home study | individual assignment | individual guidance | integration
  module | internship | laboratory work | lecture | literature study | management game | research | research project | research proposal | roleplay |
  oral presentation | portfolio | poster presentation | practicum | project | self evaluation | self study | seminar | simulation | thesis | tutorial |
  traineeship | training | virtual classroom | webinar | working group | workshop`)

export const COUNTRIES = list(`
  eu | xz | ad | ae | af | ag | ai | al | am | ao | aq | ar | as | at | au | aw | ax | az | ba | bb | bd | be | bf | bg | bh | bi | bj | bl | bm | bn |
  bo | bq | br | bs | bt | bv | bw | by | bz | ca | cc | cd | cf | cg | ch | ci | ck | cl | cm | cn | co | cr | cu | cv | cw | cx | cy | cz | de | dj |
  dk | dm | do | dz | ec | ee | eg | eh | er | es | et | fi | fj | fk | fm | fo | fr | ga | gb | gd | ge | gf | gg | gh | gi | gl | gm | gn | gp | gq |
  gr | gs | gt | gu | gw | gy | hk | hm | hn | hr | ht | hu | id | ie | il | im | in | io | iq | ir | is | it | je | jm | jo | jp | ke | kg | kh | ki |
  km | kn | kp | kr | kw | ky | kv | kz | la | lb | lc | li | lk | lr | ls | lt | lu | lv | ly | ma | mc | md | me | mf | mg | mh | mk | ml | mm | mn |
  mo | mp | mq | mr | ms | mt | mu | mv | mw | mx | my | mz | na | nc | ne | nf | ng | ni | nl | no | np | nr | nu | nz | om | pa | pe | pf | pg | ph |
  pk | pl | pm | pn | pr | ps | pt | pw | py | qa | re | ro | rs | ru | rw | sa | sb | sc | sd | se | sg | sh | si | sj | sk | sl | sm | sn | so | sr |
  ss | st | sv | sx | sy | sz | tc | td | tf | tg | th | tj | tk | tl | tm | tn | to | tr | tt | tv | tw | tz | ua | ug | um | us | uy | uz | va | vc |
  ve | vg | vi | vn | vu | wf | ws | xk | ye | yt | za | zm | zw`)

export const OPEN_FOR = list(`
  AZ | AZ1 | AZ2 | AZ3 | AZ4 | BuZa | BuZa1 | BuZa2 | BZK | BZK1 | BZK1a | BZK2 | BZK3 | BZK4 | BZK5 | BZK6 | BZK7 | BZK8 | BZK9 | BZK10 | BZK11 |
  BZK11a | BZK11b | BZK13 | BZK14 | BZK15 | DEF | DEF1 | EZK | EZK1 | EZK2 | EZK3 | EZK4 | EZK5 | EZK6 | EZK7 | EZK8 | FIN | FIN1 | FIN2 | FIN3 | HCVS |
  HCVS1 | HCVS2 | HCVS3 | HCVS4 | HCVS5 | HCVS6 | IW | IW1 | IW2 | IW3 | IW4 | IW5 | IW6 | IW7 | JV | JV1 | JV2 | JV3 | JV4 | JV5 | JV6 | JV7 | JV8 |
  JV9 | JV10 | JV12 | JV13 | JV14 | JV15 | JV16 | JV17 | JV18 | JV19 | JV20 | JV21 | JV22 | JV23 | JV24 | JV26 | JV27 | KvdK | KvdK1 | LNV | LNV1 | LNV2
  | OCW | OCW1 | OCW2 | OCW3 | OCW4 | OCW5 | OCW6 | OCW7 | OCW8 | OCW9 | OCW10 | SZW | SZW1 | SZW2 | SZW3 | SZW4 | VWS | VWS1 | VWS2 | VWS3 | VWS4 |
  VWS5 | VWS6 | VWS7`)

export const REQUIREMENT_TYPES = list(`
  knowledge minimum | professional experience | previous education | certified competences | assessment interview | entry test | intake | written
  request | reference letter | minimum age | maximum age | span of control | revenue responsibility`)

export const SUBJECTS = list(`
  student profile | characteristics | curriculum | instruction modes | 1st year | 2nd year | 3rd year | 4th year | accreditation | additional costs |
  after graduation | admission | application | base courses | contact | enrollment | commercial partners | competencies | course schedule | draw
  selection | education | graduation | internship | job perspective | library | matching | numerus fixus | objectives | program guide | program start |
  related programs | scheduled hours | short program | study abroad | study advise | study load | teachers | tuition fee | student testimonial | teacher
  testimonial | alumnus testimonial | description`)

export const FUNCTIONS_RIJK = list(`
  F0 | F1 | F2 | F3 | F4 | F5 | F6 | F7 | F8 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9`)

export const INSTITUTE_ACCREDITATIONS = list(`
  Cedeo | NVAO | ISO 9001 | ISO 9001-2008 | ISO 9001-2015 | ISO 27001 | NRTO | VOI | CRKBO | Blik op Werk | grafimedia | vvt | anko | fcb-jeugd |
  bouwendned | ca-ict | colland | zorgopleidingen | cumela | doorzaam | dutchdata | ecm | fcb-verpakkingen | fedecom | handelgroeit | kasgroeit |
  cbm-interieurbouw | hibin | kn-slagers | onderhoud-nl | lof | nbpo | nvkl | energienetwerken | geo | kabel-telecom | plb | post-koeriers | drinkwater
  | ooc | oom | provoet | romazo-esso | transport-logistiek | sol | adiona | bakkracht | nevi-examens | kunsteducatie | svh-horeca | vaco | mitt |
  wijtechniek | B Corp`)

export const INSTITUTE_COUNTRIES = list(`
  eu | ae | af | am | au | ar | at | al | ba | be | bf | bj | bh | bi | bo | br | bs | bt | ca | cg | ch | ci | cl | cn | co | cr | cu | cv | cz | de |
  dk | ec | eg | er | es | et | fi | fr | gb | ge | gh | gr | gt | gw | hk | hn | hu | id | ie | il | in | ir | is | it | jo | jp | ke | kh | kr | kv |
  lk | lt | lu | lv | md | mk | ml | mn | mt | mx | my | mz | na | ni | ng | nl | no | np | nz | ro | pe | ph | pk | pl | ps | pt | ru | rw | sa | sd |
  se | sg | sk | sn | si | sr | sv | sy | th | tr | tw | tz | ug | uk | us | vn | ye | za | zm | zw`)

export const DISCOUNT_COST_TYPES = list(`
  certificate | cost of living | examination | excursions | housing | insurance | location | lunch | dinner | registration fee | study material |
  tuition fee | visa/permit | coaching | accommodation | second accommodation`)
