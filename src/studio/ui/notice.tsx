import type { ReactNode } from 'react'

interface Props {
  /** `problem` is read out at once, `done` and `note` when there is a pause. */
  readonly kind: 'problem' | 'done' | 'note'
  readonly title?: string
  readonly children?: ReactNode
}

/** Something a screen has to say. It stands in the page: nothing ever covers what somebody is writing. */
export const Notice = ({ kind, title, children }: Props) => (
  <div className={`notice ${kind}`} role={kind === 'problem' ? 'alert' : 'status'}>
    {title && <p className="notice-title">{title}</p>}
    {children}
  </div>
)
