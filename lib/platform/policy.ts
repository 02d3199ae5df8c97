import { hasRol, type Actor, type Rol } from '@/lib/base/actor'

/** The one table that says who may do what. Ownership (whose dossier) is checked where the dossier is read. */
export const POLICY = {
  // Anybody who is logged in
  'sessie.eigen': ['burger', 'opleider', 'erkenner', 'behandelaar', 'teamleider', 'werkplein', 'financieel', 'registerbeheerder',
    'onderzoeker', 'jurist', 'beslisser', 'beleid', 'ketenregisseur', 'auditor'],

  // Burger
  'aanvraag.lezen': ['burger'],
  'aanvraag.voorbereiden': ['burger'],
  'aanvraag.indienen': ['burger'],
  'aanvraag.wijzigen': ['burger'],
  'aanvraag.intrekken': ['burger'],
  'brief.lezen': ['burger'],
  'deelname.bevestigen': ['burger'],

  // Opleider
  'opleiding.beheren': ['opleider'],
  'aanmeldbewijs.lezen': ['opleider'],
  'aanmeldbewijs.uitgeven': ['opleider'],
  'aanmeldbewijs.intrekken': ['opleider'],
  'factuur.indienen': ['opleider'],
  'deelname.melden': ['opleider'],
  'register.importeren': ['opleider', 'registerbeheerder'],

  // UWV
  'uwv.werkvoorraad': ['behandelaar', 'teamleider', 'auditor'],
  'uwv.besluiten': ['behandelaar', 'teamleider'],
  'dossier.lezen': ['behandelaar', 'teamleider', 'auditor'],
  'betaling.lezen': ['financieel', 'auditor'],
  'betaling.batch.opstellen': ['financieel'],
  'betaling.batch.goedkeuren': ['financieel'],

  // Toetsingskamer and SZW
  'toezicht.lezen': ['onderzoeker', 'jurist', 'beslisser', 'auditor'],
  'toezicht.maatregel': ['onderzoeker', 'beslisser'],
  'regeling.lezen': ['beleid', 'ketenregisseur', 'auditor'],
} as const satisfies Record<string, readonly Rol[]>

export type Handeling = keyof typeof POLICY

/** Whether somebody with these rollen may do this. */
export function isAllowed(actor: Actor, handeling: Handeling): boolean {
  return hasRol(actor, ...POLICY[handeling])
}

/** Says of a page, action or route handler that anybody may open it, logged in or not. */
type Openbaar = 'publiek'

/**
 * Every page, action and route handler with what it does; a file under app/ that is not in this table fails the policy test.
 * A file that does several things names them all, and asks for each of them in its source.
 */
export const ROUTES: Readonly<Record<string, readonly [Openbaar] | readonly Handeling[]>> = {
  // Open to everybody
  'app/(publiek)/page.tsx': ['publiek'],
  'app/(publiek)/contact/page.tsx': ['publiek'],
  'app/(publiek)/fout/[status]/page.tsx': ['publiek'],
  'app/(publiek)/privacy/page.tsx': ['publiek'],
  'app/(publiek)/toegankelijkheid/page.tsx': ['publiek'],
  'app/(publiek)/uitleg/page.tsx': ['publiek'],
  'app/security.txt/route.ts': ['publiek'],
  'app/api/v1/gezondheid/route.ts': ['publiek'],
  'app/robots.txt/route.ts': ['publiek'],

  // Development only: a 404 in production
  'app/(publiek)/dev/page.tsx': ['publiek'],
  'app/dev/fout/[soort]/page.tsx': ['publiek'],
  'app/dev/onderdelen/page.tsx': ['publiek'],
  'app/dev/onderdelen/action.ts': ['publiek'],

  // Logging in and out
  'app/(publiek)/inloggen/page.tsx': ['publiek'],
  'app/(publiek)/inloggen/[provider]/route.ts': ['publiek'],
  'app/(publiek)/inloggen/klaar/route.ts': ['sessie.eigen'],
  'app/(publiek)/inloggen/melding/[reden]/page.tsx': ['publiek'],
  'app/(publiek)/uitloggen/route.ts': ['publiek'],
  'app/(publiek)/uitgelogd/page.tsx': ['publiek'],
  'app/(publiek)/sessie/stand/route.ts': ['publiek'],
  'app/(publiek)/sessie/verlengen/page.tsx': ['sessie.eigen'],
  'app/api/auth/[...nextauth]/route.ts': ['publiek'],

  // SZW
  'app/(beleid)/beleid/page.tsx': ['regeling.lezen'],

  // Letters
  'app/(burger)/mijn/berichten/page.tsx': ['brief.lezen'],
  'app/(burger)/mijn/berichten/[id]/page.tsx': ['brief.lezen'],
  'app/(burger)/mijn/berichten/[id]/pdf/route.ts': ['brief.lezen'],

  // UWV: worklist and decisions
  'app/(uwv)/uwv/page.tsx': ['uwv.werkvoorraad'],
  'app/(uwv)/uwv/aanvragen/[kenmerk]/page.tsx': ['dossier.lezen'],
  'app/(uwv)/uwv/aanvragen/[kenmerk]/action.ts': ['uwv.besluiten'],

  // Toetsingskamer
  'app/(toetsingskamer)/toetsingskamer/page.tsx': ['toezicht.lezen'],
  'app/(toetsingskamer)/toetsingskamer/maatregelen/nieuw/page.tsx': ['toezicht.maatregel'],
  'app/(toetsingskamer)/toetsingskamer/maatregelen/nieuw/action.ts': ['toezicht.maatregel'],
  'app/(toetsingskamer)/toetsingskamer/maatregelen/[id]/page.tsx': ['toezicht.lezen'],
  'app/(toetsingskamer)/toetsingskamer/maatregelen/[id]/action.ts': ['toezicht.maatregel'],
}
