import { useState } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { type Wiped, wipeDevice } from './wipe-device.ts'
import './entering.css'

/** For a device that is about to be taken: two presses, and this browser holds nothing of the studio. */
export function Panic() {
  const { entering, ui } = useMessages()
  const { panic } = entering
  const [state, setState] = useState<'closed' | 'open' | 'wiping' | Wiped>('closed')
  if (state === 'closed') {
    return (
      <div className="panic">
        <Button kind="quiet" onPress={() => setState('open')}>
          {panic.open}
        </Button>
      </div>
    )
  }
  if (typeof state === 'object') return <Done {...state} />
  const wipe = async () => {
    setState('wiping')
    setState(await wipeDevice())
  }
  return (
    <section className="panic" aria-label={panic.open}>
      <p>{panic.about}</p>
      <div className="actions">
        <Button kind="grave" isDisabled={state === 'wiping'} onPress={() => void wipe()}>
          {state === 'wiping' ? panic.wiping : panic.wipe}
        </Button>
        <Button isDisabled={state === 'wiping'} onPress={() => setState('closed')}>
          {ui.cancel}
        </Button>
      </div>
    </section>
  )
}

function Done({ isSignedOut, left }: Wiped) {
  const { panic } = useMessages().entering
  return (
    <Notice kind={isSignedOut && left.length === 0 ? 'done' : 'problem'}>
      <p>{isSignedOut ? panic.doneSignedOut : panic.doneNoServer}</p>
      {left.length > 0 && <p>{panic.left(left.join(', '))}</p>}
      <p>{panic.close}</p>
    </Notice>
  )
}
