/** The storefront's pages that mails lead to. Tokens are for their reader alone and travel only here. */
export const links = (publicUrl: string) => {
  const base = publicUrl.replace(/\/+$/, '')
  const withToken = (path: string, token: string) => `${base}${path}?token=${encodeURIComponent(token)}`
  return {
    order: (orderId: string, token: string) => withToken(`/orders/${encodeURIComponent(orderId)}`, token),
    verifyEmail: (token: string) => withToken('/verify-email', token),
    acceptInvitation: (token: string) => withToken('/admin/#/invitation', token),
    resetPassword: (token: string) => withToken('/reset-password', token),
  }
}
