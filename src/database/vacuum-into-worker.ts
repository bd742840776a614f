import { workerData } from 'node:worker_threads'
import { SqliteFile } from './sqlite-file.ts'

const { file, target } = workerData as { readonly file: string; readonly target: string }
const database = new SqliteFile(file, { readOnly: true })
try {
  database.run('vacuum into ?', [target])
} finally {
  database.close()
}
