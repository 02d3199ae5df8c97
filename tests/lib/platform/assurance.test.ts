import { describe, expect, test } from 'vitest'
import { acceptedNiveau, minimumNiveau } from '@/lib/platform/assurance'

const SAML = 'urn:oasis:names:tc:SAML:2.0:ac:classes'
const ETOEGANG = 'urn:etoegang:core:assurance-class'

describe('het niveau waarmee iemand inlogt', () => {
  test.each([
    ['DigiD Basis', 'digid', `${SAML}:PasswordProtectedTransport`, undefined],
    ['DigiD Midden', 'digid', `${SAML}:MobileTwoFactorContract`, 'Midden'],
    ['DigiD Substantieel', 'digid', `${SAML}:Smartcard`, 'Substantieel'],
    ['DigiD Hoog', 'digid', `${SAML}:SmartcardPKI`, 'Hoog'],
    ['eHerkenning EH2', 'eherkenning', `${ETOEGANG}:loa2`, undefined],
    ['eHerkenning EH2+', 'eherkenning', `${ETOEGANG}:loa2plus`, undefined],
    ['eHerkenning EH3', 'eherkenning', `${ETOEGANG}:loa3`, 'EH3'],
    ['eHerkenning EH4', 'eherkenning', `${ETOEGANG}:loa4`, 'EH4'],
    ['een niveau van DigiD bij eHerkenning', 'eherkenning', `${SAML}:SmartcardPKI`, undefined],
    ['een niveau van eHerkenning bij DigiD', 'digid', `${ETOEGANG}:loa4`, undefined],
    ['een medewerker met tweede factor', 'medewerker', 'urn:stap:medewerker:mfa', 'Met tweede factor'],
    ['geen niveau', 'medewerker', undefined, undefined],
    ['een lijst', 'digid', [`${SAML}:SmartcardPKI`], undefined],
  ] as const)('%s', (_, provider, acr, naam) => {
    expect(acceptedNiveau(provider, acr)?.naam).toBe(naam)
  })

  test('het minimum is Midden voor een burger en EH3 voor een opleider', () => {
    expect(minimumNiveau('digid').naam).toBe('Midden')
    expect(minimumNiveau('eherkenning').naam).toBe('EH3')
  })
})
