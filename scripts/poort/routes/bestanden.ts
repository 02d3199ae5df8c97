import { sendBestand } from '../bestanden'
import { sendRefusal, type Route } from '../vraag'

/** The stylesheet, scripts, icons and fonts of the poort's own pages. */
export const bestanden: Route = {
  method: 'GET',
  pad: /^\/wachtkamer\/bestanden\//,
  answer: (vraag) => {
    if (!sendBestand(vraag.req, vraag.res)) sendRefusal(vraag, 404, 'niet-gevonden', { titel: 'Dit bestand is er niet', tekst: 'Controleer het adres.' })
  },
}
