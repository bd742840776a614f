import { useMessages } from '../messages/messages.tsx'
import { Screen } from '../ui/screen.tsx'

export function History() {
  const { shell } = useMessages()
  return <Screen title={shell.nav.stories}>{null}</Screen>
}
