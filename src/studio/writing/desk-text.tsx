import type { EditorView } from 'prosemirror-view'
import { memo, useMemo } from 'react'
import { StoryEditor } from '../editor/story-editor.tsx'
import { FindBar } from '../editor/find-bar.tsx'
import { PasteNotes } from '../editor/paste-notes.tsx'
import { SuggestToggle } from '../editor/suggest-toggle.tsx'
import { EditorToolbar } from '../editor/toolbar.tsx'
import { useMessages } from '../messages/messages.tsx'
import { DropNotes } from '../pictures/drop-notes.tsx'
import { HeadFields } from './head-fields.tsx'
import { deskPlugins } from './desk-plugins.ts'
import { useDeskSurroundings } from './desk-surroundings.tsx'
import type { StorySession } from './story-session.ts'

interface Props {
  readonly session: StorySession
  readonly mayWrite: boolean
  readonly view: EditorView | null
  /** From within the text, a panel is asked for. */
  readonly onAsk: (panel: 'record' | 'margin' | 'pictures') => void
  readonly onReady: (view: EditorView | null) => void
}

/** The text as large as the page has it: what stands above it, and the body. Not drawn anew while the body is written. */
export const DeskText = memo(function DeskText({ session, mayWrite, view, onAsk, onReady }: Props) {
  const { writing, pictures } = useMessages()
  const { language } = session.shown().story
  const initial = useMemo(() => session.latest().content.body, [session])
  const plugins = useMemo(
    () =>
      deskPlugins({
        language,
        margin: session.latest().margin,
        pictures: { coming: pictures.dropped, waiting: pictures.waiting },
        onAsk,
      }),
    [session, language, pictures, onAsk],
  )
  const { surroundings, chooser } = useDeskSurroundings(onAsk)
  return (
    <article className="desk-text" lang={language}>
      <HeadFields mayWrite={mayWrite} />
      {mayWrite && view && (
        <div className="desk-tools">
          <EditorToolbar view={view} />
          <SuggestToggle view={view} />
          <PasteNotes view={view} />
          <DropNotes view={view} />
        </div>
      )}
      {view && <FindBar view={view} />}
      {chooser}
      <section aria-label={writing.body}>
        <StoryEditor
          initial={initial}
          language={language}
          plugins={plugins}
          isEditable={mayWrite}
          surroundings={surroundings}
          onReady={onReady}
          onTransaction={session.onTransaction}
        />
      </section>
    </article>
  )
})
