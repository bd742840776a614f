import type { FindingKind } from '../../../story/checklist.ts'
import type { Refusal } from '../../../story/publishing.ts'
import type { NoteKind } from '../../../story/story.ts'

const rules = new Intl.PluralRules('en')
const counted = (count: number, one: string, other: string): string =>
  `${count} ${rules.select(count) === 'one' ? one : other}`

const howLong = (minutes: number): string => {
  if (minutes < 90) return counted(minutes, 'minute', 'minutes')
  return minutes < 48 * 60
    ? counted(Math.round(minutes / 60), 'hour', 'hours')
    : counted(Math.round(minutes / 1_440), 'day', 'days')
}

const findings: Readonly<Record<FindingKind, (words: string) => string>> = {
  'no-headline': () => 'There is no headline.',
  'no-body': () => 'There is no text.',
  'no-address': () => 'The last part of the address cannot be used: small letters, digits and hyphens.',
  'figure-without-alt': () => 'A picture has no description for readers who cannot see it.',
  'claim-withdrawn': (words) => `“${words}” rests on a claim that was withdrawn or is not in the record.`,
  'link-broken': (words) => `The link on “${words}” leads nowhere.`,
  'link-private': (words) => `The link on “${words}” leads to a place that readers cannot reach.`,
  'claim-draft': (words) => `With the story, the claims behind it go live that are drafts: ${words}.`,
  'figure-without-credit': () => 'A photograph has no credit.',
  'picture-missing': () => 'A picture has not been brought over: readers will not see it.',
  'uncited-figure': (words) => `“${words}”: no claim stands behind this figure.`,
  'date-rots': (words) => `“${words}” will be wrong tomorrow. Give the date.`,
  'link-tracking': (words) => `The link on “${words}” tells one reader from another.`,
  'headline-long': () => 'The headline is longer than lists and search results show.',
  'no-standfirst': () => 'There is no standfirst.',
  'no-section': () => 'The story stands in no section.',
  'no-byline': () => 'The story has no byline.',
  'open-comments': (words) => `${counted(Number(words), 'comment is', 'comments are')} open.`,
  'open-suggestions': (words) =>
    `${counted(Number(words), 'suggestion is', 'suggestions are')} neither accepted nor refused. Readers get the text without them.`,
  'translation-stale': () => 'The original has changed since this was translated.',
}

type RefusalKind = Refusal['kind']

const refusals: Readonly<Record<RefusalKind, string>> = {
  held: 'The story is on hold.',
  embargoed: 'The story is under embargo.',
  killed: 'The story was withdrawn.',
  'already-live': 'Readers have these words already.',
  'not-live': 'Readers do not have the story.',
  'in-the-past': 'Choose a time to come.',
  'no-headline': 'There is no headline.',
  'no-body': 'There is no text.',
  'no-address': 'The address cannot be used.',
  'figure-without-alt': 'A picture has no description.',
  'wrong-state': 'Not in the state it is in.',
  'too-late-to-undo': 'More than half an hour has passed.',
  'noted-since': 'A note was issued since.',
}

const notes: Readonly<Record<NoteKind, string>> = {
  correction: 'Correction',
  clarification: 'Clarification',
  update: 'Update',
}

const notesHelp: Readonly<Record<NoteKind, string>> = {
  correction: 'We said something wrong, and put it right.',
  clarification: 'What we said could be misread.',
  update: 'Something has happened since.',
}

const lists: Readonly<Record<'all' | 'section' | 'author', string>> = {
  all: 'Home',
  section: 'a section’s front',
  author: 'an author’s page',
}

export const publishing = {
  panel: 'On its way to readers',
  readersHave: 'Readers have this story.',
  readersHaveNot: 'Readers do not have this story yet.',
  see: 'See it as readers do',
  preview: 'Preview',
  live: 'Live.',
  goingLive: 'Published, and going live: the site is busy for a moment.',
  done: 'Done.',
  failed: 'That was not done.',
  changedMeanwhile: 'Somebody has changed the text since you looked at it. Look at what changed, then do it again.',
  offline: 'No connection: this needs one. Your words are kept on this device.',
  held: (reason: string) => `On hold: ${reason}`,
  embargoedUntil: 'Under embargo until',
  scheduledFor: 'Goes out by itself',
  scheduledChanged: 'The text has changed since it was scheduled. Schedule it again to let these words out.',
  wentOutLate: (minutes: number) =>
    `It went out ${howLong(minutes)} late, because the server was not running at its hour.`,
  deskSays: (name: string) => `${name} sent it back:`,

  checklist: 'Checklist',
  allWell: 'Nothing to put right.',
  must: 'Put right first',
  should: 'Look at, then tick',
  lookedAt: 'Looked at',
  toTheWords: 'To the words',
  findings,
  refusals,
  mustFirst: (count: number) => `${counted(count, 'thing', 'things')} must be put right first.`,
  tickFirst: (count: number) => `${counted(count, 'thing', 'things')} on the checklist to look at.`,

  moves: 'What next',
  submit: 'Submit for review',
  takeBack: 'Take it back',
  sendBack: 'Send it back',
  sendBackTitle: 'Send it back to whoever writes it',
  word: 'What it lacks',
  wordHelp: 'They see it beside the text.',
  approve: 'Approve these words',
  publish: 'Publish',
  publishUpdate: 'Publish these changes',
  change: 'What changed, for readers',
  changeHelp: 'One sentence for the page of changes. A fault that is put right needs a correction as well.',
  schedule: 'Schedule',
  scheduleTitle: 'Let it go out by itself',
  scheduleAt: 'Day and time',
  inZone: (zone: string) => `In the newsroom’s time (${zone}).`,
  inUtc: (time: string) => `${time} UTC`,
  timeNever: (after: string) => `The clocks go forward then: there is no such time. The next is ${after}.`,
  timeTwice: 'The clocks go back then: this time comes twice.',
  timeFirst: (utc: string) => `The first time (${utc} UTC)`,
  timeSecond: (utc: string) => `The second time (${utc} UTC)`,
  timeNone: 'Choose a day and a time.',
  unschedule: 'Do not let it go out by itself',

  stop: 'Hold and embargo',
  hold: 'Hold',
  holdTitle: 'Not yet',
  holdReason: 'Why',
  holdHelp: 'Nobody can publish it until the hold is lifted.',
  release: 'Lift the hold',
  embargo: 'Not before',
  embargoSet: 'Set the embargo',
  embargoLift: 'Lift the embargo',

  address: 'Address',
  slug: 'Last part of the address',
  slugHelp:
    'Small letters, digits and hyphens. Where readers have the story, the former address leads on to the new one.',
  slugChange: 'Change the address',

  notesTitle: 'Notes to readers',
  noteNew: 'Issue a note',
  noteKind: 'What kind',
  notes,
  notesHelp,
  noteText: 'What readers should know',
  noteTextHelp: 'Say what was wrong and what is right. Publish the changed words as well.',
  noteWas: 'It said',
  noteNow: 'It says now',
  noteIssue: 'Issue the note',
  noteNone: 'No notes yet.',

  takeBackTitle: 'Take back',
  undo: 'Undo this publication',
  undoHelp: 'Readers get what they had before. After half an hour, correct the story or withdraw it.',
  undoHelpFirst: 'It becomes a draft again, as if it had never been published. Within half an hour only.',
  kill: 'Withdraw the story',
  killTitle: 'Withdraw the story for good',
  killNotice: 'Notice for readers',
  killHelp: 'Its address keeps this notice. The text leaves every page. This cannot be undone.',
  withhold: 'Withhold earlier texts',
  withholdTitle: 'Take what it said before from readers',
  withholdReason: 'Why, for readers',
  withholdHelp: 'Where an earlier text could harm somebody. The dates stay, with your reason; do not repeat the words.',

  links: 'Links for people outside',
  linkNew: 'Make a link',
  linkFor: 'For whom',
  linkForHelp: 'They see it on the page: “Not published. For … only.”',
  linkHours: 'How long',
  hours: (hours: number) => (hours < 48 ? counted(hours, 'hour', 'hours') : counted(hours / 24, 'day', 'days')),
  linkOnlyThis: 'Only these words, whatever comes after',
  linkMade: 'Copy it now: nobody can show it to you again.',
  linkOpened: (count: number) => (count === 0 ? 'not opened' : `opened ${counted(count, 'time', 'times')}`),
  linkUntil: 'until',
  linkOver: 'over',
  linkRevoke: 'Close it',
  linkNone: 'Nobody outside has a link.',

  tasks: 'The record has moved',
  taskMoved: (words: string) => `A claim behind “${words}” has changed.`,
  taskDone: 'The words are still right',
  claim: 'See the claim',

  translations: 'Languages',
  translationOf: 'Translated from',
  translationStale: 'The original has changed since.',
  translationCurrent: 'This is up to date now',
  translationChanges: 'What changed in the original',
  translateInto: 'Translate into',
  translate: 'Begin a translation',
  original: 'The original',
  noLanguages: 'It stands in every language of the paper.',
  noChanges: 'No word of it changed.',

  used: 'Where it is used',
  usedNowhere: 'Nowhere else yet.',
  usedSlot: (list: 'all' | 'section' | 'author', position: number) => `${lists[list]}, place ${position}`,
  usedRelated: 'Beside these stories',
  usedClaims: 'These state the same claims',
  usedRedirects: 'These addresses lead to it',

  previewTitle: 'Preview',
  previewAbout: 'As readers would get it now. Nobody else sees this.',
  backToText: 'Back to the text',
  views: { phone: 'Phone', desktop: 'Desktop', dark: 'Dark', print: 'Print', elsewhere: 'Elsewhere' },
  viewsLabel: 'How to look at it',
  previewFrame: 'The story as readers would get it',
  asCard: 'Where it is shared',
  cardAlt: (headline: string) => `The picture by which “${headline}” is shared`,
  asFeed: 'In a feed',
  asFound: 'In a search engine',
}
