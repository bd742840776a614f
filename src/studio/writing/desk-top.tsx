import { useMemo } from 'react'
import { Link } from '@tanstack/react-router'
import { useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import { SaveLine } from './save-line.tsx'
import { PANELS, type PanelName } from './side-panel.tsx'
import type { SessionView, StorySession } from './story-session.ts'

interface Props {
  readonly shown: SessionView
  readonly session: StorySession
  /** How often saving was asked for by hand. */
  readonly said: number
  readonly panel: PanelName | null
  readonly onPanel: (panel: PanelName | null) => void
}

/** The line above the text: where the story stands, what is saved, how long it is, and the ways to the panels. */
export function DeskTop({ shown, session, said, panel, onPanel }: Props) {
  const { writing } = useMessages()
  return (
    <header className="desk-top">
      <h1 className="visually-hidden">{shown.content.headline || writing.untitled}</h1>
      <StateMark state={shown.story.state} />
      <SaveLine shown={shown} session={session} said={said} />
      <Length shown={shown} />
      <nav className="desk-ways" aria-label={writing.panels.label}>
        {PANELS.map((name) => (
          <Button
            key={name}
            kind="quiet"
            aria-pressed={panel === name}
            onPress={() => onPanel(panel === name ? null : name)}
          >
            {writing.panels[name]}
          </Button>
        ))}
        <Link to="/stories/$storyId/history" params={{ storyId: session.storyId }}>
          {writing.history}
        </Link>
        <Link to="/stories/$storyId/preview" params={{ storyId: session.storyId }}>
          {writing.preview}
        </Link>
      </nav>
    </header>
  )
}

function Length({ shown }: { readonly shown: SessionView }) {
  const { writing } = useMessages()
  const { language } = useStudioLanguage()
  const { words, minutes } = shown.counts
  // Dear to make, and this line is drawn while somebody writes.
  const number = useMemo(() => new Intl.NumberFormat(language === 'en' ? 'en-GB' : language), [language])
  return (
    <span className="desk-length number">
      {writing.words(number.format(words), words)} · {writing.minutes(minutes)}
    </span>
  )
}
