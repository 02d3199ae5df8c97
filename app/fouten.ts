/** The words of the error pages: what happened, what it means, what to do. */
export const FOUTEN = {
  400: { title: 'Wij konden dit niet aannemen', uitleg: 'Wat uw browser stuurde, kwam niet compleet aan. Er is niets opgeslagen.', doen: 'Ga terug, laad de pagina opnieuw en probeer het nog een keer. Gebruikt u een programma dat gegevens blokkeert? Zet dat dan uit voor deze site.' },
  403: { title: 'U hebt geen toegang tot deze pagina', uitleg: 'Deze pagina hoort bij een andere rol dan waarmee u bent ingelogd.', doen: 'Log uit en log in met de goede inlog. Of ga terug naar uw eigen overzicht.' },
  404: { title: 'Deze pagina is er niet', uitleg: 'Het adres klopt niet, de pagina is weg, of zij hoort niet bij uw inlog.', doen: 'Controleer het adres. Of begin opnieuw vanaf de startpagina.' },
  405: { title: 'Dit kan op deze pagina niet', uitleg: 'Uw browser vroeg iets wat deze pagina niet kent.', doen: 'Ga terug en gebruik de knoppen op de pagina.' },
  411: { title: 'Wij konden dit niet aannemen', uitleg: 'Uw browser liet niet weten hoe groot het bestand is. Er is niets opgeslagen.', doen: 'Probeer het met een andere browser.' },
  413: { title: 'Dit bestand is te groot', uitleg: 'Een bestand mag hoogstens 12 MB zijn. Er is niets opgeslagen.', doen: 'Ga terug en kies een kleiner bestand. Van een foto of scan kunt u de kwaliteit lager zetten.' },
  500: { title: 'Er ging iets mis bij ons', uitleg: 'Dit ligt niet aan u. Wij zien de fout en gaan ermee aan het werk.', doen: 'Probeer het over een paar minuten opnieuw. Kijk daarna in Mijn STAP of uw laatste stap is opgeslagen.' },
  503: { title: 'De site is even niet bereikbaar', uitleg: 'Wij werken eraan, of het is heel druk.', doen: 'Probeer het over een paar minuten opnieuw. Wat u eerder hebt opgeslagen, is bewaard.' },
} as const

export type FoutStatus = keyof typeof FOUTEN

/** The status of the page, or undefined when there is no page for it. */
export function foutStatus(text: string): FoutStatus | undefined {
  switch (text) {
    case '400': return 400
    case '403': return 403
    case '404': return 404
    case '405': return 405
    case '411': return 411
    case '413': return 413
    case '500': return 500
    case '503': return 503
    default: return undefined
  }
}
