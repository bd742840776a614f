import { useMessages } from '../messages/messages.tsx'
import { Screen } from '../ui/screen.tsx'

export function Settings() {
  const { shell } = useMessages()
  return <Screen title={shell.nav.settings}>{null}</Screen>
}
