import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../..')
const ENGLISH_FOLDERS = ['base', 'platform']
/** Parts of a name that say what kind of code it is, not what it is about; and the stems of indiening and toewijzing. */
const TECHNICAL = ['id', 'input', 'status', 'code', 'ubl', 'indien', 'toewijs']

type Begrip = { term: string; instead: readonly string[] }

const begrippen: readonly Begrip[] = readFileSync(path.join(ROOT, 'docs/begrippen.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| begrip '))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, term = '', , , instead = '']) => ({ term: squeeze(term), instead: instead.split(',').map((word) => word.trim()).filter((word) => word !== '') }))
const terms = new Set(begrippen.map(({ term }) => term))
const parts = [...terms, ...TECHNICAL]
const forbidden = begrippen.flatMap(({ instead }) => instead).map(splitName)

const modules = readdirSync(path.join(ROOT, 'lib'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !ENGLISH_FOLDERS.includes(entry.name))
  .map(({ name }) => name)
const models = modules.map((name) => `lib/${name}/model.ts`).filter((file) => existsSync(path.join(ROOT, file)))

describe('docs/begrippen.md: one name per thing', () => {
  test('every row has a term of its own', () => {
    expect(begrippen.map(({ term }) => term).filter((term, index, all) => all.indexOf(term) !== index)).toEqual([])
  })

  test('every module has a row', () => {
    expect(modules.filter((name) => !terms.has(squeeze(name)))).toEqual([])
  })

  test('every type of a model.ts is made of words with a row', () => {
    const missing = models.flatMap((file) => listTypes(parse(file)).filter((name) => !isCovered(squeeze(name))).map((name) => `${file}: ${name}`))
    expect(missing).toEqual([])
  })

  test('every status has a row', () => {
    const missing = models.flatMap((file) => listStatuses(parse(file)).filter((status) => !terms.has(squeeze(status))).map((status) => `${file}: ${status}`))
    expect(missing).toEqual([])
  })

  test('no name in the code holds a word we do not use', () => {
    // The same name stands in many files: it is judged once.
    const judged = new Map<string, boolean>()
    const isForbidden = (name: string): boolean => {
      const known = judged.get(name) ?? forbidden.some((word) => includesSequence(splitName(name), word))
      judged.set(name, known)
      return known
    }
    const found = listSources().flatMap((file) => {
      const names = [...listNames(parse(file)), ...file.replace(/\.tsx?$/, '').split('/')]
      return names.filter(isForbidden).map((name) => `${file}: ${name}`)
    })
    expect(found).toEqual([])
    // It reads every source of the project.
  }, 90_000)
})

describe('the test itself', () => {
  test('a type of unknown words is noticed', () => {
    expect(isCovered(squeeze('TijdvakToestand'))).toBe(true)
    expect(isCovered(squeeze('ScholingsactiviteitId'))).toBe(true)
    expect(isCovered(squeeze('PastNietRegel'))).toBe(true)
    expect(isCovered(squeeze('Regelwaarden'))).toBe(true)
    expect(isCovered(squeeze('Voucher'))).toBe(false)
    expect(isCovered(squeeze('TijdvakVoucher'))).toBe(false)
  })

  test('statuses and names are found in source', () => {
    const source = ts.createSourceFile('x.ts', `
      export const A_STATUSSEN = ['een', 'in-twee'] as const
      export type BStatus = 'drie' | 'vier'
      export type C = 'vijf'
      function zoekAanbieder(tranche: string) { return tranche }`, ts.ScriptTarget.Latest, true)
    expect(listStatuses(source)).toEqual(['een', 'in-twee', 'drie', 'vier'])
    expect(listTypes(source)).toEqual(['BStatus', 'C'])
    expect(listNames(source).filter((name) => forbidden.some((word) => includesSequence(splitName(name), word)))).toEqual(['zoekAanbieder', 'tranche'])
  })
})

/** "in behandeling", "in-behandeling" and "inBehandeling" are one term. */
function squeeze(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '')
}

function splitName(name: string): string[] {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase().split(/[^a-z0-9]+/).filter((word) => word !== '')
}

/** True when a name is nothing but terms and technical words, each as it is or in the plural. */
function isCovered(text: string): boolean {
  return text === '' || parts.some((part) => text.startsWith(part) && ['', 'e', 'n', 'en', 's'].some((ending) =>
    text.startsWith(part + ending) && isCovered(text.slice(part.length + ending.length))))
}

function includesSequence(words: readonly string[], wanted: readonly string[]): boolean {
  return words.some((_, index) => wanted.every((word, offset) => words[index + offset] === word))
}

function parse(file: string): ts.SourceFile {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  return ts.createSourceFile(file, readFileSync(path.join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true, kind)
}

function listTypes(source: ts.SourceFile): string[] {
  return source.statements.filter(ts.isTypeAliasDeclaration).filter(isExported).map(({ name }) => name.text)
}

/** The values of every constant *_STATUSSEN or *_TOESTANDEN, and of every union *Status or *Toestand. */
function listStatuses(source: ts.SourceFile): string[] {
  return source.statements.flatMap((statement) => {
    if (ts.isTypeAliasDeclaration(statement) && /(Status|Toestand)$/.test(statement.name.text)) return listLiterals(statement.type)
    if (!ts.isVariableStatement(statement)) return []
    return statement.declarationList.declarations
      .filter(({ name }) => ts.isIdentifier(name) && /(STATUSSEN|TOESTANDEN)$/.test(name.text))
      .flatMap(listLiterals)
  })
}

function listLiterals(node: ts.Node): string[] {
  if (ts.isStringLiteral(node)) return [node.text]
  return node.getChildren().flatMap(listLiterals)
}

/** Every name that is given in a file: of variables, functions, types, parameters and properties. */
function listNames(source: ts.SourceFile): string[] {
  const names: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && 'name' in node.parent && node.parent.name === node && !ts.isPropertyAccessExpression(node.parent)) names.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return names
}

function listSources(): string[] {
  return ['app', 'components', 'lib', 'workers'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => `${folder}/${file}`),
  )
}

function isExported(node: ts.TypeAliasDeclaration): boolean {
  return node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false
}
