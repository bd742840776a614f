import type { Act } from '../../staff/acts.ts'
import type { LinkProps } from '@tanstack/react-router'
import type { Messages } from '../messages/messages.tsx'

export type NavName = keyof Messages['shell']['nav']

/** A screen that stands by itself, without an id in its address. */
export type StudioPath = Exclude<NonNullable<LinkProps['to']>, `${string}$${string}` | '' | '.' | '..'>

/** One way to a screen, for those whose roles let them do something there. */
export interface NavEntry {
  readonly name: NavName
  readonly to: StudioPath
  readonly act: Act
}

/** The studio's navigation, in the order in which a day goes: one's own work first, the house last. */
export const NAVIGATION: readonly {
  readonly group: keyof Messages['shell']['groups']
  readonly entries: readonly NavEntry[]
}[] = [
  {
    group: 'work',
    entries: [
      { name: 'stories', to: '/', act: 'read-story' },
      { name: 'tasks', to: '/tasks', act: 'finish-task' },
      { name: 'incoming', to: '/incoming', act: 'see-incoming' },
      { name: 'calendar', to: '/calendar', act: 'read-story' },
      { name: 'record', to: '/record', act: 'read-record' },
      { name: 'pictures', to: '/pictures', act: 'add-picture' },
    ],
  },
  {
    group: 'paper',
    entries: [
      { name: 'fronts', to: '/fronts', act: 'pin-story' },
      { name: 'sections', to: '/sections', act: 'change-section' },
      { name: 'bylines', to: '/bylines', act: 'change-author' },
      { name: 'pages', to: '/pages', act: 'set-page' },
      { name: 'redirects', to: '/redirects', act: 'change-redirect' },
      { name: 'corrections', to: '/corrections', act: 'issue-correction' },
      { name: 'style', to: '/style', act: 'change-style' },
      { name: 'reports', to: '/reports', act: 'read-reports' },
    ],
  },
  {
    group: 'house',
    entries: [
      { name: 'team', to: '/team', act: 'read-team' },
      { name: 'keys', to: '/keys', act: 'read-keys' },
      { name: 'audit', to: '/audit', act: 'read-audit' },
      { name: 'import', to: '/import', act: 'import-stories' },
      { name: 'settings', to: '/settings', act: 'change-profile' },
      { name: 'health', to: '/health', act: 'read-health' },
    ],
  },
]
