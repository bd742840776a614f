import { useMessages } from '../messages/messages.tsx'
import { Screen } from '../ui/screen.tsx'

export function Sections() {
  const { shell } = useMessages()
  return <Screen title={shell.nav.sections}>{null}</Screen>
}
