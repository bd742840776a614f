import { instantAt, wallTimeIn } from '../../story/wall-clock.ts'
import { type Instant, parseLocalDate } from '../../time.ts'
import { usePaper } from '../api/session.ts'
import { useMessages } from '../messages/messages.tsx'
import { TextField } from '../ui/field.tsx'

/** A day and a time of day as they were typed, in the newsroom's zone. */
export interface TypedTime {
  readonly on: string
  readonly at: string
}

/** The instant that was typed; null while it is none. */
export function typedInstant(zone: string, { on, at }: TypedTime): Instant | null {
  const date = parseLocalDate(on)
  return date && /^([01]\d|2[0-3]):[0-5]\d$/.test(at) ? instantAt(zone, { on: date, at }) : null
}

/** Six in the morning of the next day: when most papers change their front. */
export function tomorrowMorning(zone: string, now: Date): TypedTime {
  const { on } = wallTimeIn(zone, new Date(now.getTime() + 86_400_000).toISOString())
  return { on, at: '06:00' }
}

export const typedFrom = (zone: string, instant: string): TypedTime => wallTimeIn(zone, instant)

interface Props {
  readonly value: TypedTime
  readonly onChange: (value: TypedTime) => void
  readonly autoFocus?: boolean
}

/** A day and a time in the newsroom's zone, with UTC under them. */
export function TimeField({ value, onChange, autoFocus = false }: Props) {
  const { fronts } = useMessages()
  const { zone } = usePaper()
  const instant = typedInstant(zone, value)
  const utc = instant?.slice(0, 16).replace('T', ' ')
  return (
    <div className="time-field">
      <TextField
        type="date"
        label={fronts.fromDate}
        value={value.on}
        autoFocus={autoFocus}
        onChange={(on) => onChange({ ...value, on })}
      />
      <TextField
        type="time"
        label={`${fronts.fromTime} (${zone})`}
        value={value.at}
        onChange={(at) => onChange({ ...value, at })}
      />
      <p role="status">{utc === undefined ? fronts.badTime : fronts.utc(utc)}</p>
    </div>
  )
}
