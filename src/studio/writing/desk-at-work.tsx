import { useCallback, useMemo, useRef, useState } from 'react'
import type { EditorView } from 'prosemirror-view'
import { useWhyNot } from '../api/session.ts'
import { OnceWritten } from '../attribution/once-written.tsx'
import { useMessages } from '../messages/messages.tsx'
import { ConflictView } from './conflict-view.tsx'
import { DeskContext, type StoryDesk } from './desk-context.ts'
import { DeskNotes } from './desk-notes.tsx'
import { DeskText } from './desk-text.tsx'
import { DeskTop } from './desk-top.tsx'
import type { OpenedStory } from './open-story.ts'
import { PresenceLine } from './presence-line.tsx'
import { type PanelName, SidePanel } from './side-panel.tsx'
import type { StorySession } from './story-session.ts'
import { useDeskKeys } from './use-desk-keys.ts'
import { whyNotWords } from './why-not-words.ts'
import { usePageTitle } from './use-page-title.ts'
import { useStoryAsItStands } from './use-story-as-it-stands.ts'
import { usePresence } from './use-presence.ts'
import { useSaving } from './use-saving.ts'
import { useShown } from './use-shown.ts'

interface Props {
  readonly opened: OpenedStory
  readonly session: StorySession
}

/** Where there is room beside the text, the record stands there. */
const panelAtFirst = (): PanelName | null => (matchMedia('(min-width: 64rem)').matches ? 'record' : null)

/** The desk once its story is open. */
export function DeskAtWork({ opened, session }: Props) {
  const { writing, shell } = useMessages()
  const shown = useShown(session)
  const [view, setView] = useState<EditorView | null>(null)
  const [panel, setPanel] = useState(panelAtFirst)
  const root = useRef<HTMLDivElement>(null)
  const whyNot = useWhyNot()('revise-story', shown.story.access)
  const isOtherTab = opened.letGo === null
  const presence = usePresence(session, { mayWrite: whyNot === null && !isOtherTab })
  const { saveNow, said } = useSaving(session)
  useDeskKeys(root, saveNow)
  useStoryAsItStands(session)
  usePageTitle(shown.content.headline || writing.untitled)
  const mayWrite = whyNot === null && !isOtherTab && presence.hasPen
  const desk = useMemo<StoryDesk>(
    () => ({
      storyId: session.storyId,
      story: shown.story,
      content: shown.content,
      change: session.change,
      view,
      margin: shown.margin,
      mayWrite,
      showPanel: setPanel,
      saveNow: async () => {
        await session.saveOrThrow()
        return session.sync.version
      },
    }),
    [session, shown, view, mayWrite],
  )
  const attach = useCallback(
    (editor: EditorView | null) => {
      session.attach(editor)
      setView(editor)
    },
    [session],
  )
  return (
    <DeskContext value={desk}>
      <div className="desk" ref={root} data-panel={panel ?? undefined}>
        <DeskTop shown={shown} said={said} panel={panel} onPanel={setPanel} session={session} />
        <PresenceLine presence={presence} isOtherTab={isOtherTab} />
        <DeskNotes
          opened={opened}
          shown={shown}
          readOnly={whyNot && writing.readOnly(whyNotWords(whyNot, shell.whyNot))}
        />
        {shown.save.kind === 'conflict' && (
          <ConflictView conflict={shown.save.conflict} onSettle={(content) => session.sync.settle(content)} />
        )}
        <div className="desk-body">
          <DeskText session={session} mayWrite={mayWrite} view={view} onAsk={setPanel} onReady={attach} />
          {panel && <SidePanel panel={panel} onPanel={setPanel} />}
        </div>
        <OnceWritten view={view} words={shown.counts.words} />
      </div>
    </DeskContext>
  )
}
