import { EN_PLACE_WORDS } from '../en/place-words.ts'
import { FR_PLACE_WORDS } from '../fr/place-words.ts'
import type { DeskLanguage } from '../language.ts'

/** What leads to a place: the words, in small letters with their accents, and what they ask of what follows. */
export interface LeadIn {
  readonly words: readonly string[]
  /**
   * `plain` says no more than that it was there, and is no part of the place ("in Gao"); `near` tells where from the place
   * ("near Gao", "south of Gao") and is; `upon` leads to a place only before a noun that is one ("on a village").
   */
  readonly kind: 'plain' | 'near' | 'upon'
  /** Is a bare name behind it often somebody: "at Reuters", «à Macron»? */
  readonly isDoubtful: boolean
}

/** The words by which a language says where. Keys unless said otherwise: small letters, no accents. */
export interface PlaceWords {
  readonly leadIns: readonly LeadIn[]
  /** "The", "his", «cette», «plusieurs»: what a noun may have before it, numbers aside. */
  readonly determiners: ReadonlySet<string>
  /** Of these, articles that make a bare name doubtful: "in the Army". */
  readonly articles: ReadonlySet<string>
  /** Those that point back: "the area", «cette zone» is said of a place that was named before. */
  readonly definite: ReadonlySet<string>
  readonly of: ReadonlySet<string>
  readonly and: ReadonlySet<string>
  /** "North", «sud-est», "outskirts": a side of what follows. */
  readonly sides: ReadonlySet<string>
  /** "Northern", "central", before a name. */
  readonly sideAdjectives: ReadonlySet<string>
  /** "Town", «localité»: whose name stands behind "of". */
  readonly settlements: ReadonlySet<string>
  /** "Region", "state", «cercle». */
  readonly areas: ReadonlySet<string>
  /** "Market", «église», "base": where people gather, live or serve. */
  readonly sites: ReadonlySet<string>
  /** "Sites", «lieux»: say nothing beside the name that they are of. */
  readonly vague: ReadonlySet<string>
  /** Before the noun, though they may be written with capitals: "Local Government Area", "refugee camp". */
  readonly compounds: ReadonlySet<string>
  /** «Pays», "country": the one that the text is about. */
  readonly countries: ReadonlySet<string>
  readonly between: ReadonlySet<string>
  /** "The border with". */
  readonly withNeighbour: ReadonlySet<string>
  /** Function words: no part of a description of a place. */
  readonly breaks: ReadonlySet<string>
  /** Written with a capital and no place: months, days, languages, houses of government. */
  readonly notPlaces: ReadonlySet<string>
  /** Peoples, faiths and armed groups that a name before "attack" may be. */
  readonly peoples: ReadonlySet<string>
  /** "Attack", "bombing", «attentat». */
  readonly events: ReadonlySet<string>
  /** Events that are called by their place alone: "the battle of", «la prise de». */
  readonly eventsOf: ReadonlySet<string>
  /** Behind a place noun these make it somebody: "village chiefs". */
  readonly people: ReadonlySet<string>
  /** Whoever is called by a place: "governor", «mission», "police". */
  readonly titles: ReadonlySet<string>
  /** People who speak where they are: "police in Kano said". */
  readonly speakers: ReadonlySet<string>
  /** "Said", "told", «déclaré», «conférence». */
  readonly speech: ReadonlySet<string>
  readonly hearers: ReadonlySet<string>
  /** What is done with those who were hurt, or lost their homes, somewhere else: "evacuated", «hospitalisés». */
  readonly elsewhere: ReadonlySet<string>
  readonly distances: ReadonlySet<string>
  /** «A déclaré à», «appartenant à»: behind these it is somebody. */
  readonly givesTo: ReadonlySet<string>
}

export const PLACE_WORDS: Readonly<Record<DeskLanguage, PlaceWords>> = { en: EN_PLACE_WORDS, fr: FR_PLACE_WORDS }
