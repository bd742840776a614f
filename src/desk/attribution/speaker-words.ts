import type { SpeakerMention } from '../mentions.ts'

/** The words by which one knows what kind of speaker it is. All are keys. */
export interface SpeakerWords {
  /** Phrases by standing, in the order in which they are asked: a UN spokesman is the UN, not an official. */
  readonly standings: readonly {
    readonly standing: Exclude<SpeakerMention['standing'], 'unknown'>
    readonly phrases: readonly (readonly string[])[]
  }[]
  /** Words before a person's name: "Minister", "Gen", «colonel». */
  readonly titles: ReadonlySet<string>
  /** Outlets and monitors that pass on what others say, by a word of their name. */
  readonly outlets: ReadonlySet<string>
  /** Words that make a capitalised name that of an outlet: "Times", "Daily", "Radio". */
  readonly outletWords: ReadonlySet<string>
  /** "Front", "movement": a name with one of these is no outlet's, whatever else is in it. */
  readonly parties: ReadonlySet<string>
  /** "Reporters", «journalistes»: spoken to, they pass it on. */
  readonly press: ReadonlySet<string>
  /** Nouns that hide who speaks: "reports", "sources" alone. */
  readonly hidden: ReadonlySet<string>
  /** "The group", «le mouvement»: these stand for an organisation named before. */
  readonly groupHeads: ReadonlySet<string>
  /** "The minister", "the spokesman": these stand for a person named before. */
  readonly personHeads: ReadonlySet<string>
  /** Heads that stand for an outlet named before: "the newspaper", «le quotidien». */
  readonly outletHeads: ReadonlySet<string>
  /** «De sources sécuritaires»: sources that are described. */
  readonly sources: ReadonlySet<string>
  readonly personPronouns: ReadonlySet<string>
  readonly groupPronouns: ReadonlySet<string>
  readonly firstPerson: ReadonlySet<string>
  /** By these one knows that a speaker stands for a state's forces: "army", "police", «gendarmerie». */
  readonly stateForces: ReadonlySet<string>
  /** The people of a state's forces, as victims: "soldiers", «policiers». */
  readonly statePeople: ReadonlySet<string>
  /** The people of any armed side: "fighters", "men". */
  readonly fighters: ReadonlySet<string>
  /** "Its", "our", «nos»: of whoever speaks. */
  readonly ownWords: ReadonlySet<string>
  /** "Their", «leurs»: of whoever speaks, where fighters follow. */
  readonly theirWords: ReadonlySet<string>
  /** "Rebel", "movement": whoever is called so speaks for no state, whatever else is in the name. */
  readonly nonState: ReadonlySet<string>
  /** Whose forces speak from a seat or under a name that does not say so, by how the country's words begin: the Pentagon's are American. */
  readonly seats: ReadonlyMap<string, readonly string[]>
  readonly civilians: ReadonlySet<string>
  /** Words that mean the speaker as the one who did it: "it", "we", «elle». */
  readonly selfWords: ReadonlySet<string>
}
