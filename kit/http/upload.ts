import { Readable, Transform } from 'node:stream'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Upload } from '../service/rooms.ts'
import { IDENTITY, UPLOAD_TYPE } from './between-processes.ts'

const MAX_UPLOAD_BYTES = 100 * 1_024 * 1_024

const IMAGES = /^image\//

/** In this scope bodies are not parsed: they reach the feature as a stream. */
export function takeUploads(scope: FastifyInstance): void {
  const types = ['text/csv', 'application/x-ndjson', 'application/json', 'application/octet-stream']
  for (const type of types) scope.removeContentTypeParser(type)
  const options = { bodyLimit: MAX_UPLOAD_BYTES }
  scope.addContentTypeParser(types, options, (_request, payload, done) => done(null, payload))
  scope.addContentTypeParser(IMAGES, options, (_request, payload, done) => done(null, payload))
  scope.register(multipart, { limits: { files: 1, fileSize: MAX_UPLOAD_BYTES } })
}

/** The body as a bounded stream: raw, or the one file of a multipart form. */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (request.isMultipart()) {
    const file = await request.file()
    if (!file) throw new SyntaxError('The form holds no file.')
    return { contentType: file.mimetype, headers: headersOf(request), stream: file.file }
  }
  const contentType = request.headers['content-type']?.split(';')[0] ?? ''
  const stream = request.body instanceof Readable ? request.body : Readable.from([])
  return { contentType, headers: headersOf(request), stream: stream.pipe(bounded(stream)) }
}

/** An upload another process hands on: its type travels apart. */
export async function readForwarded(request: FastifyRequest): Promise<Upload> {
  const upload = await readUpload(request)
  const type = request.headers[UPLOAD_TYPE]
  return typeof type === 'string' ? { ...upload, contentType: decodeURIComponent(type) } : upload
}

const CREDENTIALS = new Set(['authorization', 'cookie', 'proxy-authorization', IDENTITY])

const headersOf = ({ headers }: FastifyRequest): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || CREDENTIALS.has(name)
        ? []
        : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  )

function bounded(source: Readable): Transform {
  let size = 0
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      if (size > MAX_UPLOAD_BYTES)
        done(Object.assign(new Error('The upload is larger than 100 MiB.'), { statusCode: 413 }))
      else done(null, chunk)
    },
  })
  source.once('error', (fault) => meter.destroy(fault))
  return meter
}
