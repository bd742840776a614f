import { SITE, type Tag } from '../../edition/tags.ts'
import type { RenderedPage } from '../../site/props.ts'
import type { Language } from '../../story/story.ts'
import type { FinishedPage, PageStatus } from '../page.ts'

/** A rendered page as the press takes it: every page shows the paper itself, and `shows` names what else. */
export const finished = (
  page: RenderedPage,
  { shows, language, status = 200, ...more }: FinishedOptions,
): FinishedPage => ({
  status,
  contentType: page.contentType,
  body: page.body,
  location: null,
  language: language ?? null,
  style: page.style,
  tags: [SITE, ...shows],
  kept: true,
  ...more,
})

interface FinishedOptions extends Pick<FinishedPage, 'freshUntil' | 'mayBeFramed' | 'links'> {
  readonly shows: readonly Tag[]
  readonly language?: Language
  readonly status?: PageStatus
}

/** The way to another address, for ever. */
export const movedTo = (location: string, shows: readonly Tag[]): FinishedPage => ({
  status: 301,
  contentType: 'text/plain; charset=utf-8',
  body: `${location}\n`,
  location,
  style: null,
  tags: shows,
  kept: true,
})
