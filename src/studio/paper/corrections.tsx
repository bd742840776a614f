import { useMessages } from '../messages/messages.tsx'
import { Screen } from '../ui/screen.tsx'

export function Corrections() {
  const { shell } = useMessages()
  return <Screen title={shell.nav.corrections}>{null}</Screen>
}
