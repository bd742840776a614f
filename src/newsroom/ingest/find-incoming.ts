import { OnrecordError } from '../../errors.ts'
import { type IncomingCopyId, parseId, type WatchedSourceId } from '../../ids.ts'
import { copyById, type IncomingCopy } from '../../store/incoming-copy.ts'
import type { NewsroomDb } from '../../store/newsroom-db.ts'
import { watchedById, type WatchedSource, watchedSources } from '../../store/watched-sources.ts'

/** An item of incoming copy. @throws OnrecordError `not-found` when it is not there, or was cleared away */
export async function findIncoming(db: NewsroomDb, id: IncomingCopyId): Promise<IncomingCopy> {
  const copy = await copyById(db, id)
  if (copy) return copy
  throw new OnrecordError('not-found', `There is no incoming item ${id}, or it was cleared away.`, {
    remedy: 'Look it up again in the list; what nobody takes up is removed after a while.',
  })
}

/** A watched source. @throws OnrecordError `not-found` */
export async function findWatched(db: NewsroomDb, id: WatchedSourceId): Promise<WatchedSource> {
  const watched = await watchedById(db, id)
  if (watched) return watched
  throw new OnrecordError('not-found', `No source ${id} is watched.`, { remedy: 'Look at the list of sources.' })
}

/** The watched source that somebody names: by its id, its name or its address. @throws OnrecordError `not-found` */
export async function watchedNamed(db: NewsroomDb, text: string): Promise<WatchedSource> {
  const id = parseId('watched-source', text)
  if (id) return findWatched(db, id)
  const wanted = text.trim().toLowerCase()
  const found = (await watchedSources(db)).find(
    ({ name, address }) => name.toLowerCase() === wanted || address === text.trim(),
  )
  if (found) return found
  throw new OnrecordError('not-found', `No source called “${text}” is watched.`, {
    remedy: '`./onrecord ingest list` shows their names.',
  })
}
