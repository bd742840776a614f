import { useState } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import type { Presence } from './use-presence.ts'

interface Props {
  readonly presence: Presence
  readonly isOtherTab: boolean
}

/** Who else is at the story, and how one comes to write where somebody else does. */
export function PresenceLine({ presence, isOtherTab }: Props) {
  const { people } = useMessages().writing
  const { others, writer, takenBy, hasPen, wish } = presence
  if (isOtherTab) return <p className="desk-people">{people.otherTab}</p>
  if (hasPen && others.length === 0) return null
  return (
    <div className="desk-people" role="status">
      {takenBy !== null && <p>{people.taken(takenBy)}</p>}
      {writer && takenBy === null && <p>{writer.isMe ? people.writingYou : people.writing(writer.name)}</p>}
      {!hasPen && !writer && <p>{people.free}</p>}
      {hasPen && others.length > 0 && <p>{people.here(others.join(', '))}</p>}
      {!hasPen && !writer && <Button onPress={() => wish('ask')}>{people.write}</Button>}
      {writer && <TakeOver name={writer.name} onTake={() => wish('take')} />}
    </div>
  )
}

/** Taking the pen is said twice, with what becomes of the other's words. */
function TakeOver({ name, onTake }: { readonly name: string; readonly onTake: () => void }) {
  const { writing, ui } = useMessages()
  const [isAsking, setIsAsking] = useState(false)
  if (!isAsking) return <Button onPress={() => setIsAsking(true)}>{writing.people.takeOver}</Button>
  return (
    <>
      <p>{writing.people.takeOverAbout(name)}</p>
      <Button
        kind="main"
        onPress={() => {
          setIsAsking(false)
          onTake()
        }}
      >
        {writing.people.takeOverNow}
      </Button>
      <Button onPress={() => setIsAsking(false)}>{ui.cancel}</Button>
    </>
  )
}
