import { Link } from '@tanstack/react-router'
import { api } from '../api/api.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { When } from '../ui/when.tsx'
import { useDesk } from '../writing/desk-context.ts'
import { jumpToWords } from './jump-to-words.ts'
import { type Doing, type Publishing, useReasonAgainst } from './use-publishing.ts'

interface Props {
  readonly standing: Publishing
  readonly doing: Doing
}

/** Claims behind the story's words that have changed since it went out: somebody has to look whether the words hold. */
export function Tasks({ standing, doing }: Props) {
  const { publishing: m } = useMessages()
  const { view } = useDesk()
  const whyNot = useReasonAgainst(standing)('finish-task')
  if (standing.tasks.length === 0) return null
  return (
    <section className="publish-part">
      <h3>{m.tasks}</h3>
      <ul className="publish-notes">
        {standing.tasks.map(({ id, words, at, movedBy }) => (
          <li key={id} className="publish-task">
            <p>{m.taskMoved(words)}</p>
            <p className="publish-ways">
              <When at={at} />
              <Link to="/record/$entryId" params={{ entryId: movedBy }}>
                {m.claim}
              </Link>
              {view && (
                <Button
                  kind="quiet"
                  className="to-the-words"
                  aria-label={`${m.toTheWords}: ${words}`}
                  onPress={() => jumpToWords(view, words, null)}
                >
                  {m.toTheWords}
                </Button>
              )}
            </p>
            <div>
              <Button
                whyNot={whyNot}
                isDisabled={doing.isBusy}
                onPress={() =>
                  void doing.act(() =>
                    api('POST /stories/{storyId}/tasks/{taskId}/looked-at', {
                      params: { storyId: standing.id, taskId: id },
                      body: {},
                    }),
                  )
                }
              >
                {m.taskDone}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Who would notice if the story changed its address or went away. */
export function Used({ used }: Pick<Publishing, 'used'>) {
  const { publishing: m } = useMessages()
  const { slots, relatedFrom, redirects, sameClaims } = used
  if (slots.length + relatedFrom.length + redirects.length + sameClaims.length === 0) {
    return <p className="soft">{m.usedNowhere}</p>
  }
  return (
    <>
      {slots.map(({ list, language, position }) => (
        <p key={`${list} ${language} ${position}`}>{m.usedSlot(frontOf(list), position)}</p>
      ))}
      <StoryNames title={m.usedRelated} stories={relatedFrom} />
      <StoryNames title={m.usedClaims} stories={sameClaims} />
      {redirects.length > 0 && <h4>{m.usedRedirects}</h4>}
      {redirects.map((path) => (
        <p key={path} className="publish-url">
          {path}
        </p>
      ))}
    </>
  )
}

const frontOf = (list: string) =>
  list.startsWith('section:') ? 'section' : list.startsWith('author:') ? 'author' : 'all'

interface NamesProps {
  readonly title: string
  readonly stories: Publishing['used']['relatedFrom']
}

const StoryNames = ({ title, stories }: NamesProps) =>
  stories.length === 0 ? null : (
    <>
      <h4>{title}</h4>
      <ul>
        {stories.map(({ id, headline }) => (
          <li key={id}>
            <Link to="/stories/$storyId" params={{ storyId: id }}>
              {headline}
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
