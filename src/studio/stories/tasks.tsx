import { useMessages } from '../messages/messages.tsx'
import { Screen } from '../ui/screen.tsx'

export function Tasks() {
  const { shell } = useMessages()
  return <Screen title={shell.nav.tasks}>{null}</Screen>
}
