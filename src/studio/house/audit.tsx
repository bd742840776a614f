import { useMessages } from '../messages/messages.tsx'
import { Screen } from '../ui/screen.tsx'

export function Audit() {
  const { shell } = useMessages()
  return <Screen title={shell.nav.audit}>{null}</Screen>
}
