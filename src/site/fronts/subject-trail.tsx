import type { FC } from 'hono/jsx'
import { archivePath, frontPath } from '../links.ts'
import { message } from '../messages/message.ts'
import type { ListSubject, PageContext } from '../props.ts'
import { subjectName } from './subjects.ts'

/** Over a month or an archive: whose it is, and the way up. */
export const SubjectTrail: FC<{ context: PageContext; subject: ListSubject; isArchive?: boolean }> = ({
  context,
  subject,
  isArchive = false,
}) => (
  <nav class="kicker" aria-label={message(context.language, 'nav.place')}>
    <ul>
      <li>
        <a href={frontPath(context, subject)}>{subjectName(context, subject)}</a>
      </li>
      {!isArchive && (
        <li>
          <a href={archivePath(context, subject)}>{message(context.language, 'archive.title')}</a>
        </li>
      )}
    </ul>
  </nav>
)
