import { api } from '../api/api.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { useDoing } from '../ui/doing.tsx'
import { namedBy, saveFile } from './save-file.ts'

/** Everything the newsroom has, as one file: nobody is kept here. */
export function MovingOut() {
  const { moving } = useMessages()
  const { run, isBusy, notice } = useDoing()
  const download = () =>
    run(async () => {
      const response = await api('GET /export', {})
      saveFile(await response.blob(), namedBy(response, 'newsroom.jsonl'))
    })
  return (
    <section className="moving-part">
      <h2>{moving.out}</h2>
      <p className="moving-help">{moving.outHelp}</p>
      {notice}
      <Button isDisabled={isBusy} onPress={() => void download()}>
        {moving.download}
      </Button>
    </section>
  )
}
