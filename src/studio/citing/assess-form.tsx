import { useState } from 'react'
import type { ClaimId } from '../../ids.ts'
import { api } from '../api/api.ts'
import { usePaper } from '../api/session.ts'
import { useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { useDoing } from '../ui/doing.tsx'
import { Select, TextField } from '../ui/field.tsx'
import { choicesOf } from './words-of.ts'

/** What can be said without evidence on file. */
const VERDICTS = ['unverified', 'disputed', 'partly-verified', 'unverifiable'] as const

interface Props {
  readonly claimId: ClaimId
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** Signs what the newsroom holds of a claim, and by which standard. */
export function AssessForm({ claimId, onDone, onCancel }: Props) {
  const { citing, ui } = useMessages()
  const { language } = useStudioLanguage()
  const { defaultLanguage } = usePaper()
  const [verdict, setVerdict] = useState<(typeof VERDICTS)[number]>('unverified')
  const [standard, setStandard] = useState('')
  const { run, notice, isBusy } = useDoing()
  const sign = () =>
    run(async () => {
      await api('POST /record/claims/{claimId}/assess', {
        params: { claimId },
        body: { verdict, standard, language: defaultLanguage },
      })
      onDone()
    })
  return (
    <fieldset className="adding">
      <legend>{citing.assess}</legend>
      <Select
        label={citing.verdict}
        value={verdict}
        choices={choicesOf('verdict', VERDICTS, language)}
        onChange={setVerdict}
      />
      <TextField label={citing.standard} rows={2} value={standard} onChange={setStandard} />
      {notice}
      <div className="actions">
        <Button kind="main" isDisabled={isBusy || standard.trim() === ''} onPress={() => void sign()}>
          {citing.assess}
        </Button>
        <Button kind="quiet" onPress={onCancel}>
          {ui.cancel}
        </Button>
      </div>
    </fieldset>
  )
}
