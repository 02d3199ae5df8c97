import type { Vakgebied } from './types'

export const ZORG: Vakgebied = {
  categorie: 'GEZONDHEID_ZORG_EN_SPORT', theme: 'care and personal care', voorWie: 'Voor wie in zorg en welzijn werkt of daarheen wil overstappen.',
  stammen: [
    ['Verzorgende IG, mbo-certificaat *', 'mbo niveau 3', 995, 120, 'deels', 'mbo-certificaat', 'U leert een deel van het vak van verzorgende en sluit af met een erkend certificaat.', ['persoonlijke verzorging', 'verpleegtechnisch handelen', 'begeleiden']],
    ['Helpende Plus', 'mbo niveau 2', 945, 90, 'deels', 'certificate', 'U leert medicijnen aanreiken, steunkousen aantrekken en veranderingen opmerken.'],
    ['Helpende zorg en welzijn, mbo-certificaat', 'mbo niveau 2', 990, 150, 'deels', 'mbo-certificaat', 'U leert cliënten helpen bij het wassen, eten en de dag indelen.'],
    ['Voorbehouden handelingen: *', 'mbo niveau 3', 385, 1, 'klas', 'certificate', 'U oefent de handeling op een oefenpop en wordt er op getoetst.', ['injecteren', 'katheteriseren', 'sondevoeding geven', 'infuus en bloedafname']],
    ['Medicatieveiligheid', 'mbo niveau 3', 189, 7, 'online', 'certificate', 'U leert medicijnen veilig klaarmaken, controleren en toedienen.'],
    ['Omgaan met dementie', 'mbo niveau 3', 345, 2, 'klas', 'certificate', 'U leert wat dementie is en hoe u rust en contact brengt.'],
    ['Omgaan met onbegrepen gedrag', 'mbo niveau 3', 395, 2, 'klas', 'certificate', 'U leert de oorzaak van gedrag zoeken en er goed op reageren.'],
    ['Palliatieve zorg voor verzorgenden', 'mbo niveau 3', 695, 5, 'klas', 'certificate', 'U leert mensen en hun naasten begeleiden in de laatste fase van het leven.'],
    ['Wondzorg in de praktijk', 'mbo niveau 4', 590, 3, 'klas', 'certificate', 'U leert wonden beoordelen, verzorgen en vastleggen.'],
    ['Doktersassistent, mbo-certificaat medisch-technisch handelen', 'mbo niveau 4', 1750, 180, 'deels', 'mbo-certificaat', 'U leert de handelingen aan de balie en in de behandelkamer.'],
    ['Triage aan de telefoon', 'mbo niveau 4', 695, 3, 'klas', 'certificate', 'U leert met de NTS-methode bepalen hoe snel iemand hulp nodig heeft.'],
    ['Tandartsassistent, basis', 'mbo niveau 4', 1490, 120, 'deels', 'certificate', 'U leert assisteren aan de stoel, hygiënisch werken en patiënten begeleiden.'],
    ['Apothekersassistent, farmaceutische patiëntenzorg', 'mbo niveau 4', 1650, 150, 'deels', 'mbo-certificaat', 'U leert recepten verwerken en mensen uitleg geven over hun medicijnen.'],
    ['Persoonlijk begeleider gehandicaptenzorg, mbo-certificaat', 'mbo niveau 4', 1895, 180, 'deels', 'mbo-certificaat', 'U leert een begeleidingsplan maken en uitvoeren samen met de cliënt.'],
    ['Ervaringsdeskundige in zorg en welzijn', 'mbo niveau 4', 2400, 270, 'klas', 'certificate', 'U leert uw eigen ervaring inzetten om anderen te helpen herstellen.'],
    ['Medisch secretaresse', 'mbo niveau 4', 899, 120, 'zelf', 'diploma', 'U leert medische termen, agenda’s beheren en brieven verzorgen.'],
    ['Medische terminologie en anatomie', 'mbo niveau 4', 445, 60, 'zelf', 'certificate', 'U leert hoe het lichaam werkt en wat de woorden van artsen betekenen.'],
    ['Pedicure *', 'mbo niveau 3', 2150, 240, 'avond', 'diploma', 'U leert voeten onderzoeken en behandelen en bereidt u voor op het examen.', ['basis', 'medische voetzorg diabetes']],
    ['Schoonheidsspecialist niveau 3', 'mbo niveau 3', 2475, 300, 'avond', 'diploma', 'U leert gezichtsbehandelingen, huidanalyse en adviseren.'],
    ['Kapper, mbo-certificaat knippen', 'mbo niveau 2', 1490, 150, 'avond', 'mbo-certificaat', 'U leert de basistechnieken van het knippen van dames en heren.'],
    ['Gewichtsconsulent', 'mbo niveau 4', 998, 120, 'deels', 'diploma', 'U leert mensen met overgewicht begeleiden naar een gezonder leven.'],
    ['Voedingsdeskundige basis', 'mbo niveau 4', 895, 90, 'zelf', 'certificate', 'U leert hoe voeding werkt en hoe u een eetpatroon beoordeelt.'],
    ['EVC Verzorgende IG', 'mbo niveau 3', 1395, 90, 'coaching', 'certificate', 'U laat zien wat u al kunt en krijgt een ervaringscertificaat.'],
    ['EVC Maatschappelijke zorg niveau 4', 'mbo niveau 4', 1450, 90, 'coaching', 'certificate', 'U verzamelt bewijs van uw ervaring en krijgt een ervaringscertificaat.'],
  ],
}

export const SPORT: Vakgebied = {
  categorie: 'GEZONDHEID_ZORG_EN_SPORT', theme: 'sports and vitality', voorWie: 'Voor wie anderen in beweging wil brengen.',
  stammen: [
    ['Fitnesstrainer *', 'mbo niveau 3', 949, 60, 'deels', 'diploma', 'U leert klanten ontvangen, testen en een trainingsplan maken.', ['A', 'B']],
    ['Personal trainer', 'mbo niveau 4', 1295, 90, 'deels', 'diploma', 'U leert mensen één op één trainen, voeden en motiveren.'],
    ['Leefstijlcoach', 'hbo', 1995, 180, 'deels', 'diploma', 'U leert mensen blijvend gezonder leven met slapen, eten, bewegen en ontspannen.'],
    ['Sportmassage', 'mbo niveau 3', 1150, 120, 'avond', 'diploma', 'U leert sportmassage geven, tapen en blessures voorkomen.'],
    ['Zwemonderwijzer, basis', 'mbo niveau 3', 995, 90, 'klas', 'diploma', 'U leert zwemles geven aan kinderen voor het Zwem-ABC.'],
    ['Groepslesdocent', 'mbo niveau 3', 795, 40, 'klas', 'certificate', 'U leert een groepsles opbouwen op muziek en veilig lesgeven.'],
    ['Vitaliteit op het werk', 'none', 295, 1, 'lezing', 'certificate of participation', 'U leert herkennen wat energie kost en geeft, en wat u eraan kunt doen.'],
  ],
}
