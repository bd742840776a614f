import { spawnSync } from 'node:child_process'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { benchHttp, httpTable } from './http.ts'
import { benchImport, importTable } from './import.ts'
import { benchPublishing, publishTable } from './publish.ts'
import { howBusy } from './studio-at-bench.ts'
import { benchSize, sizeTable } from './studio-size.ts'
import { benchTyping, typingTable } from './studio-typing.ts'

// Figures are ratios and times of one run on one machine: compare within a run, never across machines.
const isShort = process.argv.includes('--short')
spawnSync(process.execPath, [fileURLToPath(new URL('../tools/prepare.mjs', import.meta.url))], { stdio: 'inherit' })

const tell = (line: string) => console.error(line)
console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}\n`)

tell('Kept pages against a bare node:http and nginx …')
const http = await benchHttp({ pages: isShort ? 2_000 : 10_000, seconds: 1, rounds: isShort ? 3 : 9 }, tell)
console.log(`Kept pages\n${httpTable(http)}\n`)

const publishing = []
for (const stories of isShort ? [1_000] : [1_000, 10_000, 100_000]) {
  tell(`Publishing into an archive of ${stories} stories …`)
  publishing.push(await benchPublishing(stories, isShort ? 20 : 100))
}
console.log(`Publication: from the call to six new pages, asked for at once\n${publishTable(publishing)}\n`)

tell('Importing a WordPress export while readers read …')
const size = isShort ? 2_000 : 20_000
console.log(`Import\n${importTable([await benchImport(size, false), await benchImport(size, true)])}`)

tell('The studio, in a browser …')
console.log(`\nStudio: what a browser fetches that was never here\n${sizeTable(await benchSize())}\n`)
const typed = await benchTyping(isShort ? 50 : 200)
console.log(
  `Studio: a letter in a story of 5,000 words, from the key to the screen\n${typingTable(typed)}\n${howBusy()}`,
)
process.exit(0)
