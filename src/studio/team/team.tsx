import { useMessages } from '../messages/messages.tsx'
import { Screen } from '../ui/screen.tsx'

export function Team() {
  const { shell } = useMessages()
  return <Screen title={shell.nav.team}>{null}</Screen>
}
