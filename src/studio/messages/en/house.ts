const rules = new Intl.PluralRules('en')
const counted = (count: number, one: string, other: string): string =>
  `${count} ${rules.select(count) === 'one' ? one : other}`

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
}
