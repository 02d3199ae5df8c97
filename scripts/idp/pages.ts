import { minimumNiveau, NIVEAUS, type Provider } from '@/lib/platform/assurance'
import { escapeHtml } from '@/scripts/idp/http'
import { providerOf } from '@/scripts/idp/login'
import { PERSONAS } from '@/scripts/idp/personas'

const TITLES: Readonly<Record<Provider, string>> = {
  digid: 'Testinlog burger (in plaats van DigiD)',
  eherkenning: 'Testinlog opleider (in plaats van eHerkenning)',
  medewerker: 'Testinlog medewerker',
}

const FIELDS: Readonly<Record<Provider, string>> = {
  digid: `
    <p><label for="bsn">Burgerservicenummer</label><br><input id="bsn" name="bsn" inputmode="numeric" autocomplete="off"></p>
    <p><label for="sectorcode">Soort nummer</label><br><select id="sectorcode" name="sectorcode">
      <option value="s00000000">BSN</option><option value="s00000001">sofinummer</option></select></p>`,
  eherkenning: `
    <p><label for="kvk">KvK-nummer</label><br><input id="kvk" name="kvk" inputmode="numeric" autocomplete="off"></p>
    <p><label for="vestiging">Vestigingsnummer (mag leeg)</label><br><input id="vestiging" name="vestiging" inputmode="numeric" autocomplete="off"></p>
    <p><label for="persoon">Wie handelt er (mag leeg)</label><br><input id="persoon" name="persoon" autocomplete="off"></p>`,
  medewerker: `
    <p><label for="medewerker">Medewerker</label><br><input id="medewerker" name="medewerker" autocomplete="off"></p>`,
}

const STYLE = `body{font:16px/1.5 monospace;max-width:46rem;margin:0 auto;padding:1rem;background:#fffbe6;color:#222}
  h1{font-size:1.3rem}h2{font-size:1.1rem}strong.test{display:block;background:#222;color:#fffbe6;padding:.5rem 1rem}
  input,select,button{font:inherit;padding:.4rem .6rem}ul{list-style:none;padding:0}li{margin:.4rem 0}
  .fout{border-left:.4rem solid #b00;padding:.4rem 1rem;background:#fff}:focus-visible{outline:3px solid #005;outline-offset:2px}`

/** The login page of one issuer. It must look like a test tool and in nothing like the real thing. */
export function loginPage(provider: Provider, action: string, fout?: string): string {
  const standaard = minimumNiveau(provider).acr
  const niveaus = NIVEAUS[provider].map(({ acr, naam }) =>
    `<option value="${escapeHtml(acr)}"${acr === standaard ? ' selected' : ''}>${escapeHtml(naam)}</option>`)
  const personas = PERSONAS.filter((persona) => providerOf(persona) === provider).map(({ id, naam, uitleg }) =>
    `<li><button name="persona" value="${escapeHtml(id)}">${escapeHtml(naam)}</button> ${escapeHtml(uitleg)}</li>`)
  return page(TITLES[provider], `
    ${fout === undefined ? '' : `<p class="fout" role="alert">${escapeHtml(fout)}</p>`}
    <form method="post" action="${escapeHtml(action)}">
      ${FIELDS[provider]}
      <p><label for="niveau">Niveau</label><br><select id="niveau" name="niveau">${niveaus.join('')}</select></p>
      <p><button>Inloggen</button></p>
    </form>
    <form method="post" action="${escapeHtml(action)}">
      <h2>Of kies een testpersoon</h2><ul>${personas.join('')}</ul>
    </form>
    <form method="post" action="${escapeHtml(action)}"><p><button name="annuleren" value="ja">Annuleren</button></p></form>`)
}

/** A page that says what went wrong here. */
export function messagePage(text: string): string {
  return page('Testinlog', `<p class="fout" role="alert">${escapeHtml(text)}</p>`)
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body>
    <strong class="test">TESTOMGEVING: dit is geen echte inlogdienst. Gebruik nooit uw eigen gegevens.</strong>
    <main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>`
}
