import { useMessages } from '../messages/messages.tsx'
import { Screen } from '../ui/screen.tsx'

export function Bylines() {
  const { shell } = useMessages()
  return <Screen title={shell.nav.bylines}>{null}</Screen>
}
