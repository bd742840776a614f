import { useMessages } from '../messages/messages.tsx'
import { Screen } from '../ui/screen.tsx'

export function Account() {
  const { shell } = useMessages()
  return <Screen title={shell.nav.account}>{null}</Screen>
}
