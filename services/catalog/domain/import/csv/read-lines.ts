import { limits } from '../limits.ts'

/** One physical line without its newline (a carriage return stays), or why it has no text. */
export type Line =
  | { number: number; text: string }
  | { number: number; problem: 'line_too_long' | 'not_utf8' }

const newline = 10
const byteOrderMark = '\uFEFF'

/** Cuts UTF-8 into physical lines, the first without byte order mark; an overlong line is counted, not held. */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array | string>,
  longest: number = limits.record,
): AsyncGenerator<Line> {
  const line = openLine(longest)
  for await (const chunk of inBytes(chunks)) {
    let start = 0
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      line.add(chunk.subarray(start, end))
      yield line.close()
      start = end + 1
    }
    line.add(chunk.subarray(start))
  }
  if (!line.isEmpty()) yield line.close()
}

function openLine(longest: number) {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let number = 1
  let parts: Uint8Array[] = []
  let size = 0
  return {
    isEmpty: () => size === 0,
    add(part: Uint8Array) {
      size += part.length
      if (size > longest) parts = []
      else if (part.length > 0) parts.push(part)
    },
    close(): Line {
      const line = size > longest ? overlong(number) : decoded(number, joined(parts, size), decoder)
      number += 1
      parts = []
      size = 0
      return line
    },
  }
}

function overlong(number: number): Line {
  return { number, problem: 'line_too_long' }
}

function decoded(number: number, bytes: Uint8Array, decoder: TextDecoder): Line {
  try {
    const text = decoder.decode(bytes)
    return { number, text: number === 1 && text.startsWith(byteOrderMark) ? text.slice(1) : text }
  } catch {
    return { number, problem: 'not_utf8' }
  }
}

function joined(parts: Uint8Array[], size: number): Uint8Array {
  const [first] = parts
  if (parts.length === 1 && first) return first
  const bytes = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** Strings among the chunks may be cut inside a surrogate pair: the first half waits for the second. */
async function* inBytes(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let half = ''
  for await (const chunk of chunks) {
    if (typeof chunk !== 'string') {
      yield chunk
      continue
    }
    const text = half + chunk
    half = /[\uD800-\uDBFF]$/.test(text) ? text.slice(-1) : ''
    yield encoder.encode(half ? text.slice(0, -1) : text)
  }
  if (half) yield encoder.encode(half)
}
