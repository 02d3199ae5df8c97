import { z } from 'zod'
import { DISCOUNT_COST_TYPES, INSTITUTE_ACCREDITATIONS, INSTITUTE_COUNTRIES } from '@/lib/aanlevering/rules/edudex-lijsten'
import { date, envelope, free, localized, localizedUrl, oneOf, orgUnitId, programId, text } from '@/lib/aanlevering/rules/edudex-vormen'

const strict = z.strictObject

const address = strict({
  addressType: oneOf(['postal', 'visitation']), city: text(), country: oneOf(INSTITUTE_COUNTRIES), geoCode: text().optional(), house_number: text(), street: text(), zipcode: text(),
})

/** `institute_in` of the EDU-DEX Data API: what an organisation says about itself. */
export const instituteIn = strict({
  ...envelope,
  accreditation: z.array(oneOf(INSTITUTE_ACCREDITATIONS)).optional(),
  contactData: z.array(strict({ contactName: text(), email: text(), role: text(), telephone: text().optional() })).optional(),
  includeInCatalog: z.array(oneOf(['rio', 'leerrijk'])).optional(),
  instituteDataFree: free.optional(),
  instituteDescriptionText: localized(1200).optional(),
  instituteFoundingDate: date.optional(),
  instituteKvK: z.string().regex(/^\d{8}$/).optional(),
  instituteLocation: z.array(strict({ address: z.array(address).optional(), id: text(64, /^[^]+$/), name: localized(200).optional() })).optional(),
  instituteName: localized(200),
  instituteSummaryText: localized(200).optional(),
  media: z.array(strict({
    lang: text(2, /^[a-z][a-z]$/).optional(), metadata: free.optional(), title: localized(200).optional(),
    type: oneOf(['audio', 'image', 'logo', 'video', 'vimeo', 'youtube', 'pdf', 'website']), url: z.url(),
  })).optional(),
  orgUnitId,
  webLink: localizedUrl.optional(),
})

const programs = z.array(programId).optional()
const discount = z.union([
  strict({ amount: z.string().regex(/^[-+]?[0-9]+(\.[0-9]{1,2})?$/), costType: oneOf(DISCOUNT_COST_TYPES), programId: programs }),
  strict({ percentage: z.string().regex(/^[-+]?[0-9]+(\.[0-9]+)?$/), costType: oneOf(DISCOUNT_COST_TYPES), programId: programs }),
])

/** `discounts_in` of the EDU-DEX Data API: what a client pays less. */
export const discountsIn = strict({ ...envelope, clientId: orgUnitId, orgUnitId, discount: z.array(discount).optional() })
