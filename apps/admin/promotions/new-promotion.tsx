import { NewPage } from '../parts/new-page.tsx'
import { PromotionFields } from './promotion-fields.tsx'
import { blankAction } from './rules.ts'

const NEW = {
  title: '',
  isActive: false,
  priority: 0,
  startsAt: null,
  endsAt: null,
  conditions: [],
  action: blankAction('percent_off_order'),
  combinesWith: { item: false, order: false, shipping: false },
  isLast: false,
  requiresCode: false,
  limits: { uses: null, usesPerCustomer: null, budget: null },
}

/** A promotion that is not given to anybody until somebody switches it on. */
export default function NewPromotion() {
  return (
    <NewPage
      title="New promotion"
      back="Promotions"
      resource="promotions"
      submit="Add the promotion"
      values={NEW}
    >
      <PromotionFields />
    </NewPage>
  )
}
