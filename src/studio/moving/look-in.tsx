import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/api.ts'
import { refresh } from '../api/queries.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { useDoing } from '../ui/doing.tsx'
import { Checkbox, TextField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import type { SentExport } from './moving-in.tsx'
import { asMapping, NO_EDITS } from './name-edits.ts'
import { NameFields } from './name-fields.tsx'
import { PreviewSums } from './preview-sums.tsx'

interface Props {
  readonly sent: SentExport
  readonly isBusy: boolean
  readonly onDone: () => void
}

/** What is in a file that was sent, what its names become, and the word that brings it in. */
export function LookIn({ sent, isBusy, onDone }: Props) {
  const { moving } = useMessages()
  const [source, setSource] = useState('')
  const [zone, setZone] = useState('')
  const [lookedWith, setLookedWith] = useState({ source: '', zone: '' })
  const [publish, setPublish] = useState(false)
  const [edits, setEdits] = useState(NO_EDITS)
  const { run, isBusy: isBeginning, notice } = useDoing()
  const { data, error, isFetching } = useQuery({
    queryKey: ['POST /imports/preview', sent.uploadId, lookedWith],
    queryFn: ({ signal }) =>
      api('POST /imports/preview', { body: { uploadId: sent.uploadId, ...given(lookedWith) } }, signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  const begin = () =>
    run(async () => {
      const body = { uploadId: sent.uploadId, publish, mapping: asMapping(edits), ...given({ source, zone }) }
      await api('POST /imports', { body })
      await refresh('GET /imports')
      onDone()
    })
  const isChanged = source !== lookedWith.source || zone !== lookedWith.zone
  return (
    <section className="moving-part">
      <h2>{moving.preview.title(sent.name)}</h2>
      {isFetching && <p role="status">{moving.looking}</p>}
      {error && !isFetching && (
        <Notice kind="problem" title={error.message}>
          {'remedy' in error && typeof error.remedy === 'string' && <p>{error.remedy}</p>}
        </Notice>
      )}
      {data && <PreviewSums preview={data} />}
      {data && <NameFields names={data.names} edits={edits} onChange={setEdits} />}
      <div className="form moving-choices">
        <TextField label={moving.source} help={moving.sourceHelp} value={source} onChange={setSource} />
        <TextField label={moving.zone} help={moving.zoneHelp} value={zone} onChange={setZone} />
        {isChanged && <Button onPress={() => setLookedWith({ source, zone })}>{moving.preview.again}</Button>}
        <Checkbox isSelected={publish} onChange={setPublish}>
          {moving.publish}
        </Checkbox>
        <p className="moving-help">{moving.publishHelp}</p>
      </div>
      {notice}
      <div className="actions">
        <Button
          kind="main"
          isDisabled={isBeginning || !data || data.stories === 0}
          whyNot={isBusy ? moving.busy : null}
          onPress={() => void begin()}
        >
          {moving.begin}
        </Button>
        <Button onPress={onDone}>{moving.putAway}</Button>
      </div>
    </section>
  )
}

/** What was written into the fields; nothing for an empty one. */
const given = ({ source, zone }: { readonly source: string; readonly zone: string }) => ({
  ...(source.trim() === '' ? {} : { source: source.trim() }),
  ...(zone.trim() === '' ? {} : { zone: zone.trim() }),
})
