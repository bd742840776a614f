import type { EditorView } from 'prosemirror-view'
import { useState } from 'react'
import { api } from '../api/api.ts'
import { useMay } from '../api/session.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { useDoing } from '../ui/doing.tsx'
import { useDesk } from '../writing/desk-context.ts'
import { attributionOf } from './attribution-state.ts'
import { itemsOf } from './desk-items.ts'
import { withModelFound } from './take-found.ts'
import { useItemTitles } from './use-item-titles.ts'
import { readTextOf } from './use-reading.ts'

interface Props {
  readonly view: EditorView
  /** Where the newsroom's own model answers. */
  readonly host: string
}

/** Asks the newsroom's own language model too, and says first what goes where. What it finds is reviewed like the rest. */
export function AskModel({ view, host }: Props) {
  const { attribution: m } = useMessages()
  const { storyId, story, content, saveNow, mayWrite } = useDesk()
  const may = useMay()
  const titles = useItemTitles()
  const { run, isBusy, notice } = useDoing()
  const [said, setSaid] = useState<string | null>(null)
  if (!may('ask-model', story.access)) return null
  const ask = () =>
    run(async () => {
      setSaid(null)
      const version = mayWrite ? await saveNow() : story.working.version
      const read = readTextOf(view, content)
      const answer = await api('POST /stories/{storyId}/desk/ask', { params: { storyId }, body: {} })
      // Another text was read than the one that stands here: its words cannot be found in it.
      if (answer.version !== version) return setSaid(m.model.otherText)
      const found = itemsOf(view.state.doc, read, { ...answer, by: 'model' }, titles)
      const before = attributionOf(view.state).items.length
      view.dispatch(withModelFound(view.state.tr, view.state, found))
      setSaid(m.model.found(attributionOf(view.state).items.length - before, answer.refused.length))
    })
  return (
    <div className="attribution-model">
      <p className="attribution-help">{m.model.about(host)}</p>
      <Button isDisabled={isBusy} onPress={() => void ask()}>
        {isBusy ? m.model.asking : m.model.ask}
      </Button>
      {notice}
      <p role="status">{said}</p>
    </div>
  )
}
