import { expect, test } from 'vitest'
import { toEdudexProgram, type EdudexElement } from '@/lib/aanlevering/rules/edudex-xml'

const el = (naam: string, inhoud: string | EdudexElement[] = '', attributen: Record<string, string> = {}): EdudexElement =>
  ({ naam, attributen, tekst: typeof inhoud === 'string' ? inhoud : '', kinderen: typeof inhoud === 'string' ? [] : inhoud })

test('een element wordt het object dat de JSON zou zijn', () => {
  expect(toEdudexProgram(el('program', [
    el('programClassification', [el('programDuration', '6', { unit: 'month' }), el('programForm', 'dual'), el('programForm', 'e-learning'), el('programLocation', 'Zwolle'), el('fullyOnline', 'false')]),
    el('programCurriculum', [el('studyLoad', [el('program', '16')])]),
    el('programContacts'),
    el('programDescriptions', [el('programName', 'Recht', { lang: 'nl-NL' }), el('programName', 'Law', { lang: 'en' })]),
    el('programSchedule', [el('programRun', [el('startDate', '2022-12-05', { isFinal: 'false' }), el('maxNumberOfParticipants', '12'), el('cost', [el('currency', 'eur')], { id: 'c1' })], { id: 'R-1' })]),
  ]))).toEqual({
    programClassification: { programDuration: { months: 6 }, programForm: ['dual', 'e-learning'], programLocation: [{ description: 'Zwolle' }], fullyOnline: false },
    programCurriculum: { studyLoad: { program: 16 } },
    programDescriptions: { programName: { nl: 'Recht', en: 'Law' } },
    programSchedule: { programRun: [{ id: 'R-1', startDate: { date: '2022-12-05', isFinal: false }, maxNumberOfParticipants: 12, cost: [{ id: 'c1', currency: 'EUR' }] }] },
  })
})
