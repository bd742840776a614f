import { parentPort, workerData } from 'node:worker_threads'
import type { ShareCard } from '../story/share-card.ts'
import { drawShareCard } from './draw-share-card.ts'
import { loadFonts } from './share-card-fonts.ts'

const { card } = workerData as { readonly card: ShareCard }

await loadFonts()
parentPort?.postMessage(drawShareCard(card))
