import { useId } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { useDesk } from './desk-context.ts'

/** What stands above the body, as large as readers see it: written where it stands. */
export function HeadFields({ mayWrite }: { readonly mayWrite: boolean }) {
  const { writing } = useMessages()
  const { content, change } = useDesk()
  return (
    <div className="desk-head">
      <HeadField
        name="kicker"
        label={writing.kicker}
        value={content.kicker ?? ''}
        mayWrite={mayWrite}
        onChange={(kicker) => change({ kicker: kicker === '' ? null : kicker })}
      />
      <HeadField
        name="headline"
        label={writing.headline}
        value={content.headline}
        mayWrite={mayWrite}
        onChange={(headline) => change({ headline })}
      />
      <HeadField
        name="standfirst"
        label={writing.standfirst}
        value={content.standfirst}
        mayWrite={mayWrite}
        onChange={(standfirst) => change({ standfirst })}
      />
    </div>
  )
}

interface FieldProps {
  readonly name: 'kicker' | 'headline' | 'standfirst'
  readonly label: string
  readonly value: string
  readonly mayWrite: boolean
  readonly onChange: (value: string) => void
}

/** One field that is as high as its words: a line break in it is a space. */
function HeadField({ name, label, value, mayWrite, onChange }: FieldProps) {
  const id = useId()
  return (
    <div className={`desk-field ${name}`}>
      <label htmlFor={id} className={value === '' ? '' : 'visually-hidden'}>
        {label}
      </label>
      {/* The words once more, unseen, give the field its height. */}
      <div className="desk-grow" data-words={`${value} `}>
        <textarea
          id={id}
          rows={1}
          value={value}
          readOnly={!mayWrite}
          onChange={({ target }) => onChange(target.value.replaceAll(/[\r\n]+/g, ' '))}
        />
      </div>
    </div>
  )
}
