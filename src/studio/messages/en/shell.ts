import type { Role } from '../../../staff/role.ts'
import type { StoryState } from '../../../story/story.ts'

const roles: Readonly<Record<Role, string>> = {
  owner: 'owner',
  editor: 'editor',
  reporter: 'reporter',
  contributor: 'contributor',
  translator: 'translator',
  researcher: 'researcher',
}

const states: Readonly<Record<StoryState, string>> = {
  draft: 'draft',
  'in-review': 'in review',
  approved: 'approved',
  scheduled: 'scheduled',
  published: 'published',
  killed: 'killed',
}

export const shell = {
  studio: 'Studio',
  skip: 'Skip to the page',
  menu: 'Menu',
  navigation: 'Studio',
  groups: { work: 'Work', paper: 'The paper', house: 'The house' },
  nav: {
    stories: 'Stories',
    tasks: 'Tasks',
    incoming: 'Incoming',
    calendar: 'Calendar',
    record: 'Record',
    pictures: 'Pictures',
    fronts: 'Fronts',
    sections: 'Sections',
    bylines: 'Bylines',
    pages: 'Pages',
    redirects: 'Redirects',
    corrections: 'Corrections',
    style: 'House style',
    reports: 'Readers’ reports',
    team: 'Team',
    keys: 'API keys',
    audit: 'Audit',
    import: 'Moving in',
    settings: 'Settings',
    health: 'Health',
    account: 'Your account',
  },
  site: 'The site',
  roles,
  states,
  whyNot: {
    role: (needed: readonly Role[]) => `This needs another role: ${needed.map((role) => roles[role]).join(', ')}.`,
    desk: 'The story belongs to another desk.',
    'not-yours': 'You may do this to your own stories only.',
    state: (state: StoryState) => `You cannot do this while the story is ${states[state]}.`,
    scope: 'This needs a person.',
  },
  loading: 'One moment…',
  nothingHere: 'There is nothing at this address.',
  backToStories: 'Back to the stories',
  failed: 'This screen could not be shown.',
  tryAgain: 'Try again',
  fault: 'Something went wrong here; it is not your mistake, and it was noted. Try again in a moment.',
  noConnection: 'No connection. What you write is kept on this device.',
  appearance: { label: 'Appearance', system: 'As the device', light: 'Light', dark: 'Dark' },
  locked: {
    title: 'The studio is locked',
    explain:
      'Everything can be read and nothing changed, until whoever runs the server opens it again. What you write stays on this device and is saved then.',
  },
  sampleNote: 'This is the sample edition: real public events, told to show how a paper works here.',
}
