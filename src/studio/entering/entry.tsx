import { type ReactNode, useEffect } from 'react'
import { STUDIO_LANGUAGES, type StudioLanguage, useMessages, useStudioLanguage } from '../messages/messages.tsx'
import './entering.css'

/** What each language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<StudioLanguage, string>> = { en: 'English', fr: 'Français' }

/** A page before the studio: nobody is signed in, so it has no navigation and names no paper that was not named to it. */
export function Entry({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { shell } = useMessages()
  const { language, speak } = useStudioLanguage()
  useEffect(() => {
    document.title = `${title} · ${shell.studio}`
  }, [title, shell.studio])
  return (
    <div className="entry">
      <header className="entry-top">
        <p className="entry-name">{shell.studio}</p>
        <p className="entry-languages">
          {STUDIO_LANGUAGES.map((one) => (
            <button key={one} type="button" lang={one} aria-pressed={one === language} onClick={() => speak(one)}>
              {LANGUAGE_NAMES[one]}
            </button>
          ))}
        </p>
      </header>
      <main className="entry-main">
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  )
}
