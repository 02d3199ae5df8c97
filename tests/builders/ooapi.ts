/** A programme of OOAPI 5 with the consumer "rio", as a test needs it. */
export function aProgramme(changes: Record<string, unknown> = {}) {
  return {
    programId: 'p-1',
    primaryCode: { codeType: 'identifier', code: 'HBO-COACH' },
    programType: 'program',
    name: [{ language: 'en-GB', value: 'Coaching at work' }, { language: 'nl-NL', value: 'Coachen op de werkvloer' }],
    abbreviation: 'COACH',
    description: [{ language: 'nl-NL', value: 'U leert collega’s begeleiden.' }],
    learningOutcomes: [[{ language: 'nl-NL', value: 'U kunt een coachgesprek voeren.' }]],
    teachingLanguage: 'nld',
    studyLoad: { studyLoadUnit: 'ects', value: 5 },
    duration: 'P6M',
    level: 'bachelor',
    sector: 'higher professional education',
    levelOfQualification: '6',
    modeOfDelivery: ['hybrid'],
    educationSpecification: { formalDocument: 'certificate' },
    link: 'https://hogeschool.invalid/coachen',
    consumers: [{ consumerKey: 'ander', x: 1 }, { consumerKey: 'rio', educationOffererCode: '100A001', consentParticipationSTAP: 'permission_granted', privateCategory: ['behaviour_and_society'] }],
    ...changes,
  }
}

export function anOffering(changes: Record<string, unknown> = {}) {
  return {
    offeringId: 'o-1',
    primaryCode: { codeType: 'identifier', code: 'COACH-JAN' },
    offeringType: 'program',
    name: [{ language: 'nl-NL', value: 'Coachen, januari' }],
    startDate: '2023-01-09',
    endDate: '2023-06-30',
    maxNumberStudents: 16,
    modeOfDelivery: ['hybrid'],
    addresses: [{ addressType: 'postal', city: 'Ede' }, { addressType: 'teaching', street: 'Moreelsepark', streetNumber: '48', postalCode: '3511 EP', city: 'Utrecht' }],
    priceInformation: [{ costType: 'total costs', amount: '950.50', currency: 'EUR' }, { costType: 'STAP eligible', amount: '900', currency: 'EUR' }],
    program: 'p-1',
    consumers: [{ consumerKey: 'rio', registrationStatus: 'open', requiredPermissionRegistration: 'no', modeOfDelivery: ['situated'] }],
    ...changes,
  }
}
