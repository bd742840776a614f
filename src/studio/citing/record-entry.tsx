import { useMessages } from '../messages/messages.tsx'
import { Screen } from '../ui/screen.tsx'

export function RecordEntry() {
  const { shell } = useMessages()
  return <Screen title={shell.nav.record}>{null}</Screen>
}
