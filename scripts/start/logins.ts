import { PERSONAS } from '@/scripts/idp/personas'
import { output } from './output'

const KINDS = { burger: 'burger, DigiD', opleider: 'opleider, eHerkenning', medewerker: 'medewerker' } as const

/** Tells where everything is and who can log in. No password exists: the login page offers these people as buttons. */
export function printLogins({ url, idpUrl, dir }: { url: string; idpUrl: string; dir: string }): void {
  output.plain()
  output.plain(`  Website          ${url}`)
  output.plain(`  Inloggen         ${url}/inloggen`)
  output.plain(`  Inlogdienst      ${idpUrl} (nagebootst, alleen voor ontwikkeling)`)
  output.plain(`  E-mail           ${dir}/mail (bestanden .eml, of SMTP_URL)`)
  output.plain()
  output.plain('  Testpersonen (kies er een op de inlogpagina):')
  for (const persona of PERSONAS)
    output.plain(`    ${persona.naam.padEnd(20)} ${KINDS[persona.soort].padEnd(22)} ${numberOf(persona).padEnd(22)} ${persona.uitleg}`)
  output.plain()
  output.plain('  Stoppen: Ctrl-C')
}

function numberOf(persona: (typeof PERSONAS)[number]): string {
  switch (persona.soort) {
    case 'burger': return `bsn ${persona.bsn}`
    case 'opleider': return `kvk ${persona.kvk}`
    case 'medewerker': return persona.id
  }
}
