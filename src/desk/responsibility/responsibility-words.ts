/** The words with which deeds are laid at somebody's door. All are keys. */
export interface ResponsibilityWords {
  /** "Claimed responsibility for", «a revendiqué»: the subject says that it did it. */
  readonly claiming: readonly (readonly string[])[]
  /** "Claimed by", «revendiquée par»: what follows says that it did it. */
  readonly claimedBy: readonly (readonly string[])[]
  /** "Blamed on", "suspected to be": somebody says that what follows did it. */
  readonly blamedOn: readonly (readonly string[])[]
  /** "Accused", «accuse»: their object is said to have done it. */
  readonly accusing: ReadonlySet<string>
  /** "Of", «d'avoir»: what they are accused of follows. */
  readonly of: ReadonlySet<string>
  /** "Suspected herders", «présumés»: they may have done it. */
  readonly suspected: ReadonlySet<string>
  /** "Carried out by", «perpétrée par»: told as a fact. */
  readonly doneBy: readonly (readonly string[])[]
  readonly denying: ReadonlySet<string>
  /** "Responsibility", "involvement": what is denied. */
  readonly deeds: ReadonlySet<string>
  /** "Killed", "attacked", «ont tué»: with a subject, told as a fact. */
  readonly doing: ReadonlySet<string>
  /** Forms of "to be", behind which a form is passive. */
  readonly be: ReadonlySet<string>
  readonly have: ReadonlySet<string>
  readonly by: ReadonlySet<string>
  /** "Responsible for", «responsable de»: behind "to be", their subject is said to have done it. */
  readonly responsible: readonly (readonly string[])[]
  /** "Attack by", «attaque de»: with "by" behind them, whoever follows did it. */
  readonly attacks: ReadonlySet<string>
  /** "Attack", "bomb": a phrase that ends so is no culprit. */
  readonly noCulprits: ReadonlySet<string>
  /** "No", "nobody". */
  readonly nobody: ReadonlySet<string>
  /** Armed people whom no name tells. */
  readonly armed: ReadonlySet<string>
  /** "Members", "guerrillas": people of an organisation that is named before or behind them. */
  readonly members: ReadonlySet<string>
  readonly ofThem: ReadonlySet<string>
  /** "Leftist", "heavily": what is said of an organisation and is none of its name. */
  readonly describing: ReadonlySet<string>
  /** "Front", "movement", "path": words of which organisations' names are made. */
  readonly organisations: ReadonlySet<string>
  /** "Army", "police": these name somebody alone. */
  readonly forces: ReadonlySet<string>
  /** Words without which a form that is also a participle does nothing: «ont tué», but "killed" does. */
  readonly needsHelper: boolean
  /** «Présumés» stands behind its noun, "suspected" before it. */
  readonly isSuspectedBehind: boolean
}
