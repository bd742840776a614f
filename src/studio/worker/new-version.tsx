import { useSyncExternalStore } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { isNewVersionReady, loadNewVersion, onNewVersion } from './register-worker.ts'

/** Says that a newer studio is ready. Nobody is interrupted: it is loaded when they like. */
export function NewVersion() {
  const { writing } = useMessages()
  const isReady = useSyncExternalStore(onNewVersion, isNewVersionReady)
  if (!isReady) return null
  return (
    <p className="frame-sample" role="status">
      {writing.newVersion}{' '}
      <Button kind="quiet" onPress={loadNewVersion}>
        {writing.reload}
      </Button>
    </p>
  )
}
