import { withNewPaths } from '../../intake/own-links.ts'
import {
  type AddressFound,
  deleteWaitingLinks,
  storiesAtAddresses,
  type WaitingLink,
  waitingLinksAfter,
} from '../../store/import-links.ts'
import { amongImported } from '../../store/imported-stories.ts'
import { readSections } from '../../store/house.ts'
import type { NewsroomDb } from '../../store/newsroom-db.ts'
import type { StoryId } from '../../ids.ts'
import { record } from '../act.ts'
import type { Newsroom } from '../newsroom.ts'
import { deadLinksOf } from './import-links.ts'
import type { ReportedProblem } from './import-report.ts'
import { settleTold } from './settle-story.ts'

/** How many waiting links are looked at together: some tens of stories, in one transaction. */
const LINKS = 200

export interface SettlingLinks {
  /** The source whose links that lead nowhere are told. */
  readonly source: string
  readonly onProblem: (problem: ReportedProblem) => void
  /** Told when the edition has something to follow. */
  readonly onPublic: () => void
  /** Told after each portion; the next waits until it has been heard. */
  readonly onPortion: () => Promise<void>
}

/**
 * Lets links that waited lead to their stories' new addresses, once these are known: in the stories that just came in and
 * in those of earlier imports. A story that staff have taken up stays as it is: its redirect leads on.
 *
 * What nothing here answers is told, a line for each story of the source.
 */
export async function settleLinks(newsroom: Newsroom, settling: SettlingLinks): Promise<void> {
  const answered = await addressesOfSections(newsroom.db)
  for await (const waiting of waitingByStory(newsroom.db)) {
    const found = await storiesAtAddresses(newsroom.db, [...new Set(waiting.map(({ address }) => address))])
    const byStory = Map.groupBy(waiting, ({ storyId }) => storyId)
    const movable = [...byStory].filter(([, links]) => links.some(({ address }) => hasPath(found, address)))
    if (movable.length > 0 && (await settleSome(newsroom, new Map(movable), found))) settling.onPublic()
    await tellDead(newsroom.db, byStory, { found, answered, settling })
    await settling.onPortion()
  }
}

const hasPath = (found: ReadonlyMap<string, AddressFound>, address: string): boolean =>
  (found.get(address)?.path ?? null) !== null

/** Fronts of sections are there under the names that they had, where both sites call them so. */
const addressesOfSections = async (db: NewsroomDb): Promise<ReadonlySet<string>> =>
  new Set((await readSections(db)).map(({ slug }) => `/${slug}`))

/** Waiting links in portions, all those of a story in one. */
async function* waitingByStory(db: NewsroomDb): AsyncGenerator<readonly WaitingLink[]> {
  let after: WaitingLink | null = null
  let held: readonly WaitingLink[] = []
  for (;;) {
    const some: readonly WaitingLink[] = await waitingLinksAfter(db, after, LINKS)
    const all: readonly WaitingLink[] = [...held, ...some]
    const last = all.at(-1)
    if (!last) return
    if (some.length < LINKS) {
      yield all
      return
    }
    after = last
    const whole = all.filter(({ storyId }) => storyId !== last.storyId)
    held = all.filter(({ storyId }) => storyId === last.storyId)
    if (whole.length > 0) yield whole
  }
}

/** @returns whether readers have any of it */
async function settleSome(
  newsroom: Newsroom,
  stories: ReadonlyMap<StoryId, readonly WaitingLink[]>,
  found: ReadonlyMap<string, AddressFound>,
): Promise<boolean> {
  const { isPublic } = await record(newsroom, 'import-stories', async (tx, now) => {
    const settled: StoryId[] = []
    for (const [storyId, links] of stories) {
      const moved = links.filter(({ address }) => hasPath(found, address))
      const newPaths = new Map(moved.map(({ link, address }) => [link, found.get(address)?.path ?? address]))
      const { isPublic } = await settleTold(tx, now, { storyId, change: (body) => withNewPaths(body, newPaths) })
      if (isPublic) settled.push(storyId)
      await deleteWaitingLinks(
        tx,
        storyId,
        moved.map(({ link }) => link),
      )
    }
    return {
      result: null,
      subject: null,
      detail: { linksOf: settled.length },
      changes: settled.map((storyId) => ({ kind: 'story', storyId }) as const),
    }
  })
  return isPublic
}

interface Telling {
  readonly found: ReadonlyMap<string, AddressFound>
  readonly answered: ReadonlySet<string>
  readonly settling: SettlingLinks
}

/** Addresses of drafts are not dead, nor are those on a host that may be somebody else's. */
async function tellDead(
  db: NewsroomDb,
  byStory: ReadonlyMap<StoryId, readonly WaitingLink[]>,
  { found, answered, settling }: Telling,
): Promise<void> {
  const dead = [...byStory].flatMap(([storyId, links]) => {
    const addresses = links
      .filter(({ link, address }) => link === address && !found.has(address) && !answered.has(address))
      .map(({ address }) => address)
    return addresses.length > 0 ? [{ storyId, addresses }] : []
  })
  const ids = dead.map(({ storyId }) => storyId)
  const names = await amongImported(db, settling.source, ids)
  for (const { storyId, addresses } of dead) {
    const name = names.get(storyId)
    if (name) settling.onProblem(deadLinksOf(name, addresses))
  }
}
