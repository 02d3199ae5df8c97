import { beoordeelAanvraagJob } from '@/workers/beoordeel-aanvraag'
import { bevestigOntvangstJob } from '@/workers/bevestig-ontvangst'
import { herinnerKeuzeJob } from '@/workers/herinner-keuze'
import { boekRetourenJob } from '@/workers/boek-retouren'
import { legAnnuleringVoorJob } from '@/workers/leg-annulering-voor'
import { laatReserveringVrijJob } from '@/workers/laat-reservering-vrij'
import { laatVerplichtingVervallenJob } from '@/workers/laat-verplichting-vervallen'
import { maakBetaalbestandJob } from '@/workers/maak-betaalbestand'
import { betaalVraagOpnieuwJob } from '@/workers/betaal-vraag-opnieuw'
import { verwerkBankberichtJob } from '@/workers/verwerk-bankbericht'
import { verwerkCreditnotaJob } from '@/workers/verwerk-creditnota'
import { voerBesluitUitJob } from '@/workers/voer-besluit-uit'
import { stelVastJob } from '@/workers/stel-vast'
import { vraagReactieJob } from '@/workers/vraag-reactie'
import { herinnerReactieJob } from '@/workers/herinner-reactie'
import { sluitReactietermijnJob } from '@/workers/sluit-reactietermijn'
import { vraagDeelnameNaJob } from '@/workers/vraag-deelname-na'
import { herinnerOpleiderJob } from '@/workers/herinner-opleider'
import { leesDeelnamesJob } from '@/workers/verwerk-deelnames'
import { vraagStukkenOpJob } from '@/workers/vraag-stukken-op'
import { maakVerplichtingJob } from '@/workers/maak-verplichting'
import { maakBriefPdfJob } from '@/workers/maak-brief-pdf'
import { meldAanbodJob } from '@/workers/meld-aanbod'
import { meldReserveJob } from '@/workers/meld-reserve'
import { meldTerugbetalingJob } from '@/workers/meld-terugbetaling'
import { pasMaatregelToeJob } from '@/workers/pas-maatregel-toe'
import { rolMaatregelTerugJob } from '@/workers/rol-maatregel-terug'
import { pasReserveringAanJob } from '@/workers/pas-reservering-aan'
import type { Handlers } from '@/lib/platform/relay'
import { stelLijstVastJob } from '@/workers/stel-lijst-vast'
import { toetsVoorafJob } from '@/workers/toets-vooraf'
import { trekLotingJob } from '@/workers/trek-loting'
import { verstuurMail } from '@/workers/verstuur-mail'
import { voerBewerkingUitJob } from '@/workers/voer-bewerking-uit'
import { wijsAanvraagAfJob } from '@/workers/wijs-aanvraag-af'
import { verversZoekindexJob } from '@/workers/ververs-zoekindex'
import { verwerkAanmeldbewijzenJob } from '@/workers/verwerk-aanmeldbewijzen'
import { verwerkImportJob } from '@/workers/verwerk-import'

/** Every job with the file that does it: a job without a handler does not compile. */
export const handlers: Handlers = {
  'verstuur-mail': verstuurMail,
  'verwerk-import': verwerkImportJob,
  'voer-bewerking-uit': voerBewerkingUitJob,
  'verwerk-aanmeldbewijzen': verwerkAanmeldbewijzenJob,
  'ververs-zoekindex': verversZoekindexJob,
  'maak-brief-pdf': maakBriefPdfJob,
  'pas-maatregel-toe': pasMaatregelToeJob,
  'rol-maatregel-terug': rolMaatregelTerugJob,
  'maak-verplichting': maakVerplichtingJob,
  'stel-vast': stelVastJob,
  'voer-besluit-uit': voerBesluitUitJob,
  'vraag-reactie': vraagReactieJob,
  'herinner-reactie': herinnerReactieJob,
  'sluit-reactietermijn': sluitReactietermijnJob,
  'vraag-deelname-na': vraagDeelnameNaJob,
  'herinner-opleider': herinnerOpleiderJob,
  'verwerk-deelnames': leesDeelnamesJob,
  'vraag-stukken-op': vraagStukkenOpJob,
  'laat-verplichting-vervallen': laatVerplichtingVervallenJob,
  'leg-annulering-voor': legAnnuleringVoorJob,
  'herinner-keuze': herinnerKeuzeJob,
  'boek-retouren': boekRetourenJob,
  'maak-betaalbestand': maakBetaalbestandJob,
  'meld-terugbetaling': meldTerugbetalingJob,
  'verwerk-bankbericht': verwerkBankberichtJob,
  'betaal-vraag-opnieuw': betaalVraagOpnieuwJob,
  'verwerk-creditnota': verwerkCreditnotaJob,
  'bevestig-ontvangst': bevestigOntvangstJob,
  'meld-reserve': meldReserveJob,
  'meld-aanbod': meldAanbodJob,
  'beoordeel-aanvraag': beoordeelAanvraagJob,
  'toets-vooraf': toetsVoorafJob,
  'stel-lijst-vast': stelLijstVastJob,
  'trek-loting': trekLotingJob,
  'wijs-aanvraag-af': wijsAanvraagAfJob,
  'laat-reservering-vrij': laatReserveringVrijJob,
  'pas-reservering-aan': pasReserveringAanJob,
}
