const rules = new Intl.PluralRules('en')
const number = new Intl.NumberFormat('en')
const counted = (count: number, one: string, other: string): string =>
  `${number.format(count)} ${rules.select(count) === 'one' ? one : other}`

interface Counts {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly published: number
  readonly duplicates: number
  readonly skipped: number
}

export const moving = {
  title: 'Moving in',
  about: 'Bring in what you have published elsewhere. The same file again changes nothing that has not changed.',
  choose: 'Choose a file…',
  kinds:
    'An export of WordPress, Ghost, Wix, Substack, Medium or Blogger, a feed, saved pages, agency copy, the text of a page, or a ZIP archive of them. What a file is shows in its content. Nothing comes in before you have looked at it.',
  sending: 'The file is on its way.',
  sent: (percent: number) => `${percent} %`,
  waiting: 'No connection; it goes on by itself.',
  looking: 'The file is being read. Nothing has been changed.',
  busy: 'An import is under way.',
  preview: {
    title: (name: string) => `What is in ${name}`,
    isPart: 'The file is large: this is what its beginning holds.',
    incomplete: 'The file is faulty or ends too early: stories may be missing.',
    stories: (count: number) => counted(count, 'story', 'stories'),
    none: 'No stories were found.',
    known: (count: number) => `${number.format(count)} of them came in before.`,
    pictures: (count: number) => counted(count, 'picture', 'pictures'),
    words: (count: number) => counted(count, 'word', 'words'),
    from: 'From',
    kind: 'Kind',
    statuses: {
      published: 'public there',
      draft: 'draft',
      scheduled: 'scheduled',
      private: 'private',
      trashed: 'in the bin',
    },
    first: 'The first stories',
    noDate: 'no date',
    problems: 'What will not come, or not as it was',
    again: 'Look again',
  },
  names: {
    title: 'Names',
    about: 'What the old site’s names become here. Two names that become the same are one. Empty leaves a name out.',
    sections: 'Sections',
    tags: 'Tags',
    authors: 'Authors',
    languages: 'Languages',
    becomes: (name: string) => `${name} becomes`,
    inStories: (count: number) => `in ${counted(count, 'story', 'stories')}`,
    more: (count: number) => `${number.format(count)} more keep their names.`,
    save: 'Save the names as a file',
    load: 'Take the names from a file…',
    badFile: 'This is no file of names: it has to be JSON as this screen saves it.',
  },
  source: 'A name for where it comes from',
  sourceHelp: 'So that the same story is never added twice. Empty takes the kind of the file.',
  zone: 'Time zone of the old site',
  zoneHelp: 'Only for times that are written without one, such as Africa/Bamako. Empty keeps their day alone.',
  publish: 'Put what was public there before readers at once',
  publishHelp: 'Drafts, private and scheduled stories stay drafts either way.',
  begin: 'Bring them in',
  putAway: 'Choose another file',
  states: {
    running: 'under way',
    stopping: 'stopping',
    ended: 'ended',
    failed: 'ended early',
    'broken-off': 'broken off',
  },
  stop: 'Stop after these stories',
  progress: (percent: number, perSecond: number) => `${percent} % · ${number.format(perSecond)} stories a second`,
  left: (seconds: number) =>
    seconds < 60 ? `about ${seconds} s left` : `about ${counted(Math.round(seconds / 60), 'minute', 'minutes')} left`,
  again: 'The same file again goes on where it ended.',
  counts: ({ added, changed, unchanged, published, duplicates, skipped }: Counts) =>
    [
      `${counted(added, 'story', 'stories')} added`,
      `${number.format(changed)} changed`,
      `${number.format(unchanged)} unchanged`,
      `${number.format(published)} published`,
      ...(duplicates > 0 ? [`${number.format(duplicates)} here already in the same words`] : []),
      ...(skipped > 0 ? [`${number.format(skipped)} left out`] : []),
    ].join(', '),
  incomplete: 'A file was faulty: stories may be missing.',
  problems: (count: number) => counted(count, 'problem', 'problems'),
  eachProblem: 'Each of them',
  moreProblems: 'More problems',
  forgotten: 'Of imports of long ago only the summary is kept.',
  report: 'Save the report (JSON)',
  past: 'Imports',
  none: 'Nothing was brought in yet.',
  older: 'Older imports',
  pictures: {
    title: 'Pictures of these stories',
    counts: ({
      here,
      waiting,
      missing,
      refused,
    }: {
      here: number
      waiting: number
      missing: number
      refused: number
    }) =>
      `${counted(here, 'picture is', 'pictures are')} here, ${number.format(waiting)} still to come, ${number.format(missing)} not to be found, ${number.format(refused)} refused.`,
    asked: (count: number) => `${counted(count, 'picture is', 'pictures are')} being fetched.`,
    fetch: 'Fetch them from the old site',
    fetchAgain: 'Try again those that are missing',
    warning:
      'The old site’s server will see the address of this one. If that must not be, bring the pictures from a folder or an archive: ./onrecord picture bring --from FOLDER.',
    absent: 'Pictures that are not here',
    states: { waiting: 'still to come', missing: 'not found', refused: 'refused' },
    inStories: (count: number) => `in ${counted(count, 'story', 'stories')}`,
    more: 'More pictures',
    leftAlone: 'Stories that somebody works on: put the picture in yourself.',
    withEditor: (count: number) =>
      `${counted(count, 'story shows', 'stories show')} a picture in a revision that waits to be published.`,
  },
  out: 'Moving out',
  outHelp:
    'Everything the newsroom has as one file of JSON lines, drafts included. Accounts and secrets are not in it. Keep it where drafts may lie. With pictures, pages and the record, in files that any program reads: ./onrecord export --all FOLDER.',
  download: 'Download it all',
}
