import { Link } from '@tanstack/react-router'
import { useMessages } from '../messages/messages.tsx'
import { Notice } from '../ui/notice.tsx'
import type { OpenedStory } from './open-story.ts'
import type { SessionView } from './story-session.ts'

interface Props {
  readonly opened: OpenedStory
  readonly shown: SessionView
  /** Why one can read only; null where one may write. */
  readonly readOnly: string | null
}

/** What has to be said of the text before anybody goes on with it. */
export function DeskNotes({ opened, shown, readOnly }: Props) {
  const { writing } = useMessages()
  const { isFromDevice, isUnsent, kept } = opened
  return (
    <>
      {readOnly !== null && <Notice kind="note">{readOnly}</Notice>}
      {isFromDevice && shown.save.kind !== 'saved' && <Notice kind="note">{writing.fromDevice}</Notice>}
      {isUnsent && shown.save.kind !== 'saved' && <Notice kind="note">{writing.restored}</Notice>}
      {kept.unreadable > 0 && <Notice kind="problem">{writing.unreadable}</Notice>}
      {!shown.keeps && <Notice kind="problem">{writing.save.cannotKeep}</Notice>}
      {shown.undone !== null && <Notice kind="note">{writing.save.undone(shown.undone)}</Notice>}
      {shown.story.openSideCopies > 0 && (
        <Notice kind="note">
          {writing.people.unread(shown.story.openSideCopies)}{' '}
          <Link to="/stories/$storyId/history" params={{ storyId: shown.story.id }}>
            {writing.people.unreadWhere}
          </Link>
        </Notice>
      )}
    </>
  )
}
