import type { EditorView } from 'prosemirror-view'
import { useMemo } from 'react'
import { StoryEditor } from '../editor/story-editor.tsx'
import { FindBar } from '../editor/find-bar.tsx'
import { PasteNotes } from '../editor/paste-notes.tsx'
import { EditorToolbar } from '../editor/toolbar.tsx'
import { useMessages } from '../messages/messages.tsx'
import { HeadFields } from './head-fields.tsx'
import { deskPlugins } from './desk-plugins.ts'
import type { StorySession } from './story-session.ts'

interface Props {
  readonly session: StorySession
  readonly mayWrite: boolean
  readonly view: EditorView | null
  /** From within the text, a panel is asked for. */
  readonly onAsk: (panel: 'record' | 'margin') => void
  readonly onReady: (view: EditorView | null) => void
}

/** The text as large as the page has it: what stands above it, and the body. */
export function DeskText({ session, mayWrite, view, onAsk, onReady }: Props) {
  const { writing } = useMessages()
  const { language } = session.shown().story
  const initial = useMemo(() => session.latest().content.body, [session])
  const plugins = useMemo(
    () => deskPlugins({ language, margin: session.latest().margin, onAsk }),
    [session, language, onAsk],
  )
  return (
    <article className="desk-text" lang={language}>
      <HeadFields mayWrite={mayWrite} />
      {mayWrite && <div className="desk-tools">{view && <EditorToolbar view={view} />}</div>}
      {view && <FindBar view={view} />}
      {view && <PasteNotes view={view} />}
      <section aria-label={writing.body}>
        <StoryEditor
          initial={initial}
          language={language}
          plugins={plugins}
          isEditable={mayWrite}
          onReady={onReady}
          onTransaction={session.onTransaction}
        />
      </section>
    </article>
  )
}
