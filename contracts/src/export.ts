import { call } from '@souk/kit/contract'
import { z } from 'zod'
import { CustomerId } from './values.ts'

const exportOf = <const Service extends string>(service: Service) =>
  call(`${service}.export-customer`, `GET /internal/${service}/customers/{customerId}`, {
    summary: 'Everything this service knows about a customer, by what it is.',
    access: 'internal',
    params: z.strictObject({ customerId: CustomerId }),
    answers: { 200: z.strictObject({ parts: z.record(z.string(), z.array(z.unknown())) }) },
  })

export const exportFromCarts = exportOf('carts')
export const exportFromNotifications = exportOf('notifications')
export const exportFromOrders = exportOf('orders')
export const exportFromPricing = exportOf('pricing')
