import { api } from '../api/api.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { useDoing } from '../ui/doing.tsx'

/** Everything the newsroom has, as one file: nobody is kept here. */
export function Export() {
  const { house } = useMessages()
  const { run, isBusy, notice } = useDoing()
  const download = () =>
    run(async () => {
      const response = await api('GET /export', {})
      const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]
      const address = URL.createObjectURL(await response.blob())
      const link = document.createElement('a')
      link.href = address
      link.download = name ?? 'newsroom.jsonl'
      link.click()
      URL.revokeObjectURL(address)
    })
  return (
    <section className="moving">
      <h2>{house.moving.out}</h2>
      <p className="moving-help">{house.moving.outHelp}</p>
      {notice}
      <Button isDisabled={isBusy} onPress={() => void download()}>
        {house.moving.download}
      </Button>
    </section>
  )
}
