import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { UploadId } from '../../ids.ts'
import { asking } from '../api/queries.ts'
import { useMay } from '../api/session.ts'
import { useMessages } from '../messages/messages.tsx'
import { Screen } from '../ui/screen.tsx'
import { ImportList } from './import-list.tsx'
import { LookIn } from './look-in.tsx'
import { MovingOut } from './moving-out.tsx'
import { ImportedPictures } from './imported-pictures.tsx'
import { SendExport } from './send-export.tsx'
import './moving.css'

/** A file that was sent and waits to be looked into. */
export interface SentExport {
  readonly uploadId: UploadId
  readonly name: string
}

/** How often the progress of an import is asked for while one is under way. */
const LOOK_EVERY_MS = 1_000

/** A newsroom moves in with its past: a file is sent, looked into, and brought in; every problem is listed. */
export function MovingIn() {
  const { moving } = useMessages()
  const may = useMay()
  const [sent, setSent] = useState<SentExport | null>(null)
  const { data } = useQuery({
    ...asking('GET /imports', {}),
    refetchInterval: ({ state }) => (state.data?.imports.some(isUnderWay) ? LOOK_EVERY_MS : false),
  })
  const imports = data?.imports ?? []
  const isBusy = imports.some(isUnderWay)
  return (
    <Screen title={moving.title} about={moving.about}>
      {sent === null ? (
        <SendExport isBusy={isBusy} onSent={setSent} />
      ) : (
        <LookIn key={sent.uploadId} sent={sent} isBusy={isBusy} onDone={() => setSent(null)} />
      )}
      <ImportList imports={imports} older={data?.before ?? null} />
      {imports.length > 0 && <ImportedPictures isBusy={isBusy} />}
      {may('export-newsroom') && <MovingOut />}
    </Screen>
  )
}

const isUnderWay = ({ state }: { readonly state: string }): boolean => state === 'running' || state === 'stopping'
