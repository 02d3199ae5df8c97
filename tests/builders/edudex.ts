/** A program of EDU-DEX as a test needs it; only what a test changes is an option. */
type Options = { programId?: string; orgUnitId?: string; titel?: string; costs?: unknown[]; runs?: unknown[]; theme?: string[] }

export function aProgram(options: Options = {}) {
  return {
    editor: 'redactie',
    format: 'EDU-DEX 3.1',
    generator: 'test',
    lastEdited: '2022-10-01T09:00:00Z',
    includeInCatalog: ['rio/stap'],
    programAdmission: { applicationOpen: true, applicationType: 'individual', paymentDue: 'up-front', startDateDetermination: 'fixed starting date' },
    programClassification: {
      degree: 'certificate',
      orgUnitId: options.orgUnitId ?? 'school',
      programDuration: { days: 2 },
      programForm: ['full-time'],
      programId: options.programId ?? 'P-1',
      programLevel: 'mbo niveau 2',
      programLocation: [{ description: 'Zwolle' }],
      programType: 'training',
      theme: options.theme ?? ['procurement and logistics'],
    },
    programContacts: {},
    programCurriculum: { instructionLanguage: [{ languageCode: 'nl', percentage: 100 }], studyLoad: { program: 16 } },
    programDescriptions: {
      programName: { nl: options.titel ?? 'Heftruckcertificaat' },
      programSummaryText: { nl: options.titel === undefined ? 'Leer veilig rijden met een heftruck.' : 'Leer een vak.' },
      programDescriptionText: { nl: 'U oefent twee dagen in een magazijn.' },
    },
    programSchedule: {
      genericProgramRun: { cost: options.costs ?? [cost('tuition fee', '400.00'), cost('examination', '25.00'), cost('lunch', '25.00')] },
      programRun: options.runs ?? [aRun()],
    },
  }
}

export function aRun(changes: Record<string, unknown> = {}) {
  return {
    id: 'R-1',
    startDate: { date: '2022-12-05', isFinal: true },
    endDate: { date: '2022-12-06', isFinal: true },
    status: 'application opened',
    location: { address: 'Ossenkamp 4', city: 'Zwolle', zipcode: '8024 AE' },
    maxNumberOfParticipants: 12,
    ...changes,
  }
}

export function cost(costType: string, amount: string, changes: Record<string, unknown> = {}) {
  return { id: costType.replace(/[^a-z]/g, '-'), amount, amountIsFinal: true, costType, currency: 'EUR', isRequiredCost: true, ...changes }
}
