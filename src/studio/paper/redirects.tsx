import { useMessages } from '../messages/messages.tsx'
import { Screen } from '../ui/screen.tsx'

export function Redirects() {
  const { shell } = useMessages()
  return <Screen title={shell.nav.redirects}>{null}</Screen>
}
