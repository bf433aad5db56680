import type { Invariant, WholeShop } from '../invariant.ts'
import { groupsInAccounts, groupsInCarts, type StoredGroups } from '../store/accounts.ts'
import { words } from '../store/inventory.ts'
import type { ShownPayment } from '../store/orders.ts'
import { type Word, wordsInCarts, wordsInCatalog } from '../store/other-tables.ts'
import type { StoredPayment } from '../store/payments.ts'
import { wordsInSearch } from '../store/search.ts'
import type { OrderStory } from '../story.ts'

export const copies: Invariant = {
  id: 'V1',
  title:
    'Copies say what their source says: an order’s payment, its cart and columns, a SKU’s availability, a customer’s groups',
  eachOrder(story, { looked, offends }) {
    if (!story.order) return
    looked()
    for (const what of [...wrongPayments(story), ...wrongColumns(story), ...wrongCart(story)])
      offends({ id: story.id, about: story.id, says: `Order ${story.id} ${what}.` })
  },
  async wholeShop(shop, { looked, offends }) {
    const { snapshots } = shop
    const source = new Map((await words(snapshots.of('inventory'))).map((word) => [word.sku, word]))
    const held = [
      ['carts', await wordsInCarts(snapshots.of('carts'))],
      ['catalog', await wordsInCatalog(snapshots.of('catalog'))],
      ['search', await wordsInSearch(snapshots.of('search'))],
    ] as const
    for (const [holder, copy] of held) {
      looked(copy.length)
      for (const what of wrongWords(copy, { source, shop }))
        offends({ id: `${holder} ${what.sku}`, about: what.sku, says: `${holder} says ${what.says}.` })
    }
    const groups = await groupsInCarts(snapshots.of('carts'))
    looked(groups.length)
    for (const { customerId, says } of wrongGroups(groups, await groupsInAccounts(snapshots.of('accounts'))))
      if (!shop.isUnderWay(customerId)) offends({ id: `carts ${customerId}`, about: customerId, says })
  },
}

function wrongPayments({ order, payments }: OrderStory): string[] {
  const { payment: first, morePayments = [] } = order?.document ?? {}
  return [...(first ? [first] : []), ...morePayments].flatMap((copy) =>
    wrongPayment(
      copy,
      payments.find(({ id }) => id === copy.id),
    ),
  )
}

function wrongPayment(copy: ShownPayment, payment: StoredPayment | undefined): string[] {
  if (!payment) return ['shows a payment that is not there']
  const figures = [copy.captured.amount, copy.refunded.amount, copy.voided.amount].join(', ')
  const real = [payment.captured, payment.refunded, payment.voided].join(', ')
  return figures === real
    ? []
    : [
        `shows ${figures} captured, refunded and voided at version ${copy.version}; it is ${real} at version ${payment.version}`,
      ]
}

function wrongColumns({ order }: OrderStory): string[] {
  if (!order) return []
  const { document: inside, ...columns } = order
  const fields = ['status', 'version', 'wasConfirmed', 'cartId'] as const
  return fields
    .filter((field) => columns[field] !== inside[field])
    .map((field) => `is found by ${field} ${columns[field]} and shows ${inside[field]}`)
}

/** A guest’s cart nobody touched is removed in time; what became an order stays. */
function wrongCart({ id, order, cart }: OrderStory): string[] {
  if (!order?.wasConfirmed)
    return cart?.checkoutId === id && cart.status === 'completed'
      ? ['completed a cart and was never confirmed']
      : []
  if (!cart) return ['was bought with a cart that is not there']
  return cart.status === 'completed' && cart.checkoutId === id
    ? []
    : [`was bought with cart ${cart.id}, which is ${cart.status} for ${cart.checkoutId ?? 'nobody'}`]
}

function wrongWords(
  copy: readonly Word[],
  { source, shop }: { source: ReadonlyMap<string, Word>; shop: WholeShop },
): { sku: string; says: string }[] {
  return copy.flatMap(({ sku, word, version }) => {
    const real = source.get(sku)
    // Version 0 is what shelves answered when they were opened; an event has told since, or nothing changed.
    const isRight = real?.word === word && (version === 0 || real.version === version)
    if (isRight || shop.isUnderWay(sku)) return []
    const truth = real ? `${real.word} at version ${real.version}` : 'not there'
    return [{ sku, says: `${sku} is ${word} at version ${version}, and in the inventory it is ${truth}` }]
  })
}

/** Of every customer whose groups were told, and of nobody else. */
function wrongGroups(copy: readonly StoredGroups[], source: readonly StoredGroups[]) {
  const tell = (one: StoredGroups | undefined) =>
    one ? `in [${one.groups.join(', ')}] at version ${one.version}` : 'in no group they know of'
  const [copies, real] = [copy, source].map((all) => new Map(all.map((one) => [one.customerId, one])))
  const ids = new Set([...copy, ...source].map(({ customerId }) => customerId))
  return [...ids].flatMap((customerId) => {
    const [said, is] = [tell(copies?.get(customerId)), tell(real?.get(customerId))]
    return said === is
      ? []
      : [{ customerId, says: `Carts say ${customerId} is ${said}; accounts say ${is}.` }]
  })
}
