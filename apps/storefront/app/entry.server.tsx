import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable } from '@react-router/node'
import { renderToPipeableStream } from 'react-dom/server'
import { type EntryContext, type RouterContextProvider, ServerRouter } from 'react-router'
import { visitorContext } from './server/visitor.ts'

export { visitorContext } from './server/visitor.ts'

const PATIENCE_MS = 10_000

/** Pages are sent whole: they are small, and one that fails halfway could not say so any more. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const { nonce } = context.get(visitorContext)
  return new Promise((resolve, reject) => {
    let isFaulty = false
    const { pipe, abort } = renderToPipeableStream(
      <ServerRouter context={entry} url={request.url} nonce={nonce} />,
      {
        nonce,
        onAllReady() {
          const body = new PassThrough()
          headers.set('content-type', 'text/html; charset=utf-8')
          resolve(
            new Response(createReadableStreamFromReadable(body), {
              headers,
              status: isFaulty ? 500 : status,
            }),
          )
          pipe(body)
        },
        onShellError: reject,
        onError() {
          isFaulty = true
        },
      },
    )
    setTimeout(abort, PATIENCE_MS).unref()
  })
}
