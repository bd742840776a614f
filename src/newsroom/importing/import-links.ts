import type { IncomingStory } from '../../intake/incoming.ts'
import {
  addressOfKey,
  type OwnHosts,
  type OwnLink,
  ownLinks,
  withNewPaths,
  withOwnPaths,
} from '../../intake/own-links.ts'
import { counted } from '../../intake/problem-list.ts'
import type { NewsroomTx } from '../../store/newsroom-db.ts'
import { storiesAtAddresses, type WaitingLink } from '../../store/import-links.ts'
import type { StoryId } from '../../ids.ts'
import type { StoryDocument } from '../../story/document.ts'
import { formerAddress } from '../../story/former-address.ts'
import type { Story } from '../../story/story.ts'
import { problemOf, type ReportedProblem } from './import-report.ts'

/** The old addresses of a story, as they are kept: each once, without the front and without where it is now. */
export function formerAddressesOf({ redirectsFrom }: IncomingStory, path: string | null): string[] {
  const addresses = new Set(redirectsFrom.flatMap((written) => formerAddress(written) ?? []))
  return [...addresses].filter((address) => address !== path)
}

/** A body on its way in. */
export interface LinkedBody {
  readonly storyId: StoryId
  readonly body: StoryDocument
}

/** Bodies whose links lead to new addresses as far as these are known, and what has to wait. */
export interface MovedLinks {
  /** In the order in which they were given. */
  readonly bodies: readonly StoryDocument[]
  readonly waiting: readonly WaitingLink[]
}

/**
 * Lets the links of these bodies to their own old site lead on: as paths at once, and to the new addresses of stories that
 * are here.
 *
 * @param ofBatch new addresses of stories that are about to come in, by their old ones
 */
export async function moveLinks(
  tx: NewsroomTx,
  hosts: OwnHosts,
  given: readonly LinkedBody[],
  ofBatch: ReadonlyMap<string, string> = new Map(),
): Promise<MovedLinks> {
  const links = given.map(({ body }) => ownLinks(body, hosts).filter(({ leadsTo }) => leadsTo !== 'file'))
  const newPaths = await newPathsOf(tx, links.flat(), ofBatch)
  return {
    bodies: given.map(({ body }) => withNewPaths(withOwnPaths(body, hosts), newPaths)),
    waiting: given.flatMap(({ storyId }, at) =>
      (links[at] ?? [])
        .filter(({ key }) => !newPaths.has(key))
        .map(({ key }) => ({ storyId, link: key, address: addressOfKey(key) })),
    ),
  }
}

async function newPathsOf(
  tx: NewsroomTx,
  links: readonly OwnLink[],
  ofBatch: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const addresses = new Set(links.map(({ key }) => addressOfKey(key)))
  const found = await storiesAtAddresses(tx, [...addresses])
  return new Map(
    links.flatMap(({ key }): (readonly [string, string])[] => {
      const address = addressOfKey(key)
      const path = found.has(address) ? found.get(address)?.path : ofBatch.get(address)
      return path === null || path === undefined ? [] : [[key, path]]
    }),
  )
}

/** The new addresses of stories that go live together, by their old ones; the first that has one keeps it. */
export function pathsByAddress(
  stories: readonly { readonly incoming: IncomingStory; readonly story: Story }[],
): Map<string, string> {
  const paths = new Map<string, string>()
  for (const { incoming, story } of stories) {
    if (story.path === null) continue
    for (const address of [story.path, ...formerAddressesOf(incoming, story.path)]) {
      if (!paths.has(address)) paths.set(address, story.path)
    }
  }
  return paths
}

/** How many addresses are named where links lead to more. */
const NAMED = 3

/** What is told of a story's links to files of its old site: they were left as they are. */
export function fileLinkProblems(incoming: IncomingStory, hosts: OwnHosts): ReportedProblem[] {
  const files = ownLinks(incoming.body, hosts).filter(({ leadsTo }) => leadsTo === 'file')
  if (files.length === 0) return []
  const keys = files.map(({ key }) => key)
  const what = `${counted(files.length, 'link leads', 'links lead')} to files of the old site, which did not come with it.`
  return [problemOf(incoming, what, namedAddresses(keys))]
}

/** What is told of links that nothing here answers. */
export const deadLinksOf = (
  story: Pick<IncomingStory, 'foreignId' | 'headline'>,
  addresses: readonly string[],
): ReportedProblem =>
  problemOf(
    story,
    `${counted(addresses.length, 'link leads', 'links lead')} to pages of the old site that did not come with it.`,
    namedAddresses(addresses),
  )

function namedAddresses(addresses: readonly string[]): string {
  const more = addresses.length - NAMED
  return `${addresses.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
