import { useEditContext, useRedirect } from 'react-admin'
import { ask } from '../data/ask.ts'
import { ConfirmButton } from '../parts/confirm-button.tsx'
import { EditForm, EditPage } from '../parts/edit-form.tsx'
import { Page } from '../parts/page.tsx'
import { listOf } from '../parts/paths.ts'
import { useMay } from '../session/use-may.ts'
import { Codes } from './codes.tsx'
import { PromotionFields } from './promotion-fields.tsx'
import type { Promotion } from './rules.ts'

/** One promotion: what it gives, to whom, and by which codes. */
export default function PromotionPage() {
  return (
    <EditPage>
      <Body />
    </EditPage>
  )
}

function Body() {
  const { record: promotion } = useEditContext<Promotion>()
  const mayWrite = useMay('pricing:write')
  if (!promotion) return null
  return (
    <Page
      title={promotion.title}
      back={{ title: 'Promotions', href: listOf('promotions') }}
      actions={mayWrite && <Remove promotion={promotion} />}
    >
      {promotion.requiresCode && <Codes promotionId={promotion.id} mayWrite={mayWrite} />}
      <EditForm mayWrite={mayWrite}>
        <PromotionFields />
      </EditForm>
    </Page>
  )
}

function Remove({ promotion: { id, title, version } }: { readonly promotion: Promotion }) {
  const redirect = useRedirect()
  return (
    <ConfirmButton
      label="Remove"
      title={`Remove “${title}”?`}
      explain="Carts lose it at once; orders keep what it gave them. This cannot be undone."
      done="The promotion is gone."
      isDanger
      isLeaving
      work={async () => {
        await ask(`/admin/v1/promotions/${id}`, { method: 'DELETE', version })
        redirect('list', 'promotions')
      }}
    />
  )
}
