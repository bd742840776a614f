import { useCallback, useEffect, useRef, useState } from 'react'
import type { AnswerTo } from '../api/api.ts'
import { api } from '../api/api.ts'
import { refresh } from '../api/queries.ts'
import { type Sending, sendFile } from './send-file.ts'

export type TakenIn = AnswerTo<'POST /uploads/{uploadId}/picture'>
export type LibraryPicture = TakenIn['picture']

/** A file on its way: how far it is, or what became of it. */
export interface FileOnItsWay extends Sending {
  readonly key: string
  readonly name: string
  readonly state: 'sending' | 'taking-in' | 'done' | 'failed'
  readonly error: unknown
  readonly taken: TakenIn | null
  readonly stop: () => void
}

/**
 * Files on their way into the library, one after the other: two at a time would each be slower on a bad line.
 *
 * @param onTaken told of each picture that was taken in
 */
export function useSending(onTaken: (taken: TakenIn) => void) {
  const [files, setFiles] = useState<readonly FileOnItsWay[]>([])
  const queue = useRef(Promise.resolve())
  const stops = useRef(new Set<AbortController>())
  const told = useRef(onTaken)
  useEffect(() => {
    told.current = onTaken
  })
  // Whoever leaves the screen stops what was under way; what came of it is forgotten on the server after a day.
  useEffect(() => {
    const all = stops.current
    return () => {
      for (const stop of all) stop.abort()
    }
  }, [])

  const change = useCallback((key: string, next: Partial<FileOnItsWay>) => {
    setFiles((present) => present.map((file) => (file.key === key ? { ...file, ...next } : file)))
  }, [])

  const send = useCallback(
    (chosen: readonly File[]) => {
      for (const file of chosen) {
        const stop = new AbortController()
        stops.current.add(stop)
        const begun = onItsWay(file, stop)
        setFiles((present) => [...present, begun])
        queue.current = queue.current.then(() => bring(file, begun.key, { stop, change, onTaken: told.current }))
      }
    },
    [change],
  )
  const dismiss = useCallback((key: string) => setFiles((present) => present.filter((file) => file.key !== key)), [])
  return { files, send, dismiss }
}

const onItsWay = (file: File, stop: AbortController): FileOnItsWay => ({
  key: crypto.randomUUID(),
  name: file.name,
  sent: 0,
  total: file.size,
  isWaiting: false,
  state: 'sending',
  error: null,
  taken: null,
  stop: () => stop.abort(),
})

interface Bringing {
  readonly stop: AbortController
  readonly change: (key: string, next: Partial<FileOnItsWay>) => void
  readonly onTaken: (taken: TakenIn) => void
}

async function bring(file: File, key: string, { stop, change, onTaken }: Bringing): Promise<void> {
  try {
    const onProgress = (sending: Sending) => change(key, sending)
    const uploadId = await sendFile(file, file.name, { onProgress, signal: stop.signal })
    change(key, { state: 'taking-in' })
    const taken = await api('POST /uploads/{uploadId}/picture', { params: { uploadId }, body: {} }, stop.signal)
    change(key, { state: 'done', taken })
    onTaken(taken)
    await refresh('GET /pictures')
  } catch (error) {
    change(key, { state: 'failed', error })
  }
}
