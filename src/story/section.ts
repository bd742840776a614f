import type { PersonaId, PictureId, SectionId } from '../ids.ts'
import type { Language } from './story.ts'
import type { Instant } from '../time.ts'

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
  /** One or two sentences under the name on its front: what a series is, what a section follows. May be empty. */
  readonly about: Translated
  /** The order in the masthead; null keeps it out of the masthead. */
  readonly position: number | null
}

/** A byline with a page of its own. */
export interface Persona {
  readonly id: PersonaId
  readonly slug: string
  readonly name: string
  /** The name in languages that write it otherwise: a desk is translated, a person hardly ever. */
  readonly names: Translated
  readonly kind: PersonaKind
  readonly about: Translated
  readonly pictureId: PictureId | null
}

/** Whom a byline stands for: a person (under their own or a pen name), a desk, another organisation such as an agency. */
export type PersonaKind = 'person' | 'desk' | 'organisation'

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
  readonly profile: Profile
}

/** How the paper can be reached and where else it is known. Every field is the paper's own choice; null says nothing. */
export interface Profile {
  readonly legalName: string | null
  /** The year it was founded. */
  readonly founded: number | null
  readonly contactEmail: string | null
  /** Where faults in the site are to be reported: `mailto:` or `https:`, for security.txt (RFC 9116). */
  readonly securityContact: string | null
  /** Where sources write safely: a Signal user name or link. */
  readonly signal: string | null
  /** The SecureDrop's .onion address. */
  readonly secureDrop: string | null
  /** The paper's pages elsewhere (`sameAs`, and `social` in trust.txt). */
  readonly links: readonly string[]
  /** Associations it belongs to, by their web address (`belongto` in trust.txt). */
  readonly memberships: readonly string[]
  /** Lines of ads.txt; none says that nobody may sell advertising here. */
  readonly adsTxt: readonly string[]
  readonly mirrors: SignedMirrors | null
}

/** Other addresses of the same paper, signed with its key, for readers whose network blocks this one. */
export interface SignedMirrors {
  readonly issuedAt: Instant
  /** Whole addresses without a slash at the end. */
  readonly addresses: readonly string[]
  /** Ed25519, raw 32 bytes in base64. */
  readonly publicKey: string
  /** Over the UTF-8 bytes of the list as it is served, in base64. */
  readonly signature: string
}

export const EMPTY_PROFILE: Profile = {
  legalName: null,
  founded: null,
  contactEmail: null,
  securityContact: null,
  signal: null,
  secureDrop: null,
  links: [],
  memberships: [],
  adsTxt: [],
  mirrors: null,
}

/** A byline's name as a page in this language writes it. */
export const personaName = ({ name, names }: Pick<Persona, 'name' | 'names'>, language: Language): string =>
  names[language] ?? name

/** A text in the language asked for, else in the first that has it, else empty. */
export const inLanguage = (text: Translated, language: Language): string =>
  text[language] ?? Object.values(text)[0] ?? ''
