import { useMessages } from '../messages/messages.tsx'
import { Screen } from '../ui/screen.tsx'

export function Health() {
  const { shell } = useMessages()
  return <Screen title={shell.nav.health}>{null}</Screen>
}
