import { useMessages } from '../messages/messages.tsx'
import { Screen } from '../ui/screen.tsx'

export function MediaLibrary() {
  const { shell } = useMessages()
  return <Screen title={shell.nav.pictures}>{null}</Screen>
}
