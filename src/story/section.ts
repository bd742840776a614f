import type { PersonaId, SectionId } from '../ids.ts'
import type { Language } from './story.ts'

/** A text in each of the newsroom's languages that has one. */
export type Translated = Readonly<Record<Language, string>>

/** Places form a tree (Africa › Mali); subjects ("War & Conflicts") and series ("War in DRC") stand beside it. */
export type SectionKind = 'place' | 'subject' | 'series'

export interface Section {
  readonly id: SectionId
  readonly kind: SectionKind
  readonly slug: string
  readonly parentId: SectionId | null
  readonly names: Translated
  /** The order in the masthead; null keeps it out of the masthead. */
  readonly position: number | null
}

/** A byline with a page of its own. */
export interface Persona {
  readonly id: PersonaId
  readonly slug: string
  readonly name: string
  readonly about: Translated
}

/** The paper itself. */
export interface Newspaper {
  readonly name: string
  readonly tagline: Translated
  readonly languages: readonly Language[]
  /** The language whose addresses carry no prefix; one of `languages`. */
  readonly defaultLanguage: Language
  /** The IANA zone the paper dates its stories in. */
  readonly zone: string
  /** True while the sample edition is loaded: every page says so. */
  readonly isSample: boolean
}

/** A text in the language asked for, else in the first that has it, else empty. */
export const inLanguage = (text: Translated, language: Language): string =>
  text[language] ?? Object.values(text)[0] ?? ''
