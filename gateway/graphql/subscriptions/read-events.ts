import type { Readable } from 'node:stream'

/** The data of Server-Sent Events, one value for each; ends when they do, and ends them when nobody reads on. */
export async function* readEvents(stream: Readable): AsyncGenerator<unknown> {
  let waiting = ''
  try {
    for await (const chunk of stream) {
      waiting += String(chunk)
      const events = waiting.split('\n\n')
      waiting = events.pop() ?? ''
      for (const event of events) yield* dataOf(event)
    }
  } finally {
    stream.destroy()
  }
}

const dataOf = (event: string): unknown[] =>
  event.split('\n').flatMap((line) => (line.startsWith('data: ') ? [JSON.parse(line.slice(6))] : []))
