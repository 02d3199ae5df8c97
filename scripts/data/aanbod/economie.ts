import type { Vakgebied } from './types'

export const FINANCIEEL: Vakgebied = {
  categorie: 'ECONOMIE', theme: 'finance', voorWie: 'Voor wie met cijfers werkt of dat wil gaan doen.',
  stammen: [
    ['Basiskennis Boekhouden (BKB)', 'mbo niveau 3', 545, 70, 'zelf', 'diploma', 'U leert de beginselen van het boekhouden, van inkoopfactuur tot balans.'],
    ['Praktijkdiploma Boekhouden (PDB) *', 'mbo niveau 4', 899, 180, 'avond', 'diploma', 'U leert zelfstandig een boekhouding voeren en bereidt u voor op het examen.', ['Boekhouden 5', 'Kostencalculatie 5', 'compleet']],
    ['Moderne Bedrijfsadministratie (MBA) *', 'associate', 995, 240, 'avond', 'diploma', 'U leert de administratie van een bedrijf leiden en jaarcijfers maken.', ['bedrijfsadministratie', 'kostprijscalculatie', 'bedrijfseconomie']],
    ['Basiskennis Loonadministratie (BKL)', 'mbo niveau 4', 595, 70, 'avond', 'diploma', 'U leert een loonstrook maken en de regels voor loonheffing toepassen.'],
    ['Praktijkdiploma Loonadministratie (PDL)', 'mbo niveau 4', 1495, 210, 'avond', 'diploma', 'U leert zelfstandig de loonadministratie van een bedrijf voeren.'],
    ['Exact Online in de praktijk', 'mbo niveau 3', 395, 1, 'klas', 'certificate', 'U leert facturen, bank en btw-aangifte verwerken in Exact Online.'],
    ['Btw en aangifte, actueel', 'mbo niveau 4', 345, 1, 'online', 'certificate of participation', 'U leert de btw-regels die in uw werk het meest voorkomen.'],
    ['Financieel administratief medewerker, mbo-certificaat', 'mbo niveau 3', 975, 120, 'deels', 'mbo-certificaat', 'U leert inkoop- en verkoopboekingen doen en debiteuren bewaken.'],
    ['Assistent-controller', 'hbo', 2350, 270, 'avond', 'diploma', 'U leert begroten, rapporteren en de cijfers van een organisatie beoordelen.'],
    ['Wft Basis', 'mbo niveau 4', 449, 30, 'zelf', 'diploma', 'U leert de basis van financieel advies en bereidt u voor op het Wft-examen.'],
    ['Wft *', 'hbo', 749, 45, 'zelf', 'diploma', 'U bereidt u voor op het Wft-examen van deze module.', ['Schade particulier', 'Vermogen', 'Hypothecair krediet', 'Inkomen', 'Zorg']],
    ['Makelaar wonen, theorie', 'hbo', 1995, 180, 'deels', 'certificate', 'U leert woningen taxeren, het kooprecht en de bouwkunde van een huis.'],
    ['Schuldhulpverlening basis', 'hbo', 895, 5, 'klas', 'certificate', 'U leert schulden in kaart brengen en een plan maken met de cliënt.'],
  ],
}

export const COMMERCIEEL: Vakgebied = {
  categorie: 'ECONOMIE', theme: 'marketing', voorWie: 'Voor wie klanten wil bereiken en bedienen.',
  stammen: [
    ['NIMA Marketing *', 'hbo', 999, 120, 'avond', 'diploma', 'U leert een marketingplan maken en bereidt u voor op het NIMA-examen.', ['A1', 'A2', 'B']],
    ['Online marketing *', 'hbo', 949, 42, 'online', 'certificate', 'U leert bezoekers aantrekken en omzetten in klanten.', ['basis', 'voor ondernemers']],
    ['Zoekmachinemarketing: SEO en Google Ads', 'hbo', 845, 21, 'online', 'certificate', 'U leert beter gevonden worden en advertenties opzetten.'],
    ['Contentmarketing en socialmedia', 'hbo', 795, 28, 'online', 'certificate', 'U leert een plan maken voor berichten die uw doelgroep echt leest.'],
    ['Verkoopmedewerker binnendienst', 'mbo niveau 3', 850, 60, 'deels', 'certificate', 'U leert offertes maken, opvolgen en klanten goed adviseren.'],
    ['Accountmanagement in de praktijk', 'hbo', 990, 4, 'klas', 'certificate', 'U leert klanten behouden en laten groeien met een accountplan.'],
    ['Verkoper retail, mbo-certificaat', 'mbo niveau 2', 895, 90, 'deels', 'mbo-certificaat', 'U leert klanten helpen, afrekenen en de winkel verzorgen.'],
    ['Klantcontactmedewerker', 'mbo niveau 3', 649, 30, 'online', 'certificate', 'U leert gesprekken voeren aan de telefoon, in de chat en per mail.'],
    ['Ondernemen: van idee naar start', 'none', 745, 42, 'avond', 'certificate', 'U leert een ondernemingsplan schrijven en uw prijs bepalen.'],
    ['E-commerce: een webwinkel opzetten', 'mbo niveau 4', 895, 42, 'online', 'certificate', 'U leert een webwinkel inrichten, vullen en bekend maken.'],
    ['Onderhandelen', 'hbo', 695, 2, 'klas', 'certificate of participation', 'U leert voorbereiden, uitwisselen en afspraken maken die blijven staan.'],
  ],
}

export const KANTOOR: Vakgebied = {
  categorie: 'BEDRIJFS_EN_PROJECTONDERSTEUNING', theme: 'secretarial and office work', voorWie: 'Voor wie een kantoor of project draaiend houdt.',
  stammen: [
    ['Managementassistent', 'mbo niveau 4', 995, 180, 'avond', 'diploma', 'U leert agenda’s, vergaderingen en verslagen regelen voor een directie.'],
    ['Secretaresse, mbo-certificaat', 'mbo niveau 3', 945, 150, 'deels', 'mbo-certificaat', 'U leert brieven verzorgen, bezoekers ontvangen en afspraken plannen.'],
    ['Notuleren', 'mbo niveau 4', 395, 2, 'klas', 'certificate of participation', 'U leert kort en juist vastleggen wat is besloten.'],
    ['Projectondersteuner', 'mbo niveau 4', 890, 5, 'klas', 'certificate', 'U leert een projectplan bijhouden, risico’s noteren en rapporteren.'],
    ['Human resources basis', 'hbo', 999, 90, 'deels', 'certificate', 'U leert de taken van HR, van werving tot verzuim.'],
    ['HR-adviseur', 'hbo', 2395, 240, 'avond', 'diploma', 'U leert adviseren over personeel, arbeidsrecht en ontwikkeling.'],
    ['Casemanager verzuim', 'hbo', 1695, 60, 'deels', 'certificate', 'U leert de Wet verbetering poortwachter toepassen en werknemers begeleiden.'],
    ['Recruiter', 'hbo', 945, 42, 'online', 'certificate', 'U leert kandidaten vinden, benaderen en selecteren.'],
    ['Receptionist en gastheer of gastvrouw', 'mbo niveau 2', 695, 30, 'klas', 'certificate', 'U leert bezoekers ontvangen, telefoongesprekken doorverbinden en rust bewaren.'],
    ['Facilitair medewerker', 'mbo niveau 3', 895, 90, 'deels', 'mbo-certificaat', 'U leert ruimtes, post, catering en onderhoud regelen.'],
    ['Office-vaardigheden: Word, Outlook en Teams', 'mbo niveau 2', 349, 2, 'klas', 'certificate of participation', 'U leert slim werken met de programma’s van elke dag.'],
    ['Digitaal archiveren', 'mbo niveau 4', 595, 2, 'klas', 'certificate', 'U leert documenten ordenen, bewaren en op tijd vernietigen.'],
  ],
}

export const LEIDING: Vakgebied = {
  categorie: 'MANAGEMENT_EN_PROJECTMANAGEMENT', theme: 'leadership', voorWie: 'Voor wie leiding geeft of dat wil gaan doen.',
  stammen: [
    ['Coachend leidinggeven', 'hbo', 949, 4, 'klas', 'certificate', 'U leert medewerkers zelf laten nadenken en groeien.'],
    ['Leidinggeven *', 'mbo niveau 4', 899, 5, 'klas', 'certificate', 'U leert taken verdelen, feedback geven en een team bijsturen.', ['voor beginners', 'op de werkvloer', 'op afstand']],
    ['Middle management', 'hbo', 2450, 180, 'avond', 'diploma', 'U leert plannen, organiseren en mensen aansturen.'],
    ['Teamleider zorg', 'hbo', 1895, 150, 'deels', 'diploma', 'U leert een team in de zorg leiden, roosteren en verbeteren.'],
    ['PRINCE2 Foundation', 'hbo', 975, 3, 'klas', 'certificate', 'U leert de methode PRINCE2 en legt het Foundation-examen af.'],
    ['PRINCE2 Practitioner', 'hbo', 1195, 2, 'klas', 'certificate', 'U leert PRINCE2 toepassen op een echt project en legt het examen af.'],
    ['Projectmanagement *', 'hbo', 945, 4, 'klas', 'certificate', 'U leert een project starten, bewaken en afsluiten.', ['basis', 'in de zorg', 'in de bouw']],
    ['Agile Scrum Master', 'hbo', 895, 2, 'online', 'certificate', 'U leert een team begeleiden dat in korte stappen werkt en oefent voor het examen.'],
    ['Lean Six Sigma Yellow Belt', 'hbo', 695, 3, 'klas', 'certificate', 'U leert verspilling herkennen en een klein proces verbeteren.'],
    ['Lean Six Sigma Green Belt', 'hbo', 2495, 60, 'deels', 'certificate', 'U leert een verbeterproject leiden en de winst met cijfers aantonen.'],
    ['Kwaliteitsmanagement en interne audits', 'hbo', 845, 3, 'klas', 'certificate', 'U leert audits voorbereiden, uitvoeren en verslaan volgens ISO 9001.'],
    ['Verandermanagement', 'hbo', 1295, 5, 'klas', 'certificate', 'U leert een verandering plannen waarin mensen meegaan.'],
    ['Verzuimgesprekken voeren', 'hbo', 445, 1, 'klas', 'certificate of participation', 'U leert duidelijk en menselijk praten over ziekte en werk.'],
  ],
}
