import { useState } from 'react'
import { api } from '../api/api.ts'
import { refresh } from '../api/queries.ts'
import { useWhyNot } from '../api/session.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { useDoing } from '../ui/doing.tsx'
import { TextField } from '../ui/field.tsx'
import { useDesk } from './desk-context.ts'
import { whyNotWords } from './why-not-words.ts'

/** The last part of the story's address. Readers who come by the former one are led on, and that is said first. */
export function AddressField() {
  const { writing, shell } = useMessages()
  const words = writing.details
  const { story, storyId } = useDesk()
  const whyNot = useWhyNot()('change-slug', story.access)
  const [typed, setTyped] = useState<string | null>(null)
  const doing = useDoing()
  const slug = typed ?? story.slug
  const isChanged = slug !== story.slug
  const save = async () => {
    const isDone = await doing.run(async () => {
      await api('POST /stories/{storyId}/slug', { params: { storyId }, body: { slug } })
      await refresh('GET /stories/{storyId}', 'GET /stories/{storyId}/publishing')
    })
    if (isDone) setTyped(null)
  }
  return (
    <section className="desk-fact" aria-label={words.slug}>
      <TextField
        label={words.slug}
        help={story.path ?? words.noAddress}
        value={slug}
        isReadOnly={whyNot !== null}
        onChange={(text) => setTyped(text.trim().toLowerCase())}
      />
      {whyNot !== null && <p className="why-not">{whyNotWords(whyNot, shell.whyNot)}</p>}
      {isChanged && (
        <>
          {story.path !== null && <p>{words.redirect(story.path)}</p>}
          <div className="actions">
            <Button isDisabled={doing.isBusy || slug === ''} onPress={() => void save()}>
              {words.changeAddress}
            </Button>
            <Button kind="quiet" onPress={() => setTyped(null)}>
              {words.leaveAddress}
            </Button>
          </div>
        </>
      )}
      {doing.notice}
    </section>
  )
}
