/**
 * Names of text fields that operators may read in the memory of a saga and the data of an event. Every other text is
 * hidden. A name belongs here only if nothing under it, in any event or memory, is a key to something, tells of a
 * person, or is free text. That is why there is no `cartId`: who knows it holds the cart.
 */
export const shownToOperators: ReadonlySet<string> = new Set([
  'at',
  'availability',
  'carrier',
  'currency',
  'customerId',
  'disposition',
  'expiresAt',
  'fulfilmentId',
  'id',
  'kind',
  'lineId',
  'messageId',
  'methodId',
  'number',
  'orderId',
  'paymentId',
  'productId',
  'productSlug',
  'provider',
  'rate',
  'refundId',
  'returnId',
  'sku',
  'status',
  'taxClass',
  'template',
  'type',
  'variantId',
])
