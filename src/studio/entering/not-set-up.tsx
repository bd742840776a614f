import { useRouter } from '@tanstack/react-router'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { afterEntering } from './after-entering.ts'
import { Entry } from './entry.tsx'

/** What the studio shows before the paper was named: no screen of it would have anything to work on. */
export function NotSetUp() {
  const { notSetUp } = useMessages().entering
  const router = useRouter()
  const again = async () => {
    await afterEntering()
    await router.navigate({ to: '/' })
  }
  return (
    <Entry title={notSetUp.title}>
      <p>{notSetUp.about}</p>
      <p className="command">./onrecord init</p>
      <p>{notSetUp.after}</p>
      <div className="actions">
        <Button kind="main" onPress={() => void again()}>
          {notSetUp.again}
        </Button>
      </div>
    </Entry>
  )
}
