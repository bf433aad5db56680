import { type FormEvent, useState } from 'react'
import { type Asked, ask } from '../data/ask.ts'
import { Field } from '../parts/field.tsx'
import { Page } from '../parts/page.tsx'
import { Section } from '../parts/section.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { useAct } from '../parts/use-act.ts'
import { type ImportReport, Report } from './report.tsx'

interface Preview {
  readonly file: File
  readonly currency: string
  readonly report: ImportReport
}

/** Products from a file: looked at first, applied when it looks right. */
export default function ImportPage() {
  const [preview, setPreview] = useState<Preview>()
  const [applied, setApplied] = useState<ImportReport>()
  const { act, isBusy, error } = useAct()
  const look = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const file = given.get('file')
    const currency = String(given.get('currency'))
    if (!(file instanceof File) || file.size === 0) return
    setApplied(undefined)
    await act(async () => {
      setPreview({ file, currency, report: await send({ file, currency, dryRun: true }) })
    }, 'The file was read. Nothing is changed yet.')
  }
  const apply = async ({ file, currency }: Preview) => {
    await act(async () => {
      setApplied(await send({ file, currency, dryRun: false }))
      setPreview(undefined)
    }, 'The file is applied.')
  }
  return (
    <Page title="Import">
      <Section title="Choose a file">
        <form className="fields" onSubmit={look}>
          <Field label="File" hint="CSV as Shopify exports products, or NDJSON, up to 100 MiB.">
            {(input) => <input {...input} type="file" name="file" accept=".csv,.ndjson,.jsonl" required />}
          </Field>
          <Field label="Currency of its prices" hint="Empty: the shop’s own.">
            {(input) => (
              <input {...input} name="currency" maxLength={3} pattern="[A-Z]{3}" placeholder="EUR" />
            )}
          </Field>
          {error !== undefined && <Trouble error={error} />}
          <footer className="actions">
            <button type="submit" className="primary" disabled={isBusy}>
              {isBusy ? 'Reading…' : 'Look at it first'}
            </button>
          </footer>
        </form>
      </Section>
      <div aria-live="polite">
        {preview && (
          <Section title="What would happen">
            <Report report={preview.report} isApplied={false} />
            <footer className="actions">
              <button type="button" onClick={() => setPreview(undefined)}>
                Leave it
              </button>
              <button type="button" className="primary" disabled={isBusy} onClick={() => apply(preview)}>
                {preview.report.rejected > 0 ? 'Apply the good ones' : 'Apply it'}
              </button>
            </footer>
          </Section>
        )}
        {applied && (
          <Section title="What happened">
            <Report report={applied} isApplied />
          </Section>
        )}
      </div>
      <Section title="The other way round">
        <p>
          <a href="/admin/v1/products/export?format=csv" download="products.csv">
            All products as CSV
          </a>{' '}
          ·{' '}
          <a href="/admin/v1/products/export?format=ndjson" download="products.ndjson">
            as NDJSON
          </a>
        </p>
        <p className="hint">A file exported here can be imported again; the same file changes nothing.</p>
      </Section>
    </Page>
  )
}

function send({ file, currency, dryRun }: { file: File; currency: string; dryRun: boolean }) {
  const type = /\.(nd|l)?jsonl?$/i.test(file.name) ? 'application/x-ndjson' : 'text/csv'
  const asked: Asked = {
    method: 'POST',
    file,
    query: { dryRun, currency },
    headers: { 'content-type': type },
  }
  return ask<ImportReport>('/admin/v1/products/import', asked)
}
