import type { IncomingStory } from '../../intake/incoming.ts'
import type { StoryId } from '../../ids.ts'
import { importedFrom } from '../../store/imported-stories.ts'
import type { NewsroomDb, NewsroomTx } from '../../store/newsroom-db.ts'
import { deleteUses, putUses, usesOfStories, type WantedUse } from '../../store/wanted-picture-uses.ts'
import {
  insertWanted,
  type PictureHere,
  picturesHere,
  updateWanted,
  wantedByKey,
  type WantedPicture,
} from '../../store/wanted-pictures.ts'
import type { StoryDocument } from '../../story/document.ts'
import type { Instant } from '../../time.ts'
import { describedIn, missingFigures, type MissingFigure, withPictures } from './missing-pictures.ts'
import { addressOf } from './picture-address.ts'

/** A story that comes in, as its source tells it: with every picture missing. */
export interface ComingStory {
  readonly incoming: Pick<IncomingStory, 'foreignId' | 'body'>
  /** What its source says of it, as a hash. */
  readonly hash: string
}

/**
 * Stories with the pictures in them that are here already and described: an import that runs again, or another of the
 * same site, fetches none of them a second time.
 */
export async function withPicturesHere<Story extends ComingStory>(
  db: NewsroomDb,
  source: string,
  stories: readonly Story[],
): Promise<Story[]> {
  const keys = stories.flatMap(({ incoming }) => missingFigures(incoming.body, source).map(({ key }) => key))
  const here = keys.length === 0 ? NONE : await picturesHere(db, keys)
  if (here.size === 0) return [...stories]
  return stories.map((story) => ({
    ...story,
    incoming: { ...story.incoming, body: withDescribed(story.incoming.body, source, here) },
  }))
}

const NONE: ReadonlyMap<string, PictureHere> = new Map()

const withDescribed = (body: StoryDocument, source: string, here: ReadonlyMap<string, PictureHere>): StoryDocument =>
  withPictures(body, source, describedIn(body, source, here))

/**
 * Notes which pictures stories of an import show, in the transaction that brings the stories in and after they are there.
 * Noting them again changes nothing.
 *
 * @param before what was known of these stories before the batch
 */
export async function wantPictures(
  tx: NewsroomTx,
  { source, now }: { readonly source: string; readonly now: Instant },
  stories: readonly ComingStory[],
  before: ReadonlyMap<string, { readonly contentHash: string }>,
): Promise<void> {
  const wanting = await wantingStories(tx, source, stories, before)
  const known = await wantPictureRows(
    tx,
    { source, now },
    wanting.flatMap(({ missing }) => missing),
  )
  const noted = keysNoted(
    await usesOfStories(
      tx,
      wanting.map(({ storyId }) => storyId),
    ),
  )
  // A picture that its source took out of the story is wanted for it no more.
  const changed = wanting.filter(({ storyId, isChanged }) => isChanged && noted.has(storyId))
  await deleteUses(
    tx,
    changed.map(({ storyId }) => storyId),
  )
  await putUses(
    tx,
    wanting.flatMap((story) => usesOf(story, known, noted.get(story.storyId))),
  )
}

interface Wanting {
  readonly storyId: StoryId
  readonly isChanged: boolean
  readonly missing: readonly MissingFigure[]
}

/** A story without pictures wants none; one that was changed may have wanted some before. */
async function wantingStories(
  tx: NewsroomTx,
  source: string,
  stories: readonly ComingStory[],
  before: ReadonlyMap<string, { readonly contentHash: string }>,
): Promise<Wanting[]> {
  const found = stories.map(({ incoming: { foreignId, body }, hash }) => ({
    foreignId,
    isChanged: before.get(foreignId)?.contentHash !== hash,
    missing: missingFigures(body, source),
  }))
  const concerned = found.filter(({ missing, isChanged }) => isChanged || missing.length > 0)
  const imported = await importedFrom(
    tx,
    source,
    concerned.map(({ foreignId }) => foreignId),
  )
  return concerned.flatMap(({ foreignId, isChanged, missing }) => {
    const known = imported.get(foreignId)
    // What has another story's words shows that story's pictures.
    return known === undefined || known.isDuplicate ? [] : [{ storyId: known.storyId, isChanged, missing }]
  })
}

const keysNoted = (uses: readonly WantedUse[]): Map<StoryId, Set<string>> => {
  const keys = new Map<StoryId, Set<string>>()
  for (const { storyId, key } of uses) keys.set(storyId, (keys.get(storyId) ?? new Set()).add(key))
  return keys
}

/** What a story wants that is not noted yet; of one that was changed, all of it. */
function usesOf(
  { storyId, isChanged, missing }: Wanting,
  known: ReadonlyMap<string, WantedPicture>,
  noted: ReadonlySet<string> | undefined,
): WantedUse[] {
  const keys = [...new Set(missing.map(({ key }) => key))].filter((key) => isChanged || !noted?.has(key))
  return keys.map((key) => ({ key, storyId, place: known.get(key)?.state === 'here' ? 'ready' : 'waiting' }))
}

/** More addresses than this of one picture lead to nothing new. */
const MOST_ADDRESSES = 8

/** Notes the pictures themselves; a new address of one that was given up is worth asking. @returns them as they stand */
async function wantPictureRows(
  tx: NewsroomTx,
  { source, now }: { readonly source: string; readonly now: Instant },
  figures: readonly MissingFigure[],
): Promise<Map<string, WantedPicture>> {
  const stated = new Map<string, MissingFigure[]>()
  for (const figure of figures) stated.set(figure.key, [...(stated.get(figure.key) ?? []), figure])
  const known = await wantedByKey(tx, [...stated.keys()])
  const fresh: WantedPicture[] = []
  for (const [key, of] of stated) {
    const addresses = of.flatMap(({ picture }) => addressOf(picture.url) ?? [])
    const before = known.get(key)
    if (before) await addAddresses(tx, before, addresses, now)
    else fresh.push(newlyWanted({ key, source, now }, of, addresses))
  }
  await insertWanted(tx, fresh)
  return known
}

const newlyWanted = (
  { key, source, now }: { readonly key: string; readonly source: string; readonly now: Instant },
  figures: readonly MissingFigure[],
  addresses: readonly string[],
): WantedPicture => ({
  key,
  source,
  name: figures.find(({ picture }) => picture.name)?.picture.name?.replaceAll('\0', '') ?? null,
  addresses: [...new Set(addresses)].slice(0, MOST_ADDRESSES),
  state: 'waiting',
  pictureId: null,
  sha256: null,
  attempts: 0,
  dueAt: now,
  lastError: null,
  isAsked: false,
})

async function addAddresses(
  tx: NewsroomTx,
  before: WantedPicture,
  stated: readonly string[],
  now: Instant,
): Promise<void> {
  const addresses = [...new Set([...before.addresses, ...stated])].slice(0, MOST_ADDRESSES)
  if (addresses.length === before.addresses.length) return
  const isGivenUp = before.state === 'missing' || before.state === 'refused'
  const again = isGivenUp ? { state: 'waiting' as const, attempts: 0, dueAt: now } : {}
  await updateWanted(tx, { ...before, addresses, ...again })
}
