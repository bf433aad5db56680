import type { Cart } from '@souk/contracts/carts'
import type { Product, StaffProduct } from '@souk/contracts/catalog'
import type { FeatureFlag } from '@souk/contracts/flags'
import type { Order } from '@souk/contracts/orders'
import type { PaymentMethod } from '@souk/contracts/payments'
import type { Recommendation } from '@souk/contracts/recommendations'
import type { ShippingOption } from '@souk/contracts/values'
import { expect } from 'vitest'
import type { Mail, Page, Session } from '../../answers.ts'
import type { Answered } from '../../client.ts'
import { complete, ok, orderNow } from '../../shopping.ts'
import type { Activity } from './activities.ts'
import { type Scene, STOCKED } from './scene.ts'

/** The gateway asks again about a session it has not heard of for longer. */
const SESSION_TRUSTED_MS = 5_000
const NEW_PRICE = 2_345

export interface Deed<Body = unknown> {
  /** Resolves when it may be done. */
  before?(scene: Scene): Promise<void>
  does(scene: Scene): Promise<Answered<Body>>
  /** Throws until it has come about. */
  happened(scene: Scene, body: Body): void | Promise<void>
}

const deed = <Body>(one: Deed<Body>) => one as Deed

const productAt = ({ guest }: Scene, slug: string) => guest.get<Product>(`/store/v1/products/${slug}`)
const searched = ({ guest }: Scene, slug: string) => guest.get<Page<Product>>(`/store/v1/search?q=${slug}`)
const otherCart = ({ guest, other }: Scene) => guest.get<Cart>(`/store/v1/carts/${other.cartId}`)
const mailsAbout = async ({ guest, shop, email }: Scene, subject: RegExp): Promise<Mail[]> =>
  ok(await guest.get<Page<Mail>>(`${shop.mailboxUrl}/api/messages?to=${email}`), 200).items.filter((mail) =>
    subject.test(mail.subject),
  )

export const DEEDS: Readonly<Record<Activity, Deed>> = {
  'look at products': deed({
    does: ({ guest }) => guest.get<Page<Product>>('/store/v1/products'),
    happened: ({ slug }, { items }) => expect(items.map((one) => one.slug)).toContain(slug),
  }),
  'see availability': deed({
    does: (scene) => productAt(scene, scene.slug),
    happened: (_scene, { variants }) => expect(variants[0]?.availability).toBe('in_stock'),
  }),
  'search products': deed({
    does: (scene) => searched(scene, scene.slug),
    happened: ({ slug }, { items }) => expect(items.map((one) => one.slug)).toEqual([slug]),
  }),
  'see recommendations': deed({
    does: ({ guest, productId }) =>
      guest.get<Page<Recommendation>>(`/store/v1/products/${productId}/recommendations`),
    happened: (_scene, { items, nextCursor }) =>
      expect([Array.isArray(items), nextCursor]).toEqual([true, null]),
  }),
  'sign in': deed({
    does: ({ guest, email, password }) => guest.post<Session>('/store/v1/auth/login', { email, password }),
    happened: (_scene, { accessToken }) => expect(accessToken).toMatch(/./),
  }),
  'shop signed in': deed({
    async before({ regular }) {
      const unseenFor = () => performance.now() - regular.seenAt
      await expect.poll(unseenFor, { timeout: 2 * SESSION_TRUSTED_MS }).toBeGreaterThan(SESSION_TRUSTED_MS)
    },
    async does({ regular }) {
      regular.seenAt = performance.now()
      return await regular.client.get<Cart>(`/store/v1/carts/${regular.cartId}`)
    },
    happened: (_scene, { lines }) => expect(lines).toHaveLength(1),
  }),
  'fill a cart': deed({
    async does({ guest, sku }) {
      const made = await guest.post<Cart>('/store/v1/carts', { currency: 'EUR' })
      return made.status === 201
        ? await guest.post<Cart>(`/store/v1/carts/${made.body.id}/lines`, { sku, quantity: 2 })
        : made
    },
    happened: (_scene, { lines }) => expect(lines).toMatchObject([{ quantity: 2, availability: 'in_stock' }]),
  }),
  'see totals': deed({
    does: otherCart,
    happened: (_scene, { totals }) => expect(totals.total.amount).toBeGreaterThan(0),
  }),
  'choose a delivery': deed<Partial<Cart & Page<ShippingOption>>>({
    async does({ guest, other }) {
      const path = `/store/v1/carts/${other.cartId}`
      const listed = await guest.get<Page<ShippingOption>>(`${path}/shipping-options`)
      const chosen = { shippingOptionId: listed.body.items?.[0]?.id }
      return listed.status === 200 ? await guest.patch<Cart>(path, chosen) : listed
    },
    happened: (_scene, { shippingOption }) => expect(shippingOption?.price.amount).toBeGreaterThan(0),
  }),
  'see ways to pay': deed({
    does: ({ guest, other }) =>
      guest.get<Page<PaymentMethod>>(`/store/v1/carts/${other.cartId}/payment-methods`),
    happened: (_scene, { items }) => expect(items.map(({ kind }) => kind)).toContain('card'),
  }),
  'complete an order': deed({
    does: ({ guest, ready, key }) => complete(guest, ready.id, { token: 'tok_visa', key }),
    async happened({ guest }, { order }) {
      expect(await orderNow(guest, order)).toMatchObject({ status: 'confirmed', paymentStatus: 'paid' })
    },
  }),
  'see an order': deed({
    does: ({ guest, order }) => guest.get<Order>(`/store/v1/orders/${order.id}?token=${order.token}`),
    happened: (_scene, { status }) => expect(status).toBe('confirmed'),
  }),
  'change a price': deed({
    does: ({ admin, other }) =>
      admin.patch(other.variantPath, { prices: [{ amount: NEW_PRICE, currency: 'EUR' }] }),
    async happened(scene) {
      expect(ok(await productAt(scene, scene.other.slug), 200).variants[0]?.price.amount).toBe(NEW_PRICE)
      expect(ok(await otherCart(scene), 200).lines[0]?.unitPrice.amount).toBe(NEW_PRICE)
      const [hit] = ok(await searched(scene, scene.other.slug), 200).items
      expect(hit?.variants[0]?.price.amount).toBe(NEW_PRICE)
    },
  }),
  'add a product': deed({
    does: ({ admin, draftId, key }) =>
      admin.post<StaffProduct>(
        `/admin/v1/products/${draftId}/variants`,
        { sku: key, title: 'Jug', prices: [{ amount: 990, currency: 'EUR' }], quantity: STOCKED },
        { key },
      ),
    happened: (_scene, { variants }) => expect(variants).toMatchObject([{ availability: 'in_stock' }]),
  }),
  'switch a feature': deed({
    does: ({ admin, key }) =>
      admin.patch<FeatureFlag>('/admin/v1/feature-flags/guest_checkout', { note: key }),
    happened: (scene, { isOn, note }) => expect([isOn, note]).toEqual([true, scene.key]),
  }),
  'fulfil an order': deed({
    does: ({ admin, order, key }) =>
      admin.post(
        `/admin/v1/orders/${order.id}/fulfilments`,
        { lines: [{ lineId: order.lines[0]?.id, quantity: 1 }], carrier: 'post' },
        { key },
      ),
    async happened({ guest, order }) {
      expect((await orderNow(guest, order)).fulfilments).toMatchObject([
        { status: 'pending', carrier: 'post' },
      ])
    },
  }),
  'hear by mail': deed({
    does: ({ guest, email }) => guest.post('/store/v1/auth/request-password-reset', { email }),
    happened: async (scene) => expect(await mailsAbout(scene, /new password/)).toHaveLength(1),
  }),
}

/** The mails that say that an order is confirmed. */
export const confirmationsOf = (scene: Scene) => mailsAbout(scene, /is confirmed/)
