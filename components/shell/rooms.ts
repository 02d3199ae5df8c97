import type { Actor } from '@/lib/base/actor'
import type { NavItem } from '@/components/ui/nav'

type Room = { name: string; home: string; items: readonly NavItem[] }

/** The rooms with their navigation: the one place where a page gets its line in a menu. It shows to who may open it (app/_shell/room.ts). */
export const ROOMS = {
  burger: { name: 'Mijn STAP', home: '/mijn', items: [
    { href: '/mijn', label: 'Overzicht', icon: 'home' },
    { href: '/mijn/berichten', label: 'Berichten', icon: 'mail' },
    { href: '/mijn/gegevens', label: 'Mijn gegevens', icon: 'user' },
    { href: '/opleidingen', label: 'Opleiding zoeken', icon: 'search' },
  ] },
  opleider: { name: 'voor opleiders', home: '/opleider', items: [
    { href: '/opleider', label: 'Overzicht', icon: 'layout-dashboard' },
    { href: '/opleider/opleidingen', label: 'Opleidingen', icon: 'school', group: 'Aanbod' },
    { href: '/opleider/kwaliteit', label: 'Te verbeteren', icon: 'checklist', group: 'Aanbod' },
    { href: '/opleider/import', label: 'Aanleveren', icon: 'upload', group: 'Aanbod' },
    { href: '/opleider/koppelingen', label: 'Koppelingen', icon: 'link', group: 'Aanbod' },
    { href: '/opleider/aanmeldbewijzen', label: 'Aanmeldbewijzen', icon: 'file-check', group: 'Deelnemers' },
    { href: '/opleider/aanmeldbewijzen/verzoeken', label: 'Verzoeken van deelnemers', icon: 'inbox', group: 'Deelnemers' },
    { href: '/opleider/deelnames', label: 'Deelnames', icon: 'certificate', group: 'Deelnemers' },
    { href: '/opleider/annuleringen', label: 'Annuleringen', icon: 'x', group: 'Deelnemers' },
    { href: '/opleider/opdrachten', label: 'Opdrachten', icon: 'clipboard-check', group: 'Geld' },
    { href: '/opleider/facturen', label: 'Facturen', icon: 'file-invoice', group: 'Geld' },
    { href: '/opleider/voornemens', label: 'Voornemens', icon: 'message', group: 'Geld' },
    { href: '/opleider/vorderingen', label: 'Terugvorderingen', icon: 'wallet', group: 'Geld' },
    { href: '/opleider/rekening', label: 'Rekening', icon: 'building-bank', group: 'Geld' },
  ] },
  uwv: { name: 'UWV', home: '/uwv', items: [
    { href: '/uwv', label: 'Werkvoorraad', icon: 'inbox' },
    { href: '/werkplein', label: 'Werkplein', icon: 'users' },
    { href: '/uwv/deelnames', label: 'Deelnames', icon: 'certificate' },
    { href: '/uwv/vaststellingen', label: 'Vaststellingen', icon: 'gavel' },
    { href: '/uwv/facturen', label: 'Facturen', icon: 'file-invoice' },
    { href: '/uwv/betalingen', label: 'Betalingen', icon: 'report-money' },
    { href: '/uwv/vorderingen', label: 'Terugvorderingen', icon: 'wallet' },
    { href: '/toetsingskamer/opschortingen', label: 'Opschortingen', icon: 'player-pause' },
    { href: '/uwv/bank', label: 'Bank', icon: 'building-bank' },
    { href: '/uwv/financien', label: 'Financiën', icon: 'chart-bar' },
  ] },
  duo: { name: 'DUO', home: '/duo', items: [
    { href: '/duo', label: 'Register', icon: 'list-search' },
    { href: '/duo/imports', label: 'Imports', icon: 'files' },
    { href: '/duo/registratiestop', label: 'Registratiestop', icon: 'lock' },
    { href: '/duo/keurmerken', label: 'Keurmerken', icon: 'certificate' },
  ] },
  erkenner: { name: 'erkenner', home: '/erkenner', items: [
    { href: '/erkenner', label: 'Overzicht', icon: 'layout-dashboard' },
    { href: '/erkenner/opleiders', label: 'Opleiders', icon: 'building' },
    { href: '/erkenner/steekproef', label: 'Steekproeven', icon: 'checklist' },
  ] },
  toetsingskamer: { name: 'Toetsingskamer', home: '/toetsingskamer', items: [
    { href: '/toetsingskamer', label: 'Toezicht', icon: 'scale' },
    { href: '/toetsingskamer/opschortingen', label: 'Opschortingen', icon: 'player-pause' },
    { href: '/toetsingskamer/wijzigingen', label: 'Wijzigingen', icon: 'calendar-event' },
    { href: '/toetsingskamer/steekproeven', label: 'Steekproeven', icon: 'checklist' },
  ] },
  regie: { name: 'regiekamer', home: '/regie', items: [
    { href: '/regie', label: 'Tijdvakken', icon: 'layout-dashboard' },
    { href: '/beleid', label: 'Regeling', icon: 'book' },
  ] },
  beleid: { name: 'SZW', home: '/beleid', items: [
    { href: '/beleid', label: 'Regeling', icon: 'book' },
    { href: '/beleid/jaarplafonds', label: 'Jaarplafonds', icon: 'coin-euro' },
    { href: '/duo/keurmerken', label: 'Keurmerken', icon: 'certificate' },
    { href: '/regie', label: 'Regiekamer', icon: 'layout-dashboard' },
  ] },
} as const satisfies Record<string, Room>

/** Who is logged in, in a few words for the header; undefined when nobody is. */
export function describeActor(actor: Actor | undefined): string | undefined {
  switch (actor?.soort) {
    case 'burger': return 'Ingelogd met DigiD'
    case 'opleider': return `KvK ${actor.kvk}`
    case 'medewerker': return actor.naam
    default: return undefined
  }
}
