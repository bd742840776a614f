import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { Suspense, useEffect, useRef, useState } from 'react'
import { useMay, useMe, usePaper, useSession } from '../api/session.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { NewVersion } from '../worker/new-version.tsx'
import { NAVIGATION } from './navigation.ts'
import { Loading } from './notices.tsx'

/** The frame around every screen: the paper's name, the ways through the studio, and the screen itself. */
export function Frame() {
  const { shell } = useMessages()
  const paper = usePaper()
  const [isOpen, setIsOpen] = useState(false)
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const main = useRef<HTMLElement>(null)
  const isFirst = useRef(true)
  // A new screen is announced, as a new page would be; the first one was.
  useEffect(() => {
    setIsOpen(false)
    if (!isFirst.current) main.current?.focus()
    isFirst.current = false
  }, [path])
  return (
    <div className="frame" data-open={isOpen || undefined}>
      <a className="skip" href="#screen">
        {shell.skip}
      </a>
      <header className="frame-top">
        <Button kind="quiet" className="frame-menu" aria-expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
          {shell.menu}
        </Button>
        <Link to="/" className="frame-name">
          {paper.name} <span>{shell.studio}</span>
        </Link>
        <a className="frame-site" href={paper.siteUrl} target="_blank" rel="noreferrer">
          {shell.site}
        </a>
      </header>
      <Navigation />
      <main id="screen" tabIndex={-1} ref={main}>
        <LockedNote />
        {paper.isSample && <p className="frame-sample">{shell.sampleNote}</p>}
        <NewVersion />
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  )
}

/** Said to everybody while the studio is locked: what they write stays where it is. */
function LockedNote() {
  const { shell } = useMessages()
  const { lockedSince } = useSession()
  if (lockedSince === null) return null
  return (
    <Notice kind="problem" title={shell.locked.title}>
      <p>{shell.locked.explain}</p>
    </Notice>
  )
}

function Navigation() {
  const { shell } = useMessages()
  const may = useMay()
  const me = useMe()
  const groups = NAVIGATION.map(({ group, entries }) => ({ group, entries: entries.filter(({ act }) => may(act)) }))
  return (
    <nav className="frame-nav" aria-label={shell.navigation}>
      {groups
        .filter(({ entries }) => entries.length > 0)
        .map(({ group, entries }) => (
          <section key={group}>
            <h2>{shell.groups[group]}</h2>
            <ul>
              {entries.map(({ name, to }) => (
                <li key={name}>
                  <Link to={to} activeOptions={{ exact: to === '/' }}>
                    {shell.nav[name]}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      <p className="frame-me">
        <Link to="/account">
          {me.name} <small>{shell.nav.account}</small>
        </Link>
      </p>
    </nav>
  )
}
