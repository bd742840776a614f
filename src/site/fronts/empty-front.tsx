import type { FC } from 'hono/jsx'
import { message } from '../messages/message.ts'
import type { ListSubject, PageContext } from '../props.ts'
import { subjectName } from './subjects.ts'

/** How a newsroom fills its paper. Commands are not translated. */
const FIRST_STEPS = [
  './onrecord import wxr export.xml',
  './onrecord import feed feed.xml',
  './onrecord import page-text story.txt',
  './onrecord story publish',
]

/** A list without stories: what a reader may expect, and on the paper's first day what the newsroom does next. */
export const EmptyFront: FC<{ context: PageContext; subject: ListSubject }> = ({ context, subject }) => (
  <div class="empty">
    <h2>{message(context.language, 'empty.title')}</h2>
    <p>{emptyWords(context, subject)}</p>
    {subject.kind === 'all' && <FirstSteps context={context} />}
  </div>
)

function emptyWords(context: PageContext, subject: ListSubject): string {
  const { language } = context
  const name = subjectName(context, subject)
  if (subject.kind === 'all') return message(language, 'empty.readers', { name })
  return subject.kind === 'section'
    ? message(language, 'empty.section', { section: name })
    : message(language, 'empty.author', { author: name })
}

const FirstSteps: FC<{ context: PageContext }> = ({ context: { language } }) => (
  <section class="newsroom" aria-labelledby="newsroom:">
    <h3 id="newsroom:">{message(language, 'empty.newsroomTitle')}</h3>
    <p>{message(language, 'empty.newsroom')}</p>
    <p>
      {FIRST_STEPS.map((command) => (
        <code>{command}</code>
      ))}
    </p>
  </section>
)
