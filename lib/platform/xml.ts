import 'server-only'
import { ParseOption, XmlAttribute, XmlDocument, XmlElement, XmlLibError, XmlText, XmlCData, XmlXPath, XsdValidator } from 'libxml2-wasm'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import type { XmlTree } from '@/lib/base/xml-tree'

export type XmlReden = 'te-groot' | 'geen-xml' | 'codering' | 'doctype' | 'niet-welgevormd' | 'te-diep' | 'te-veel-elementen'

/** What one document may cost: bytes, levels and elements. Far above any invoice, far below what hurts. */
const LIMITS = { bytes: 2 * 1024 * 1024, levels: 40, elements: 20_000 }

// No network, no external entity, no catalogue: a document is only what its own bytes say.
const OPTIONS = ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NO_SYS_CATALOG
  | ParseOption.XML_PARSE_NOERROR | ParseOption.XML_PARSE_NOWARNING

// Not by way of firstChild and next: the library cannot step past a processing instruction.
const CONTENT = XmlXPath.compile('*|text()')

/**
 * Reads XML that somebody else made into plain data. Refused: more than 2 MB, anything but UTF-8, every DOCTYPE and entity
 * declaration (so no entity is ever expanded or fetched), more than 40 levels or 20.000 elements.
 */
export function parseXml(bytes: Uint8Array): Outcome<XmlReden, XmlTree> {
  if (bytes.length > LIMITS.bytes) return refused('te-groot')
  const objection = inspect(bytes)
  if (objection !== undefined) return refused(objection)

  const document = parse(bytes)
  if (document === undefined) return refused('niet-welgevormd')
  try {
    if (document.dtd !== null) return refused('doctype')
    const count = { elements: 0 }
    const tree = toTree(document.root, 1, count)
    return typeof tree === 'string' ? refused(tree) : success(tree)
  } finally {
    document.dispose()
  }
}

/** Checks a document against an XML Schema; answers the complaints, none when it is valid. */
export function validateXsd(xml: Uint8Array, xsd: Uint8Array): readonly string[] {
  const schema = XmlDocument.fromBuffer(xsd, { option: OPTIONS })
  const validator = XsdValidator.fromDoc(schema)
  const document = XmlDocument.fromBuffer(xml, { option: OPTIONS })
  try {
    validator.validate(document)
    return []
  } catch (fault) {
    if (!(fault instanceof XmlLibError)) throw fault
    return fault.message.split('\n').filter((line) => line !== '')
  } finally {
    document.dispose()
    validator.dispose()
    schema.dispose()
  }
}

/** What can be judged before a parser touches it. */
function inspect(bytes: Uint8Array): XmlReden | undefined {
  const text = decodeUtf8(bytes)
  if (text === undefined) return looksLikeXml(bytes) ? 'codering' : 'geen-xml'
  if (!/^\s*</.test(text)) return 'geen-xml'
  const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1]
  if (declared !== undefined && !/^(utf-8|us-ascii|ascii)$/i.test(declared)) return 'codering'
  return /<!(doctype|entity)/i.test(text) ? 'doctype' : undefined
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined // The only throw is "this is not UTF-8", and here that is an answer.
  }
}

/** A UTF-16 mark, or the first character of XML in some eight-bit code: a text in another encoding rather than a picture or a zip. */
function looksLikeXml(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  return (first === 0xfe && second === 0xff) || (first === 0xff && second === 0xfe) || first === 0x3c
}

function parse(bytes: Uint8Array): XmlDocument | undefined {
  try {
    return XmlDocument.fromBuffer(bytes, { option: OPTIONS })
  } catch (fault) {
    if (fault instanceof XmlLibError) return undefined
    throw fault
  }
}

function toTree(element: XmlElement, level: number, count: { elements: number }): XmlTree | XmlReden {
  count.elements += 1
  if (level > LIMITS.levels) return 'te-diep'
  if (count.elements > LIMITS.elements) return 'te-veel-elementen'

  const kinderen: XmlTree[] = []
  let tekst = ''
  for (const node of element.find(CONTENT)) {
    if (node instanceof XmlText || node instanceof XmlCData) tekst += node.content
    if (!(node instanceof XmlElement)) continue
    const kind = toTree(node, level + 1, count)
    if (typeof kind === 'string') return kind
    kinderen.push(kind)
  }
  return { naam: element.name, namespace: element.namespaceUri, attributen: attributesOf(element), tekst: tekst.trim(), kinderen, regel: element.line }
}

function attributesOf(element: XmlElement): Record<string, string> {
  return Object.fromEntries(element.attrs.filter((attr) => attr instanceof XmlAttribute).map((attr) => [attr.name, attr.content]))
}
