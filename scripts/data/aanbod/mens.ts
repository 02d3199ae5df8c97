import type { Vakgebied } from './types'

export const GEDRAG: Vakgebied = {
  categorie: 'GEDRAG_EN_MAATSCHAPPIJ', theme: 'personal development', voorWie: 'Voor wie met mensen werkt.',
  stammen: [
    ['Coach, basisopleiding', 'hbo', 2495, 180, 'deels', 'diploma', 'U leert gesprekken voeren waarin de ander zelf een antwoord vindt.'],
    ['Loopbaanbegeleider', 'hbo', 2290, 150, 'deels', 'diploma', 'U leert mensen helpen bij het kiezen en vinden van ander werk.'],
    ['Jobcoach', 'hbo', 1795, 120, 'deels', 'certificate', 'U leert mensen met een beperking begeleiden op hun werk.'],
    ['Maatschappelijke zorg, mbo-certificaat *', 'mbo niveau 4', 1490, 150, 'deels', 'mbo-certificaat', 'U leert mensen ondersteunen die het zelf even niet redden.', ['ambulante ondersteuning', 'jeugd en gezin']],
    ['Budgetcoach', 'hbo', 990, 60, 'avond', 'certificate', 'U leert mensen overzicht en rust geven in hun geldzaken.'],
    ['Conflicthantering', 'none', 445, 2, 'klas', 'certificate of participation', 'U leert een conflict herkennen en het gesprek weer op gang brengen.'],
    ['Mediation basis', 'hbo', 2450, 8, 'klas', 'certificate', 'U leert bemiddelen tussen mensen volgens de eisen van de Mediatorsfederatie Nederland.'],
    ['Meldcode huiselijk geweld en kindermishandeling', 'mbo niveau 3', 165, 7, 'online', 'certificate', 'U leert signalen zien en de vijf stappen van de meldcode zetten.'],
    ['Motiverende gespreksvoering', 'hbo', 595, 2, 'klas', 'certificate', 'U leert mensen helpen bij het zelf kiezen voor verandering.'],
    ['Psychologie, inleiding', 'hbo', 645, 90, 'zelf', 'certificate', 'U leert hoe mensen denken, voelen en zich gedragen.'],
    ['Toegepaste psychologie: gesprekken in het werk', 'hbo', 1450, 120, 'deels', 'certificate', 'U leert kennis uit de psychologie gebruiken in uw gesprekken.'],
    ['Autisme begrijpen en begeleiden', 'mbo niveau 4', 495, 3, 'klas', 'certificate', 'U leert wat autisme is en hoe u duidelijkheid geeft.'],
    ['Rouw en verlies op het werk', 'none', 275, 1, 'lezing', 'certificate of participation', 'U leert wat rouw doet en hoe u een collega kunt steunen.'],
    ['Persoonlijke coaching bij verandering van werk', 'none', 950, 60, 'coaching', 'certificate of participation', 'U onderzoekt in zes gesprekken wat u kunt, wilt en gaat doen.'],
  ],
}

export const ALGEMEEN: Vakgebied = {
  categorie: 'SECTOROVERSTIJGEND', theme: 'personal effectiveness', voorWie: 'Voor iedereen, in elk beroep.',
  stammen: [
    ['Timemanagement', 'none', 345, 1, 'klas', 'certificate of participation', 'U leert kiezen wat belangrijk is en uw dag daarop inrichten.'],
    ['Presenteren met overtuiging', 'none', 545, 2, 'klas', 'certificate of participation', 'U leert een verhaal opbouwen en rustig voor een groep staan.'],
    ['Timemanagement en stress de baas', 'none', 495, 14, 'online', 'certificate of participation', 'U leert grenzen stellen en uw energie verdelen.'],
    ['Feedback geven en ontvangen', 'none', 295, 1, 'klas', 'certificate of participation', 'U leert zeggen wat u ziet en horen wat een ander zegt.'],
    ['Werken en leren met een beperking', 'none', 595, 30, 'deels', 'certificate of participation', 'U leert uw mogelijkheden verwoorden en hulp goed regelen.'],
    ['Leren leren voor volwassenen', 'mbo niveau 2', 395, 21, 'online', 'certificate of participation', 'U leert plannen, onthouden en u voorbereiden op een examen.'],
    ['Rekenen *', 'mbo niveau 2', 395, 60, 'avond', 'certificate', 'U frist het rekenen op dat u op het werk en thuis nodig hebt.', ['2F', '3F']],
    ['Solliciteren zonder stress', 'none', 245, 14, 'online', 'certificate of participation', 'U leert een brief en cv maken en een gesprek voeren.'],
    ['Assertief op het werk', 'none', 495, 2, 'klas', 'certificate of participation', 'U leert nee zeggen en opkomen voor uw mening.'],
    ['Omgaan met verandering', 'none', 395, 1, 'klas', 'certificate of participation', 'U leert wat verandering met u doet en wat u zelf kunt sturen.'],
    ['Voorbereiding 21+-toets hbo', 'hbo', 645, 60, 'avond', 'certificate', 'U bereidt u voor op de toelating tot het hbo zonder vooropleiding.'],
  ],
}

export const ONDERWIJS: Vakgebied = {
  categorie: 'ONDERWIJS', theme: 'training and education', voorWie: 'Voor wie anderen iets wil leren.',
  stammen: [
    ['Pedagogisch medewerker kinderopvang, mbo-certificaat', 'mbo niveau 3', 1490, 210, 'deels', 'mbo-certificaat', 'U leert kinderen verzorgen, volgen en stimuleren.'],
    ['Werken met baby’s', 'mbo niveau 3', 445, 7, 'deels', 'certificate', 'U leert wat de jongste kinderen nodig hebben en voldoet aan de eis van de Wet IKK.'],
    ['Onderwijsassistent, mbo-certificaat', 'mbo niveau 4', 1795, 240, 'deels', 'mbo-certificaat', 'U leert leerlingen begeleiden en de leraar ondersteunen.'],
    ['Voorschoolse educatie (VE)', 'mbo niveau 3', 995, 90, 'deels', 'certificate', 'U leert jonge kinderen spelend de taal leren.'],
    ['Praktijkopleider', 'mbo niveau 4', 795, 4, 'klas', 'certificate', 'U leert leerlingen op de werkvloer begeleiden en beoordelen.'],
    ['Train de trainer', 'hbo', 1150, 5, 'klas', 'certificate', 'U leert een training ontwerpen en geven die blijft hangen.'],
    ['Pedagogisch-didactisch getuigschrift (PDG), oriëntatie', 'hbo', 995, 60, 'deels', 'testimonial', 'U onderzoekt of lesgeven in het mbo bij u past.'],
    ['Basiskwalificatie Examinering', 'hbo', 895, 21, 'deels', 'certificate', 'U leert examens maken, afnemen en beoordelen.'],
    ['Omgaan met gedrag in de klas', 'hbo', 595, 3, 'klas', 'certificate', 'U leert rust brengen en leerlingen bij de les houden.'],
    ['Intern begeleider', 'post-hbo', 2495, 270, 'deels', 'diploma', 'U leert zorg op school organiseren en leraren begeleiden.'],
    ['Peuters en taal', 'mbo niveau 3', 345, 2, 'klas', 'certificate of participation', 'U leert praten, zingen en voorlezen zo gebruiken dat peuters groeien.'],
    ['Digitale didactiek', 'hbo', 495, 21, 'online', 'certificate', 'U leert lessen maken die op afstand net zo goed werken.'],
  ],
}

export const TAAL: Vakgebied = {
  categorie: 'TAAL_EN_CULTUUR', theme: 'languages', voorWie: 'Voor wie de taal nodig heeft op het werk.',
  stammen: [
    ['Nederlands als tweede taal (NT2) *', 'mbo niveau 2', 985, 90, 'avond', 'certificate', 'U leert Nederlands spreken, lezen, luisteren en schrijven tot en met dit niveau.', ['van A2 naar B1', 'van B1 naar B2', 'voorbereiding Staatsexamen I', 'voorbereiding Staatsexamen II']],
    ['Nederlands op de werkvloer', 'mbo niveau 1', 745, 60, 'klas', 'certificate', 'U leert de woorden en zinnen die u op uw werk elke dag nodig hebt.'],
    ['Engels *', 'mbo niveau 4', 695, 70, 'avond', 'certificate', 'U leert vlot spreken en schrijven in het Engels.', ['voor beginners (A2)', 'gevorderd (B1)', 'zakelijk (B2)', 'Cambridge C1 Advanced']],
    ['Duits *', 'mbo niveau 4', 675, 70, 'avond', 'certificate', 'U leert Duits voor het contact met klanten en collega’s.', ['voor beginners (A2)', 'zakelijk (B1)']],
    ['Frans *', 'mbo niveau 4', 675, 70, 'avond', 'certificate', 'U leert Frans voor het contact met klanten en collega’s.', ['voor beginners (A2)', 'zakelijk (B1)']],
    ['Spaans voor beginners (A2)', 'mbo niveau 4', 495, 70, 'online', 'certificate', 'U leert de eerste gesprekken voeren in het Spaans.'],
    ['Nederlandse Gebarentaal, module *', 'mbo niveau 4', 595, 60, 'avond', 'certificate', 'U leert communiceren in gebaren met dove mensen.', ['1', '2']],
    ['Zakelijk schrijven', 'mbo niveau 4', 545, 3, 'klas', 'certificate of participation', 'U leert brieven en mails schrijven die meteen duidelijk zijn.'],
    ['Helder schrijven op B1-niveau', 'hbo', 495, 2, 'klas', 'certificate', 'U leert teksten schrijven die bijna iedereen begrijpt.'],
    ['Nederlands 3F: spelling en grammatica', 'mbo niveau 4', 345, 60, 'zelf', 'certificate', 'U frist uw spelling en grammatica op tot niveau 3F.'],
    ['Tolken in de zorg, inleiding', 'hbo', 945, 42, 'deels', 'certificate', 'U leert de technieken en regels van tolken tussen arts en patiënt.'],
    ['Grafisch ontwerp met InDesign, Photoshop en Illustrator', 'mbo niveau 4', 998, 10, 'klas', 'certificate', 'U leert drukwerk en beelden maken van schets tot drukproef.'],
    ['Video maken en monteren', 'mbo niveau 4', 695, 4, 'klas', 'certificate', 'U leert filmen, monteren en publiceren voor het werk.'],
  ],
}
