import type { PlainDate } from '@/lib/base/date'
import type { Cent } from '@/lib/base/money'
import type { Niveau, Opleidingsvorm, Waardedocument } from '@/lib/register/model'
import { NIVEAU_LABEL, WAARDEDOCUMENT_LABEL } from '@/lib/register/texts'

type Start = { startdatum: PlainDate; einddatum: PlainDate; plaats: string | null; adres: string | null; postcode: string | null; vorm: Opleidingsvorm; prijs: Cent }
type Opleiding = {
  inhoud: { titel: string; samenvatting: string; omschrijving: string; voertaal: string; niveau: Niveau | null; waardedocument: Waardedocument | null; studielast: number | null }
  opleider: { naam: string; website: string | null }
  activiteiten: readonly Start[]
}

const MODE: Record<Opleidingsvorm, string> = { KLASSIKAAL: 'Onsite', LEZING: 'Onsite', COACHING: 'Onsite', ONLINE: 'Online', ZELFSTUDIE: 'Online', KLASSIKAAL_EN_ONLINE: 'Blended' }
const MAX_STARTS = 20

/** An opleiding in the words of schema.org (Course), for search engines: what stands on its page and nothing else. `url` is that page. */
export function toCourse({ inhoud, opleider, activiteiten }: Opleiding, url: string): Record<string, unknown> {
  const [eerste] = activiteiten
  return {
    '@context': 'https://schema.org',
    '@type': 'Course',
    name: inhoud.titel,
    description: inhoud.samenvatting === '' ? inhoud.omschrijving.slice(0, 300) : inhoud.samenvatting,
    url,
    inLanguage: inhoud.voertaal,
    provider: { '@type': 'Organization', name: opleider.naam, ...(opleider.website !== null && { sameAs: opleider.website }) },
    ...(inhoud.niveau !== null && { educationalLevel: NIVEAU_LABEL[inhoud.niveau] }),
    ...(inhoud.waardedocument !== null && { educationalCredentialAwarded: WAARDEDOCUMENT_LABEL[inhoud.waardedocument] }),
    ...(eerste !== undefined && { offers: { '@type': 'Offer', category: 'Paid', price: (eerste.prijs / 100).toFixed(2), priceCurrency: 'EUR' } }),
    hasCourseInstance: activiteiten.slice(0, MAX_STARTS).map((start) => toInstance(start, inhoud.studielast)),
  }
}

function toInstance({ startdatum, einddatum, plaats, adres, postcode, vorm }: Start, studielast: number | null): Record<string, unknown> {
  return {
    '@type': 'CourseInstance',
    courseMode: MODE[vorm],
    startDate: startdatum,
    endDate: einddatum,
    ...(studielast !== null && { courseWorkload: `PT${String(studielast)}H` }),
    ...(plaats !== null && {
      location: { '@type': 'Place', name: plaats, address: { '@type': 'PostalAddress', addressCountry: 'NL', addressLocality: plaats, ...(adres !== null && { streetAddress: adres }), ...(postcode !== null && { postalCode: postcode }) } },
    }),
  }
}

/** JSON that is safe inside a script element: nothing in it can end the element or begin a comment. */
export function toScriptJson(waarde: unknown): string {
  return JSON.stringify(waarde).replace(/</g, '\\u003c').replace(/>/g, '\\u003e').replace(/&/g, '\\u0026').replace(/\u2028/g, '\\u2028').replace(/\u2029/g, '\\u2029')
}
