import { useMessages } from '../messages/messages.tsx'
import { Screen } from '../ui/screen.tsx'

export function Reports() {
  const { shell } = useMessages()
  return <Screen title={shell.nav.reports}>{null}</Screen>
}
