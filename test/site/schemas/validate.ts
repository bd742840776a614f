import { readFileSync } from 'node:fs'
import { RelaxNGValidator, XmlDocument, XmlValidateError } from 'libxml2-wasm'

type Schema = 'atom' | 'news-sitemap' | 'rss' | 'sitemap' | 'sitemap-index'

/** What is wrong with a file by our schema of its format; nothing when nothing is. */
export function faultsOf(xml: string, name: Schema): string[] {
  using schema = XmlDocument.fromString(readFileSync(new URL(`${name}.rng`, import.meta.url), 'utf8'))
  using validator = RelaxNGValidator.fromDoc(schema)
  using document = XmlDocument.fromString(xml)
  try {
    validator.validate(document)
    return []
  } catch (error) {
    if (error instanceof XmlValidateError) return error.details.map(({ message }) => message.trim())
    throw error
  }
}
