import { useState } from 'react'
import { Input, Label, Radio, RadioGroup, Text, TextField } from 'react-aria-components'
import { type LocalTime, readLocalTime, toLocalTime } from '../../story/local-time.ts'
import type { Instant } from '../../time.ts'
import { usePaper } from '../api/session.ts'
import { useMessages } from '../messages/messages.tsx'

interface Props {
  readonly label: string
  readonly value: Instant | null
  readonly onChange: (at: Instant | null) => void
}

const inUtc = (at: Instant): string => at.slice(0, 16).replace('T', ' ')

/**
 * A day and a time in the newsroom's own zone, with UTC beside it. A time that the clocks leave out is said, and one that
 * comes twice asks which.
 */
export function TimeField({ label, value, onChange }: Props) {
  const { zone } = usePaper()
  const { publishing: m } = useMessages()
  const [text, setText] = useState(value === null ? '' : toLocalTime(value, zone))
  const time = readLocalTime(text, zone)
  const change = (next: string) => {
    setText(next)
    onChange(onlyInstant(readLocalTime(next, zone)))
  }
  return (
    <div className="publish-time">
      <TextField className="field" value={text} onChange={change}>
        <Label>{label}</Label>
        <Input type="datetime-local" />
        <Text slot="description">
          {m.inZone(zone)} {value !== null && <span className="number">{m.inUtc(inUtc(value))}</span>}
        </Text>
      </TextField>
      {time?.kind === 'never' && <p role="alert">{m.timeNever(toLocalTime(time.after, zone).replace('T', ' '))}</p>}
      {time?.kind === 'twice' && (
        <RadioGroup className="field" value={value ?? ''} onChange={(at) => onChange(at as Instant)}>
          <Label>{m.timeTwice}</Label>
          <Radio className="choice" value={time.first}>
            {m.timeFirst(inUtc(time.first))}
          </Radio>
          <Radio className="choice" value={time.second}>
            {m.timeSecond(inUtc(time.second))}
          </Radio>
        </RadioGroup>
      )}
    </div>
  )
}

const onlyInstant = (time: LocalTime | undefined): Instant | null => (time?.kind === 'once' ? time.at : null)
