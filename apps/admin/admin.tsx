import { QueryClient } from '@tanstack/react-query'
import { lazy } from 'react'
import { CoreAdmin, HttpError, memoryStore, Resource } from 'react-admin'
import { dataProvider } from './data/data-provider.ts'
import { authProvider } from './session/auth-provider.ts'
import { SignIn } from './session/sign-in.tsx'
import { Loading, NotAllowed, NotFound, ShopAway } from './shell/elsewhere.tsx'
import { Shell } from './shell/shell.tsx'
import { i18nProvider } from './shell/texts.ts'

const MOST_TRIES = 2

/** A refusal is an answer and not asked again; a fault may pass. */
const isWorthAnother = (tries: number, error: unknown) =>
  tries < MOST_TRIES && !(error instanceof HttpError && error.status >= 400 && error.status < 500)

const queryClient = new QueryClient({ defaultOptions: { queries: { retry: isWorthAnother } } })

const Dashboard = lazy(() => import('./dashboard/dashboard.tsx'))
const ProductList = lazy(() => import('./products/product-list.tsx'))
const ProductPage = lazy(() => import('./products/product-page.tsx'))
const NewProduct = lazy(() => import('./products/new-product.tsx'))
const Categories = lazy(() => import('./categories/categories.tsx'))
const OrderList = lazy(() => import('./orders/order-list.tsx'))
const OrderPage = lazy(() => import('./orders/order-page.tsx'))
const StockList = lazy(() => import('./stock/stock-list.tsx'))
const CustomerList = lazy(() => import('./customers/customer-list.tsx'))
const CustomerPage = lazy(() => import('./customers/customer-page.tsx'))
const PromotionList = lazy(() => import('./promotions/promotion-list.tsx'))
const PromotionPage = lazy(() => import('./promotions/promotion-page.tsx'))
const NewPromotion = lazy(() => import('./promotions/new-promotion.tsx'))
const StaffList = lazy(() => import('./team/staff-list.tsx'))
const StaffPage = lazy(() => import('./team/staff-page.tsx'))
const NewStaff = lazy(() => import('./team/new-staff.tsx'))
const RoleList = lazy(() => import('./team/role-list.tsx'))
const RolePage = lazy(() => import('./team/role-page.tsx'))
const NewRole = lazy(() => import('./team/new-role.tsx'))
const AuditLog = lazy(() => import('./audit/audit-log.tsx'))
const ImportPage = lazy(() => import('./import/import-page.tsx'))
const ShippingList = lazy(() => import('./shipping/shipping-list.tsx'))
const OptionPage = lazy(() => import('./shipping/option-page.tsx'))
const NewOption = lazy(() => import('./shipping/new-option.tsx'))
const ZonePage = lazy(() => import('./shipping/zone-page.tsx'))
const NewZone = lazy(() => import('./shipping/new-zone.tsx'))
const TaxList = lazy(() => import('./taxes/tax-list.tsx'))
const TaxPage = lazy(() => import('./taxes/tax-page.tsx'))
const NewTax = lazy(() => import('./taxes/new-tax.tsx'))

/** The whole back office; each room is loaded when somebody enters it. */
export function Admin() {
  return (
    <CoreAdmin
      {...{ dataProvider, authProvider, i18nProvider, queryClient }}
      store={memoryStore()}
      layout={Shell}
      loginPage={SignIn}
      dashboard={Dashboard}
      catchAll={NotFound}
      loading={Loading}
      accessDenied={NotAllowed}
      authenticationError={ShopAway}
      requireAuth
      disableTelemetry
    >
      <Resource name="orders" list={OrderList} show={OrderPage} />
      <Resource name="products" list={ProductList} edit={ProductPage} create={NewProduct} />
      <Resource name="categories" list={Categories} />
      <Resource name="inventory" list={StockList} />
      <Resource name="customers" list={CustomerList} show={CustomerPage} />
      <Resource name="promotions" list={PromotionList} edit={PromotionPage} create={NewPromotion} />
      <Resource name="shipping-options" list={ShippingList} edit={OptionPage} create={NewOption} />
      <Resource name="shipping-zones" edit={ZonePage} create={NewZone} />
      <Resource name="tax-rates" list={TaxList} edit={TaxPage} create={NewTax} />
      <Resource name="staff" list={StaffList} edit={StaffPage} create={NewStaff} />
      <Resource name="roles" list={RoleList} edit={RolePage} create={NewRole} />
      <Resource name="audit-log" list={AuditLog} />
      <Resource name="import" list={ImportPage} />
    </CoreAdmin>
  )
}
