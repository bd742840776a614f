const rules = new Intl.PluralRules('en')
const counted = (count: number, one: string, other: string): string =>
  `${count} ${rules.select(count) === 'one' ? one : other}`

interface Counts {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly published: number
}

export const house = {
  audit: {
    title: 'Audit',
    about: 'Who did what, newest first: ids and counts, never a text. Each line seals the one before it.',
    act: 'Act',
    actHelp: 'For example publish-story.',
    subject: 'Thing',
    subjectHelp: 'An id; a story’s begins with sty_.',
    none: 'No such line',
    when: 'When',
    who: 'Who',
    detail: 'More',
    via: { 'command-line': 'command line', server: 'server', studio: 'studio', key: 'API key' },
  },
  health: {
    title: 'Health',
    sound: 'Nothing stands in the way.',
    faults: (count: number) => `${counted(count, 'thing', 'things')} to mend.`,
    again: 'Look again',
    levels: { ok: 'Sound:', note: 'Worth knowing:', fault: 'To be mended:' },
    jobs: 'Work that waits',
    givenUp: (attempts: number) => `given up after ${counted(attempts, 'attempt', 'attempts')}`,
    due: 'due',
    retry: 'Try again',
  },
  moving: {
    title: 'Moving in',
    about: 'Bring in what you have published elsewhere. The same file again changes nothing that has not changed.',
    source: 'A name for where it comes from',
    sourceHelp: 'So that the same story is never added twice. Empty takes the kind of the file.',
    publish: 'Put what was public there before readers at once',
    choose: 'Choose a file…',
    kinds: 'A WordPress export (WXR), a feed (RSS, Atom, JSON), or the text of a page as a browser copies it.',
    sending: 'The file is on its way.',
    waiting: 'No connection; it goes on by itself.',
    busy: 'An import is under way.',
    running: 'under way',
    ended: 'ended',
    counts: ({ added, changed, unchanged, published }: Counts) =>
      `${counted(added, 'story', 'stories')} added, ${changed} changed, ${unchanged} unchanged, ${published} published.`,
    problems: (count: number) => counted(count, 'problem', 'problems'),
    out: 'Moving out',
    outHelp:
      'Everything the newsroom has as one file of JSON lines, drafts included. Accounts and secrets are not in it. Keep it where drafts may lie.',
    download: 'Download it all',
  },
}
