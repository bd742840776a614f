import { useMessages } from '../messages/messages.tsx'
import { Screen } from '../ui/screen.tsx'

export function RecordList() {
  const { shell } = useMessages()
  return <Screen title={shell.nav.record}>{null}</Screen>
}
