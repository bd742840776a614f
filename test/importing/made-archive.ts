import { crc32, deflateRawSync } from 'node:zlib'

/** One file of a made archive; what is said of it may be a lie. */
export interface ArchivePart {
  readonly name: string
  readonly content: string | Uint8Array
  /** The size it claims to unpack to, instead of the true one. */
  readonly claimedBytes?: number
  /** A Unix file mode, such as that of a link. */
  readonly mode?: number
  readonly isLocked?: boolean
  /** Shares the bytes of the part before it. */
  readonly isOverlapping?: boolean
}

const NAME_IS_UTF8 = 0x0800
const LOCKED = 0x0001

/** An archive in the ZIP format (PKWARE's APPNOTE 6.3), as its makers or an attacker would write it. */
export function aZip(parts: readonly ArchivePart[]): Uint8Array {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  let offset = 0
  for (const part of parts) {
    const { header, packed, directory } = entryOf(part)
    if (!part.isOverlapping) {
      offset = at
      local.push(header, packed)
      at += header.length + packed.length
    }
    directory.writeUInt32LE(offset, 42)
    central.push(directory)
  }
  const directories = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directories.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...local, directories, end])
}

function entryOf({ name, content, claimedBytes, mode, isLocked }: ArchivePart) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content)
  const packed = deflateRawSync(bytes)
  const nameBytes = Buffer.from(name)
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(NAME_IS_UTF8 | (isLocked ? LOCKED : 0), 2)
  common.writeUInt16LE(8, 4)
  common.writeUInt32LE(crc32(bytes), 10)
  common.writeUInt32LE(packed.length, 14)
  common.writeUInt32LE(claimedBytes ?? bytes.length, 18)
  common.writeUInt16LE(nameBytes.length, 22)
  const header = Buffer.concat([signed(0x04034b50), common, nameBytes])
  const tail = Buffer.alloc(14)
  tail.writeUInt32LE(((mode ?? 0o100644) << 16) >>> 0, 6)
  const directory = Buffer.concat([signed(0x02014b50), Buffer.from([20, 3]), common, tail, nameBytes])
  return { header, packed, directory }
}

function signed(signature: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(signature)
  return bytes
}
