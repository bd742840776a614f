import { useMessages } from '../messages/messages.tsx'
import { Screen } from '../ui/screen.tsx'

export function HousePages() {
  const { shell } = useMessages()
  return <Screen title={shell.nav.pages}>{null}</Screen>
}
