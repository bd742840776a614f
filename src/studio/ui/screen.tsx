import { type ReactNode, useEffect } from 'react'
import { usePaper } from '../api/session.ts'

interface Props {
  readonly title: string
  /** A sentence on what this screen is for. */
  readonly about?: ReactNode
  /** What can be done from here: buttons, at the end of the title's line. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A screen: its title (in the page and in the tab), what it is for, what can be done, and what it shows. */
export function Screen({ title, about, actions, children }: Props) {
  const { name } = usePaper()
  useEffect(() => {
    document.title = `${title} · ${name}`
  }, [title, name])
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{title}</h1>
        {actions && <div className="screen-actions">{actions}</div>}
        {about && <p className="screen-about">{about}</p>}
      </header>
      {children}
    </div>
  )
}

/** What stands where nothing is yet: what would be here, and how it comes. */
export const Empty = ({ title, children }: { readonly title: string; readonly children?: ReactNode }) => (
  <div className="empty">
    <p className="empty-title">{title}</p>
    {children}
  </div>
)
