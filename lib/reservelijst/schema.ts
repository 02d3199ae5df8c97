import { z } from 'zod'

/** What a burger answers to an offer, or asks while waiting. */
export const antwoordSchema = z.object({
  kenmerk: z.string().min(1).max(40),
  keuze: z.enum(['aanvaard', 'sla-af', 'vraag-besluit'], 'Kies of u het budget wilt.').meta({ title: 'Uw keuze' }),
})
