import { useMessages } from '../messages/messages.tsx'
import { Screen } from '../ui/screen.tsx'

export function Calendar() {
  const { shell } = useMessages()
  return <Screen title={shell.nav.calendar}>{null}</Screen>
}
