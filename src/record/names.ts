/**
 * One name of a place, an actor or a source.
 *
 * @see https://www.rfc-editor.org/info/bcp47 for `lang`, ISO 15924 for `script`
 */
export interface Name {
  readonly text: string
  /** BCP 47: `fr`, `ar`, `tmh`; `und` where nobody knows. */
  readonly lang: string
  /** ISO 15924 (`Latn`, `Arab`); null where it goes without saying. */
  readonly script: string | null
  readonly kind: 'official' | 'short' | 'local' | 'transliteration' | 'former'
}

/** A text in each of the paper's languages that has one. */
export type Translated = Readonly<Record<string, string>>
