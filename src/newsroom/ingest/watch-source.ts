import { lstat, realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import { OnrecordError } from '../../errors.ts'
import type { SourceId, WatchedSourceId } from '../../ids.ts'
import { parseTarget } from '../../outbound/fetch-target.ts'
import {
  deleteWatched,
  insertWatched,
  updateWatched,
  type WatchedSource,
  watchedSources,
} from '../../store/watched-sources.ts'
import { perform } from '../act.ts'
import { assertMay } from '../assert-may.ts'
import { newId, type Newsroom } from '../newsroom.ts'
import { addSource } from '../record/add-source.ts'
import { findEntryOf } from '../record/find-entry.ts'
import { theNewspaper } from '../story-path.ts'
import { findWatched } from './find-incoming.ts'
import { nextAfter } from './look.ts'

/** How often a source is looked at unless somebody says otherwise, and how long its copy is kept. */
export const USUAL_MINUTES = 15
export const USUAL_DAYS = 90

/** What somebody wants to be watched. */
export interface NewWatched {
  readonly kind: WatchedSource['kind']
  readonly address: string
  readonly name: string
  /** The source of the record that it stands for; null makes a new one of its name. */
  readonly sourceId: SourceId | null
  readonly language: string | null
  readonly everyMinutes: number
  readonly keepDays: number
}

/**
 * Begins to watch a feed or a folder. The first look comes at once.
 *
 * A folder can be named by whoever has the machine alone: the studio and its keys may not choose what is read there.
 *
 * @throws OnrecordError `bad-input` for an address that cannot be fetched or a folder that is none, `forbidden`,
 *   `refused` when it or its name is watched already, or the record has a source of its name
 */
export async function watchSource(newsroom: Newsroom, wanted: NewWatched): Promise<WatchedSource> {
  await assertMay(newsroom.db, newsroom.actor, 'manage-ingest')
  const address = wanted.kind === 'feed' ? feedAddress(wanted.address) : await folderAddress(newsroom, wanted.address)
  const name = wanted.name.trim()
  await assertNew(newsroom, { address, name })
  const sourceId = wanted.sourceId ?? (await newSource(newsroom, name))
  await findEntryOf(newsroom.db, 'source', sourceId)
  const { result } = await perform(newsroom, 'manage-ingest', async (tx, now) => {
    const watched: WatchedSource = {
      ...wanted,
      id: newId(newsroom, 'watched-source'),
      address,
      name,
      sourceId,
      isOn: true,
      addedAt: now,
      addedBy: newsroom.actor.name,
      nextAt: now,
      lookedAt: null,
      newAt: null,
      failures: 0,
      failure: null,
      seen: null,
    }
    await insertWatched(tx, watched)
    return { result: watched, subject: watched.id, detail: { did: 'add', kind: wanted.kind } }
  })
  return result
}

const feedAddress = (address: string): string => parseTarget(address.trim()).url.href

async function folderAddress({ actor }: Newsroom, path: string): Promise<string> {
  if (actor.staff) {
    throw new OnrecordError('forbidden', 'A folder of the machine is named by whoever runs it, on its command line.', {
      remedy: 'Ask them to run: ./onrecord ingest add FOLDER --name …',
    })
  }
  const folder = await realpath(resolve(path)).catch(() => null)
  if (folder !== null && (await lstat(folder)).isDirectory()) return folder
  throw new OnrecordError('bad-input', `${path} is no folder that Onrecord can look into.`, {
    remedy: 'Give a folder of this machine, or the address of a feed with https:// in front.',
  })
}

async function assertNew({ db }: Newsroom, { address, name }: { address: string; name: string }): Promise<void> {
  if (name === '') throw new OnrecordError('bad-input', 'What is watched needs a name.', { remedy: 'Give it one.' })
  const known = await watchedSources(db)
  const same = known.find((one) => one.address === address || one.name.toLowerCase() === name.toLowerCase())
  if (!same) return
  const what = same.address === address ? 'It is watched already' : 'Another source is called that'
  throw new OnrecordError('refused', `${what}: “${same.name}” (${same.id}).`, {
    remedy: 'Change that one, or give this one another name.',
  })
}

/** A draft in the record, under its own name: it goes live with the first live entry that names it. */
async function newSource(newsroom: Newsroom, name: string): Promise<SourceId> {
  const { defaultLanguage } = await theNewspaper(newsroom.db)
  return addSource(newsroom, {
    kind: 'organisation',
    names: [{ text: name, lang: defaultLanguage, script: null, kind: 'official' }],
    actorId: null,
    anonymity: 'named',
    description: null,
    category: null,
    ownerId: null,
    sympathy: {},
  })
}

/** What of a watched source can be changed; what is left out stays. Its address cannot: that would be another source. */
export interface WatchedChange {
  readonly name?: string | undefined
  readonly language?: string | null | undefined
  readonly everyMinutes?: number | undefined
  readonly keepDays?: number | undefined
  readonly isOn?: boolean | undefined
}

/** Changes how a source is watched; switched on again, it is looked at at once. @throws OnrecordError `not-found`, `refused` */
export async function changeWatched(
  newsroom: Newsroom,
  id: WatchedSourceId,
  change: WatchedChange,
): Promise<WatchedSource> {
  const { result } = await perform(newsroom, 'manage-ingest', async (tx, now) => {
    const before = await findWatched(tx, id)
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
    const after: WatchedSource = { ...before, ...given }
    const taken = (await watchedSources(tx)).some(
      (one) => one.id !== id && one.name.toLowerCase() === after.name.trim().toLowerCase(),
    )
    if (taken)
      throw new OnrecordError('refused', `Another source is called “${after.name}”.`, {
        remedy: 'Choose another name.',
      })
    const isWoken = after.isOn && !before.isOn
    const latest = nextAfter(now, after.everyMinutes)
    const nextAt = isWoken ? now : before.nextAt > latest ? latest : before.nextAt
    await updateWatched(tx, { ...after, name: after.name.trim(), nextAt })
    return {
      result: { ...after, nextAt },
      subject: id,
      detail: { did: 'change', fields: Object.keys(given).join(' ') },
    }
  })
  return result
}

/** Has a source looked at now, by the worker. @throws OnrecordError `not-found` */
export async function lookNow(newsroom: Newsroom, id: WatchedSourceId): Promise<void> {
  await perform(newsroom, 'manage-ingest', async (tx, now) => {
    await updateWatched(tx, { ...(await findWatched(tx, id)), nextAt: now })
    return { result: undefined, subject: id, detail: { did: 'look' } }
  })
}

/**
 * Watches a source no longer, and takes away all that came from it. What was taken up stays a story, and what was kept in
 * the record stays there.
 *
 * @throws OnrecordError `not-found`
 */
export async function removeWatched(newsroom: Newsroom, id: WatchedSourceId): Promise<void> {
  await perform(newsroom, 'manage-ingest', async (tx) => {
    await findWatched(tx, id)
    await deleteWatched(tx, id)
    return { result: undefined, subject: id, detail: { did: 'remove' } }
  })
}
