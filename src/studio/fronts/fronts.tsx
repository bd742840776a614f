import { useMessages } from '../messages/messages.tsx'
import { Screen } from '../ui/screen.tsx'

export function Fronts() {
  const { shell } = useMessages()
  return <Screen title={shell.nav.fronts}>{null}</Screen>
}
