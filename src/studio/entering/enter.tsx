import { useMessages } from '../messages/messages.tsx'

export function Enter() {
  const { shell } = useMessages()
  return <h1>{shell.studio}</h1>
}
