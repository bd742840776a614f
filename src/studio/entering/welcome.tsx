import { useMessages } from '../messages/messages.tsx'

export function Welcome() {
  const { shell } = useMessages()
  return <h1>{shell.studio}</h1>
}
