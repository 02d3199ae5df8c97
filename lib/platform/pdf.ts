import 'server-only'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** One part of a document, in reading order. A heading is always one level below the title. */
export type PdfBlok =
  | { readonly soort: 'kop'; readonly tekst: string }
  | { readonly soort: 'alinea'; readonly tekst: string; readonly nadruk?: boolean }
  | { readonly soort: 'lijst'; readonly punten: readonly string[] }
  /** A table of two columns: what, and which. */
  | { readonly soort: 'tabel'; readonly rijen: readonly (readonly [naam: string, waarde: string])[] }
  /** A picture of our own making that leads to an address; `alt` says what it is for who cannot see it. */
  | { readonly soort: 'beeld'; readonly svg: string; readonly alt: string; readonly adres: string }

/** What a letter consists of. Everything is plain text: nothing in it is read as markup. */
export type PdfDocument = {
  readonly titel: string
  readonly auteur: string
  /** 'YYYY-MM-DD', the date of the document. */
  readonly datum: string
  readonly afzender: readonly string[]
  readonly aan: readonly string[]
  readonly gegevens: readonly { readonly naam: string; readonly waarde: string }[]
  readonly blokken: readonly PdfBlok[]
}

/** Memory of the compiler grows by 100-130 MB per 1.000 letters; starting anew keeps a worker at its size. */
const LETTERS_PER_COMPILER = 250

// Libertinus Serif is inside typst itself, so a letter looks the same on every machine.
const TEMPLATE = `
#let d = json(bytes(sys.inputs.document))
#let datum = d.datum.split("-").map(int)
#set document(title: d.titel, author: d.auteur, date: datetime(year: datum.at(0), month: datum.at(1), day: datum.at(2)))
#set text(font: "Libertinus Serif", size: 11pt, lang: "nl", region: "NL", hyphenate: false, fallback: true)
#set par(leading: 0.68em, spacing: 1em, justify: false)
#set page(paper: "a4", margin: (x: 25mm, top: 20mm, bottom: 22mm), footer: context {
  set text(size: 9pt)
  grid(columns: (1fr, auto), d.titel, [Pagina #counter(page).display() van #counter(page).final().first()])
})
#show heading.where(level: 1): set text(size: 15pt)
#show heading.where(level: 1): set block(above: 1.6em, below: 1.1em)
#show heading.where(level: 2): set text(size: 11.5pt)
#show heading.where(level: 2): set block(above: 1.5em, below: 0.75em, sticky: true)
#set list(indent: 0pt, body-indent: 0.7em, spacing: 0.75em)

#let regels(teksten) = teksten.map(t => [#t]).join(linebreak())

#block(below: 2.4em)[#strong(d.afzender.first()) #for r in d.afzender.slice(1) [#linebreak()#r]]
#block(below: 2.4em)[#regels(d.aan)]
#block(below: 1em)[#regels(d.gegevens.map(g => g.naam + ": " + g.waarde))]

= #d.titel

#for b in d.blokken {
  if b.soort == "kop" [== #b.tekst]
  else if b.soort == "lijst" { list(..b.punten.map(p => [#p])) }
  else if b.soort == "tabel" { table(columns: (48mm, 1fr), stroke: none, inset: (x: 0pt, y: 3pt), ..b.rijen.map(r => ([#r.at(0)], [#r.at(1)])).flatten()) }
  else if b.soort == "beeld" { block[#link(b.adres, image(bytes(b.svg), format: "svg", width: 32mm, alt: b.alt))] }
  else if b.at("nadruk", default: false) { par(strong(b.tekst)) }
  else { par[#b.tekst] }
}
`

type Running = { compiler: NodeCompiler; made: number }
let running: Running | undefined

function compiler(): NodeCompiler {
  if (running !== undefined && running.made >= LETTERS_PER_COMPILER) {
    running.compiler.evictCache(0)
    running = undefined
  }
  running ??= { compiler: NodeCompiler.create(), made: 0 }
  running.made += 1
  return running.compiler
}

/**
 * Makes a tagged PDF/UA-1 of a document: title, language, headings and lists are readable for a screen reader (EN 301 549).
 * The same document gives the same bytes, so a letter that is made twice is recognised as one.
 * @throws when typst refuses the document, with its diagnostics.
 */
export function renderPdf(document: PdfDocument): Buffer {
  const inputs = { document: JSON.stringify(document) }
  return compiler().pdf({ mainFileContent: TEMPLATE, inputs }, { pdfStandard: 'ua-1' })
}
