import { index, type RouteConfig, route } from '@react-router/dev/routes'

export default [
  index('routes/home.tsx'),
  route('products/:slug', 'routes/product.tsx'),
  route('categories/:slug', 'routes/category.tsx'),
  route('collections/:slug', 'routes/collection.tsx'),
  route('search', 'routes/search.tsx'),
  route('cart', 'routes/cart.tsx'),
  route('cart/count', 'routes/cart-count.ts'),
  route('checkout', 'routes/checkout.tsx'),
  route('checkout/done', 'routes/checkout-done.ts'),
  route('cart/claim', 'routes/cart-claim.ts'),
  route('sign-in', 'routes/sign-in.tsx'),
  route('verify-email', 'routes/verify-email.tsx'),
  route('reset-password', 'routes/reset-password.tsx'),
  route('account', 'routes/account.tsx'),
  route('orders/:id', 'routes/order.tsx'),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig
