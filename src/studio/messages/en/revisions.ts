/** Why a version was kept, by the server's word for it. */
const keptAs = {
  named: 'kept by name',
  submitted: 'handed in for review',
  published: 'kept when it was published',
  handover: 'before somebody else went on',
  interval: 'kept along the way',
  restored: 'an earlier version, brought back',
  side: 'a text from beside the story',
  saved: 'saved',
}

const besides = {
  conflict: 'written on an older version',
  late: 'left by somebody who could not save it',
  replaced: 'replaced from outside the studio',
  handover: 'before somebody else went on, while the story was scheduled',
}

const fields = {
  dateline: 'dateline',
  sectionIds: 'sections',
  bylines: 'bylines',
  keywords: 'keywords',
}

const unchanged = new Intl.PluralRules('en')

export const revisions = {
  title: 'History',
  about: 'Every version of this story that was kept. Choose two to see what changed between them, word by word.',
  backToStory: 'Back to the story',
  versions: 'Versions',
  now: 'The text as it is now',
  nowSaved: 'as it is being written',
  version: (revision: number) => `Version ${revision}`,
  keptAs,
  by: (name: string) => `by ${name}`,
  textOf: (name: string) => `What ${name} wrote`,
  live: 'readers have this',
  wasPublic: (version: number) => `public version ${version}`,
  withheld: 'withheld from readers',
  older: 'from',
  newer: 'to',
  asOlder: (what: string) => `Compare from: ${what}`,
  asNewer: (what: string) => `Compare to: ${what}`,
  look: (what: string) => `What changed in ${what}`,
  beside: 'Beside the story',
  besideAbout: 'Texts that could not be saved into the story. Nothing of them is lost; somebody has to look.',
  besides,
  settled: 'settled',
  changes: 'What changed',
  fromTo: (from: string, to: string) => `From “${from}” to “${to}”`,
  same: 'Both say the same, word for word.',
  alsoChanged: (which: readonly (keyof typeof fields)[]) =>
    `Also changed: ${which.map((field) => fields[field]).join(', ')}.`,
  onlyChanges: 'Leave out what stayed as it was',
  asBefore: (count: number) =>
    unchanged.select(count) === 'one' ? '1 paragraph as before' : `${count} paragraphs as before`,
  putIn: 'Put in:',
  takenOut: 'Taken out:',
  kicker: 'Kicker',
  headline: 'Headline',
  standfirst: 'Standfirst',
  restore: 'Bring this version back',
  restoreSure:
    'The story will say again what it said here. What it says now is kept as a version. Readers notice nothing.',
  restoreYes: 'Yes, bring it back',
  restored: (revision: number) => `Brought back, as version ${revision}.`,
  use: 'Put this text in the story',
  useSure: 'The story will say what this text says. What it says now is kept as a version. Readers notice nothing.',
  useYes: 'Yes, put it in',
  settle: 'It has been seen to',
  drop: 'Remove this text',
  dropSure: 'These words will be gone for good.',
  dropYes: 'Yes, remove them',
  nameThis: 'Name this version',
  rename: 'Change the name',
  name: 'Name',
  nameHelp: 'What you will look for later: “before the lawyer”, “as sent to the ministry”.',
  unname: 'Take the name away',
  nameNow: 'Keep the text as it is now',
  keepNow: 'Keep it',
}
