import { useMessages } from '../messages/messages.tsx'
import { Screen } from '../ui/screen.tsx'

export function ApiKeys() {
  const { shell } = useMessages()
  return <Screen title={shell.nav.keys}>{null}</Screen>
}
