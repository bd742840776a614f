import { useMessages } from '../messages/messages.tsx'
import { Screen } from '../ui/screen.tsx'

export function MovingIn() {
  const { shell } = useMessages()
  return <Screen title={shell.nav.import}>{null}</Screen>
}
