import { hasRol, type Actor, type Rol } from '@/lib/base/actor'

/** The one table that says who may do what. Ownership (whose dossier) is checked where the dossier is read. */
export const POLICY = {
  // Anybody who is logged in
  'sessie.eigen': ['burger', 'opleider', 'erkenner', 'behandelaar', 'teamleider', 'werkplein', 'financieel', 'teamleider-financieel', 'registerbeheerder',
    'onderzoeker', 'jurist', 'beslisser', 'beleid', 'ketenregisseur', 'auditor'],

  // Burger
  'aanvraag.lezen': ['burger'],
  'aanvraag.voorbereiden': ['burger'],
  'aanvraag.indienen': ['burger'],
  'aanvraag.wijzigen': ['burger'],
  'aanvraag.intrekken': ['burger'],
  'gegevens.wijzigen': ['burger'],
  'vordering.eigen': ['burger'],
  'brief.lezen': ['burger'],
  'deelname.bevestigen': ['burger'],
  'wachtkamer.plaats': ['burger'],

  // Opleider
  'opleiding.beheren': ['opleider'],
  'aanmeldbewijs.lezen': ['opleider'],
  'aanmeldbewijs.uitgeven': ['opleider'],
  'aanmeldbewijs.intrekken': ['opleider'],
  'factuur.indienen': ['opleider'],
  'vordering.opleider': ['opleider'],
  'rekening.wijzigen': ['opleider'],
  'deelname.melden': ['opleider'],
  'wijziging.melden': ['opleider'],
  'annulering.melden': ['opleider'],
  'koppeling.beheren': ['opleider'],

  // DUO
  'register.lezen': ['registerbeheerder', 'auditor'],
  'register.importeren': ['registerbeheerder'],

  // Admission to the register
  'register.beoordelen': ['registerbeheerder'],
  'toelating.beheren': ['erkenner'],
  'keurmerk.lezen': ['registerbeheerder', 'beleid', 'auditor'],
  'keurmerk.invoeren': ['registerbeheerder'],
  'keurmerk.beslissen': ['beleid', 'registerbeheerder'],

  // UWV
  'uwv.werkvoorraad': ['behandelaar', 'teamleider', 'auditor'],
  'uwv.besluiten': ['behandelaar', 'teamleider'],
  'dossier.lezen': ['behandelaar', 'teamleider', 'auditor'],
  'betaling.lezen': ['financieel', 'teamleider-financieel', 'auditor'],
  'betaling.batch.opstellen': ['financieel'],
  'factuur.beantwoorden': ['financieel'],
  'betaling.batch.goedkeuren': ['financieel', 'teamleider-financieel'],
  'rekening.beoordelen': ['financieel'],
  'bank.verwerken': ['financieel'],
  'vordering.lezen': ['financieel', 'teamleider-financieel', 'auditor'],
  'vordering.beheren': ['financieel', 'teamleider-financieel'],
  'boekjaar.sluiten': ['financieel', 'teamleider-financieel'],

  // Toetsingskamer and SZW
  'toezicht.lezen': ['onderzoeker', 'jurist', 'beslisser', 'auditor'],
  'toezicht.maatregel': ['onderzoeker', 'beslisser'],
  'deelname.controleren': ['onderzoeker', 'jurist'],
  'opschorting.lezen': ['onderzoeker', 'jurist', 'beslisser', 'financieel', 'teamleider-financieel', 'auditor'],
  'opschorting.opleggen': ['beslisser', 'teamleider-financieel'],
  'bewijs.lezen': ['auditor', 'ketenregisseur'],
  'loting.leiden': ['ketenregisseur', 'beslisser'],
  'loting.lezen': ['ketenregisseur', 'beslisser', 'beleid', 'auditor'],
  'jaarplafond.lezen': ['beleid', 'ketenregisseur', 'financieel', 'teamleider-financieel', 'auditor'],
  'jaarplafond.wijzigen': ['beleid'],
  'regeling.lezen': ['beleid', 'ketenregisseur', 'auditor'],

  // The opening day
  'regie.lezen': ['ketenregisseur', 'beslisser', 'beleid', 'auditor'],
  'tijdvak.sturen': ['ketenregisseur'],
  'plafond.wijzigen': ['beslisser'],
  'werkplein.helpen': ['werkplein'],
} as const satisfies Record<string, readonly Rol[]>

export type Handeling = keyof typeof POLICY

/** Whether somebody with these rollen may do this. */
export function isAllowed(actor: Actor, handeling: Handeling): boolean {
  return hasRol(actor, ...POLICY[handeling])
}

/** What the token of an opleider's system may do: the handelingen of the scopes it was made with, and nothing else. */
export const SCOPES = {
  opleidingen: ['opleiding.beheren'],
  aanmeldbewijzen: ['aanmeldbewijs.lezen', 'aanmeldbewijs.uitgeven', 'aanmeldbewijs.intrekken'],
  facturen: ['factuur.indienen'],
  deelnames: ['deelname.melden'],
} as const satisfies Record<string, readonly Handeling[]>

export type Scope = keyof typeof SCOPES

/** Whether a token with these scopes may do this. A scope that this version does not know allows nothing. */
export function isInScope(scopes: readonly string[], handeling: Handeling): boolean {
  return Object.entries<readonly Handeling[]>(SCOPES).some(([scope, handelingen]) => scopes.includes(scope) && handelingen.includes(handeling))
}

/** Says of a page, action or route handler that anybody may open it, logged in or not. */
type Openbaar = 'publiek'

/**
 * Every page, action and route handler with what it does; a file under app/ or a route of the poort that is not in this table fails
 * the policy test.
 * A file that does several things names them all, and asks for each of them in its source.
 */
export const ROUTES: Readonly<Record<string, readonly [Openbaar] | readonly Handeling[]>> = {
  // Open to everybody
  'app/(publiek)/page.tsx': ['publiek'],
  'app/(publiek)/contact/page.tsx': ['publiek'],
  'app/(publiek)/fout/[status]/page.tsx': ['publiek'],
  'app/(publiek)/privacy/page.tsx': ['publiek'],
  'app/(publiek)/publicaties/wachtkamer/[code]/page.tsx': ['publiek'],
  'app/(publiek)/publicaties/loting/[code]/page.tsx': ['publiek'],
  'app/(publiek)/publicaties/loting/[code]/gegevens/route.ts': ['publiek'],
  'app/(publiek)/publicaties/loting/[code]/lijst/route.ts': ['publiek'],
  'app/(publiek)/publicaties/loting/[code]/uitslag/route.ts': ['publiek'],
  'app/(regie)/regie/[code]/bewijs/route.ts': ['bewijs.lezen'],
  'app/(regie)/regie/[code]/loting/page.tsx': ['loting.lezen'],
  'app/(regie)/regie/[code]/loting/action.ts': ['loting.leiden'],
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

  // Burger: aanvraag
  'app/(burger)/mijn/page.tsx': ['aanvraag.lezen'],
  'app/(burger)/mijn/gegevens/action.ts': ['gegevens.wijzigen'],
  'app/(burger)/mijn/gegevens/page.tsx': ['gegevens.wijzigen'],
  'app/(burger)/mijn/aanvragen/nieuw/action.ts': ['aanvraag.voorbereiden'],
  'app/(burger)/mijn/aanvragen/nieuw/page.tsx': ['aanvraag.voorbereiden'],
  'app/(burger)/mijn/aanvragen/[kenmerk]/page.tsx': ['aanvraag.lezen'],
  'app/(burger)/mijn/aanvragen/[kenmerk]/andere-opleiding/action.ts': ['aanvraag.wijzigen'],
  'app/(burger)/mijn/aanvragen/[kenmerk]/andere-opleiding/page.tsx': ['aanvraag.lezen'],
  'app/(burger)/mijn/aanvragen/[kenmerk]/controleren/action.ts': ['aanvraag.wijzigen'],
  'app/(burger)/mijn/aanvragen/[kenmerk]/controleren/page.tsx': ['aanvraag.lezen'],
  'app/(burger)/mijn/aanvragen/[kenmerk]/heropenen/action.ts': ['aanvraag.wijzigen'],
  'app/(burger)/mijn/aanvragen/[kenmerk]/indienen/page.tsx': ['aanvraag.lezen'],
  'app/(burger)/mijn/aanvragen/[kenmerk]/reserve/action.ts': ['aanvraag.wijzigen'],
  'app/(burger)/mijn/aanvragen/[kenmerk]/intrekken/action.ts': ['aanvraag.intrekken'],
  'app/(burger)/mijn/aanvragen/[kenmerk]/intrekken/page.tsx': ['aanvraag.lezen'],

  // Opleider: aanmeldbewijzen
  'app/(opleider)/opleider/aanmeldbewijzen/page.tsx': ['aanmeldbewijs.lezen'],
  'app/(opleider)/opleider/aanmeldbewijzen/nieuw/action.ts': ['aanmeldbewijs.uitgeven'],
  'app/(opleider)/opleider/aanmeldbewijzen/nieuw/page.tsx': ['aanmeldbewijs.uitgeven'],
  'app/(opleider)/opleider/aanmeldbewijzen/[id]/page.tsx': ['aanmeldbewijs.lezen'],
  'app/(opleider)/opleider/aanmeldbewijzen/[id]/intrekken/action.ts': ['aanmeldbewijs.intrekken'],
  'app/(opleider)/opleider/aanmeldbewijzen/[id]/intrekken/page.tsx': ['aanmeldbewijs.intrekken'],
  'app/(opleider)/opleider/aanmeldbewijzen/[id]/pdf/route.ts': ['aanmeldbewijs.lezen'],
  'app/(opleider)/opleider/aanmeldbewijzen/[id]/wijzigen/action.ts': ['aanmeldbewijs.uitgeven'],
  'app/(opleider)/opleider/aanmeldbewijzen/[id]/wijzigen/page.tsx': ['aanmeldbewijs.uitgeven'],
  'app/(opleider)/opleider/aanmeldbewijzen/bestand/action.ts': ['aanmeldbewijs.uitgeven'],
  'app/(opleider)/opleider/aanmeldbewijzen/bestand/page.tsx': ['aanmeldbewijs.uitgeven'],
  'app/(opleider)/opleider/aanmeldbewijzen/bestand/[bestandId]/page.tsx': ['aanmeldbewijs.uitgeven'],
  'app/(opleider)/opleider/aanmeldbewijzen/bestand/voorbeeld/route.ts': ['aanmeldbewijs.uitgeven'],
  'app/(opleider)/opleider/aanmeldbewijzen/verzoeken/page.tsx': ['aanmeldbewijs.lezen'],
  'app/(opleider)/opleider/aanmeldbewijzen/verzoeken/[verzoekId]/page.tsx': ['aanmeldbewijs.uitgeven'],
  'app/(opleider)/opleider/aanmeldbewijzen/verzoeken/[verzoekId]/action.ts': ['aanmeldbewijs.uitgeven'],
  'app/api/v1/aanmeldbewijzen/route.ts': ['aanmeldbewijs.uitgeven'],
  'app/(burger)/mijn/aanmeldbewijs/[code]/page.tsx': ['aanvraag.voorbereiden'],
  'app/(burger)/mijn/aanmeldbewijs/[code]/action.ts': ['aanvraag.voorbereiden'],
  'app/(burger)/mijn/aanmeldbewijs/[code]/pdf/route.ts': ['aanvraag.voorbereiden'],
  'app/(burger)/mijn/aanmeldbewijs/verzoek/action.ts': ['aanvraag.voorbereiden'],
  'app/(burger)/opleidingen/[id]/aanmeldbewijs/page.tsx': ['aanvraag.voorbereiden'],
  'app/(burger)/opleidingen/[id]/aanmeldbewijs/action.ts': ['aanvraag.voorbereiden'],

  // Register: everybody, opleider, DUO
  'app/(publiek)/opleidingen/page.tsx': ['publiek'],
  'app/(publiek)/opleidingen/[id]/page.tsx': ['publiek'],
  'app/(publiek)/vergelijken/page.tsx': ['publiek'],
  'app/(publiek)/favorieten/page.tsx': ['publiek'],
  'app/(publiek)/favorieten/wijzigen/route.ts': ['publiek'],
  'app/sitemap.xml/route.ts': ['publiek'],
  'app/sitemaps/[deel]/route.ts': ['publiek'],
  'app/(opleider)/opleider/page.tsx': ['opleiding.beheren'],
  'app/(opleider)/opleider/opleidingen/page.tsx': ['opleiding.beheren'],
  'app/(opleider)/opleider/opleidingen/action.ts': ['opleiding.beheren'],
  'app/(opleider)/opleider/opleidingen/bewerken/[id]/page.tsx': ['opleiding.beheren'],
  'app/(opleider)/opleider/opleidingen/bewerken/[id]/action.ts': ['opleiding.beheren'],
  'app/(opleider)/opleider/opleidingen/[id]/arbeidsmarkt/page.tsx': ['opleiding.beheren'],
  'app/(opleider)/opleider/opleidingen/[id]/arbeidsmarkt/action.ts': ['opleiding.beheren'],
  'app/(opleider)/opleider/opleidingen/[id]/kopie/page.tsx': ['opleiding.beheren'],
  'app/(opleider)/opleider/opleidingen/[id]/kopie/action.ts': ['opleiding.beheren'],
  'app/(opleider)/opleider/opleidingen/[id]/startreeks/page.tsx': ['opleiding.beheren'],
  'app/(opleider)/opleider/opleidingen/[id]/startreeks/action.ts': ['opleiding.beheren'],
  'app/(opleider)/opleider/opleidingen/[id]/geschiedenis/page.tsx': ['opleiding.beheren'],
  'app/(opleider)/opleider/kwaliteit/page.tsx': ['opleiding.beheren'],
  'app/(opleider)/opleider/kwaliteit/[regel]/page.tsx': ['opleiding.beheren'],
  'app/(opleider)/opleider/kwaliteit/[regel]/action.ts': ['opleiding.beheren'],
  'app/(opleider)/opleider/opleidingen/nieuw/page.tsx': ['opleiding.beheren'],
  'app/(opleider)/opleider/opleidingen/nieuw/action.ts': ['opleiding.beheren'],
  'app/(opleider)/opleider/opleidingen/[id]/page.tsx': ['opleiding.beheren'],
  'app/(opleider)/opleider/opleidingen/[id]/action.ts': ['opleiding.beheren'],
  'app/(opleider)/opleider/opleidingen/[id]/scholingsactiviteiten/nieuw/page.tsx': ['opleiding.beheren'],
  'app/(opleider)/opleider/opleidingen/[id]/scholingsactiviteiten/nieuw/action.ts': ['opleiding.beheren'],
  'app/(opleider)/opleider/opleidingen/[id]/scholingsactiviteiten/[activiteitId]/page.tsx': ['opleiding.beheren'],
  'app/(opleider)/opleider/opleidingen/[id]/scholingsactiviteiten/[activiteitId]/action.ts': ['opleiding.beheren'],
  'app/(opleider)/opleider/import/page.tsx': ['opleiding.beheren'],
  'app/(opleider)/opleider/import/action.ts': ['opleiding.beheren'],
  'app/(opleider)/opleider/import/[id]/page.tsx': ['opleiding.beheren'],
  'app/(opleider)/opleider/import/[id]/action.ts': ['opleiding.beheren'],
  'app/(opleider)/opleider/import/[id]/kolommen/page.tsx': ['opleiding.beheren'],
  'app/(opleider)/opleider/import/[id]/kolommen/action.ts': ['opleiding.beheren'],
  'app/(opleider)/opleider/import/[id]/fouten/route.ts': ['opleiding.beheren'],
  'app/(duo)/duo/page.tsx': ['register.lezen'],
  'app/(duo)/duo/imports/page.tsx': ['register.lezen'],
  'app/(duo)/duo/imports/action.ts': ['register.importeren'],
  'app/(duo)/duo/imports/[id]/page.tsx': ['register.lezen'],
  'app/(duo)/duo/imports/[id]/action.ts': ['register.importeren'],
  'app/(duo)/duo/imports/[id]/kolommen/page.tsx': ['register.importeren'],
  'app/(duo)/duo/imports/[id]/kolommen/action.ts': ['register.importeren'],
  'app/(duo)/duo/imports/[id]/fouten/route.ts': ['register.lezen'],

  // Admission
  'app/(erkenner)/erkenner/page.tsx': ['toelating.beheren'],
  'app/(erkenner)/erkenner/opleiders/page.tsx': ['toelating.beheren'],
  'app/(erkenner)/erkenner/opleiders/nieuw/page.tsx': ['toelating.beheren'],
  'app/(erkenner)/erkenner/opleiders/nieuw/action.ts': ['toelating.beheren'],
  'app/(erkenner)/erkenner/opleiders/[id]/page.tsx': ['toelating.beheren'],
  'app/(erkenner)/erkenner/opleiders/[id]/action.ts': ['toelating.beheren'],
  'app/(erkenner)/erkenner/opleiders/[id]/intrekken/page.tsx': ['toelating.beheren'],
  'app/(erkenner)/erkenner/steekproef/page.tsx': ['toelating.beheren'],
  'app/(erkenner)/erkenner/steekproef/[id]/page.tsx': ['toelating.beheren'],
  'app/(erkenner)/erkenner/steekproef/[id]/action.ts': ['toelating.beheren'],
  'app/(duo)/duo/keurmerken/page.tsx': ['keurmerk.lezen'],
  'app/(duo)/duo/keurmerken/nieuw/page.tsx': ['keurmerk.invoeren'],
  'app/(duo)/duo/keurmerken/nieuw/action.ts': ['keurmerk.invoeren'],
  'app/(duo)/duo/keurmerken/[id]/page.tsx': ['keurmerk.lezen'],
  'app/(duo)/duo/keurmerken/[id]/action.ts': ['keurmerk.beslissen'],
  'app/(duo)/duo/registratiestop/page.tsx': ['register.lezen'],
  'app/(duo)/duo/registratiestop/[code]/page.tsx': ['register.lezen'],
  'app/(duo)/duo/registratiestop/[code]/action.ts': ['register.beoordelen'],
  'app/(duo)/duo/registratiestop/[code]/lijst/route.ts': ['register.lezen'],

  // SZW
  'app/(beleid)/beleid/page.tsx': ['regeling.lezen'],
  'app/(beleid)/beleid/jaarplafonds/page.tsx': ['jaarplafond.lezen'],
  'app/(beleid)/beleid/jaarplafonds/action.ts': ['jaarplafond.wijzigen'],
  'app/(beleid)/beleid/overheveling/page.tsx': ['jaarplafond.wijzigen'],
  'app/(beleid)/beleid/overheveling/action.ts': ['jaarplafond.wijzigen'],

  // Werkplein
  'app/(uwv)/werkplein/page.tsx': ['werkplein.helpen'],
  'app/(uwv)/werkplein/action.ts': ['werkplein.helpen'],
  'app/(uwv)/werkplein/[hulpId]/page.tsx': ['werkplein.helpen'],
  'app/(uwv)/werkplein/[hulpId]/action.ts': ['werkplein.helpen'],
  'app/(uwv)/werkplein/[hulpId]/ontvangst/page.tsx': ['werkplein.helpen'],

  // Control room
  'app/(regie)/regie/page.tsx': ['regie.lezen'],
  'app/(regie)/regie/[code]/page.tsx': ['regie.lezen'],
  'app/(regie)/regie/[code]/action.ts': ['tijdvak.sturen'],
  'app/(regie)/regie/[code]/meting/route.ts': ['regie.lezen'],
  'app/(regie)/regie/[code]/pauzeren/page.tsx': ['tijdvak.sturen'],
  'app/(regie)/regie/[code]/pauzeren/action.ts': ['tijdvak.sturen'],
  'app/(regie)/regie/[code]/stoppen/page.tsx': ['tijdvak.sturen'],
  'app/(regie)/regie/[code]/stoppen/action.ts': ['tijdvak.sturen'],
  'app/(regie)/regie/[code]/heropenen/page.tsx': ['tijdvak.sturen'],
  'app/(regie)/regie/[code]/heropenen/action.ts': ['tijdvak.sturen'],
  'app/(regie)/regie/[code]/budget/page.tsx': ['plafond.wijzigen'],
  'app/(regie)/regie/[code]/budget/action.ts': ['plafond.wijzigen'],

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

  // Opleider: orders, invoices, participation
  'app/(opleider)/opleider/annuleringen/page.tsx': ['annulering.melden'],
  'app/(opleider)/opleider/annuleringen/[kenmerk]/page.tsx': ['annulering.melden'],
  'app/(opleider)/opleider/annuleringen/[kenmerk]/action.ts': ['annulering.melden'],
  'app/(toetsingskamer)/toetsingskamer/opschortingen/page.tsx': ['opschorting.lezen'],
  'app/(toetsingskamer)/toetsingskamer/opschortingen/nieuw/page.tsx': ['opschorting.opleggen'],
  'app/(toetsingskamer)/toetsingskamer/opschortingen/nieuw/action.ts': ['opschorting.opleggen'],
  'app/(toetsingskamer)/toetsingskamer/opschortingen/[id]/page.tsx': ['opschorting.lezen'],
  'app/(toetsingskamer)/toetsingskamer/opschortingen/[id]/action.ts': ['opschorting.opleggen'],
  'app/(opleider)/opleider/opdrachten/page.tsx': ['factuur.indienen'],
  'app/(opleider)/opleider/opdrachten/[ordernummer]/page.tsx': ['factuur.indienen'],
  'app/(opleider)/opleider/opdrachten/[ordernummer]/action.ts': ['factuur.indienen'],
  'app/(opleider)/opleider/opdrachten/[ordernummer]/berichten/[id]/route.ts': ['factuur.indienen'],
  'app/(opleider)/opleider/facturen/page.tsx': ['factuur.indienen'],
  'app/(opleider)/opleider/facturen/afzenders/page.tsx': ['factuur.indienen'],
  'app/(opleider)/opleider/facturen/afzenders/action.ts': ['factuur.indienen'],
  'app/(opleider)/opleider/facturen/[id]/action.ts': ['factuur.indienen'],
  'app/(opleider)/opleider/facturen/nieuw/page.tsx': ['factuur.indienen'],
  'app/(opleider)/opleider/facturen/nieuw/action.ts': ['factuur.indienen'],
  'app/(opleider)/opleider/facturen/[id]/page.tsx': ['factuur.indienen'],
  'app/(opleider)/opleider/facturen/[id]/bestand/route.ts': ['factuur.indienen'],
  'app/(opleider)/opleider/deelnames/page.tsx': ['deelname.melden'],
  'app/(opleider)/opleider/deelnames/[kenmerk]/page.tsx': ['deelname.melden'],
  'app/(opleider)/opleider/deelnames/[kenmerk]/action.ts': ['deelname.melden'],
  'app/(opleider)/opleider/deelnames/[kenmerk]/bewijs/route.ts': ['deelname.melden'],
  'app/(opleider)/opleider/deelnames/[kenmerk]/verbeteren/page.tsx': ['deelname.melden'],
  'app/(opleider)/opleider/deelnames/bestand/page.tsx': ['deelname.melden'],
  'app/(opleider)/opleider/deelnames/bestand/action.ts': ['deelname.melden'],
  'app/(opleider)/opleider/deelnames/bestand/voorbeeld/route.ts': ['deelname.melden'],
  'app/(opleider)/opleider/deelnames/bestand/[bestandId]/page.tsx': ['deelname.melden'],
  'app/(opleider)/opleider/deelnames/bestand/[bestandId]/action.ts': ['deelname.melden'],
  'app/(opleider)/opleider/deelnames/controles/page.tsx': ['deelname.melden'],
  'app/(opleider)/opleider/deelnames/controles/[id]/page.tsx': ['deelname.melden'],
  'app/(opleider)/opleider/deelnames/controles/[id]/action.ts': ['deelname.melden'],
  'app/(opleider)/opleider/deelnames/controles/[id]/stukken/[stukId]/route.ts': ['deelname.melden'],

  // The public API, and what systems of opleiders send
  'app/api/v1/deelnames/route.ts': ['deelname.melden'],
  'app/api/v1/facturen/route.ts': ['factuur.indienen'],
  'app/api/v1/openapi.json/route.ts': ['publiek'],
  'app/api/v1/opleiders/route.ts': ['publiek'],
  'app/api/v1/opleiders/[id]/route.ts': ['publiek'],
  'app/api/v1/opleidingen/route.ts': ['publiek'],
  'app/api/v1/opleidingen/[id]/route.ts': ['publiek'],
  'app/api/v1/publicaties/route.ts': ['publiek'],
  'app/api/v1/scholingsactiviteiten/route.ts': ['publiek'],
  'app/api/v1/scholingsactiviteiten/[id]/route.ts': ['publiek'],
  'app/api/v1/tijdvakken/route.ts': ['publiek'],
  'app/api/v1/tijdvakken/[code]/route.ts': ['publiek'],
  'app/(publiek)/opendata/page.tsx': ['publiek'],
  'app/(publiek)/opendata/[bestand]/route.ts': ['publiek'],

  // Machines: a token instead of a session
  'app/edudex/v1/[...pad]/route.ts': ['opleiding.beheren'],

  // Opleider: tokens of its own systems
  'app/(opleider)/opleider/rekening/page.tsx': ['rekening.wijzigen'],
  'app/(opleider)/opleider/rekening/action.ts': ['rekening.wijzigen'],
  'app/(uwv)/uwv/betalingen/rekeningen/page.tsx': ['betaling.lezen'],
  'app/(uwv)/uwv/betalingen/rekeningen/[opleiderId]/page.tsx': ['betaling.lezen'],
  'app/(uwv)/uwv/betalingen/rekeningen/[opleiderId]/action.ts': ['rekening.beoordelen'],
  'app/(opleider)/opleider/koppelingen/page.tsx': ['koppeling.beheren'],
  'app/(opleider)/opleider/koppelingen/action.ts': ['koppeling.beheren'],
  'app/(opleider)/opleider/koppelingen/[id]/intrekken/page.tsx': ['koppeling.beheren'],
  'app/(opleider)/opleider/koppelingen/[id]/intrekken/action.ts': ['koppeling.beheren'],

  // A change by the opleider after a grant
  'app/(opleider)/opleider/wijzigingen/[kenmerk]/page.tsx': ['wijziging.melden'],
  'app/(opleider)/opleider/wijzigingen/[kenmerk]/action.ts': ['wijziging.melden'],
  'app/(burger)/mijn/aanvragen/[kenmerk]/wijziging/page.tsx': ['aanvraag.lezen'],
  'app/(burger)/mijn/aanvragen/[kenmerk]/wijziging/action.ts': ['aanvraag.wijzigen'],
  'app/(toetsingskamer)/toetsingskamer/wijzigingen/page.tsx': ['toezicht.lezen'],

  // Burger: participation
  'app/(burger)/mijn/aanvragen/[kenmerk]/deelname/page.tsx': ['deelname.bevestigen'],
  'app/(burger)/mijn/aanvragen/[kenmerk]/deelname/action.ts': ['deelname.bevestigen'],
  'app/(burger)/mijn/aanvragen/[kenmerk]/deelname/bewijs/route.ts': ['deelname.bevestigen'],
  'app/(burger)/mijn/aanvragen/[kenmerk]/voornemen/page.tsx': ['aanvraag.lezen'],
  'app/(burger)/mijn/aanvragen/[kenmerk]/voornemen/action.ts': ['aanvraag.wijzigen'],
  'app/(burger)/mijn/aanvragen/[kenmerk]/deelname/eigen-bewijs/route.ts': ['deelname.bevestigen'],

  // UWV: paying and settling
  'app/(uwv)/uwv/facturen/page.tsx': ['betaling.lezen'],
  'app/(uwv)/uwv/facturen/[id]/page.tsx': ['betaling.lezen'],
  'app/(uwv)/uwv/facturen/[id]/bestand/route.ts': ['betaling.lezen'],
  'app/(uwv)/uwv/facturen/[id]/action.ts': ['factuur.beantwoorden', 'betaling.batch.opstellen'],
  'app/(uwv)/uwv/facturen/werklijst/page.tsx': ['betaling.lezen'],
  'app/(uwv)/uwv/facturen/post/[id]/page.tsx': ['betaling.lezen'],
  'app/(uwv)/uwv/facturen/post/[id]/action.ts': ['factuur.beantwoorden'],
  'app/(uwv)/uwv/facturen/post/[id]/bestand/route.ts': ['betaling.lezen'],
  'app/(uwv)/uwv/betalingen/page.tsx': ['betaling.lezen'],
  'app/(uwv)/uwv/betalingen/action.ts': ['betaling.batch.opstellen'],
  'app/(uwv)/uwv/betalingen/[msgId]/page.tsx': ['betaling.lezen'],
  'app/(uwv)/uwv/betalingen/[msgId]/action.ts': ['betaling.batch.goedkeuren'],
  'app/(uwv)/uwv/betalingen/[msgId]/bestand/route.ts': ['betaling.lezen'],
  'app/(uwv)/uwv/financien/page.tsx': ['betaling.lezen'],
  'app/(uwv)/uwv/financien/regels/page.tsx': ['betaling.lezen'],
  'app/(uwv)/uwv/financien/boekingen/[id]/page.tsx': ['betaling.lezen'],
  'app/(uwv)/uwv/financien/journaal/route.ts': ['betaling.lezen'],
  'app/(uwv)/uwv/financien/aansluiting/page.tsx': ['betaling.lezen'],
  'app/(uwv)/uwv/financien/ouderdom/page.tsx': ['betaling.lezen'],
  'app/(uwv)/uwv/financien/verwachting/page.tsx': ['betaling.lezen'],
  'app/(uwv)/uwv/financien/jaren/page.tsx': ['betaling.lezen'],
  'app/(uwv)/uwv/financien/jaren/[jaar]/page.tsx': ['betaling.lezen'],
  'app/(uwv)/uwv/financien/jaren/[jaar]/action.ts': ['boekjaar.sluiten'],
  'app/(uwv)/uwv/financien/jaren/[jaar]/verslag/route.ts': ['betaling.lezen'],
  'app/(uwv)/uwv/financien/jaren/[jaar]/auditfile/route.ts': ['betaling.lezen'],
  'app/(uwv)/uwv/bank/page.tsx': ['betaling.lezen'],
  'app/(uwv)/uwv/bank/action.ts': ['bank.verwerken'],
  'app/(uwv)/uwv/bank/[id]/page.tsx': ['betaling.lezen'],
  'app/(uwv)/uwv/bank/[id]/bestand/route.ts': ['betaling.lezen'],
  'app/(uwv)/uwv/bank/vragen/[id]/page.tsx': ['betaling.lezen'],
  'app/(uwv)/uwv/bank/vragen/[id]/action.ts': ['bank.verwerken'],
  'app/(uwv)/uwv/vorderingen/page.tsx': ['vordering.lezen'],
  'app/(uwv)/uwv/vorderingen/[kenmerk]/page.tsx': ['vordering.lezen'],
  'app/(uwv)/uwv/vorderingen/[kenmerk]/action.ts': ['vordering.beheren'],
  'app/(burger)/mijn/vorderingen/page.tsx': ['vordering.eigen'],
  'app/(burger)/mijn/vorderingen/[kenmerk]/page.tsx': ['vordering.eigen'],
  'app/(burger)/mijn/vorderingen/[kenmerk]/regeling/page.tsx': ['vordering.eigen'],
  'app/(burger)/mijn/vorderingen/[kenmerk]/regeling/action.ts': ['vordering.eigen'],
  'app/(opleider)/opleider/vorderingen/page.tsx': ['vordering.opleider'],
  'app/(opleider)/opleider/vorderingen/[kenmerk]/page.tsx': ['vordering.opleider'],
  'app/(opleider)/opleider/vorderingen/[kenmerk]/brief/[id]/page.tsx': ['vordering.opleider'],
  'app/(opleider)/opleider/vorderingen/[kenmerk]/regeling/page.tsx': ['vordering.opleider'],
  'app/(opleider)/opleider/vorderingen/[kenmerk]/regeling/action.ts': ['vordering.opleider'],
  'app/(uwv)/uwv/deelnames/page.tsx': ['uwv.werkvoorraad'],
  'app/(uwv)/uwv/deelnames/niet-gemeld/page.tsx': ['uwv.werkvoorraad'],
  'app/(uwv)/uwv/deelnames/[kenmerk]/bewijs-deelnemer/route.ts': ['uwv.werkvoorraad'],
  'app/(toetsingskamer)/toetsingskamer/steekproeven/page.tsx': ['toezicht.lezen'],
  'app/(toetsingskamer)/toetsingskamer/steekproeven/[id]/page.tsx': ['toezicht.lezen'],
  'app/(toetsingskamer)/toetsingskamer/steekproeven/[id]/[nummer]/page.tsx': ['toezicht.lezen'],
  'app/(toetsingskamer)/toetsingskamer/steekproeven/[id]/[nummer]/action.ts': ['deelname.controleren'],
  'app/(toetsingskamer)/toetsingskamer/steekproeven/[id]/[nummer]/bewijs/route.ts': ['toezicht.lezen'],
  'app/(toetsingskamer)/toetsingskamer/steekproeven/[id]/[nummer]/stukken/[stukId]/route.ts': ['toezicht.lezen'],
  'app/(uwv)/uwv/vaststellingen/page.tsx': ['uwv.werkvoorraad'],
  'app/(uwv)/uwv/vaststellingen/[kenmerk]/page.tsx': ['uwv.werkvoorraad'],
  'app/(uwv)/uwv/vaststellingen/[kenmerk]/action.ts': ['uwv.besluiten'],
  'app/(uwv)/uwv/vaststellingen/[kenmerk]/bewijs/route.ts': ['uwv.werkvoorraad'],
  'app/(uwv)/uwv/vaststellingen/[kenmerk]/zienswijze/[id]/route.ts': ['uwv.werkvoorraad'],

  // The opening day: answered by the poort, without Next
  'scripts/poort/routes/bestanden.ts': ['publiek'],
  'scripts/poort/routes/gezondheid.ts': ['publiek'],
  'scripts/poort/routes/indienen.ts': ['aanvraag.indienen'],
  'scripts/poort/routes/loting.ts': ['publiek'],
  'scripts/poort/routes/ontvangst.ts': ['aanvraag.lezen'],
  'scripts/poort/routes/plaats.ts': ['wachtkamer.plaats'],
  'scripts/poort/routes/plaatsen.ts': ['publiek'],
  'scripts/poort/routes/stand.ts': ['publiek'],
  'scripts/poort/routes/toestand.ts': ['aanvraag.lezen'],
  'scripts/poort/routes/verlaten.ts': ['wachtkamer.plaats'],
  'scripts/poort/routes/wachtkamer.ts': ['publiek'],
}
